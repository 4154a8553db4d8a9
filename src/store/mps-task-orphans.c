/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-orphans.h"

#include "fleet/mps-types.h"

#include "mps-rows.h"
#include "mps-task-locks.h"
#include "mps-task-message.h"

typedef struct {
  gint64 id;
  gint64 total;
} Orphan;

/* Those whose process is no more; with no @locks, all that run. */
static GArray *
find_orphans (MpsConnection *connection, int locks, GError **error)
{
  g_autoptr (GArray) orphans = g_array_new (FALSE, FALSE, sizeof (Orphan));
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT id, total FROM tasks WHERE state = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, MPS_TASK_RUNNING);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      Orphan orphan
          = { mps_statement_get_int (statement, 0), mps_statement_get_int (statement, 1) };

      if (locks < 0 || !mps_task_locks_is_taken (locks, orphan.id))
        g_array_append_val (orphans, orphan);
    }
  return step == MPS_STEP_DONE ? g_steal_pointer (&orphans) : NULL;
}

static gboolean
end_orphan (MpsConnection *connection, const Orphan *orphan, GError **error)
{
  g_autofree char *message = mps_task_message_keep_cut_off ((guint) orphan->total);
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection,
      "UPDATE tasks SET state = ?, ended = ?, message = ?, done = 0, failed = total WHERE id = ?");

  mps_statement_bind_int (statement, 1, MPS_TASK_FAILED);
  mps_statement_bind_text (statement, 2, now);
  mps_statement_bind_text (statement, 3, message);
  mps_statement_bind_int (statement, 4, orphan->id);
  return mps_statement_run (statement, error);
}

static gboolean
end_each (MpsConnection *connection, GArray *orphans, GError **error)
{
  for (guint i = 0; i < orphans->len; i++)
    if (!end_orphan (connection, &g_array_index (orphans, Orphan, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
end_orphans (MpsJob *job, GError **error)
{
  g_autoptr (GArray) orphans
      = find_orphans (job->connection, mps_worker_get_task_locks (job->worker), error);

  if (orphans == NULL || !end_each (job->connection, orphans, error))
    return FALSE;
  job->changes->tasks = orphans->len > 0;
  return TRUE;
}

/**
 * mps_task_orphans_end:
 * @job: the job that opens the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Ends the tasks that were running in a process that is no more: they failed,
 * with a message that says so. Those that another process works on are left.
 */
gboolean
mps_task_orphans_end (MpsJob *job, GError **error)
{
  g_autoptr (GArray) orphans
      = find_orphans (job->connection, mps_worker_get_task_locks (job->worker), error);

  /* To open a database must not wait for whoever writes to it, so look before. */
  if (orphans == NULL)
    return FALSE;
  if (orphans->len == 0)
    return TRUE;
  if (!mps_job_begin (job, MPS_DURABLE, error))
    return FALSE;
  if (end_orphans (job, error))
    return mps_job_commit (job, error);
  mps_job_rollback (job);
  return FALSE;
}

/**
 * mps_task_orphans_end_all:
 * @connection: a copy of a database, with a transaction
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Ends all tasks that were running when the copy was made: nobody works on
 * them in what the copy is for.
 */
gboolean
mps_task_orphans_end_all (MpsConnection *connection, GError **error)
{
  g_autoptr (GArray) orphans = find_orphans (connection, -1, error);

  return orphans != NULL && end_each (connection, orphans, error);
}
