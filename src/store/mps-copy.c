/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-copy.h"

#include "mps-sqlite-error.h"

#include <glib/gi18n.h>

/* How many pages pass between two looks at the cancellable: 2 MiB. */
#define STEP_PAGES 512

static gboolean
set_copy_error (MpsConnection *from, MpsConnection *to, int result, GError **error)
{
  sqlite3 *source = mps_connection_get_db (from);
  MpsConnection *failed = sqlite3_extended_errcode (source) == result ? from : to;

  mps_sqlite_set_error (error, mps_connection_get_db (failed), result,
                        mps_connection_get_path (failed));
  return FALSE;
}

static gboolean
set_error_if_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was canceled."));
  return TRUE;
}

static int
copy_pages (sqlite3_backup *backup, MpsProgress *progress, GCancellable *cancellable,
            GError **error)
{
  int result = SQLITE_OK;

  while (result == SQLITE_OK && !set_error_if_cancelled (cancellable, error))
    {
      result = sqlite3_backup_step (backup, STEP_PAGES);
      if (progress)
        mps_progress_report (progress,
                             sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                             sqlite3_backup_pagecount (backup));
    }
  return result;
}

static gboolean
copy (MpsConnection *from, MpsConnection *to, MpsCopyGuard guard, gpointer guard_data,
      MpsProgress *progress, GCancellable *cancellable, GError **error)
{
  sqlite3 *destination = mps_connection_get_db (to);
  sqlite3_backup *backup
      = sqlite3_backup_init (destination, "main", mps_connection_get_db (from), "main");
  GError *local_error = NULL;
  int result;

  if (backup == NULL)
    return set_copy_error (from, to, sqlite3_extended_errcode (destination), error);
  /* A step of no pages takes the locks. */
  result = sqlite3_backup_step (backup, 0);
  if (result == SQLITE_OK && (guard == NULL || guard (guard_data, &local_error)))
    result = copy_pages (backup, progress, cancellable, &local_error);
  /* What has not come to its end is taken back here. */
  sqlite3_backup_finish (backup);
  if (local_error == NULL && result != SQLITE_DONE)
    set_copy_error (from, to, result, &local_error);
  if (local_error)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * mps_copy_database:
 * @from: a database without a transaction, or with one that only reads, which is ended; others may
 *   write to it meanwhile
 * @to: another one; one with a write-ahead log has pages of the same size
 * @guard: (nullable): called once @to is locked
 * @guard_data: for @guard
 * @progress: (nullable): told how many pages were copied
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError of %MPS_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Makes @to page by page what @from was at one moment, in one transaction of
 * @to: whoever has it open sees all of it or, when that fails, nothing.
 *
 * Returns: whether it is done
 */
gboolean
mps_copy_database (MpsConnection *from, MpsConnection *to, MpsCopyGuard guard, gpointer guard_data,
                   MpsProgress *progress, GCancellable *cancellable, GError **error)
{
  gint64 n_tables;
  gboolean copied;

  /* Held to the end, so that the copy need not begin again whenever somebody writes. */
  if (!mps_connection_is_in_transaction (from) && !mps_connection_exec (from, "BEGIN", error))
    return FALSE;
  copied = mps_connection_query_int (from, "SELECT count (*) FROM sqlite_schema", &n_tables, error)
           && copy (from, to, guard, guard_data, progress, cancellable, error);
  mps_connection_rollback (from);
  return copied;
}
