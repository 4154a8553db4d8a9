/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-rows.h"

#include "fleet/mps-error.h"

#include "mps-sqlite-error.h"

#include <glib/gi18n.h>

static char *
borrow_text (MpsStatement *statement, int column)
{
  return (char *) mps_statement_get_text (statement, column);
}

/**
 * mps_rows_borrow_printer:
 * @statement: stands on a row that begins with %MPS_ROWS_PRINTER
 * @record: (out caller-allocates): the printer; its texts are borrowed until the next step, and
 *   not to be freed
 */
void
mps_rows_borrow_printer (MpsStatement *statement, MpsPrinterRecord *record)
{
  record->id = mps_statement_get_int (statement, 0);
  record->organization = mps_statement_get_int (statement, 1);
  record->contact = mps_statement_get_int (statement, 2);
  record->agent = mps_statement_get_int (statement, 3);
  record->serial = borrow_text (statement, 4);
  record->model = borrow_text (statement, 5);
  record->ip_address = borrow_text (statement, 6);
  record->host_name = borrow_text (statement, 7);
  record->location = borrow_text (statement, 8);
  record->asset_tag = borrow_text (statement, 9);
  record->firmware = borrow_text (statement, 10);
  record->average_pages = mps_statement_is_null (statement, 11)
                              ? MPS_PAGES_UNKNOWN
                              : (gint32) mps_statement_get_int (statement, 11);
  record->managed = (MpsManaged) mps_statement_get_int (statement, 12);
  record->communicating = mps_statement_get_int (statement, 13) != 0;
}

/**
 * mps_rows_read_printer:
 * @statement: stands on a row that begins with %MPS_ROWS_PRINTER
 *
 * Returns: (transfer full): the printer
 */
MpsPrinterRecord *
mps_rows_read_printer (MpsStatement *statement)
{
  MpsPrinterRecord *record = g_new (MpsPrinterRecord, 1);

  mps_rows_borrow_printer (statement, record);
  record->serial = g_strdup (record->serial);
  record->model = g_strdup (record->model);
  record->ip_address = g_strdup (record->ip_address);
  record->host_name = g_strdup (record->host_name);
  record->location = g_strdup (record->location);
  record->asset_tag = g_strdup (record->asset_tag);
  record->firmware = g_strdup (record->firmware);
  return record;
}

/**
 * mps_rows_read_contact_fields:
 * @statement: stands on a row
 * @first: the column at which %MPS_ROWS_CONTACT_FIELDS begin
 * @record: takes the fields
 */
void
mps_rows_read_contact_fields (MpsStatement *statement, int first, MpsContactRecord *record)
{
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_set_str (&record->fields[i], mps_statement_get_text (statement, first + i));
}

/**
 * mps_rows_borrow_contact:
 * @statement: stands on a row that begins with %MPS_ROWS_CONTACT
 * @record: (out caller-allocates): the contact; its texts are borrowed until the next step, and
 *   not to be freed
 */
void
mps_rows_borrow_contact (MpsStatement *statement, MpsContactRecord *record)
{
  record->id = mps_statement_get_int (statement, 0);
  record->organization = mps_statement_get_int (statement, 1);
  record->revision = mps_statement_get_int (statement, 2);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    record->fields[i] = borrow_text (statement, 3 + i);
}

/**
 * mps_rows_read_contact:
 * @statement: stands on a row that begins with %MPS_ROWS_CONTACT
 *
 * Returns: (transfer full): the contact
 */
MpsContactRecord *
mps_rows_read_contact (MpsStatement *statement)
{
  MpsContactRecord borrowed;

  mps_rows_borrow_contact (statement, &borrowed);
  return mps_contact_record_copy (&borrowed);
}

/**
 * mps_rows_bind_contact_fields:
 * @statement: a statement
 * @first: the parameter at which %MPS_ROWS_CONTACT_FIELDS begin
 * @record: lent until the statement has run
 */
void
mps_rows_bind_contact_fields (MpsStatement *statement, int first, const MpsContactRecord *record)
{
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    mps_statement_bind_text (statement, first + i, record->fields[i]);
}

/**
 * mps_rows_read_policy:
 * @connection: the database
 * @id: of the policy
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): the policy
 */
MpsPolicy *
mps_rows_read_policy (MpsConnection *connection, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT json FROM policies WHERE id = ?");
  MpsPolicy *policy = NULL;
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ERROR)
    return NULL;
  if (step == MPS_STEP_ROW)
    policy = mps_policy_new_from_json (mps_statement_get_text (statement, 0), -1, NULL);
  if (policy == NULL)
    mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE, mps_connection_get_path (connection));
  return policy;
}

gboolean
mps_rows_add_policy (MpsConnection *connection, MpsPolicy *policy, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "INSERT INTO policies (loaded_at, who, version, json) VALUES (?, ?, ?, ?)");

  mps_statement_bind_text (statement, 1, now);
  mps_statement_bind_text (statement, 2, g_get_user_name ());
  mps_statement_bind_text (statement, 3, mps_policy_get_version (policy));
  mps_statement_bind_text (statement, 4, mps_policy_get_json (policy));
  return mps_statement_run (statement, error);
}

/**
 * mps_rows_read_history:
 * @statement: stands on a row that begins with %MPS_ROWS_HISTORY
 *
 * Returns: (transfer full): the line
 */
MpsHistoryEntry *
mps_rows_read_history (MpsStatement *statement)
{
  MpsHistoryEntry *entry = g_new0 (MpsHistoryEntry, 1);

  entry->id = mps_statement_get_int (statement, 0);
  entry->at = mps_statement_dup_text (statement, 1);
  entry->who = mps_statement_dup_text (statement, 2);
  entry->act = mps_statement_dup_text (statement, 3);
  entry->subject = mps_statement_dup_text (statement, 4);
  entry->detail = mps_statement_dup_text (statement, 5);
  return entry;
}

/**
 * mps_rows_add_history:
 * @connection: the database
 * @act: a stable id: entitle, enroll, answer, policy, unenroll
 * @subject: what was acted on
 * @detail: what else there is to know, in no language (fleet/mps-history.h)
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Adds a line, of now and of this user, to the history.
 */
gboolean
mps_rows_add_history (MpsConnection *connection, const char *act, const char *subject,
                      const char *detail, GError **error)
{
  return mps_rows_add_accepted_act (connection, act, subject, detail, 0, error);
}

/**
 * mps_rows_add_accepted_act:
 * @connection: the database
 * @act: as in mps_rows_add_history()
 * @subject: what was acted on
 * @detail: what else there is to know
 * @acceptance: the terms that were accepted for it; 0 for none
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Adds a line, of now and of this user, to the history.
 */
gboolean
mps_rows_add_accepted_act (MpsConnection *connection, const char *act, const char *subject,
                           const char *detail, gint64 acceptance, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "INSERT INTO history (at, who, act, subject, detail, acceptance) "
                  "VALUES (?, ?, ?, ?, ?, ?)");

  mps_statement_bind_text (statement, 1, now);
  mps_statement_bind_text (statement, 2, g_get_user_name ());
  mps_statement_bind_text (statement, 3, act);
  mps_statement_bind_text (statement, 4, subject);
  mps_statement_bind_text (statement, 5, detail);
  mps_statement_bind_id (statement, 6, acceptance);
  return mps_statement_run (statement, error);
}

/**
 * mps_rows_dup_now:
 *
 * Returns: (transfer full): now, as the tables have it: RFC 3339, UTC, whole seconds
 */
char *
mps_rows_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
