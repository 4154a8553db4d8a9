/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-private.h"

/* These are called for each cell and in passes over all rows, so they check nothing. */

guint
mps_fleet_get_n_rows (MpsFleet *self)
{
  return self->printers.n_rows;
}

guint
mps_fleet_get_n_printers (MpsFleet *self)
{
  return self->printers.n_alive;
}

gboolean
mps_fleet_is_alive (MpsFleet *self, guint32 row)
{
  return self->printers.alive[row];
}

/**
 * mps_fleet_find_printer:
 * @self: a fleet
 * @id: an id
 *
 * Returns: the row of the printer, or %MPS_NO_ROW when there is none (any more)
 */
guint32
mps_fleet_find_printer (MpsFleet *self, gint64 id)
{
  guint32 row = mps_printer_table_find (&self->printers, id);

  return row != MPS_NO_ROW && self->printers.alive[row] ? row : MPS_NO_ROW;
}

/**
 * mps_fleet_find_serial:
 * @self: a fleet
 * @serial: a serial number, exactly as it is stored
 *
 * The first call makes an index, which takes a tenth of a second for a million printers.
 *
 * Returns: the row of the printer, or %MPS_NO_ROW
 */
guint32
mps_fleet_find_serial (MpsFleet *self, const char *serial)
{
  if (*serial == '\0')
    return MPS_NO_ROW;
  return mps_serial_index_find (&self->printers.serials, &self->printers.texts, serial);
}

/**
 * mps_fleet_match_printers:
 * @self: a fleet
 * @search: what is searched for; it must outlive the match
 *
 * Returns: (transfer full): @search, ready for the rows of printers until the fleet changes
 */
MpsMatch *
mps_fleet_match_printers (MpsFleet *self, const MpsSearch *search)
{
  return mps_printer_table_match (&self->printers, search);
}

gint64
mps_fleet_get_id (MpsFleet *self, guint32 row)
{
  return self->printers.id[row];
}

gint64
mps_fleet_get_organization (MpsFleet *self, guint32 row)
{
  return mps_id_numbers_get (&self->printers.organizations, self->printers.organization[row]);
}

gint64
mps_fleet_get_contact (MpsFleet *self, guint32 row)
{
  return self->printers.contact[row];
}

gint64
mps_fleet_get_agent (MpsFleet *self, guint32 row)
{
  return mps_id_numbers_get (&self->printers.agents, self->printers.agent[row]);
}

const char *
mps_fleet_get_serial (MpsFleet *self, guint32 row)
{
  return mps_text_blocks_get (&self->printers.texts, row, MPS_PRINTER_TEXT_SERIAL);
}

const char *
mps_fleet_get_model (MpsFleet *self, guint32 row)
{
  return mps_dictionary_get (&self->printers.models, self->printers.model[row]);
}

const char *
mps_fleet_get_ip_address (MpsFleet *self, guint32 row)
{
  return mps_text_blocks_get (&self->printers.texts, row, MPS_PRINTER_TEXT_IP_ADDRESS);
}

const char *
mps_fleet_get_host_name (MpsFleet *self, guint32 row)
{
  return mps_text_blocks_get (&self->printers.texts, row, MPS_PRINTER_TEXT_HOST_NAME);
}

const char *
mps_fleet_get_location (MpsFleet *self, guint32 row)
{
  return mps_dictionary_get (&self->printers.locations, self->printers.location[row]);
}

const char *
mps_fleet_get_asset_tag (MpsFleet *self, guint32 row)
{
  return mps_text_blocks_get (&self->printers.texts, row, MPS_PRINTER_TEXT_ASSET_TAG);
}

const char *
mps_fleet_get_firmware (MpsFleet *self, guint32 row)
{
  return mps_dictionary_get (&self->printers.firmwares, self->printers.firmware[row]);
}

gint32
mps_fleet_get_average_pages (MpsFleet *self, guint32 row)
{
  return self->printers.average_pages[row];
}

MpsManaged
mps_fleet_get_managed (MpsFleet *self, guint32 row)
{
  return self->printers.managed[row];
}

gboolean
mps_fleet_get_communicating (MpsFleet *self, guint32 row)
{
  return self->printers.communicating[row];
}

MpsStatusMask
mps_fleet_get_mask (MpsFleet *self, guint32 row)
{
  return self->printers.mask[row];
}

