/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-run.h"

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  MpsPolicy *policy = data;
  MpsConnection *connection = run->job->connection;
  const char *version = mps_policy_get_version (policy);
  g_autofree char *detail = mps_history_dup_policy_detail (mps_policy_get_terms_version (policy));

  run->job->changes->policy = TRUE;
  run->job->changes->history = TRUE;
  return mps_rows_add_policy (connection, policy, error)
         && mps_rows_add_history (connection, "policy", version, detail, error)
         && mps_task_run_add_done (run, version, error);
}

static gpointer
load_policy (MpsJob *job, gpointer data, GError **error)
{
  MpsTaskSpec spec = { MPS_TASK_LOAD_POLICY, 0, 1, NULL, MPS_IRREVOCABLE, NULL, work };
  gint64 id;

  return GINT_TO_POINTER (mps_task_run (job, &spec, data, &id, error));
}

/**
 * mps_store_load_policy_async:
 * @self: a store
 * @policy: a policy; those before it are kept
 * @cancellable: (nullable): looked at before it begins
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Puts @policy in force. Fleets loaded from the store are judged by it at once.
 */
void
mps_store_load_policy_async (MpsStore *self, MpsPolicy *policy, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork store_work
      = { load_policy, mps_policy_ref (policy), (GDestroyNotify) mps_policy_unref, NULL };

  mps_store_run_async (self, mps_store_load_policy_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_load_policy_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether it is in force
 */
gboolean
mps_store_load_policy_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_load_policy_async, error) != NULL;
}

static gpointer
read_origin (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "SELECT id, loaded_at, who FROM policies ORDER BY id DESC LIMIT 1");
  MpsPolicyOrigin *origin;

  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return NULL;
  origin = g_new (MpsPolicyOrigin, 1);
  origin->is_first = mps_statement_get_int (statement, 0) == 1;
  origin->at = mps_statement_dup_text (statement, 1);
  origin->who = mps_statement_dup_text (statement, 2);
  return origin;
}

void
mps_policy_origin_free (MpsPolicyOrigin *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self);
}

/**
 * mps_store_get_policy_origin_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Asks where the policy in force came from. It waits for no task.
 */
void
mps_store_get_policy_origin_async (MpsStore *self, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { read_origin, NULL, NULL, (GDestroyNotify) mps_policy_origin_free };

  mps_store_read_async (self, mps_store_get_policy_origin_async, &work, cancellable, callback,
                        user_data);
}

/**
 * mps_store_get_policy_origin_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the origin; no database is without a policy
 */
MpsPolicyOrigin *
mps_store_get_policy_origin_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_get_policy_origin_async, error);
}
