/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore-private.h"

#include "fleet/mps-error.h"
#include "fleet/mps-history.h"

#include "mps-backup-folder.h"
#include "mps-check.h"
#include "mps-database.h"
#include "mps-rows.h"
#include "mps-schema.h"
#include "mps-sqlite-error.h"
#include "mps-task-orphans.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What a damaged database, or something else in its place, may say when it is opened. */
static gboolean
is_unreadable (const GError *error)
{
  return g_error_matches (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE)
         || g_error_matches (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE);
}

static gboolean
open_current (MpsRestore *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  self->exists = g_file_test (self->database, G_FILE_TEST_EXISTS);
  if (!self->exists)
    return TRUE;
  self->current = mps_database_open_as_is (self->database, MPS_RESTORE_BUSY_TIMEOUT, &local_error);
  /* A file that was never one of ours is not replaced. */
  if (self->current
      || (is_unreadable (local_error) && mps_backup_folder_is_of_database (self->database)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_backup_file (MpsRestore *self, GError **error)
{
  GStatBuf database, backup;

  if (g_stat (self->database, &database) != 0 || g_stat (self->backup, &backup) != 0
      || database.st_dev != backup.st_dev || database.st_ino != backup.st_ino)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_SAME_FILE,
               _ ("“%s” is the database itself. Choose a backup of it."), self->backup);
  return FALSE;
}

static gboolean
fill_draft (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (MpsConnection) source = mps_database_open_read_only (self->backup, error);
  g_autofree char *target = NULL;

  if (source == NULL || !mps_backup_folder_make (self->database, error))
    return FALSE;
  target = mps_backup_folder_dup_path (self->database, MPS_BACKUP_RESTORE, 1);
  self->draft = mps_draft_new (target, error);
  return self->draft && mps_draft_fill (self->draft, source, progress, cancellable, error);
}

static gboolean
set_damaged (MpsRestore *self, GPtrArray *problems, GError **error)
{
  g_propagate_error (
      error, mps_error_new_with_problems (
                 MPS_ERROR_DAMAGED_DATABASE, problems,
                 _ ("The backup “%s” is damaged. Nothing was changed. Choose another backup."),
                 self->backup));
  return FALSE;
}

static gboolean
check_draft (MpsRestore *self, GError **error)
{
  MpsConnection *connection = self->draft->connection;
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  if (!mps_check_file (connection, problems, error)
      || (problems->len == 0
          && (!mps_schema_upgrade (connection, error)
              || !mps_schema_compare (connection, problems, error))))
    return FALSE;
  if (problems->len > 0)
    return set_damaged (self, problems, error);
  return mps_check_rules (connection, self->problems, error);
}

/* Ids are never used again, not even those that only what there is now has used. */
static gboolean
carry_ids_over (MpsRestore *self, GError **error)
{
  g_autoptr (MpsStatement) read
      = mps_connection_prepare (self->current, "SELECT name, seq FROM sqlite_sequence");
  g_autoptr (MpsStatement) write
      = mps_connection_prepare (self->draft->connection, "UPDATE sqlite_sequence SET seq = "
                                                         "max (seq, ?) WHERE name = ?");
  g_autoptr (MpsStatement) add = mps_connection_prepare (
      self->draft->connection, "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? "
                               "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)");
  MpsStep step;

  while ((step = mps_statement_step (read, error)) == MPS_STEP_ROW)
    {
      const char *name = mps_statement_get_text (read, 0);
      gint64 last = mps_statement_get_int (read, 1);

      mps_statement_bind_int (write, 1, last);
      mps_statement_bind_text (write, 2, name);
      mps_statement_bind_text (add, 1, name);
      mps_statement_bind_int (add, 2, last);
      mps_statement_bind_text (add, 3, name);
      if (!mps_statement_run (write, error) || !mps_statement_run (add, error))
        return FALSE;
    }
  return step == MPS_STEP_DONE;
}

static gboolean
add_to_history (MpsRestore *self, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->backup);
  g_autofree char *detail = mps_history_dup_restore_detail (self->after.printers);

  return mps_rows_add_history (self->draft->connection, "restore", name, detail, error);
}

static gboolean
change_draft (MpsRestore *self, GError **error)
{
  MpsConnection *connection = self->draft->connection;

  if (!mps_connection_begin (connection, MPS_IRREVOCABLE, error))
    return FALSE;
  if ((self->current == NULL || carry_ids_over (self, error))
      && mps_task_orphans_end_all (connection, error) && add_to_history (self, error))
    return mps_connection_commit (connection, error);
  mps_connection_rollback (connection);
  return FALSE;
}

static gboolean
examine_draft (MpsRestore *self, GCancellable *cancellable, GError **error)
{
  gboolean done;

  mps_connection_set_cancellable (self->draft->connection, cancellable);
  done = check_draft (self, error)
         && mps_restore_read_tally (self->draft->connection, &self->after, error)
         && change_draft (self, error);
  mps_connection_set_cancellable (self->draft->connection, NULL);
  return done;
}

static gboolean
compare (MpsRestore *self, GError **error)
{
  return mps_connection_query_int (self->current, "PRAGMA data_version", &self->data_version, error)
         && mps_restore_read_tally (self->current, &self->before, error)
         && mps_restore_compare (self->current, self->draft->file.path, &self->loss, error);
}

/* What can't be read can't be compared either, and is as good as damaged. */
static gboolean
examine_current (MpsRestore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean compared;

  if (self->current == NULL)
    return TRUE;
  mps_connection_set_cancellable (self->current, cancellable);
  compared = compare (self, &local_error);
  mps_connection_set_cancellable (self->current, NULL);
  if (compared)
    return TRUE;
  if (is_unreadable (local_error))
    {
      g_clear_pointer (&self->current, mps_connection_free);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * mps_restore_prepare:
 * @self: a new restore
 * @progress: (nullable): told how much of the backup was read
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * The first step.
 */
gboolean
mps_restore_prepare (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable,
                     GError **error)
{
  return check_backup_file (self, error) && open_current (self, error)
         && fill_draft (self, progress, cancellable, error)
         && examine_draft (self, cancellable, error) && mps_draft_close (self->draft, error)
         && examine_current (self, cancellable, error);
}
