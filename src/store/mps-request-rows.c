/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-request-rows.h"

#include "mps-rows.h"

static void
request_printer_free (gpointer data)
{
  MpsRequestPrinter *printer = data;

  g_free (printer->serial);
  g_free (printer->model);
  mps_contact_record_free (printer->contact);
  g_free (printer);
}

/**
 * mps_request_free:
 * @self: (transfer full): a request
 */
void
mps_request_free (MpsRequest *self)
{
  g_free (self->id);
  g_free (self->created);
  g_free (self->organization);
  g_free (self->terms_version);
  g_free (self->terms_sha256);
  g_free (self->accepted_by);
  g_free (self->accepted_at);
  g_ptr_array_unref (self->printers);
  g_free (self);
}

/**
 * mps_request_rows_find:
 * @connection: the database
 * @uuid: of a request
 * @organization: whose it must be; 0 for any
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: its id; 0 when there is none; -1 on error
 */
gint64
mps_request_rows_find (MpsConnection *connection, const char *uuid, gint64 organization,
                       GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT id FROM requests WHERE uuid = ?1 AND (?2 = 0 OR organization = ?2)");
  MpsStep step;

  mps_statement_bind_text (statement, 1, uuid);
  mps_statement_bind_int (statement, 2, organization);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ERROR)
    return -1;
  return step == MPS_STEP_ROW ? mps_statement_get_int (statement, 0) : 0;
}

/**
 * mps_request_rows_find_organization:
 * @connection: the database
 * @uuid: of a request
 * @organization: (out) (transfer full) (nullable): the name of the organization that made it;
 *   %NULL when there is no such request
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_request_rows_find_organization (MpsConnection *connection, const char *uuid,
                                    char **organization, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT name FROM requests "
                  "JOIN organizations ON organizations.id = requests.organization WHERE uuid = ?");
  MpsStep step;

  mps_statement_bind_text (statement, 1, uuid);
  step = mps_statement_step (statement, error);
  *organization = step == MPS_STEP_ROW ? mps_statement_dup_text (statement, 0) : NULL;
  return step != MPS_STEP_ERROR;
}

/**
 * mps_request_rows_list_new:
 * @connection: the database
 * @organization: whose they must be; 0 for all
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of those not yet exported,
 *   the oldest first
 */
GArray *
mps_request_rows_list_new (MpsConnection *connection, gint64 organization, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT id FROM requests WHERE exported_at IS NULL "
                                            "AND (?1 = 0 OR organization = ?1) ORDER BY id");
  MpsStep step;

  mps_statement_bind_int (statement, 1, organization);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      gint64 id = mps_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == MPS_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * mps_request_summary_free:
 * @self: (transfer full): what is known of a request
 */
void
mps_request_summary_free (MpsRequestSummary *self)
{
  g_free (self->id);
  g_free (self->created);
  g_free (self->organization);
  g_free (self->exported_at);
  g_free (self);
}

static MpsRequestSummary *
read_summary (MpsStatement *statement)
{
  MpsRequestSummary *summary = g_new0 (MpsRequestSummary, 1);

  summary->id = mps_statement_dup_text (statement, 0);
  summary->created = mps_statement_dup_text (statement, 1);
  summary->organization = mps_statement_dup_text (statement, 2);
  if (!mps_statement_is_null (statement, 3))
    summary->exported_at = mps_statement_dup_text (statement, 3);
  summary->n_printers = (guint) mps_statement_get_int (statement, 4);
  summary->n_answered = (guint) mps_statement_get_int (statement, 5);
  return summary;
}

/**
 * mps_request_rows_list:
 * @connection: the database
 * @organization: whose they must be; 0 for all
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsRequestSummary): the requests, the newest
 *   first
 */
GPtrArray *
mps_request_rows_list (MpsConnection *connection, gint64 organization, GError **error)
{
  g_autoptr (GPtrArray) summaries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_request_summary_free);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection,
      "SELECT uuid, created, organizations.name, exported_at, count (*), count (outcome) "
      "FROM requests JOIN organizations ON organizations.id = requests.organization "
      "JOIN request_printers ON request_printers.request = requests.id "
      "WHERE ?1 = 0 OR requests.organization = ?1 GROUP BY requests.id ORDER BY requests.id DESC");
  MpsStep step;

  mps_statement_bind_int (statement, 1, organization);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (summaries, read_summary (statement));
  return step == MPS_STEP_DONE ? g_steal_pointer (&summaries) : NULL;
}

static gboolean
read_printers (MpsConnection *connection, gint64 id, MpsRequest *request, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT serial, model, " MPS_ROWS_CONTACT_FIELDS " FROM request_printers "
                  "WHERE request = ? ORDER BY serial");
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      MpsRequestPrinter *printer = g_new0 (MpsRequestPrinter, 1);

      printer->serial = mps_statement_dup_text (statement, 0);
      printer->model = mps_statement_dup_text (statement, 1);
      printer->contact = mps_contact_record_new ();
      mps_rows_read_contact_fields (statement, 2, printer->contact);
      g_ptr_array_add (request->printers, printer);
    }
  return step == MPS_STEP_DONE;
}

static MpsRequest *
read_request (MpsStatement *statement)
{
  MpsRequest *request = g_new0 (MpsRequest, 1);

  request->id = mps_statement_dup_text (statement, 0);
  request->created = mps_statement_dup_text (statement, 1);
  request->organization = mps_statement_dup_text (statement, 2);
  request->terms_version = mps_statement_dup_text (statement, 3);
  request->terms_sha256 = mps_statement_dup_text (statement, 4);
  request->accepted_by = mps_statement_dup_text (statement, 5);
  request->accepted_at = mps_statement_dup_text (statement, 6);
  request->printers = g_ptr_array_new_with_free_func (request_printer_free);
  return request;
}

/**
 * mps_request_rows_read:
 * @connection: the database
 * @id: of a request that is there
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): the request, its printers by serial number
 */
MpsRequest *
mps_request_rows_read (MpsConnection *connection, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT uuid, created, name, terms_version, terms_sha256, who, at FROM requests "
                  "JOIN organizations ON organizations.id = requests.organization "
                  "JOIN acceptances ON acceptances.id = requests.acceptance "
                  "WHERE requests.id = ?");
  MpsRequest *request;

  mps_statement_bind_int (statement, 1, id);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return NULL;
  request = read_request (statement);
  if (read_printers (connection, id, request, error))
    return request;
  mps_request_free (request);
  return NULL;
}

/**
 * mps_request_rows_mark:
 * @connection: the database, with a transaction
 * @id: of a request
 * @now: the time
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Marks it as exported; the first time stays.
 */
gboolean
mps_request_rows_mark (MpsConnection *connection, gint64 id, const char *now, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "UPDATE requests SET exported_at = ? WHERE id = ? AND exported_at IS NULL");

  mps_statement_bind_text (statement, 1, now);
  mps_statement_bind_int (statement, 2, id);
  return mps_statement_run (statement, error);
}
