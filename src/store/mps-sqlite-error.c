/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-sqlite-error.h"

#include "mps-backups.h"
#include "mps-lock-holder.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>

static MpsErrorCode
code_of_errno (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      return MPS_ERROR_DISK_FULL;
    case EROFS:
      return MPS_ERROR_READ_ONLY;
    default:
      return MPS_ERROR_IO_ERROR;
    }
}

static MpsErrorCode
code_of_result (int result, int system)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MPS_ERROR_LOCKED;
    case SQLITE_READONLY:
      return MPS_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return MPS_ERROR_DISK_FULL;
    case SQLITE_CORRUPT:
      return MPS_ERROR_DAMAGED_DATABASE;
    case SQLITE_NOTADB:
      return MPS_ERROR_NOT_A_DATABASE;
    default:
      return code_of_errno (system);
    }
}

/* The way out is named: a backup that was made without being asked for. */
static void
set_damaged (GError **error, const char *path)
{
  g_autoptr (GPtrArray) backups = mps_backups_list (path);

  for (guint i = 0; i < backups->len; i++)
    {
      const MpsBackup *backup = backups->pdata[i];

      if (backup->reason == MPS_BACKUP_DAMAGED)
        continue;
      g_set_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE,
                   _ ("“%s” is damaged. Restore a backup; the newest is “%s”."), path,
                   backup->path);
      return;
    }
  g_set_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE,
               _ ("“%s” is damaged. Restore a backup."), path);
}

static void
set_locked (GError **error, const char *path)
{
  int process;
  g_autofree char *program = mps_lock_holder_dup_name (path, &process);

  if (program)
    g_set_error (error, MPS_ERROR, MPS_ERROR_LOCKED,
                 /* Translators: a file, the name of a program, and its process ID. */
                 _ ("“%s” is locked by %s (process %d). Wait until it has finished, and try "
                    "again."),
                 path, program, process);
  else
    g_set_error (error, MPS_ERROR, MPS_ERROR_LOCKED,
                 _ ("“%s” is in use by another program. Wait until it has finished, and try "
                    "again."),
                 path);
}

static void
set_error (GError **error, MpsErrorCode code, const char *path, const char *cause)
{
  switch ((int) code)
    {
    case MPS_ERROR_LOCKED:
      set_locked (error, path);
      break;
    case MPS_ERROR_READ_ONLY:
      g_set_error (error, MPS_ERROR, code,
                   _ ("“%s” can’t be written to. Change the permissions of the file and of its "
                      "folder, or use a copy of it."),
                   path);
      break;
    case MPS_ERROR_DISK_FULL:
      g_set_error (
          error, MPS_ERROR, code,
          _ ("There is no space left for “%s”. Nothing was changed. Free some space on the "
             "disk, and try again."),
          path);
      break;
    case MPS_ERROR_DAMAGED_DATABASE:
      set_damaged (error, path);
      break;
    case MPS_ERROR_NOT_A_DATABASE:
      g_set_error (error, MPS_ERROR, code,
                   _ ("“%s” is not a database of MPS Desk. Choose another file."), path);
      break;
    default:
      g_set_error (
          error, MPS_ERROR, code,
          _ ("“%s” could not be read or written: %s. Check the disk and the permissions of "
             "the file."),
          path, cause);
      break;
    }
}

/**
 * mps_sqlite_set_error:
 * @error: return location for a #GError of %MPS_ERROR, or %G_IO_ERROR_CANCELLED
 * @db: where it failed
 * @result: the result that SQLite gave, which is not SQLITE_OK
 * @path: the file
 */
void
mps_sqlite_set_error (GError **error, sqlite3 *db, int result, const char *path)
{
  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                         _ ("The operation was canceled."));
  else
    set_error (error, code_of_result (result, sqlite3_system_errno (db)), path,
               sqlite3_errmsg (db));
}

/**
 * mps_sqlite_set_result:
 * @error: return location for a #GError of %MPS_ERROR
 * @result: a result that SQLite told in passing, which is not SQLITE_OK
 * @path: the file
 */
void
mps_sqlite_set_result (GError **error, int result, const char *path)
{
  set_error (error, code_of_result (result, 0), path, sqlite3_errstr (result));
}

/**
 * mps_sqlite_set_code:
 * @error: return location for a #GError
 * @code: one of the failures of storage
 * @path: the file
 *
 * Sets the error as if SQLite had told it.
 */
void
mps_sqlite_set_code (GError **error, MpsErrorCode code, const char *path)
{
  set_error (error, code, path, mps_error_code_get_id (code));
}

/**
 * mps_sqlite_set_io_error:
 * @error: return location for a #GError
 * @path: the file
 * @cause: what the system says of it, in whatever language
 */
void
mps_sqlite_set_io_error (GError **error, const char *path, const char *cause)
{
  set_error (error, MPS_ERROR_IO_ERROR, path, cause);
}

/**
 * mps_sqlite_set_errno:
 * @error: return location for a #GError of %MPS_ERROR
 * @code: an errno of an operation on the file
 * @path: the file
 */
void
mps_sqlite_set_errno (GError **error, int code, const char *path)
{
  set_error (error, code_of_errno (code), path, g_strerror (code));
}
