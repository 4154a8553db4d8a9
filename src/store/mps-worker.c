/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-worker.h"

#include "mps-database.h"
#include "mps-job.h"
#include "mps-rows.h"
#include "mps-task-locks.h"

/* How often an idle worker looks whether another process wrote, in microseconds. */
#define LOOK_INTERVAL (1 * G_USEC_PER_SEC)

/* How long to wait for another process that writes, in milliseconds. */
#define BUSY_TIMEOUT 5000

struct _MpsWorker {
  gatomicrefcount ref_count; /* the owner, the thread, and each notification on its way */
  GWeakRef owner;
  MpsWorkerNotify notify;
  GMainContext *context; /* owned; the owner's */
  GAsyncQueue *queue;    /* owned: Entry */
  GThread *thread;       /* joined by mps_worker_stop() */
  int stopping;          /* (atomic) */

  /* Of the thread alone. */
  MpsConnection *connection; /* owned; NULL until it is open */
  MpsPolicy *policy;         /* owned; that of policy_id */
  gint64 policy_id;
  gint64 policy_version; /* the data_version at which it was read */
  gint64 data_version;   /* changes when another process wrote */
  gint64 looked_at;      /* monotonic time */
  int task_locks;        /* a file descriptor, or -1 */
};

/* A job in the queue, or a change set to be freed; one with neither ends the thread. */
typedef struct {
  GTask *task;
  MpsJobFunc func;
  GDestroyNotify destroy_result;
  MpsChanges *changes;
} Entry;

/* What goes back to the main context, so that everything of the task is dropped there: were the
 * last reference of the store dropped on its thread, the thread would wait for itself. */
typedef struct {
  GTask *task;
  gpointer result;
  GDestroyNotify destroy_result;
  GError *error;
} Completion;

typedef struct {
  MpsWorker *worker;
  MpsChanges *changes;
  MpsPolicy *policy;
} Notification;

static void
mps_worker_unref (MpsWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_weak_ref_clear (&self->owner);
  g_main_context_unref (self->context);
  g_async_queue_unref (self->queue);
  g_free (self);
}

static void
attach (MpsWorker *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* All at the same priority, so that they arrive in order: a change before its job's end. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_set_static_name (source, "MpsWorker");
  g_source_attach (source, self->context);
}

static gboolean
complete (gpointer data)
{
  Completion *completion = data;

  if (completion->error)
    g_task_return_error (completion->task, g_steal_pointer (&completion->error));
  else
    g_task_return_pointer (completion->task, g_steal_pointer (&completion->result),
                           completion->destroy_result);
  return G_SOURCE_REMOVE;
}

static void
free_completion (gpointer data)
{
  Completion *completion = data;

  if (completion->result && completion->destroy_result)
    completion->destroy_result (completion->result);
  g_clear_error (&completion->error);
  g_object_unref (completion->task);
  g_free (completion);
}

static gboolean
notify (gpointer data)
{
  Notification *notification = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&notification->worker->owner);

  if (owner)
    notification->worker->notify (owner, notification->changes, notification->policy);
  return G_SOURCE_REMOVE;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->changes, mps_changes_unref);
  g_free (entry);
}

/* Freeing thousands of records takes longer than the main thread can be spared. */
static void
free_notification (gpointer data)
{
  Notification *notification = data;
  Entry *entry = g_new0 (Entry, 1);

  entry->changes = notification->changes;
  g_async_queue_push (notification->worker->queue, entry);
  g_clear_pointer (&notification->policy, mps_policy_unref);
  mps_worker_unref (notification->worker);
  g_free (notification);
}

/**
 * mps_worker_post:
 * @self: a worker, on its thread
 * @changes: what was committed; not changed any more
 *
 * Tells the owner what changed.
 */
void
mps_worker_post (MpsWorker *self, MpsChanges *changes)
{
  Notification *notification = g_new0 (Notification, 1);

  g_atomic_ref_count_inc (&self->ref_count);
  notification->worker = self;
  notification->changes = mps_changes_ref (changes);
  if (changes->policy && mps_worker_read_policy (self, NULL))
    notification->policy = mps_policy_ref (self->policy);
  attach (self, notify, notification, free_notification);
}

static void
run_entry (MpsWorker *self, Entry *entry)
{
  Completion *completion = g_new0 (Completion, 1);
  MpsJob job;

  completion->task = g_steal_pointer (&entry->task);
  completion->destroy_result = entry->destroy_result;
  mps_job_init (&job, self, g_task_get_cancellable (completion->task));
  if (!mps_job_set_error_if_cancelled (&job, &completion->error))
    completion->result
        = entry->func (&job, g_task_get_task_data (completion->task), &completion->error);
  mps_job_clear (&job);
  attach (self, complete, completion, free_completion);
}

static gint64
read_data_version (MpsWorker *self)
{
  gint64 version;

  /* If it can't be read now, the next look will tell. */
  if (!mps_connection_query_int (self->connection, "PRAGMA data_version", &version, NULL))
    return self->data_version;
  return version;
}

