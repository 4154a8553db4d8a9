/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-run.h"

#include "mps-rows.h"
#include "mps-task-locks.h"
#include "mps-task-message.h"

#include <glib/gi18n.h>

static gboolean
insert_task (MpsJob *job, const MpsTaskSpec *spec, gint64 *id, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "INSERT INTO tasks (organization, kind, who, started, total, file_name) "
                       "VALUES (?, ?, ?, ?, ?, ?)");

  mps_statement_bind_id (statement, 1, spec->organization);
  mps_statement_bind_int (statement, 2, spec->kind);
  mps_statement_bind_text (statement, 3, g_get_user_name ());
  mps_statement_bind_text (statement, 4, now);
  mps_statement_bind_int (statement, 5, spec->total);
  mps_statement_bind_text (statement, 6, spec->file_name ? spec->file_name : "");
  if (!mps_statement_run (statement, error))
    return FALSE;
  *id = mps_connection_get_last_id (job->connection);
  return TRUE;
}

/* The lock is taken before the task can be seen, so that nobody takes it for one that crashed. */
static gboolean
begin_task (MpsJob *job, const MpsTaskSpec *spec, gpointer data, gint64 *id, GError **error)
{
  if (!mps_job_begin (job, MPS_DURABLE, error))
    return FALSE;
  if ((spec->check && !spec->check (job, data, error)) || !insert_task (job, spec, id, error))
    {
      mps_job_rollback (job);
      return FALSE;
    }
  mps_task_locks_take (mps_worker_get_task_locks (job->worker), *id);
  job->changes->tasks = TRUE;
  return mps_job_commit (job, error);
}

/* A window that shows the work can then lead to the task. */
static void
tell_task (const MpsTaskSpec *spec, gint64 id)
{
  if (spec->progress)
    mps_progress_set_task (spec->progress, id);
}

static gboolean
update_task (MpsJob *job, gint64 id, MpsTaskState state, guint done, guint failed,
             const char *message, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE tasks SET state = ?, ended = ?, done = ?, failed = ?, message = ? "
                       "WHERE id = ?");

  mps_statement_bind_int (statement, 1, state);
  mps_statement_bind_text (statement, 2, now);
  mps_statement_bind_int (statement, 3, done);
  mps_statement_bind_int (statement, 4, failed);
  mps_statement_bind_text (statement, 5, message);
  mps_statement_bind_int (statement, 6, id);
  job->changes->tasks = TRUE;
  return mps_statement_run (statement, error);
}

static char *
keep_error (MpsJob *job, const GError *cause)
{
  return mps_task_message_keep_error (cause, mps_connection_get_path (job->connection));
}

static gboolean
end_task (MpsTaskRun *run, GError **error)
{
  MpsTaskState state = MPS_TASK_COMPLETED;
  g_autofree char *message = run->failure ? keep_error (run->job, run->failure) : g_strdup ("");

  if (run->failure)
    state = MPS_TASK_FAILED;
  else if (run->canceled)
    state = MPS_TASK_CANCELED;
  else if (run->failed > 0)
    state = MPS_TASK_COMPLETED_WITH_ERRORS;
  return update_task (run->job, run->id, state, run->done, run->failed, message, error);
}

/* What is done and that the task has ended are stored together or not at all. */
static gboolean
work_on_task (MpsTaskRun *run, const MpsTaskSpec *spec, gpointer data, GError **error)
{
  if (!mps_job_begin (run->job, spec->durability, error))
    return FALSE;
  if (spec->work (run, data, error) && end_task (run, error))
    return mps_job_commit (run->job, error);
  mps_job_rollback (run->job);
  return FALSE;
}

static gboolean
delete_task (MpsJob *job, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (job->connection, "DELETE FROM tasks WHERE id = ?");

  mps_statement_bind_int (statement, 1, id);
  job->changes->tasks = TRUE;
  return mps_statement_run (statement, error);
}

/* A refusal leaves no task, a failure one that says what failed, and what was canceled and taken
 * back one that did nothing. If not even that can be written, it stays a running one without a
 * lock, and the next opening ends it. */
static void
record_error (MpsJob *job, gint64 id, const MpsTaskSpec *spec, const GError *cause)
{
  MpsTaskState state = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? MPS_TASK_CANCELED
                                                                                 : MPS_TASK_FAILED;
  g_autofree char *message = keep_error (job, cause);
  gboolean recorded;

  if (!mps_job_begin (job, MPS_DURABLE, NULL))
    return;
  if (mps_error_is_refusal (cause))
    {
      recorded = delete_task (job, id, NULL);
      tell_task (spec, 0);
    }
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    recorded = update_task (job, id, MPS_TASK_CANCELED, 0, 0, "", NULL);
  else
    recorded = update_task (job, id, state, 0, spec->total, message, NULL);
  if (recorded)
    mps_job_commit (job, NULL);
  else
    mps_job_rollback (job);
}

/**
 * mps_task_run:
 * @job: a job without a transaction
 * @spec: what is to be done
 * @data: for the functions of @spec
 * @id: (out): the task's id
 * @error: return location for a #GError
 *
 * Does a piece of work as a task: a small transaction in which it begins, and
 * one with all of the work and its end. Cut off at any point, nothing is half
 * done and the task is known not to have ended.
 *
 * Returns: whether it ended, completed or canceled
 */
