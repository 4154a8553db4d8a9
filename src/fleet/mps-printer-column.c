/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-column.h"

#include <glib/gi18n.h>

/* The ids are those of PRINTER in mpsctl, and the labels are the headers of the fleet list. */
static const struct {
  const char *id;
  const char *label;
} columns[MPS_N_PRINTER_COLUMNS] = {
  [MPS_PRINTER_COLUMN_SERIAL] = { "serial", N_ ("Serial number") },
  [MPS_PRINTER_COLUMN_MODEL] = { "model", N_ ("Model") },
  [MPS_PRINTER_COLUMN_IP_ADDRESS] = { "ip_address", N_ ("IP address") },
  [MPS_PRINTER_COLUMN_HOST_NAME] = { "host_name", N_ ("Host name") },
  [MPS_PRINTER_COLUMN_LOCATION] = { "location", N_ ("Location") },
  [MPS_PRINTER_COLUMN_ASSET_TAG] = { "asset_tag", N_ ("Asset tag") },
  [MPS_PRINTER_COLUMN_FIRMWARE] = { "firmware", N_ ("Firmware") },
  [MPS_PRINTER_COLUMN_ORGANIZATION] = { "organization", N_ ("Organization") },
  [MPS_PRINTER_COLUMN_AGENT] = { "agent", N_ ("Agent") },
  [MPS_PRINTER_COLUMN_AGENT_VERSION] = { "agent_version", N_ ("Agent version") },
  [MPS_PRINTER_COLUMN_AVERAGE_PAGES] = { "average_pages", N_ ("Average monthly pages") },
  [MPS_PRINTER_COLUMN_CONTACT] = { "contact", N_ ("Supplies delivery contact") },
  [MPS_PRINTER_COLUMN_MANAGED] = { "managed", N_ ("Lexmark Managed") },
  [MPS_PRINTER_COLUMN_COMMUNICATION] = { "communicating", N_ ("Communication") },
  [MPS_PRINTER_COLUMN_STATUS] = { "status", N_ ("Printer eligibility status") },
};

static const char *
get_organization (MpsFleet *fleet, guint32 row)
{
  const MpsOrganizationRecord *organization
      = mps_fleet_find_organization (fleet, mps_fleet_get_organization (fleet, row));

  return organization ? organization->name : "";
}

static const char *
get_agent (MpsFleet *fleet, guint32 row)
{
  const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, mps_fleet_get_agent (fleet, row));

  return agent ? agent->name : "";
}

static const char *
get_agent_version (MpsFleet *fleet, guint32 row)
{
  const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, mps_fleet_get_agent (fleet, row));

  return agent ? agent->version : "";
}

static char *
dup_average_pages (MpsFleet *fleet, guint32 row)
{
  gint32 pages = mps_fleet_get_average_pages (fleet, row);

  return pages == MPS_PAGES_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%'d", pages);
}

static char *
dup_contact (MpsFleet *fleet, guint32 row)
{
  guint32 contact = mps_fleet_find_contact (fleet, mps_fleet_get_contact (fleet, row));

  return contact == MPS_NO_ROW ? g_strdup ("") : mps_fleet_dup_contact_name (fleet, contact);
}

static char *
dup_status (MpsFleet *fleet, guint32 row)
{
  MpsStatusMask mask = mps_fleet_get_mask (fleet, row);
  guint n_more = mask ? __builtin_popcount (mask) - 1 : 0;
  const char *label = mps_status_get_label (mps_status_mask_get_first (mask));

  /* As short as a badge, so that a cell has room for it. */
  return n_more == 0 ? g_strdup (label) : g_strdup_printf ("%s +%u", label, n_more);
}

static char *
dup_statuses (MpsFleet *fleet, guint32 row)
{
  const MpsStatusMask mask = mps_fleet_get_mask (fleet, row);

  return mask == 0 ? g_strdup (mps_status_get_label (MPS_STATUS_ELIGIBLE))
                   : mps_status_mask_dup_labels (mask);
}