static void
look_for_others (MpsWorker *self)
{
  g_autoptr (MpsChanges) changes = NULL;
  gint64 version;

  self->looked_at = g_get_monotonic_time ();
  if (self->connection == NULL)
    return;
  version = read_data_version (self);
  if (version == self->data_version)
    return;
  self->data_version = version;
  changes = mps_changes_new ();
  mps_changes_set_reload (changes);
  changes->policy = changes->tasks = changes->history = changes->requests = TRUE;
  mps_worker_post (self, changes);
}

static gpointer
run_thread (gpointer data)
{
  MpsWorker *self = data;
  gboolean running = TRUE;

  while (running)
    {
      Entry *entry = g_async_queue_timeout_pop (self->queue, LOOK_INTERVAL);

      running = entry == NULL || entry->task || entry->changes;
      if (entry && entry->task)
        run_entry (self, entry);
      g_clear_pointer (&entry, entry_free);
      if (g_get_monotonic_time () - self->looked_at >= LOOK_INTERVAL)
        look_for_others (self);
    }
  g_clear_pointer (&self->connection, mps_connection_free);
  g_clear_pointer (&self->policy, mps_policy_unref);
  mps_task_locks_close (self->task_locks);
  mps_worker_unref (self);
  return NULL;
}

/**
 * mps_worker_new:
 * @owner: whom it works for; not kept alive
 * @func: told what changed, on this thread's main context
 *
 * Returns: (transfer full): a worker whose thread runs; end it with mps_worker_stop()
 */
MpsWorker *
mps_worker_new (GObject *owner, MpsWorkerNotify func)
{
  MpsWorker *self = g_new0 (MpsWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_weak_ref_init (&self->owner, owner);
  self->notify = func;
  self->context = g_main_context_ref_thread_default ();
  self->queue = g_async_queue_new_full (entry_free);
  self->task_locks = -1;
  g_atomic_ref_count_inc (&self->ref_count);
  self->thread = g_thread_new ("mps-store", run_thread, self);
  return self;
}

/**
 * mps_worker_push:
 * @self: a worker
 * @task: (transfer full): what is to be done, with its data
 * @func: does it
 * @destroy_result: (nullable): frees a result that nobody takes
 */
void
mps_worker_push (MpsWorker *self, GTask *task, MpsJobFunc func, GDestroyNotify destroy_result)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->task = task;
  entry->func = func;
  entry->destroy_result = destroy_result;
  g_async_queue_push (self->queue, entry);
}

/**
 * mps_worker_stop:
 * @self: (transfer full): a worker
 *
 * Ends the job that runs as if it were canceled, finishes those in the queue
 * with %G_IO_ERROR_CANCELLED, waits for the thread, and closes the database.
 * Not to be called on the worker's own thread.
 */
void
mps_worker_stop (MpsWorker *self)
{
  g_atomic_int_set (&self->stopping, TRUE);
  g_async_queue_push (self->queue, g_new0 (Entry, 1));
  g_thread_join (g_steal_pointer (&self->thread));
  mps_worker_unref (self);
}

gboolean
mps_worker_is_stopping (MpsWorker *self)
{
  return g_atomic_int_get (&self->stopping);
}

/**
 * mps_worker_open:
 * @self: a worker, on its thread
 * @path: an absolute path
 * @create: make the file when there is none
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Opens the database that the jobs after this one work on.
 */
gboolean
mps_worker_open (MpsWorker *self, const char *path, gboolean create, GError **error)
{
  g_assert (self->connection == NULL);

  self->connection = mps_database_open (path, create, BUSY_TIMEOUT, error);
  if (self->connection == NULL)
    return FALSE;
  self->data_version = read_data_version (self);
  self->task_locks = mps_task_locks_open (path, error);
  if (self->task_locks >= 0)
    mps_task_locks_share_open (self->task_locks);
  return self->task_locks >= 0;
}

MpsConnection *
mps_worker_get_connection (MpsWorker *self)
{
  return self->connection;
}

int
mps_worker_get_task_locks (MpsWorker *self)
{
  return self->task_locks;
}

/**
 * mps_worker_read_policy:
 * @self: a worker, on its thread
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer none) (nullable): the policy in force, as the database has it now
 */
MpsPolicy *
mps_worker_read_policy (MpsWorker *self, GError **error)
{
  gint64 version = read_data_version (self);
  MpsPolicy *policy;
  gint64 id;

  if (!mps_connection_query_int (self->connection, "SELECT max (id) FROM policies", &id, error))
    return NULL;
  /* A backup that was restored may have another policy of the same id. */
  if (self->policy && id == self->policy_id && version == self->policy_version)
    return self->policy;
  policy = mps_rows_read_policy (self->connection, id, error);
  if (policy == NULL)
    return NULL;
  g_clear_pointer (&self->policy, mps_policy_unref);
  self->policy = policy;
  self->policy_id = id;
  self->policy_version = version;
  return policy;
}
