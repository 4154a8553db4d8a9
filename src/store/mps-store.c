/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store.h"

#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-orphans.h"

#include <glib/gi18n.h>

struct _MpsStore {
  GObject parent_instance;

  char *path;        /* owned; absolute */
  MpsPolicy *policy; /* owned; that in force */
  MpsWorker *worker; /* owned; NULL when closed */
  MpsWorker *reader; /* owned; NULL when closed and until something is looked up */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsStore, mps_store, G_TYPE_OBJECT)

static void
on_committed (gpointer owner, MpsChanges *changes, MpsPolicy *policy)
{
  MpsStore *self = MPS_STORE (owner);

  if (policy)
    {
      g_clear_pointer (&self->policy, mps_policy_unref);
      self->policy = mps_policy_ref (policy);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

static void
mps_store_dispose (GObject *object)
{
  mps_store_close (MPS_STORE (object));
  G_OBJECT_CLASS (mps_store_parent_class)->dispose (object);
}

static void
mps_store_finalize (GObject *object)
{
  MpsStore *self = MPS_STORE (object);

  g_clear_pointer (&self->policy, mps_policy_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (mps_store_parent_class)->finalize (object);
}

static void
mps_store_class_init (MpsStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mps_store_dispose;
  object_class->finalize = mps_store_finalize;

  /**
   * MpsStore::changed:
   * @self: the store
   * @changes: what was committed
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MPS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, MPS_TYPE_CHANGES);
}

static void
mps_store_init (MpsStore *self)
{
  self->worker = mps_worker_new (G_OBJECT (self), on_committed);
}

static void
return_closed (GTask *task)
{
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                   _ ("The database is closed."));
}

/**
 * mps_store_run_async:
 * @self: a store
 * @source_tag: the public function that it is for
 * @work: what is to be done; its data is taken over
 * @cancellable: (nullable): looked at before the job begins; the job itself decides what a later
 *   cancellation means, because what was committed must be told
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Queues a job.
 */
void
mps_store_run_async (MpsStore *self, gpointer source_tag, const MpsStoreWork *work,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (MPS_IS_STORE (self));

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work->data, work->destroy_data);
  if (self->worker == NULL)
    return_closed (task);
  else
    mps_worker_push (self->worker, g_steal_pointer (&task), work->func, work->destroy_result);
}

typedef struct {
  char *path;
  MpsStoreWork work;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  if (self->work.destroy_data)
    self->work.destroy_data (self->work.data);
  g_free (self->path);
  g_free (self);
}

static gpointer
read_database (MpsJob *job, gpointer data, GError **error)
{
  Reading *self = data;

  if (job->connection == NULL && !mps_worker_open (job->worker, self->path, FALSE, error))
    return NULL;
  job->connection = mps_worker_get_connection (job->worker);
  return self->work.func (job, self->work.data, error);
}

/* What was written is told by the worker that wrote it. */
static void
on_reader_told (gpointer owner, MpsChanges *changes, MpsPolicy *policy)
{
}

/**
 * mps_store_read_async:
 * @self: a store
 * @source_tag: the public function that it is for
 * @work: what is to be read; its data is taken over
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Queues a job that only reads, and sees what was committed before it. It has
 * a thread and a connection of its own, so that it need not wait until a long
 * task has ended.
 */
void
mps_store_read_async (MpsStore *self, gpointer source_tag, const MpsStoreWork *work,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_return_if_fail (MPS_IS_STORE (self));

  reading->path = g_strdup (self->path);
  reading->work = *work;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, reading, reading_free);
  if (self->worker == NULL)
    {
      return_closed (task);
      return;
    }
  if (self->reader == NULL)
    self->reader = mps_worker_new (G_OBJECT (self), on_reader_told);
  mps_worker_push (self->reader, g_steal_pointer (&task), read_database, work->destroy_result);
}

gpointer
mps_store_run_finish (MpsStore *self, GAsyncResult *result, gpointer source_tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mps_store_dup_default_path:
 *
 * Returns: (transfer full): where the application keeps its own database
 */
char *
mps_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "mps-desk", "fleet.db", NULL);
}

typedef struct {
  char *path;
  gboolean create;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open = data;

  g_free (open->path);
  g_free (open);
}

/* The folder of the application's own database is the application's to make. */
static void
make_default_folder (const char *path)
{
  g_autofree char *own = mps_store_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_str_equal (path, own))
    g_mkdir_with_parents (folder, 0700);
}

