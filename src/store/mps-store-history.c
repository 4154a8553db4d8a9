/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "mps-rows.h"
#include "mps-store-private.h"

static gpointer
list_history (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_history_entry_free);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "SELECT " MPS_ROWS_HISTORY " FROM history ORDER BY id");
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (list, mps_rows_read_history (statement));
  return step == MPS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * mps_store_list_history_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_list_history_async (MpsStore *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { list_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  mps_store_run_async (self, mps_store_list_history_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_list_history_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type MpsHistoryEntry): the oldest first
 */
GPtrArray *
mps_store_list_history_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_list_history_async, error);
}
