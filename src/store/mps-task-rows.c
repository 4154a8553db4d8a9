/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-rows.h"

#include "fleet/mps-error.h"
#include "fleet/mps-records.h"

#include "mps-task-message.h"

#include <glib/gi18n.h>

static const char *const outcomes[] = {
  [MPS_OUTCOME_DONE] = "done",
  [MPS_OUTCOME_FAILED] = "failed",
  [MPS_OUTCOME_NOT_DONE] = "not-done",
};

/**
 * mps_outcome_get_id:
 * @outcome: what became of an item
 *
 * Returns: its stable id: “done”, “failed” or “not-done”; static
 */
const char *
mps_outcome_get_id (MpsOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (outcomes), NULL);
  return outcomes[outcome];
}

/* The file that it read, or else the contact that it assigned. */
static char *
dup_subject (MpsStatement *statement)
{
  const char *file_name = mps_statement_get_text (statement, 10);
  const char *first = mps_statement_get_text (statement, 11);
  const char *last = mps_statement_get_text (statement, 12);
  const char *country = mps_statement_get_text (statement, 13);

  if (*file_name || mps_statement_is_null (statement, 11))
    return g_strdup (file_name);
  return mps_contact_name_format (first, last,
                                  mps_contact_name_is_family_first (first, last, country));
}

/**
 * mps_task_rows_read_task:
 * @statement: a statement that stands on a row with the columns %MPS_TASK_ROWS
 *
 * Returns: (transfer full): the task, without items
 */
MpsTask *
mps_task_rows_read_task (MpsStatement *statement)
{
  g_autoptr (GDateTime) started
      = g_date_time_new_from_iso8601 (mps_statement_get_text (statement, 4), NULL);
  g_autoptr (GDateTime) ended = NULL;
  g_autofree char *subject = dup_subject (statement);
  g_autofree char *message = mps_task_message_dup_text (mps_statement_get_text (statement, 8));
  MpsTask *task;

  if (!mps_statement_is_null (statement, 5))
    ended = g_date_time_new_from_iso8601 (mps_statement_get_text (statement, 5), NULL);
  task = mps_task_new (
      mps_statement_get_int (statement, 0), (MpsTaskKind) mps_statement_get_int (statement, 1),
      (MpsTaskState) mps_statement_get_int (statement, 2), mps_statement_get_text (statement, 3),
      started, ended, (guint) mps_statement_get_int (statement, 6),
      (guint) mps_statement_get_int (statement, 7), message);
  mps_task_set_organization (task, mps_statement_get_int (statement, 9));
  mps_task_set_contact (task, mps_statement_get_int (statement, 14));
  mps_task_set_subject (task, subject);
  return task;
}

static const char *
get_text_or_null (MpsStatement *statement, int column)
{
  return mps_statement_is_null (statement, column) ? NULL
                                                   : mps_statement_get_text (statement, column);
}

static char *
dup_reason (MpsStatement *statement, int column)
{
  const char *reason = get_text_or_null (statement, column);

  return reason ? mps_types_dup_translated (reason) : NULL;
}

/**
 * mps_task_rows_read_item:
 * @statement: a statement that stands on a row
 * @first: the first of the columns item, outcome, code, reason
 *
 * Returns: (transfer full): the item
 */
MpsTaskItem *
mps_task_rows_read_item (MpsStatement *statement, int first)
{
  g_autofree char *reason = dup_reason (statement, first + 3);

  return mps_task_item_new (
      mps_statement_get_text (statement, first),
      mps_outcome_get_id ((MpsOutcome) mps_statement_get_int (statement, first + 1)),
      get_text_or_null (statement, first + 2), reason);
}

static gboolean
read_items (MpsConnection *connection, MpsTask *task, gboolean all, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT item, outcome, code, reason FROM task_items "
                                            "WHERE task = ? AND outcome >= ? ORDER BY ordinal");
  MpsStep step;

  mps_statement_bind_int (statement, 1, mps_task_get_id (task));
  mps_statement_bind_int (statement, 2, all ? MPS_OUTCOME_DONE : MPS_OUTCOME_FAILED);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    mps_task_take_item (task, mps_task_rows_read_item (statement, 0));
  return step == MPS_STEP_DONE;
}

/**
 * mps_task_rows_list:
 * @connection: the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsTask): all tasks, the newest first,
 *   without items
 */
GPtrArray *
mps_task_rows_list (MpsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT " MPS_TASK_ROWS " ORDER BY tasks.id DESC");
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (list, mps_task_rows_read_task (statement));
  return step == MPS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * mps_task_rows_read:
 * @connection: the database
 * @id: of a task
 * @all_items: with all its items; else with those that failed or were not done
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_TASK
 *
 * Returns: (transfer full) (nullable): the task
 */
MpsTask *
mps_task_rows_read (MpsConnection *connection, gint64 id, gboolean all_items, GError **error)
{
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT " MPS_TASK_ROWS " WHERE tasks.id = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    task = mps_task_rows_read_task (statement);
  else if (step == MPS_STEP_DONE)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_TASK,
                 _ ("There is no task %lld. List the tasks to see their IDs."), (long long) id);
  if (task == NULL || !read_items (connection, task, all_items, error))
    return NULL;
  return g_steal_pointer (&task);
}
