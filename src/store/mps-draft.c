/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-draft.h"

#include "mps-copy.h"
#include "mps-sqlite-error.h"

#include <errno.h>

/* What is private to this process needs neither locks nor a journal that survives it, and is
 * synced once, when it is committed. */
static MpsConnection *
open_draft (const char *path, const char *target, GError **error)
{
  g_autoptr (MpsConnection) connection = mps_connection_open (path, 0, error);

  if (connection == NULL)
    return NULL;
  mps_connection_set_path (connection, target);
  if (!mps_connection_exec (connection,
                            "PRAGMA locking_mode = EXCLUSIVE;"
                            "PRAGMA journal_mode = MEMORY;"
                            "PRAGMA temp_store = MEMORY;"
                            "PRAGMA recursive_triggers = ON;"
                            "PRAGMA cell_size_check = ON;"
                            "PRAGMA synchronous = FULL",
                            error))
    return NULL;
  return g_steal_pointer (&connection);
}

/**
 * mps_draft_new:
 * @target: where it is to be in the end; in messages it has this name already
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): an empty draft beside @target
 */
MpsDraft *
mps_draft_new (const char *target, GError **error)
{
  g_autoptr (MpsDraft) self = g_new0 (MpsDraft, 1);

  if (mps_draft_file_init (&self->file, target, error))
    self->connection = open_draft (self->file.path, target, error);
  return self->connection ? g_steal_pointer (&self) : NULL;
}

void
mps_draft_free (MpsDraft *self)
{
  g_clear_pointer (&self->connection, mps_connection_free);
  mps_draft_file_clear (&self->file);
  g_free (self);
}

/* The copy says of itself that it has a write-ahead log, as the original has; but a backup is
 * one file. It is read first, since the log is known of only then. */
static gboolean
drop_log (MpsDraft *self, GError **error)
{
  gint64 n_pages;

  return mps_connection_query_int (self->connection, "PRAGMA schema_version", &n_pages, error)
         && mps_connection_exec (self->connection, "PRAGMA journal_mode = DELETE", error);
}

/**
 * mps_draft_fill:
 * @self: an empty draft
 * @from: a database without a transaction, or with one that only reads
 * @progress: (nullable): told how much was copied
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError of %MPS_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Makes the draft what @from is at this moment, or as its transaction sees it.
 */
gboolean
mps_draft_fill (MpsDraft *self, MpsConnection *from, MpsProgress *progress,
                GCancellable *cancellable, GError **error)
{
  return mps_copy_database (from, self->connection, NULL, NULL, progress, cancellable, error)
         && drop_log (self, error);
}

/**
 * mps_draft_close:
 * @self: a draft
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Ends the work on it: it is one file and durable.
 */
gboolean
mps_draft_close (MpsDraft *self, GError **error)
{
  gint64 version;
  gboolean readable
      = self->connection == NULL
        || mps_connection_query_int (self->connection, "PRAGMA schema_version", &version, error);

  g_clear_pointer (&self->connection, mps_connection_free);
  return readable;
}

/**
 * mps_draft_place:
 * @self: a draft that is closed
 * @target: where it belongs
 * @replace: whether it takes the place of what is there
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Moves it into place; then it is a draft no longer. When there is such a
 * file and it is not to be replaced, the error is of %G_FILE_ERROR.
 */
gboolean
mps_draft_place (MpsDraft *self, const char *target, gboolean replace, GError **error)
{
  int reason = mps_draft_file_place (&self->file, target, replace);

  if (reason == 0)
    return TRUE;
  if (reason == EEXIST && !replace)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, target);
  else
    mps_sqlite_set_errno (error, reason, target);
  return FALSE;
}
