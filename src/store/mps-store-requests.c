/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "mps-rows.h"
#include "mps-store-private.h"

#include <glib/gi18n.h>

/* Which requests an export is about: those not yet exported, or ?1 again. */
#define WHERE                                                                                      \
  "WHERE (?2 = 0 OR requests.organization = ?2) "                                                  \
  "  AND CASE WHEN ?1 IS NULL THEN requests.exported_at IS NULL ELSE requests.uuid = ?1 END "

typedef struct {
  gint64 organization;
  char *again;
  MpsRequestWriter writer;
  gpointer writer_data;
  GDestroyNotify writer_destroy;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  if (self->writer_destroy)
    self->writer_destroy (self->writer_data);
  g_free (self->again);
  g_free (self);
}

static void
request_printer_free (gpointer data)
{
  MpsRequestPrinter *self = data;

  g_free (self->serial);
  g_free (self->model);
  mps_contact_record_free (self->contact);
  g_free (self);
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

static MpsRequestPrinter *
read_request_printer (MpsStatement *statement)
{
  MpsRequestPrinter *printer = g_new0 (MpsRequestPrinter, 1);

  printer->serial = mps_statement_dup_text (statement, 0);
  printer->model = mps_statement_dup_text (statement, 1);
  printer->contact = mps_contact_record_new ();
  mps_rows_read_contact_fields (statement, 2, printer->contact);
  return printer;
}

static gboolean
read_request_printers (MpsJob *job, gint64 id, MpsRequest *request, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "SELECT serial, model, " MPS_ROWS_CONTACT_FIELDS
                       " FROM request_printers WHERE request = ? ORDER BY serial");
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (request->printers, read_request_printer (statement));
  return step == MPS_STEP_DONE;
}

static MpsRequest *
read_request (MpsStatement *statement)
{
  MpsRequest *request = g_new0 (MpsRequest, 1);

  request->id = mps_statement_dup_text (statement, 1);
  request->created = mps_statement_dup_text (statement, 2);
  request->organization = mps_statement_dup_text (statement, 3);
  request->terms_version = mps_statement_dup_text (statement, 4);
  request->terms_sha256 = mps_statement_dup_text (statement, 5);
  request->accepted_by = mps_statement_dup_text (statement, 6);
  request->accepted_at = mps_statement_dup_text (statement, 7);
  request->printers = g_ptr_array_new_with_free_func (request_printer_free);
  return request;
}

static void
bind_where (MpsStatement *statement, const Export *self)
{
  mps_statement_bind_text (statement, 1, self->again);
  mps_statement_bind_int (statement, 2, self->organization);
}

static GPtrArray *
list_requests (MpsJob *job, const Export *self, GError **error)
{
  g_autoptr (GPtrArray) requests
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_request_free);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "SELECT requests.id, uuid, created, organizations.name, terms_version, terms_sha256, who, at "
      "FROM requests "
      "JOIN organizations ON organizations.id = requests.organization "
      "JOIN acceptances ON acceptances.id = requests.acceptance " WHERE "ORDER BY requests.id");
  MpsStep step;

  bind_where (statement, self);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      MpsRequest *request = read_request (statement);

      g_ptr_array_add (requests, request);
      if (!read_request_printers (job, mps_statement_get_int (statement, 0), request, error))
        return NULL;
    }
  return step == MPS_STEP_DONE ? g_steal_pointer (&requests) : NULL;
}

static gboolean
mark_exported (MpsJob *job, const Export *self, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE requests SET exported_at = ?3 " WHERE "AND exported_at IS NULL");

  bind_where (statement, self);
  mps_statement_bind_text (statement, 3, now);
  return mps_statement_run (statement, error);
}

/* Returns how many requests there were, or -1. */
static gssize
export_in_transaction (MpsJob *job, const Export *self, GError **error)
{
  g_autoptr (GPtrArray) requests = list_requests (job, self, error);

  if (requests == NULL)
    return -1;
  if (self->again && requests->len == 0)
    {
      g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_REQUEST,
                   _("There is no request %s in this organization. Use the ID that stands in the "
                     "file exported before."),
                   self->again);
      return -1;
    }
  /* Nothing to write must not replace the file of an earlier export. */
  if (requests->len == 0)
    return 0;
  if (mps_job_set_error_if_cancelled (job, error)
      || !self->writer (requests, self->writer_data, error) || !mark_exported (job, self, error))
    return -1;
  return requests->len;
}

static gpointer
export_requests (MpsJob *job, gpointer data, GError **error)
{
  gssize n_requests;

  if (!mps_job_begin (job, MPS_IRREVOCABLE, error))
    return NULL;
  n_requests = export_in_transaction (job, data, error);
  if (n_requests < 0)
    {
      mps_job_rollback (job);
      return NULL;
    }
  return mps_job_commit (job, error) ? GSIZE_TO_POINTER ((gsize) n_requests) : NULL;
}

/**
 * mps_store_export_requests_async:
 * @self: a store
 * @organization: an organization, or 0 for all
 * @again: (nullable): the id of a request to export again; else those not yet exported
 * @writer: writes them durably, on the store's thread
 * @writer_data: for @writer
 * @writer_destroy: (nullable): frees @writer_data, on the main thread
 * @cancellable: (nullable): a cancellable, until the writing begins
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Without a request there is nothing to write, and @writer is not called.
 */
void
mps_store_export_requests_async (MpsStore *self, gint64 organization, const char *again,
                                 MpsRequestWriter writer, gpointer writer_data,
                                 GDestroyNotify writer_destroy, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  Export *what = g_new0 (Export, 1);
  MpsStoreWork work = { export_requests, what, export_free, NULL };

  what->organization = organization;
  what->again = g_strdup (again);
  what->writer = writer;
  what->writer_data = writer_data;
  what->writer_destroy = writer_destroy;
  mps_store_run_async (self, mps_store_export_requests_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_export_requests_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_REQUEST, or that of the writer
 *
 * Returns: how many requests were exported, or -1
 */
gssize
mps_store_export_requests_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  GError *local_error = NULL;
  gpointer n_requests
      = mps_store_run_finish (self, result, mps_store_export_requests_async, &local_error);

  if (local_error == NULL)
    return (gssize) GPOINTER_TO_SIZE (n_requests);
  g_propagate_error (error, local_error);
  return -1;
}
