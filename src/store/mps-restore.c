/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore-private.h"

#include "fleet/mps-error.h"

G_DEFINE_FINAL_TYPE (MpsRestore, mps_restore, G_TYPE_OBJECT)

/**
 * mps_restore_close:
 * @self: a restore of which no step is under way
 *
 * Closes the databases and takes away the copy that was prepared, so that
 * nothing can be applied any more. Who lets go of @self need not do it; but the
 * thread of a step may hold @self longer, and be cut off when the program ends.
 */
void
mps_restore_close (MpsRestore *self)
{
  g_return_if_fail (MPS_IS_RESTORE (self));

  g_clear_pointer (&self->current, mps_connection_free);
  g_clear_pointer (&self->draft, mps_draft_free);
}

static void
mps_restore_finalize (GObject *object)
{
  MpsRestore *self = MPS_RESTORE (object);

  mps_restore_close (self);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->before.last_change);
  g_free (self->after.last_change);
  g_free (self->saved);
  g_free (self->database);
  g_free (self->backup);
  G_OBJECT_CLASS (mps_restore_parent_class)->finalize (object);
}

static void
mps_restore_class_init (MpsRestoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_restore_finalize;
}

static void
mps_restore_init (MpsRestore *self)
{
  self->problems = mps_problems_new ();
}

/**
 * mps_restore_loss_is_irrevocable:
 * @loss: what would be lost
 *
 * Returns: whether some of it can't be entered again: what was agreed with Lexmark, and the
 *   evidence of it
 */
gboolean
mps_restore_loss_is_irrevocable (const MpsRestoreLoss *loss)
{
  return loss->managed > 0 || loss->entitlements > 0 || loss->acceptances > 0 || loss->requests > 0
         || loss->history > 0;
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (mps_restore_prepare (source, task_data, cancellable, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  mps_restore_close (source);
  g_task_return_error (task, error);
}

static void
run_step (MpsRestore *self, gpointer source_tag, GTaskThreadFunc func, MpsProgress *progress,
          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  /* What was done is told, even when it was canceled too late. */
  g_task_set_check_cancellable (task, FALSE);
  if (progress)
    g_task_set_task_data (task, g_object_ref (progress), g_object_unref);
  g_task_run_in_thread (task, func);
}

/**
 * mps_restore_prepare_async:
 * @database: the path of a database; one that is damaged or gone, too
 * @backup: the path of a backup of it, which is left as it is
 * @progress: (nullable): told how much of the backup was read
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * The first step: changes nothing but the folder of the backups, in which a
 * copy is brought to this version and checked.
 */
void
mps_restore_prepare_async (const char *database, const char *backup, MpsProgress *progress,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (MpsRestore) self = NULL;

  g_return_if_fail (database != NULL);
  g_return_if_fail (backup != NULL);

  self = g_object_new (MPS_TYPE_RESTORE, NULL);
  self->database = g_canonicalize_filename (database, NULL);
  self->backup = g_canonicalize_filename (backup, NULL);
  run_step (self, mps_restore_prepare_async, prepare_in_thread, progress, cancellable, callback,
            user_data);
}

/**
 * mps_restore_prepare_finish:
 * @result: what the callback was given
 * @error: return location for a #GError: %MPS_ERROR_SAME_FILE; for the backup or the database,
 *   whose path the message has, %MPS_ERROR_NOT_A_DATABASE, %MPS_ERROR_NEWER_DATABASE and other
 *   failures of storage; %MPS_ERROR_DAMAGED_DATABASE for the backup alone
 *
 * Returns: (transfer full) (nullable): what is ready to take the place of the database
 */
MpsRestore *
mps_restore_prepare_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GObject) source = g_async_result_get_source_object (result);

  g_return_val_if_fail (g_async_result_is_tagged (result, mps_restore_prepare_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return MPS_RESTORE (g_steal_pointer (&source));
}

/**
 * mps_restore_get_backup:
 * @self: a restore
 *
 * Returns: (transfer none): the absolute path of the backup
 */
const char *
mps_restore_get_backup (MpsRestore *self)
{
  g_return_val_if_fail (MPS_IS_RESTORE (self), NULL);
  return self->backup;
}

/**
 * mps_restore_get_restored:
 * @self: a restore
 *
 * Returns: (transfer none): what the backup holds
 */
const MpsRestoreTally *
mps_restore_get_restored (MpsRestore *self)
{
  g_return_val_if_fail (MPS_IS_RESTORE (self), NULL);
  return &self->after;
}

/**
 * mps_restore_get_current:
 * @self: a restore
 *
 * Returns: (transfer none) (nullable): what the database holds now; %NULL when it is damaged or
 *   gone
 */
const MpsRestoreTally *
mps_restore_get_current (MpsRestore *self)
{
  g_return_val_if_fail (MPS_IS_RESTORE (self), NULL);
  return self->current ? &self->before : NULL;
}

/**
 * mps_restore_get_loss:
 * @self: a restore
 *
 * Returns: (transfer none) (nullable): what would be lost; %NULL when the database is damaged or
 *   gone, and so it can't be told
 */
const MpsRestoreLoss *
mps_restore_get_loss (MpsRestore *self)
{
  g_return_val_if_fail (MPS_IS_RESTORE (self), NULL);
  return self->current ? &self->loss : NULL;
}

/**
 * mps_restore_get_problems:
 * @self: a restore
 *
 * Returns: (transfer none) (element-type MpsProblem): which rules do not hold in the backup, whose
 *   file is sound
 */
GPtrArray *
mps_restore_get_problems (MpsRestore *self)
{
  g_return_val_if_fail (MPS_IS_RESTORE (self), NULL);
  return self->problems;
}

static void
apply_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (mps_restore_apply (source, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mps_restore_apply_async:
 * @self: a restore that is prepared, and was not applied
 * @progress: (nullable): told how much was written
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * The second step: what there is now is laid aside as a backup, and what was
 * prepared takes its place.
 */
void
mps_restore_apply_async (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (MPS_IS_RESTORE (self));
  g_return_if_fail (self->draft != NULL);

  run_step (self, mps_restore_apply_async, apply_in_thread, progress, cancellable, callback,
            user_data);
}

/**
 * mps_restore_apply_finish:
 * @self: a restore
 * @result: what the callback was given
 * @error: return location for a #GError: %MPS_ERROR_LOCKED while a task runs,
 *   %MPS_ERROR_NEEDS_CONFIRMATION when the database changed since the first step, or a failure of
 *   storage; nothing was changed then
 *
 * Returns: whether the backup has taken the place of what there was
 */
gboolean
mps_restore_apply_finish (MpsRestore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, mps_restore_apply_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mps_restore_get_saved:
 * @self: a restore that was applied
 *
 * Returns: (transfer none) (nullable): the path of the backup of what there was; %NULL when there
 *   was nothing
 */
const char *
mps_restore_get_saved (MpsRestore *self)
{
  g_return_val_if_fail (MPS_IS_RESTORE (self), NULL);
  return self->saved;
}
