/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore-private.h"

#include "fleet/mps-error.h"

#include "mps-backup-folder.h"
#include "mps-backup.h"
#include "mps-copy.h"
#include "mps-database-files.h"
#include "mps-file-place.h"
#include "mps-sqlite-error.h"
#include "mps-task-locks.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The second half of a task must not meet a database that knows nothing of the first. */
static gboolean
check_no_task_runs (MpsRestore *self, GError **error)
{
  int locks = mps_task_locks_open (self->database, error);
  gboolean taken;

  if (locks < 0)
    return FALSE;
  taken = mps_task_locks_is_any_taken (locks);
  mps_task_locks_close (locks);
  if (taken)
    g_set_error (error, MPS_ERROR, MPS_ERROR_LOCKED,
                 _ ("A task is still running in “%s”. Nothing was changed. Wait until it has "
                    "ended, or cancel it, and try again."),
                 self->database);
  return !taken;
}

/* What was agreed to is what was compared. */
static gboolean
check_unchanged (MpsRestore *self, GError **error)
{
  gint64 version;

  if (!mps_connection_query_int (self->current, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_NEEDS_CONFIRMATION,
               _ ("“%s” was changed meanwhile. Nothing was restored. Choose the backup again, and "
                  "look at what would be lost."),
               self->database);
  return FALSE;
}

typedef struct {
  MpsRestore *restore;
  GCancellable *cancellable;
} Guard;

/* Page by page, damaged ones too. */
static char *
lay_damaged_aside (MpsRestore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (MpsConnection) damaged
      = mps_connection_open (self->database, MPS_RESTORE_BUSY_TIMEOUT, error);

  return damaged ? mps_backup_make (damaged, MPS_BACKUP_DAMAGED, cancellable, error) : NULL;
}

/* Nobody writes from here to the end, so what is laid aside is exactly what is replaced. */
static gboolean
guard (gpointer data, GError **error)
{
  Guard *self = data;
  MpsRestore *restore = self->restore;

  if (!check_no_task_runs (restore, error)
      || (restore->current && !check_unchanged (restore, error)))
    return FALSE;
  g_clear_pointer (&restore->saved, g_free);
  if (restore->current)
    restore->saved
        = mps_backup_make (restore->current, MPS_BACKUP_RESTORE, self->cancellable, error);
  else
    restore->saved = lay_damaged_aside (restore, self->cancellable, error);
  return restore->saved != NULL;
}

/* A log has pages of one size for ever. */
static gboolean
match_page_size (MpsConnection *draft, MpsConnection *database, GError **error)
{
  g_autofree char *sql = NULL;
  gint64 wanted, found;

  if (!mps_connection_query_int (database, "PRAGMA page_size", &wanted, error)
      || !mps_connection_query_int (draft, "PRAGMA page_size", &found, error))
    return FALSE;
  if (wanted == found)
    return TRUE;
  sql = g_strdup_printf ("PRAGMA page_size = %" G_GINT64_FORMAT "; VACUUM", wanted);
  return mps_connection_exec (draft, sql, error);
}

static gboolean
overwrite (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (MpsConnection) database
      = mps_connection_open (self->database, MPS_RESTORE_BUSY_TIMEOUT, error);
  g_autoptr (MpsConnection) draft = NULL;
  Guard data = { self, cancellable };

  if (database == NULL
      || !mps_connection_exec (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL",
                               error))
    return FALSE;
  draft = mps_connection_open (self->draft->file.path, 0, error);
  if (draft == NULL || !match_page_size (draft, database, error)
      || !mps_copy_database (draft, database, guard, &data, progress, cancellable, error))
    return FALSE;
  /* The log is as long as the database now; if somebody reads, it is emptied another time. */
  mps_connection_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  return TRUE;
}

static gboolean
set_open_elsewhere (MpsRestore *self, GError **error)
{
  g_set_error (error, MPS_ERROR, MPS_ERROR_LOCKED,
               _ ("“%s” is damaged, and still open in another window or program. Close it there, "
                  "and try again."),
               self->database);
  return FALSE;
}

/* Under its old name as well, so that at no moment there is no file. */
static int
link_aside (MpsRestore *self)
{
  int reason = EEXIST;

  for (guint number = 1; reason == EEXIST && number < 100; number++)
    {
      g_clear_pointer (&self->saved, g_free);
      self->saved = mps_backup_folder_dup_path (self->database, MPS_BACKUP_DAMAGED, number);
      reason = link (self->database, self->saved) == 0 ? 0 : errno;
    }
  return reason;
}

static gboolean
lay_aside (MpsRestore *self, GError **error)
{
  int reason = link_aside (self);

  if (reason == 0)
    reason = mps_database_files_move_log (self->database, self->saved);
  if (reason == 0)
    return TRUE;
  mps_sqlite_set_errno (error, reason, self->saved);
  g_clear_pointer (&self->saved, g_free);
  return FALSE;
}

/* Of a database that was moved elsewhere, perhaps: it is kept, but not for the one to come. */
static gboolean
lay_lost_log_aside (MpsRestore *self, GError **error)
{
  g_autofree char *aside = mps_backup_folder_dup_path (self->database, MPS_BACKUP_DAMAGED, 1);
  int reason = 0;

  if (mps_database_files_has_lost_log (self->database))
    reason = mps_database_files_move_log (self->database, aside);
  if (reason != 0)
    mps_sqlite_set_errno (error, reason, aside);
  return reason == 0;
}

/* A damaged database can't be written to: the file itself is replaced, if nobody has it open. A
 * log without its database must never be found beside another one, so it goes first. */
static gboolean
replace (MpsRestore *self, GError **error)
{
  g_autofree char *index = g_strconcat (self->database, "-shm", NULL);
  int locks = mps_task_locks_open (self->database, error);
  gboolean is_open;

  if (locks < 0)
    return FALSE;
  is_open = mps_task_locks_is_taken (locks, MPS_TASK_LOCKS_OPEN);
  mps_task_locks_close (locks);
  if (is_open)
    return set_open_elsewhere (self, error);
  if (self->exists ? !lay_aside (self, error) : !lay_lost_log_aside (self, error))
    return FALSE;
  g_unlink (index);
  return mps_draft_place (self->draft, self->database, self->exists, error);
}

/**
 * mps_restore_apply:
 * @self: a restore that is prepared
 * @progress: (nullable): told how much was written
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * The second step.
 */
gboolean
mps_restore_apply (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->exists && overwrite (self, progress, cancellable, &local_error))
    return TRUE;
  if (!self->exists
      || (self->current == NULL
          && (g_error_matches (local_error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE)
              || g_error_matches (local_error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE))))
    return replace (self, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
