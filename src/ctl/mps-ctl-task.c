/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-task.h"

#include "mps-ctl-table.h"

#include "fleet/mps-time.h"

#include <glib/gi18n.h>

static void
json_time (MpsCtlJson *json, const char *member, GDateTime *time)
{
  g_autofree char *text = time ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  mps_ctl_json_string (json, member, text);
}

static gboolean
is_listed (const MpsTaskItem *item, gboolean all_items)
{
  return all_items || !g_str_equal (item->outcome, "done");
}

static void
json_items (MpsCtlJson *json, GPtrArray *items, gboolean all_items)
{
  mps_ctl_json_begin_array (json, "items");
  for (guint i = 0; items && i < items->len; i++)
    {
      const MpsTaskItem *item = items->pdata[i];

      if (!is_listed (item, all_items))
        continue;
      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_string (json, "item", item->item);
      mps_ctl_json_string (json, "outcome", item->outcome);
      mps_ctl_json_string (json, "reason", item->reason);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

/**
 * mps_ctl_json_task:
 * @json: a writer
 * @task: a task
 * @all_items: list those that were done too
 * @added: how many printers were added, or -1 for a task that adds none
 *
 * Writes a TASK.
 */
void
mps_ctl_json_task (MpsCtlJson *json, MpsTask *task, gboolean all_items, int added)
{
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "task", mps_task_get_id (task));
  mps_ctl_json_string (json, "kind", mps_task_kind_get_id (mps_task_get_kind (task)));
  mps_ctl_json_string (json, "state", mps_task_state_get_id (mps_task_get_state (task)));
  json_time (json, "started", mps_task_get_started (task));
  json_time (json, "ended", mps_task_get_ended (task));
  mps_ctl_json_integer (json, "done", mps_task_get_done (task));
  mps_ctl_json_integer (json, "failed", mps_task_get_failed (task));
  if (added >= 0)
    mps_ctl_json_integer (json, "added", added);
  json_items (json, mps_task_get_items (task), all_items);
  mps_ctl_json_end (json);
}

static void
print_facts (MpsCtlOutput *output, MpsTask *task)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (output, 2, 0);
  g_autofree char *started = mps_time_dup_text (mps_task_get_started (task));
  g_autofree char *ended = mps_time_dup_text (mps_task_get_ended (task));
  const char *message = mps_task_get_message (task);

  mps_ctl_table_cell (table, _ ("Task ID"));
  mps_ctl_table_number (table, mps_task_get_id (task));
  mps_ctl_table_row (table, _ ("Kind"), mps_task_kind_get_label (mps_task_get_kind (task)), NULL);
  mps_ctl_table_row (table, _ ("State"), mps_task_state_get_label (mps_task_get_state (task)),
                     NULL);
  mps_ctl_table_row (table, _ ("Started"), started, NULL);
  mps_ctl_table_row (table, _ ("Ended"), ended, NULL);
  mps_ctl_table_cell (table, _ ("Done"));
  mps_ctl_table_number (table, mps_task_get_done (task));
  mps_ctl_table_cell (table, _ ("Failed"));
  mps_ctl_table_number (table, mps_task_get_failed (task));
  if (message && *message)
    mps_ctl_table_row (table, _ ("Message"), message, NULL);
}

static void
print_items (MpsCtlOutput *output, GPtrArray *items, gboolean all_items)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (output, 3, 0);

  for (guint i = 0; items && i < items->len; i++)
    {
      const MpsTaskItem *item = items->pdata[i];

      if (is_listed (item, all_items))
        mps_ctl_table_row (table, item->item, mps_task_outcome_get_label (item->outcome),
                           item->reason ? item->reason : "", NULL);
    }
}

/**
 * mps_ctl_print_task:
 * @output: where to
 * @task: a task
 * @all_items: list those that were done too
 *
 * Writes @task for people.
 */
void
mps_ctl_print_task (MpsCtlOutput *output, MpsTask *task, gboolean all_items)
{
  print_facts (output, task);
  print_items (output, mps_task_get_items (task), all_items);
}

/**
 * mps_ctl_report_task:
 * @ctl: the run
 * @task: the task that it did
 * @all_items: list those that were done too
 * @added: how many printers were added, or -1 for a task that adds none
 *
 * Returns: the exit status
 */
MpsCtlStatus
mps_ctl_report_task (MpsCtl *ctl, MpsTask *task, gboolean all_items, int added)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  if (ctl->json)
    mps_ctl_json_task (json, task, all_items, added);
  else
    mps_ctl_print_task (ctl->output, task, all_items);
  return mps_task_get_state (task) == MPS_TASK_COMPLETED ? MPS_CTL_DONE : MPS_CTL_PARTLY;
}
