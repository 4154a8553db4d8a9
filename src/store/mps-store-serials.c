/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-printers.h"

#include "mps-store-private.h"

/* So often a cancellation is looked for. */
#define CANCEL_STEP 1024

static gboolean
find_one (MpsStatement *statement, const char *serial, GArray *found, GError **error)
{
  MpsFoundPrinter printer = { 0, 0 };
  MpsStep step;

  mps_statement_bind_text (statement, 1, serial);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    {
      printer.id = mps_statement_get_int (statement, 0);
      printer.organization = mps_statement_get_int (statement, 1);
    }
  mps_statement_release (statement);
  g_array_append_val (found, printer);
  return step != MPS_STEP_ERROR;
}

static gpointer
find_printers (MpsJob *job, gpointer data, GError **error)
{
  char **serials = data;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MpsFoundPrinter));
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "SELECT id, organization FROM printers WHERE serial = ?");

  for (guint i = 0; serials[i]; i++)
    if ((i % CANCEL_STEP == 0 && mps_job_set_error_if_cancelled (job, error))
        || !find_one (statement, serials[i], found, error))
      return NULL;
  return g_steal_pointer (&found);
}

/**
 * mps_store_find_printers_async:
 * @self: a store
 * @serials: serial numbers as they are stored
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Looks for very many printers without a stop of the main thread.
 */
void
mps_store_find_printers_async (MpsStore *self, const char *const *serials,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  MpsStoreWork work = { find_printers, g_strdupv ((char **) serials), (GDestroyNotify) g_strfreev,
                        (GDestroyNotify) g_array_unref };

  mps_store_run_async (self, mps_store_find_printers_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_find_printers_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type MpsFoundPrinter): one for each serial
 *   number, in their order
 */
GArray *
mps_store_find_printers_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_find_printers_async, error);
}
