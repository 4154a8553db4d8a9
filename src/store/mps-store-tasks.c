/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "mps-store-private.h"
#include "mps-task-orphans.h"
#include "mps-task-rows.h"

typedef struct {
  gint64 task;
  gboolean all_items;
} TaskData;

static gpointer
list_tasks (MpsJob *job, gpointer data, GError **error)
{
  return mps_task_rows_list (job->connection, error);
}

static gpointer
get_task (MpsJob *job, gpointer data, GError **error)
{
  const TaskData *wanted = data;

  return mps_task_rows_read (job->connection, wanted->task, wanted->all_items, error);
}

/**
 * mps_store_list_tasks_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_list_tasks_async (MpsStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  MpsStoreWork work = { list_tasks, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  mps_store_run_async (self, mps_store_list_tasks_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_list_tasks_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type MpsTask): the newest first, without items
 */
GPtrArray *
mps_store_list_tasks_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_list_tasks_async, error);
}

/**
 * mps_store_get_task_async:
 * @self: a store
 * @task: its id
 * @all_items: all its items; else those that failed or were not done
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_get_task_async (MpsStore *self, gint64 task, gboolean all_items,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  TaskData data = { task, all_items };
  MpsStoreWork work = { get_task, g_memdup2 (&data, sizeof data), g_free, g_object_unref };

  mps_store_run_async (self, mps_store_get_task_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_get_task_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_TASK
 *
 * Returns: (transfer full) (nullable): the task
 */
MpsTask *
mps_store_get_task_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_get_task_async, error);
}

static gpointer
end_orphans (MpsJob *job, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mps_task_orphans_end (job, error));
}

/**
 * mps_store_end_orphans:
 * @self: a store
 *
 * Ends the tasks of other processes that are no more, as opening the database
 * does; “changed” tells when there were any.
 */
void
mps_store_end_orphans (MpsStore *self)
{
  MpsStoreWork work = { end_orphans, NULL, NULL, NULL };

  mps_store_run_async (self, mps_store_end_orphans, &work, NULL, NULL, NULL);
}
