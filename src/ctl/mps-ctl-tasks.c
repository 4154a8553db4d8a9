/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"
#include "mps-ctl-task.h"

#include "fleet/mps-time.h"
#include "store/mps-store-programme.h"

#include <glib/gi18n.h>

static gboolean all_items;

static MpsTask *
read_task (MpsCtl *ctl, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_get_task_async (ctl->store, id, all_items, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  return mps_store_get_task_finish (ctl->store, result, error);
}

static void
print_list (MpsCtl *ctl, GPtrArray *tasks)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (
      ctl->output, 7, MPS_CTL_NUMBER (0) | MPS_CTL_NUMBER (5) | MPS_CTL_NUMBER (6));

  mps_ctl_table_row (table, _ ("Task ID"), _ ("Kind"), _ ("State"), _ ("Who"), _ ("Started"),
                     _ ("Done"), _ ("Failed"), NULL);
  for (guint i = 0; i < tasks->len; i++)
    {
      MpsTask *task = tasks->pdata[i];
      g_autofree char *started = mps_time_dup_text (mps_task_get_started (task));

      mps_ctl_table_number (table, mps_task_get_id (task));
      mps_ctl_table_row (table, mps_task_kind_get_label (mps_task_get_kind (task)),
                         mps_task_state_get_label (mps_task_get_state (task)),
                         mps_task_get_who (task), started, NULL);
      mps_ctl_table_number (table, mps_task_get_done (task));
      mps_ctl_table_number (table, mps_task_get_failed (task));
    }
}

/* Tasks are read one by one, as a list comes without items. */
static gboolean
json_list (MpsCtl *ctl, GPtrArray *tasks, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tasks->len; i++)
    {
      MpsTask *task = read_task (ctl, mps_task_get_id (tasks->pdata[i]), error);

      if (task == NULL)
        return FALSE;
      g_ptr_array_add (whole, task);
    }
  mps_ctl_json_begin_array (json, NULL);
  for (guint i = 0; i < whole->len; i++)
    mps_ctl_json_task (json, whole->pdata[i], all_items, -1);
  mps_ctl_json_end (json);
  return TRUE;
}

static MpsCtlStatus
list (MpsCtl *ctl, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_store_list_tasks_async (ctl->store, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  tasks = mps_store_list_tasks_finish (ctl->store, result, error);
  if (tasks == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    return json_list (ctl, tasks, error) ? MPS_CTL_DONE : MPS_CTL_FAILED;
  print_list (ctl, tasks);
  return MPS_CTL_DONE;
}

static MpsCtlStatus
show (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (MpsTask) task = NULL;
  gint64 id;

  if (!mps_ctl_parse_id (ctl->arguments[0], &id, error)
      || !mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  task = read_task (ctl, id, error);
  if (task == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    mps_ctl_json_task (json, task, all_items, -1);
  else
    mps_ctl_print_task (ctl->output, task, all_items);
  return MPS_CTL_DONE;
}

static const GOptionEntry options[] = {
  MPS_CTL_ALL_ITEMS_ENTRY (all_items),
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_tasks_commands[] = {
  { "tasks", "list", "[--all-items]", N_ ("List tasks"), options, 0, 0, FALSE, list },
  { "tasks", "show", "ID [--all-items]", N_ ("Show a task and its items"), options, 1, 1, FALSE,
    show },
  { NULL },
};
