/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-records.h"

#include "mps-text.h"

#include <glib/gi18n.h>

static const struct {
  const char *id;
  const char *header;
  const char *japanese;
} contact_fields[MPS_N_CONTACT_FIELDS] = {
  [MPS_CONTACT_FIRST_NAME] = { "first_name", N_ ("First name"), "名" },
  [MPS_CONTACT_LAST_NAME] = { "last_name", N_ ("Last name"), "姓" },
  [MPS_CONTACT_COMPANY] = { "company", N_ ("Company"), "会社名" },
  [MPS_CONTACT_EMAIL] = { "email", N_ ("Email"), "メールアドレス" },
  [MPS_CONTACT_COUNTRY_CODE] = { "country_code", N_ ("Country code"), "国コード" },
  [MPS_CONTACT_PHONE] = { "phone", N_ ("Phone"), "電話番号" },
  [MPS_CONTACT_EXTENSION] = { "extension", N_ ("Extension"), "内線番号" },
  [MPS_CONTACT_ADDRESS_LINE_1] = { "address_line_1", N_ ("Address line 1"), "住所 1" },
  [MPS_CONTACT_ADDRESS_LINE_2] = { "address_line_2", N_ ("Address line 2"), "住所 2" },
  [MPS_CONTACT_CITY] = { "city", N_ ("City"), "市区町村" },
  [MPS_CONTACT_STATE_OR_PROVINCE] = { "state_or_province", N_ ("State or province"), "都道府県" },
  [MPS_CONTACT_POSTAL_CODE] = { "postal_code", N_ ("Postal code"), "郵便番号" },
  [MPS_CONTACT_COUNTRY] = { "country", N_ ("Country"), "国" },
};

/**
 * mps_contact_field_get_id:
 * @field: a column of the contacts file
 *
 * Returns: its name in JSON, in snake case; static
 */
const char *
mps_contact_field_get_id (MpsContactField field)
{
  g_return_val_if_fail (field < MPS_N_CONTACT_FIELDS, NULL);
  return contact_fields[field].id;
}

const char *
mps_contact_field_get_header (MpsContactField field)
{
  g_return_val_if_fail (field < MPS_N_CONTACT_FIELDS, NULL);
  return contact_fields[field].header;
}

const char *
mps_contact_field_get_japanese_header (MpsContactField field)
{
  g_return_val_if_fail (field < MPS_N_CONTACT_FIELDS, NULL);
  return contact_fields[field].japanese;
}

MpsOrganizationRecord *
mps_organization_record_new (void)
{
  MpsOrganizationRecord *record = g_new0 (MpsOrganizationRecord, 1);

  record->name = g_strdup ("");
  return record;
}

void
mps_organization_record_free (MpsOrganizationRecord *record)
{
  g_free (record->name);
  g_free (record);
}

MpsAgentRecord *
mps_agent_record_new (void)
{
  MpsAgentRecord *record = g_new0 (MpsAgentRecord, 1);

  record->name = g_strdup ("");
  record->version = g_strdup ("");
  record->active = TRUE;
  record->last_seen = g_strdup ("");
  record->addresses = g_new0 (char *, 1);
  record->excluded = g_new0 (char *, 1);
  return record;
}

void
mps_agent_record_free (MpsAgentRecord *record)
{
  g_free (record->name);
  g_free (record->version);
  g_free (record->last_seen);
  g_strfreev (record->addresses);
  g_strfreev (record->excluded);
  g_free (record);
}

/**
 * mps_printer_record_new:
 *
 * Returns: (transfer full): a record with empty texts, unknown pages, not
 *   managed, and communicating
 */
MpsPrinterRecord *
mps_printer_record_new (void)
{
  MpsPrinterRecord *record = g_new0 (MpsPrinterRecord, 1);

  record->serial = g_strdup ("");
  record->model = g_strdup ("");
  record->ip_address = g_strdup ("");
  record->host_name = g_strdup ("");
  record->location = g_strdup ("");
  record->asset_tag = g_strdup ("");
  record->firmware = g_strdup ("");
  record->average_pages = MPS_PAGES_UNKNOWN;
  record->communicating = TRUE;
  return record;
}

/**
 * mps_printer_record_clear:
 * @record: a record, on the stack or within another structure
 *
 * Frees the texts of @record, and not @record.
 */
void
mps_printer_record_clear (MpsPrinterRecord *record)
{
  g_clear_pointer (&record->serial, g_free);
  g_clear_pointer (&record->model, g_free);
  g_clear_pointer (&record->ip_address, g_free);
  g_clear_pointer (&record->host_name, g_free);
  g_clear_pointer (&record->location, g_free);
  g_clear_pointer (&record->asset_tag, g_free);
  g_clear_pointer (&record->firmware, g_free);
}

void
mps_printer_record_free (MpsPrinterRecord *record)
{
  mps_printer_record_clear (record);
  g_free (record);
}

MpsContactRecord *
mps_contact_record_new (void)
{
  MpsContactRecord *record = g_new0 (MpsContactRecord, 1);

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    record->fields[i] = g_strdup ("");
  return record;
}

MpsContactRecord *
mps_contact_record_copy (const MpsContactRecord *record)
{
  MpsContactRecord *copy = g_memdup2 (record, sizeof *record);

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    copy->fields[i] = g_strdup (record->fields[i]);
  return copy;
}

void
mps_contact_record_free (MpsContactRecord *record)
{
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_free (record->fields[i]);
  g_free (record);
}

/**
 * mps_contact_record_dup_identity:
 * @record: a complete record
 *
 * Two contacts of an organization are the same one when their identities are
 * equal (source: contacts-file "Exists already").
 *
 * Returns: (transfer full): the folded name, company, address and postal code
 */
char *
mps_contact_record_dup_identity (const MpsContactRecord *record)
{
  static const MpsContactField parts[] = {
    MPS_CONTACT_FIRST_NAME,     MPS_CONTACT_LAST_NAME,   MPS_CONTACT_COMPANY,
    MPS_CONTACT_ADDRESS_LINE_1, MPS_CONTACT_POSTAL_CODE,
  };
  GString *identity = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = mps_text_fold_identity (record->fields[parts[i]]);

      g_string_append (identity, part);
      g_string_append_c (identity, '\n');
    }
  return g_string_free_and_steal (identity);
}
