/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-run.h"

static gboolean
load_policy_work (MpsTaskRun *run, gpointer data, GError **error)
{
  MpsPolicy *policy = data;
  const char *version = mps_policy_get_version (policy);

  run->job->changes->policy = TRUE;
  run->job->changes->history = TRUE;
  return mps_rows_add_policy (run->job->connection, policy, error)
         && mps_rows_add_history (run->job->connection, "policy", version,
                                  mps_policy_is_sample (policy) ? "sample" : "", error)
         && mps_task_run_add_done (run, version, error);
}

static gpointer
load_policy (MpsJob *job, gpointer data, GError **error)
{
  static const MpsTaskSpec spec = {
    .kind = MPS_TASK_LOAD_POLICY,
    .total = 1,
    .durability = MPS_IRREVOCABLE,
    .work = load_policy_work,
  };
  gint64 task;

  return GINT_TO_POINTER (mps_task_run (job, &spec, data, &task, error));
}

/**
 * mps_store_load_policy_async:
 * @self: a store
 * @policy: the policy agreed with Lexmark
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Makes @policy the one in force. The ones before it are kept.
 */
void
mps_store_load_policy_async (MpsStore *self, MpsPolicy *policy, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { load_policy, mps_policy_ref (policy), (GDestroyNotify) mps_policy_unref,
                        NULL };

  mps_store_run_async (self, mps_store_load_policy_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_load_policy_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether it is in force
 */
gboolean
mps_store_load_policy_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_load_policy_async, error) != NULL;
}
