/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-printers.h"

#include "mps-store-private.h"
#include "mps-targets.h"

#include <glib/gi18n.h>

/**
 * Undo:
 * @task: what is taken back
 * @contact: what it assigned
 * @targets: (element-type MpsTarget): the printers that it changed
 * @previous: the contacts that they had before, by the printer's id; 0 for none
 */
typedef struct {
  gint64 task;
  MpsProgress *progress;
  gint64 organization;
  gint64 contact;
  GArray *targets;
  GHashTable *previous;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *self = data;

  g_clear_object (&self->progress);
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_pointer (&self->previous, g_hash_table_unref);
  g_free (self);
}

static gint64
get_previous (Undo *self, gint64 printer)
{
  return *(const gint64 *) g_hash_table_lookup (self->previous, &printer);
}

static void
set_nothing_to_undo (Undo *self, GError **error)
{
  g_set_error (error, MPS_ERROR, MPS_ERROR_NOTHING_TO_UNDO,
               _ ("Task %lld has assigned no contact that could be taken back."),
               (long long) self->task);
}

static gboolean
read_task (Undo *self, MpsConnection *connection, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT organization, contact FROM tasks WHERE id = ? AND contact IS NOT NULL "
                  "AND ended IS NOT NULL");
  MpsStep step;

  mps_statement_bind_int (statement, 1, self->task);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_DONE)
    set_nothing_to_undo (self, error);
  if (step != MPS_STEP_ROW)
    return FALSE;
  self->organization = mps_statement_get_int (statement, 0);
  self->contact = mps_statement_get_int (statement, 1);
  return TRUE;
}

/* A printer that had the contact already was not changed, and is not changed back. */
static gboolean
read_items (Undo *self, MpsConnection *connection, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT printer, previous_contact, item FROM task_items "
                  "WHERE task = ? AND printer IS NOT NULL AND previous_contact IS NOT ? "
                  "ORDER BY ordinal");
  MpsStep step;

  mps_statement_bind_int (statement, 1, self->task);
  mps_statement_bind_int (statement, 2, self->contact);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      const gint64 printer = mps_statement_get_int (statement, 0);
      const gint64 previous = mps_statement_get_int (statement, 1);

      mps_target_list_add (self->targets, printer, mps_statement_get_text (statement, 2));
      g_hash_table_insert (self->previous, g_memdup2 (&printer, sizeof printer),
                           g_memdup2 (&previous, sizeof previous));
    }
  if (step == MPS_STEP_DONE && self->targets->len == 0)
    set_nothing_to_undo (self, error);
  return step == MPS_STEP_DONE && self->targets->len > 0;
}

static gboolean
find_contact (MpsConnection *connection, gint64 contact, gboolean *found, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT 1 FROM contacts WHERE id = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, contact);
  step = mps_statement_step (statement, error);
  *found = step == MPS_STEP_ROW;
  return step != MPS_STEP_ERROR;
}

static gboolean
undo_one (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data, GError **error)
{
  Undo *self = data;
  const gint64 previous = get_previous (self, printer->id);
  g_autoptr (MpsStatement) statement = NULL;
  gboolean found = TRUE;

  if (printer->contact != self->contact)
    return mps_task_run_add_failed (
        run, printer->serial, "changed-since",
        N_ ("The printer was given another contact meanwhile, and keeps it."), error);
  if (previous == 0 && mps_managed_is_protected (printer->managed))
    return mps_task_run_add_failed (run, printer->serial, "managed-printers",
                                    N_ ("The printer is managed or pending in MPS Express and had "
                                        "no contact before, so it keeps this one."),
                                    error);
  if (previous != 0 && !find_contact (run->job->connection, previous, &found, error))
    return FALSE;
  if (!found)
    return mps_task_run_add_failed (
        run, printer->serial, "contact-deleted",
        N_ ("The contact that the printer had before was deleted, so it keeps this one."), error);
  statement = mps_connection_prepare (run->job->connection,
                                      "UPDATE printers SET contact = ? WHERE id = ?");
  mps_statement_bind_id (statement, 1, previous);
  mps_statement_bind_int (statement, 2, printer->id);
  mps_job_touch_printer (run->job, printer->id);
  return mps_statement_run (statement, error)
         && mps_task_run_add_done (run, printer->serial, error);
}

/* An undo that undoes nothing says so, and is no task. */
static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Undo *self = data;

  if (!mps_targets_run (self->targets, run, 0, self->progress, undo_one, self, error))
    return FALSE;
  if (run->done > 0 || run->canceled)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_NOTHING_TO_UNDO,
               _ ("The assignment can’t be undone any more: all of its printers were changed "
                  "since, or can’t be without their contact. Nothing was changed."));
  return FALSE;
}

static gpointer
undo (MpsJob *job, gpointer data, GError **error)
{
  Undo *self = data;
  MpsTaskSpec spec = { MPS_TASK_ASSIGN, 0, 0, NULL, MPS_DURABLE, NULL, work, self->progress };

  self->targets = mps_target_list_new ();
  self->previous = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!read_task (self, job->connection, error) || !read_items (self, job->connection, error))
    return NULL;
  spec.organization = self->organization;
  spec.total = self->targets->len;
  return mps_task_run_to_task (job, &spec, self, error);
}

/**
 * mps_store_undo_assignment_async:
 * @self: a store
 * @task: a task that assigned a contact
 * @progress: (nullable): told of every printer
 * @cancellable: (nullable): those before a cancellation have their previous contact again
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Gives each printer that still has the contact of the task the one back that
 * it had before, or none. The others are failed items: printers that were
 * changed since, whose previous contact was deleted, and managed or pending
 * ones that had none, as they are never left without. It can't be undone in
 * its turn.
 */
void
mps_store_undo_assignment_async (MpsStore *self, gint64 task, MpsProgress *progress,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Undo *data = g_new0 (Undo, 1);
  MpsStoreWork store_work = { undo, data, undo_free, g_object_unref };

  data->task = task;
  g_set_object (&data->progress, progress);
  mps_store_run_async (self, mps_store_undo_assignment_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_undo_assignment_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_NOTHING_TO_UNDO
 *
 * Returns: (transfer full) (nullable): the new task with all its items, of kind assign
 */
MpsTask *
mps_store_undo_assignment_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_undo_assignment_async, error);
}
