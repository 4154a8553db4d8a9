/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-backups.h"

#include "fleet/mps-error.h"

#include "mps-check.h"
#include "mps-database-files.h"
#include "mps-database.h"
#include "mps-draft.h"
#include "mps-sqlite-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How long to wait for another process that writes, in milliseconds. */
#define BUSY_TIMEOUT 5000

typedef struct {
  char *database;
  char *target;
  MpsProgress *progress;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_object (&self->progress);
  g_free (self->database);
  g_free (self->target);
  g_free (self);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

/* A log beside the target belongs to a database that is open, or that a crash left; it would be
 * taken for one of the backup. */
static gboolean
check_target (const Saving *self, GError **error)
{
  if (is_same_file (self->database, self->target))
    g_set_error (error, MPS_ERROR, MPS_ERROR_SAME_FILE,
                 _ ("“%s” is the database itself. Choose another name for the backup."),
                 self->target);
  else if (mps_database_files_is_part (self->target))
    g_set_error (error, MPS_ERROR, MPS_ERROR_SAME_FILE,
                 _ ("“%s” belongs to a database that is used, and is not overwritten. Choose "
                    "another name for the backup."),
                 self->target);
  else
    return TRUE;
  return FALSE;
}

static gpointer
save (const Saving *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (MpsConnection) connection
      = mps_database_open_as_is (self->database, BUSY_TIMEOUT, error);
  g_autoptr (MpsDraft) draft = NULL;
  GStatBuf info;

  if (connection == NULL || !check_target (self, error))
    return NULL;
  draft = mps_draft_new (self->target, error);
  if (draft == NULL || !mps_draft_fill (draft, connection, self->progress, cancellable, error))
    return NULL;
  mps_connection_set_cancellable (draft->connection, cancellable);
  /* A damaged copy must not take the place of a sound one. */
  if (!mps_check_quick (draft->connection, self->database, error) || !mps_draft_close (draft, error)
      || !mps_draft_place (draft, self->target, TRUE, error) || g_stat (self->target, &info) != 0)
    return NULL;
  return g_memdup2 (&(guint64) { (guint64) info.st_size }, sizeof (guint64));
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  gpointer size = save (task_data, cancellable, &error);

  if (size)
    g_task_return_pointer (task, size, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * mps_backups_save_async:
 * @database: the path of a database
 * @target: where the backup goes; what is there is replaced, once the backup is whole
 * @progress: (nullable): told how much was copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Saves a backup: one file, readable by its owner only, which is what was
 * committed at one moment. Whoever has the database open goes on meanwhile.
 */
void
mps_backups_save_async (const char *database, const char *target, MpsProgress *progress,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (database != NULL);
  g_return_if_fail (target != NULL);

  saving->database = g_canonicalize_filename (database, NULL);
  saving->target = g_canonicalize_filename (target, NULL);
  g_set_object (&saving->progress, progress);
  g_task_set_source_tag (task, mps_backups_save_async);
  /* What is saved is told, even when it was canceled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * mps_backups_save_finish:
 * @result: what the callback was given
 * @error: return location for a #GError: %MPS_ERROR_SAME_FILE when @target is part of a database
 *   that is used; %MPS_ERROR_DAMAGED_DATABASE, and other failures of storage; what was at the
 *   target before is then as it was
 *
 * Returns: how many bytes the backup has, or 0
 */
guint64
mps_backups_save_finish (GAsyncResult *result, GError **error)
{
  g_autofree guint64 *size = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), 0);
  g_return_val_if_fail (g_async_result_is_tagged (result, mps_backups_save_async), 0);

  size = g_task_propagate_pointer (G_TASK (result), error);
  return size ? *size : 0;
}