static gpointer
open_database (MpsJob *job, gpointer data, GError **error)
{
  OpenData *open = data;
  MpsPolicy *policy;

  if (open->create)
    make_default_folder (open->path);
  if (!mps_worker_open (job->worker, open->path, open->create, error))
    return NULL;
  job->connection = mps_worker_get_connection (job->worker);
  policy = mps_worker_read_policy (job->worker, error);
  if (policy == NULL || !mps_task_orphans_end (job, error))
    return NULL;
  return mps_policy_ref (policy);
}

/**
 * mps_store_open_async:
 * @path: the database file
 * @mode: whether it is made when it is not there
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Opens a database: MPS_ERROR_NO_DATABASE, NOT_A_DATABASE, NEWER_DATABASE,
 * DAMAGED_DATABASE, LOCKED, READ_ONLY, DISK_FULL and IO_ERROR tell why it
 * can't be; the file is then as it was. Tasks that a crash cut off are ended.
 */
void
mps_store_open_async (const char *path, MpsStoreOpenMode mode, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (MpsStore) self = NULL;
  OpenData *data = g_new0 (OpenData, 1);
  MpsStoreWork work = { open_database, data, open_data_free, (GDestroyNotify) mps_policy_unref };

  g_return_if_fail (path != NULL);

  self = g_object_new (MPS_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  data->path = g_strdup (self->path);
  data->create = mode == MPS_STORE_OPEN_CREATE;
  mps_store_run_async (self, mps_store_open_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_open_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the store
 */
MpsStore *
mps_store_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GObject) source = g_async_result_get_source_object (result);
  MpsStore *self = MPS_STORE (source);
  MpsPolicy *policy = mps_store_run_finish (self, result, mps_store_open_async, error);

  if (policy == NULL)
    return NULL;
  if (self->policy == NULL)
    self->policy = policy;
  else
    mps_policy_unref (policy);
  return g_object_ref (self);
}

/**
 * mps_store_close:
 * @self: a store
 *
 * Closes the database. A job that runs ends as if it were canceled, those
 * still queued end with %G_IO_ERROR_CANCELLED, and so do later ones. Blocks
 * until the running jobs have ended. Dropping the last reference does the same.
 */
void
mps_store_close (MpsStore *self)
{
  g_return_if_fail (MPS_IS_STORE (self));

  g_clear_pointer (&self->reader, mps_worker_stop);
  g_clear_pointer (&self->worker, mps_worker_stop);
}

typedef struct {
  MpsWorker *worker;
  MpsWorker *reader;
} Workers;

static void
stop_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Workers *workers = task_data;

  g_clear_pointer (&workers->reader, mps_worker_stop);
  g_clear_pointer (&workers->worker, mps_worker_stop);
  g_task_return_boolean (task, TRUE);
}

/**
 * mps_store_close_async:
 * @self: a store
 * @callback: (nullable): called when the file is closed
 * @user_data: for @callback
 *
 * Does the same as mps_store_close(), and blocks nothing.
 */
void
mps_store_close_async (MpsStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Workers *workers = g_new0 (Workers, 1);

  g_return_if_fail (MPS_IS_STORE (self));

  workers->worker = g_steal_pointer (&self->worker);
  workers->reader = g_steal_pointer (&self->reader);
  g_task_set_source_tag (task, mps_store_close_async);
  g_task_set_task_data (task, workers, g_free);
  g_task_run_in_thread (task, stop_in_thread);
}

void
mps_store_close_finish (MpsStore *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));
  g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * mps_store_get_path:
 * @self: a store
 *
 * Returns: the absolute path of the file
 */
const char *
mps_store_get_path (MpsStore *self)
{
  g_return_val_if_fail (MPS_IS_STORE (self), NULL);

  return self->path;
}

/**
 * mps_store_get_policy:
 * @self: a store
 *
 * Returns: (transfer none): the policy in force, until "changed" tells of another
 */
MpsPolicy *
mps_store_get_policy (MpsStore *self)
{
  g_return_val_if_fail (MPS_IS_STORE (self), NULL);

  return self->policy;
}