/**
 * mps_printer_column_get_id:
 * @column: a column
 *
 * Returns: its stable name in JSON and in settings; static
 */
const char *
mps_printer_column_get_id (MpsPrinterColumn column)
{
  g_return_val_if_fail (column < MPS_N_PRINTER_COLUMNS, NULL);
  return columns[column].id;
}

/**
 * mps_printer_column_get_label:
 * @column: a column
 *
 * Returns: its header, translated; static
 */
const char *
mps_printer_column_get_label (MpsPrinterColumn column)
{
  g_return_val_if_fail (column < MPS_N_PRINTER_COLUMNS, NULL);
  return _ (columns[column].label);
}

/**
 * mps_printer_column_from_id:
 * @id: a name
 *
 * Returns: the column with that id, or -1
 */
int
mps_printer_column_from_id (const char *id)
{
  for (int i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    if (g_strcmp0 (columns[i].id, id) == 0)
      return i;
  return -1;
}

/**
 * mps_printer_column_dup_text:
 * @column: a column
 * @fleet: a fleet
 * @row: a printer
 *
 * Returns: (transfer full): what the column shows of the printer to people;
 *   "" where there is nothing or nothing is known
 */
char *
mps_printer_column_dup_text (MpsPrinterColumn column, MpsFleet *fleet, guint32 row)
{
  switch (column)
    {
    case MPS_PRINTER_COLUMN_SERIAL:
      return g_strdup (mps_fleet_get_serial (fleet, row));
    case MPS_PRINTER_COLUMN_MODEL:
      return g_strdup (mps_fleet_get_model (fleet, row));
    case MPS_PRINTER_COLUMN_IP_ADDRESS:
      return g_strdup (mps_fleet_get_ip_address (fleet, row));
    case MPS_PRINTER_COLUMN_HOST_NAME:
      return g_strdup (mps_fleet_get_host_name (fleet, row));
    case MPS_PRINTER_COLUMN_LOCATION:
      return g_strdup (mps_fleet_get_location (fleet, row));
    case MPS_PRINTER_COLUMN_ASSET_TAG:
      return g_strdup (mps_fleet_get_asset_tag (fleet, row));
    case MPS_PRINTER_COLUMN_FIRMWARE:
      return g_strdup (mps_fleet_get_firmware (fleet, row));
    case MPS_PRINTER_COLUMN_ORGANIZATION:
      return g_strdup (get_organization (fleet, row));
    case MPS_PRINTER_COLUMN_AGENT:
      return g_strdup (get_agent (fleet, row));
    case MPS_PRINTER_COLUMN_AGENT_VERSION:
      return g_strdup (get_agent_version (fleet, row));
    case MPS_PRINTER_COLUMN_AVERAGE_PAGES:
      return dup_average_pages (fleet, row);
    case MPS_PRINTER_COLUMN_CONTACT:
      return dup_contact (fleet, row);
    case MPS_PRINTER_COLUMN_MANAGED:
      return g_strdup (mps_managed_get_label (mps_fleet_get_managed (fleet, row)));
    case MPS_PRINTER_COLUMN_COMMUNICATION:
      return g_strdup (mps_fleet_get_communicating (fleet, row) ? _ ("Communicating")
                                                                : _ ("Not communicating"));
    case MPS_PRINTER_COLUMN_STATUS:
      return dup_status (fleet, row);
    }
  g_return_val_if_reached (NULL);
}

/**
 * mps_printer_column_dup_whole_text:
 * @column: a column
 * @fleet: a fleet
 * @row: a printer
 *
 * For what is read without the program, as a file is.
 *
 * Returns: (transfer full): as mps_printer_column_dup_text(), but with every status of the printer
 */
char *
mps_printer_column_dup_whole_text (MpsPrinterColumn column, MpsFleet *fleet, guint32 row)
{
  return column == MPS_PRINTER_COLUMN_STATUS ? dup_statuses (fleet, row)
                                             : mps_printer_column_dup_text (column, fleet, row);
}
