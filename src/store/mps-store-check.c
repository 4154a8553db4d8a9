/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "mps-check.h"
#include "mps-schema.h"
#include "mps-store-private.h"

static gpointer
check (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  gboolean done;

  mps_connection_set_cancellable (job->connection, job->cancellable);
  done = mps_check_file (job->connection, problems, error);
  /* What a damaged file says about its rules is worth nothing. */
  if (done && problems->len == 0)
    done = mps_schema_compare (job->connection, problems, error)
           && mps_check_rules (job->connection, problems, error);
  mps_connection_set_cancellable (job->connection, NULL);
  return done ? g_steal_pointer (&problems) : NULL;
}

/**
 * mps_store_check_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Looks whether the file is sound, its tables and triggers are there, and
 * what they protect holds. It changes nothing.
 */
void
mps_store_check_async (MpsStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  MpsStoreWork work = { check, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  mps_store_run_async (self, mps_store_check_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_check_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsProblem): what is wrong; empty when all is
 *   well
 */
GPtrArray *
mps_store_check_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_check_async, error);
}