guint
mps_fleet_get_n_models (MpsFleet *self)
{
  return mps_dictionary_get_n (&self->printers.models);
}

const char *
mps_fleet_get_model_name (MpsFleet *self, guint model)
{
  return mps_dictionary_get (&self->printers.models, model);
}

guint
mps_fleet_get_n_agent_numbers (MpsFleet *self)
{
  return mps_id_numbers_get_n (&self->printers.agents);
}

gint64
mps_fleet_get_numbered_agent (MpsFleet *self, guint number)
{
  return mps_id_numbers_get (&self->printers.agents, number);
}

guint
mps_fleet_get_n_organization_numbers (MpsFleet *self)
{
  return mps_id_numbers_get_n (&self->printers.organizations);
}

gint64
mps_fleet_get_numbered_organization (MpsFleet *self, guint number)
{
  return mps_id_numbers_get (&self->printers.organizations, number);
}

MpsFleetColumns
mps_fleet_get_columns (MpsFleet *self)
{
  MpsPrinterTable *table = &self->printers;

  return (MpsFleetColumns) {
    .n_rows = table->n_rows,
    .organization = table->organization,
    .contact = table->contact,
    .model = table->model,
    .agent = table->agent,
    .average_pages = table->average_pages,
    .managed = table->managed,
    .mask = table->mask,
  };
}

guint
mps_fleet_get_n_contact_rows (MpsFleet *self)
{
  return self->contacts.n_rows;
}

guint
mps_fleet_get_n_contacts (MpsFleet *self)
{
  return self->contacts.n_alive;
}

gboolean
mps_fleet_is_contact_alive (MpsFleet *self, guint32 row)
{
  return self->contacts.alive[row];
}

/**
 * mps_fleet_find_contact:
 * @self: a fleet
 * @id: an id, or 0
 *
 * Returns: the row of the contact, or %MPS_NO_ROW when there is none (any more)
 */
guint32
mps_fleet_find_contact (MpsFleet *self, gint64 id)
{
  guint32 row = mps_contact_table_find (&self->contacts, id);

  return row != MPS_NO_ROW && self->contacts.alive[row] ? row : MPS_NO_ROW;
}

gint64
mps_fleet_get_contact_id (MpsFleet *self, guint32 row)
{
  return self->contacts.id[row];
}

gint64
mps_fleet_get_contact_organization (MpsFleet *self, guint32 row)
{
  return mps_id_numbers_get (&self->contacts.organizations, self->contacts.organization[row]);
}

gint64
mps_fleet_get_contact_revision (MpsFleet *self, guint32 row)
{
  return self->contacts.revision[row];
}

const char *
mps_fleet_get_contact_field (MpsFleet *self, guint32 row, MpsContactField field)
{
  return mps_contact_table_get (&self->contacts, row, field);
}

/**
 * mps_fleet_get_contact_printers:
 * @self: a fleet
 * @row: a contact
 *
 * Returns: how many printers the contact is assigned to
 */
guint
mps_fleet_get_contact_printers (MpsFleet *self, guint32 row)
{
  mps_fleet_count_contact_printers (self);
  return self->contacts.printers[row];
}

/**
 * mps_fleet_dup_contact_name:
 * @self: a fleet
 * @row: a contact
 *
 * Returns: (transfer full): the whole name, in the order in which it is read
 */
char *
mps_fleet_dup_contact_name (MpsFleet *self, guint32 row)
{
  return mps_contact_name_format (mps_fleet_get_contact_field (self, row, MPS_CONTACT_FIRST_NAME),
                                  mps_fleet_get_contact_field (self, row, MPS_CONTACT_LAST_NAME),
                                  self->contacts.family_first[row]);
}

/**
 * mps_fleet_dup_contact:
 * @self: a fleet
 * @row: a contact
 *
 * Returns: (transfer full): all of the contact
 */
MpsContactRecord *
mps_fleet_dup_contact (MpsFleet *self, guint32 row)
{
  MpsContactRecord *record = mps_contact_record_new ();

  record->id = mps_fleet_get_contact_id (self, row);
  record->organization = mps_fleet_get_contact_organization (self, row);
  record->revision = mps_fleet_get_contact_revision (self, row);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_set_str (&record->fields[i], mps_fleet_get_contact_field (self, row, i));
  return record;
}
