/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-request-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"

#include "fleet/mps-error.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  char *again; /* (nullable) */
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

static GArray *
find_again (const Export *self, MpsJob *job, GError **error)
{
  gint64 id = mps_request_rows_find (job->connection, self->again, self->organization, error);
  GArray *ids;

  if (id == 0)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_REQUEST,
                 _ ("There is no request “%s”. Check its ID."), self->again);
  if (id <= 0)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, id);
  return ids;
}

static GPtrArray *
read_requests (MpsJob *job, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) requests
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_request_free);

  for (guint i = 0; i < ids->len; i++)
    {
      MpsRequest *request
          = mps_request_rows_read (job->connection, g_array_index (ids, gint64, i), error);

      if (request == NULL)
        return NULL;
      g_ptr_array_add (requests, request);
    }
  return g_steal_pointer (&requests);
}

static gboolean
mark_requests (MpsJob *job, GArray *ids, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();

  for (guint i = 0; i < ids->len; i++)
    if (!mps_request_rows_mark (job->connection, g_array_index (ids, gint64, i), now, error))
      return FALSE;
  return TRUE;
}

/* Returns how many were written, or -1. */
static gssize
export_in_transaction (Export *self, MpsJob *job, GError **error)
{
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GArray) ids
      = self->again ? find_again (self, job, error)
                    : mps_request_rows_list_new (job->connection, self->organization, error);

  if (ids == NULL || (requests = read_requests (job, ids, error)) == NULL)
    return -1;
  /* Were the marks not stored after this, the requests would be exported once more, which the
   * receiver knows by their ids; the other way round they would be lost. */
  job->changes->requests = ids->len > 0;
  if (!mark_requests (job, ids, error) || !self->writer (requests, self->writer_data, error))
    return -1;
  return requests->len;
}

static gpointer
export_requests (MpsJob *job, gpointer data, GError **error)
{
  gssize n_requests;

  if (!mps_job_begin (job, MPS_IRREVOCABLE, error))
    return NULL;
  n_requests = export_in_transaction (data, job, error);
  if (n_requests < 0)
    mps_job_rollback (job);
  else if (mps_job_commit (job, error))
    return g_memdup2 (&n_requests, sizeof n_requests);
  return NULL;
}

/**
 * mps_store_export_requests_async:
 * @self: a store
 * @organization: whose requests; 0 for all
 * @again: (nullable): the id of one that is to be exported, again or for the first time; %NULL for
 *   all that are not exported yet
 * @writer: puts them where they are wanted; called on the store's thread, with an empty list too
 * @writer_data: for @writer
 * @writer_destroy: (nullable): frees @writer_data
 * @cancellable: (nullable): looked at before it begins
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_export_requests_async (MpsStore *self, gint64 organization, const char *again,
                                 MpsRequestWriter writer, gpointer writer_data,
                                 GDestroyNotify writer_destroy, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  Export *data = g_new0 (Export, 1);
  MpsStoreWork work = { export_requests, data, export_free, g_free };

  data->organization = organization;
  data->again = g_strdup (again);
  data->writer = writer;
  data->writer_data = writer_data;
  data->writer_destroy = writer_destroy;
  mps_store_run_async (self, mps_store_export_requests_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_export_requests_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_REQUEST, or what the writer failed with
 *
 * Returns: how many were written; -1 on error
 */
gssize
mps_store_export_requests_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  g_autofree gssize *n_requests
      = mps_store_run_finish (self, result, mps_store_export_requests_async, error);

  return n_requests ? *n_requests : -1;
}

static gpointer
list_requests (MpsJob *job, gpointer data, GError **error)
{
  return mps_request_rows_list (job->connection, *(const gint64 *) data, error);
}

/**
 * mps_store_list_requests_async:
 * @self: a store
 * @organization: whose requests; 0 for those of all
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Reads what requests there are. MpsChanges.requests tells when there is
 * something else to be read.
 */
void
mps_store_list_requests_async (MpsStore *self, gint64 organization, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { list_requests, g_memdup2 (&organization, sizeof organization), g_free,
                        (GDestroyNotify) g_ptr_array_unref };

  mps_store_run_async (self, mps_store_list_requests_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_list_requests_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type MpsRequestSummary): the requests, the newest
 *   first
 */
GPtrArray *
mps_store_list_requests_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_list_requests_async, error);
}
