/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lookup.h"

#include "mps-lookup-private.h"
#include "mps-task-rows.h"

/* A task of no organization, as loading a policy, is of interest in all of them. */
#define WANTED_TASKS                                                                               \
  " WHERE (?1 = 0 OR tasks.organization IS NULL OR tasks.organization = ?1) "                      \
  "AND (?2 < 0 OR kind = ?2) AND (?3 < 0 OR state = ?3) ORDER BY tasks.id DESC"

static gpointer
read_task (MpsStatement *statement)
{
  return mps_task_rows_read_task (statement);
}

static void
append_task (MpsStatement *statement, GString *text)
{
  g_autoptr (MpsTask) task = mps_task_rows_read_task (statement);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "\n", mps_task_get_id (task));
  mps_lookup_append_words (text, mps_task_kind_get_label (mps_task_get_kind (task)));
  mps_lookup_append_words (text, mps_task_state_get_label (mps_task_get_state (task)));
  mps_lookup_append_words (text, mps_task_get_who (task));
  mps_lookup_append_words (text, mps_task_get_subject (task));
  mps_lookup_append_words (text, mps_task_get_message (task));
}

static void
free_task (gpointer task)
{
  if (task)
    g_object_unref (task);
}

static const MpsLookupClass tasks = {
  .kind = MPS_LOOKUP_TASKS,
  .select_keys = "SELECT tasks.id FROM tasks" WANTED_TASKS,
  .select_all = "SELECT " MPS_TASK_ROWS WANTED_TASKS,
  .select_one = "SELECT " MPS_TASK_ROWS " WHERE tasks.id = ?",
  .read = read_task,
  .append_text = append_task,
  .free_record = free_task,
};

/**
 * mps_lookup_new_tasks:
 * @organization: those of it and those of none; 0 for all
 * @kind: of one kind, or %MPS_LOOKUP_ANY
 * @state: in one state, or %MPS_LOOKUP_ANY
 * @search: (nullable): what their ID, kind, state, who, file, contact or message must have
 *
 * Returns: (transfer full): a lookup of tasks
 */
MpsLookup *
mps_lookup_new_tasks (gint64 organization, int kind, int state, const char *search)
{
  return mps_lookup_new (&tasks, (const gint64[]) { organization, kind, state }, 3, NULL, search);
}

#define ITEMS " FROM task_items WHERE task = ?1 AND outcome >= ?2 ORDER BY ordinal"

static gpointer
read_item (MpsStatement *statement)
{
  return mps_task_rows_read_item (statement, 1);
}

static void
append_item (MpsStatement *statement, GString *text)
{
  g_autoptr (MpsTaskItem) item = mps_task_rows_read_item (statement, 1);

  mps_lookup_append_words (text, item->item);
  mps_lookup_append_words (text, mps_task_outcome_get_label (item->outcome));
  mps_lookup_append_words (text, item->reason ? item->reason : "");
}

static void
free_item (gpointer item)
{
  if (item)
    mps_task_item_free (item);
}

static const MpsLookupClass items = {
  .kind = MPS_LOOKUP_TASK_ITEMS,
  .has_owner = TRUE,
  .select_keys = "SELECT ordinal" ITEMS,
  .select_all = "SELECT ordinal, item, outcome, code, reason" ITEMS,
  .select_one = "SELECT ordinal, item, outcome, code, reason FROM task_items "
                "WHERE ordinal = ?1 AND task = ?2",
  .read = read_item,
  .append_text = append_item,
  .free_record = free_item,
};

/**
 * mps_lookup_new_task_items:
 * @task: the id of a task
 * @all: all its items; else those that failed or were not done
 * @search: (nullable): what item, outcome or reason must have
 *
 * Returns: (transfer full): a lookup of items
 */
MpsLookup *
mps_lookup_new_task_items (gint64 task, gboolean all, const char *search)
{
  const gint64 numbers[] = { task, all ? MPS_OUTCOME_DONE : MPS_OUTCOME_FAILED };

  return mps_lookup_new (&items, numbers, G_N_ELEMENTS (numbers), NULL, search);
}