gboolean
mps_task_run (MpsJob *job, const MpsTaskSpec *spec, gpointer data, gint64 *id, GError **error)
{
  MpsTaskRun run = { .job = job };
  GError *local_error = NULL;
  int locks = mps_worker_get_task_locks (job->worker);

  if (!begin_task (job, spec, data, &run.id, error))
    {
      mps_task_locks_drop (locks, run.id);
      return FALSE;
    }
  *id = run.id;
  tell_task (spec, run.id);
  if (!work_on_task (&run, spec, data, &local_error))
    record_error (job, run.id, spec, local_error);
  mps_task_locks_drop (locks, run.id);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * mps_task_run_to_task:
 * @job: a job without a transaction
 * @spec: what is to be done
 * @data: for the functions of @spec
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the task as it ended, with the outcome of each item
 */
MpsTask *
mps_task_run_to_task (MpsJob *job, const MpsTaskSpec *spec, gpointer data, GError **error)
{
  gint64 id;

  if (!mps_task_run (job, spec, data, &id, error))
    return NULL;
  return mps_task_rows_read (job->connection, id, TRUE, error);
}

static gboolean
insert_item (MpsTaskRun *self, const char *item, MpsOutcome outcome, const char *code,
             const char *reason, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      self->job->connection, "INSERT INTO task_items (task, ordinal, item, outcome, code, reason) "
                             "VALUES (?, ?, ?, ?, ?, ?)");

  mps_statement_bind_int (statement, 1, self->id);
  mps_statement_bind_int (statement, 2, self->n_items++);
  mps_statement_bind_text (statement, 3, item);
  mps_statement_bind_int (statement, 4, outcome);
  mps_statement_bind_text (statement, 5, code);
  mps_statement_bind_text (statement, 6, reason);
  return mps_statement_run (statement, error);
}

gboolean
mps_task_run_add_done (MpsTaskRun *self, const char *item, GError **error)
{
  self->done++;
  return insert_item (self, item, MPS_OUTCOME_DONE, NULL, NULL, error);
}

/**
 * mps_task_run_set_contact:
 * @self: a task that runs
 * @contact: the contact that it assigns, so that it can be undone
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_task_run_set_contact (MpsTaskRun *self, gint64 contact, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (self->job->connection, "UPDATE tasks SET contact = ? WHERE id = ?");

  mps_statement_bind_int (statement, 1, contact);
  mps_statement_bind_int (statement, 2, self->id);
  return mps_statement_run (statement, error);
}

/**
 * mps_task_run_add_assigned:
 * @self: a task that assigns a contact
 * @printer: a printer to which it was assigned, as it was before
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Adds the printer as done, and remembers the contact that it had.
 */
gboolean
mps_task_run_add_assigned (MpsTaskRun *self, const MpsPrinterRecord *printer, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      self->job->connection,
      "INSERT INTO task_items (task, ordinal, item, outcome, printer, previous_contact) "
      "VALUES (?, ?, ?, ?, ?, ?)");

  self->done++;
  mps_statement_bind_int (statement, 1, self->id);
  mps_statement_bind_int (statement, 2, self->n_items++);
  mps_statement_bind_text (statement, 3, printer->serial);
  mps_statement_bind_int (statement, 4, MPS_OUTCOME_DONE);
  mps_statement_bind_int (statement, 5, printer->id);
  mps_statement_bind_id (statement, 6, printer->contact);
  return mps_statement_run (statement, error);
}

/**
 * mps_task_run_add_failed:
 * @self: a task that runs
 * @item: what was not done: a serial number, a line of a file
 * @code: the stable id of the reason
 * @reason: the reason, in English but marked for translation: who reads the task may speak another
 *   language than who ran it. What has names or numbers in it is translated already.
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_task_run_add_failed (MpsTaskRun *self, const char *item, const char *code, const char *reason,
                         GError **error)
{
  self->failed++;
  return insert_item (self, item, MPS_OUTCOME_FAILED, code, reason, error);
}

gboolean
mps_task_run_add_not_done (MpsTaskRun *self, const char *item, GError **error)
{
  self->canceled = self->failure == NULL;
  return insert_item (self, item, MPS_OUTCOME_NOT_DONE, NULL, NULL, error);
}

/**
 * mps_task_run_forget_items:
 * @self: a task that runs, and whose items were rolled back
 *
 * Counts from the beginning.
 */
void
mps_task_run_forget_items (MpsTaskRun *self)
{
  self->done = self->failed = self->n_items = 0;
}

/**
 * mps_task_run_add_problem:
 * @self: a task that runs
 * @problem: what is wrong with a row
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Keeps @problem as an item. It is not counted: a row may have several.
 */
gboolean
mps_task_run_add_problem (MpsTaskRun *self, const MpsProblem *problem, GError **error)
{
  g_autofree char *item = NULL;

  if (problem->line == 0)
    item = g_strdup (problem->column ? problem->column : "");
  else if (problem->column == NULL)
    item = g_strdup_printf ("%u", problem->line);
  else
    item = g_strdup_printf ("%u: %s", problem->line, problem->column);
  return insert_item (self, item, MPS_OUTCOME_FAILED, problem->code,
                      problem->english ? problem->english : problem->reason, error);
}
