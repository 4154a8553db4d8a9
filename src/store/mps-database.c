/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-database.h"

#include "mps-backup-folder.h"
#include "mps-backup.h"
#include "mps-check.h"
#include "mps-database-draft.h"
#include "mps-database-files.h"
#include "mps-schema.h"
#include "mps-sqlite-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Offsets in the header of a file, from SQLite's documentation of its format. */
#define HEADER_LENGTH 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

/* A file of up to 8 MiB is checked whole when it is opened: it takes some milliseconds. */
#define MAX_CHECKED_PAGES 2048

static gboolean
check_kind (const char *path, const GStatBuf *info, GError **error)
{
  if (S_ISDIR (info->st_mode))
    g_set_error (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE,
                 _ ("“%s” is a folder. Choose the file of a database."), path);
  else if (!S_ISREG (info->st_mode))
    g_set_error (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE,
                 _ ("“%s” is not a regular file. Choose the file of a database."), path);
  else if (info->st_size == 0)
    g_set_error (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE,
                 _ ("“%s” is empty and not a database. Remove it or choose another file."), path);
  else
    return TRUE;
  return FALSE;
}

/* SQLite writes files beside the database, so its folder must be writable too. */
static gboolean
check_access (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, R_OK) != 0)
    {
      mps_sqlite_set_errno (error, errno, path);
      return FALSE;
    }
  if (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0)
    {
      mps_sqlite_set_code (error, MPS_ERROR_READ_ONLY, path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (const char *path, gboolean *exists, GError **error)
{
  GStatBuf info;

  *exists = g_stat (path, &info) == 0;
  if (*exists)
    return check_kind (path, &info, error) && check_access (path, error);
  if (errno == ENOENT)
    return TRUE;
  mps_sqlite_set_errno (error, errno, path);
  return FALSE;
}

static gboolean
check_no_log (const char *path, GError **error)
{
  if (!mps_database_files_has_lost_log (path))
    return TRUE;
  g_set_error (
      error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE,
      _ ("“%s” is not there, but a log of it is, beside it. Bring the database back to its "
         "log, restore a backup, or move the log away to begin anew."),
      path);
  return FALSE;
}

/* Made whole under another name, so that no half of a database is ever found under its own.
 * Another process may have put a database there meanwhile, and then that one is taken. */
static gboolean
create_file (const char *path, GError **error)
{
  MpsDraftFile draft;
  gboolean made = mps_database_draft_init (&draft, path, error);
  int reason = made ? mps_draft_file_place (&draft, path, FALSE) : 0;

  mps_draft_file_clear (&draft);
  if (reason != 0 && reason != EEXIST)
    mps_sqlite_set_errno (error, reason, path);
  return made && (reason == 0 || reason == EEXIST);
}

static guint32
read_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
set_newer (GError **error, const char *path)
{
  g_set_error (error, MPS_ERROR, MPS_ERROR_NEWER_DATABASE,
               _ ("“%s” was made by a newer version of MPS Desk. Update MPS Desk to open it."),
               path);
}

static gboolean
check_ours (const guint8 *header, const char *path, GError **error)
{
  gboolean is_sqlite = memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0;

  if (is_sqlite && read_number (header + HEADER_APPLICATION_ID) == MPS_SCHEMA_APPLICATION_ID)
    return TRUE;
  /* What was one of ours, by what is beside it, is one whose first page is damaged. */
  if (mps_backup_folder_is_of_database (path))
    mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE, path);
  else if (!is_sqlite)
    mps_sqlite_set_code (error, MPS_ERROR_NOT_A_DATABASE, path);
  else
    g_set_error (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE,
                 _ ("“%s” is a database of another program. Choose another file."), path);
  return FALSE;
}

/* Before SQLite touches it: a file that isn't ours is never written to. */
static gboolean
check_header (MpsConnection *connection, GError **error)
{
  const char *path = mps_connection_get_path (connection);
  guint8 header[HEADER_LENGTH] = { 0 };

  if (!mps_connection_read_header (connection, header, sizeof header, error))
    return FALSE;
  if (!check_ours (header, path, error))
    return FALSE;
  if (read_number (header + HEADER_USER_VERSION) > MPS_SCHEMA_VERSION)
    {
      set_newer (error, path);
      return FALSE;
    }
  return TRUE;
}

/* Again, because the newest header may still be in the write-ahead log. */
static gboolean
check_version (MpsConnection *connection, GError **error)
{
  const char *path = mps_connection_get_path (connection);
  gint64 version;

  if (!mps_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > MPS_SCHEMA_VERSION)
    set_newer (error, path);
  else if (version < 1)
    mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE, path);
  return version >= 1 && version <= MPS_SCHEMA_VERSION;
}

static gboolean
check_small (MpsConnection *connection, GError **error)
{
  gint64 n_pages;

  if (!mps_connection_query_int (connection, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  return n_pages > MAX_CHECKED_PAGES
         || mps_check_quick (connection, mps_connection_get_path (connection), error);
}

static gboolean
check_tables (MpsConnection *connection, GError **error)
{
  static const char query[]
      = "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name IN ("
        "'organizations', 'contacts', 'agents', 'agent_addresses', 'policies', 'acceptances', "
        "'requests', 'request_printers', 'printers', 'tasks', 'task_items', 'history')";
  gint64 n_tables;

  if (!mps_connection_query_int (connection, query, &n_tables, error))
    return FALSE;
  if (n_tables != 12)
    mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE, mps_connection_get_path (connection));
  return n_tables == 12;
}

static gboolean
configure (MpsConnection *connection, GError **error)
{
  return mps_connection_exec (connection,
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA recursive_triggers = ON;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA journal_mode = WAL",
                              error);
}

/* What a database of this application has, of whatever version. */
static gboolean
check_contents (MpsConnection *connection, GError **error)
{
  return check_version (connection, error) && check_tables (connection, error);
}

/* Before it is changed, a copy is laid aside; where that can't be, it is not changed. */
static gboolean
upgrade (MpsConnection *connection, GError **error)
{
  g_autofree char *backup = NULL;
  gint64 version;

  if (!mps_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= MPS_SCHEMA_VERSION)
    return TRUE;
  if (!mps_schema_check_version (connection, (guint) version, error))
    return FALSE;
  backup = mps_backup_make (connection, MPS_BACKUP_MIGRATION, NULL, error);
  return backup && mps_schema_upgrade (connection, error);
}

static gboolean
set_missing (const char *path, GError **error)
{
  g_set_error (error, MPS_ERROR, MPS_ERROR_NO_DATABASE,
               _ ("There is no database “%s”. Import printers into it to make it, or choose "
                  "another file."),
               path);
  return FALSE;
}

/**
 * mps_database_open_as_is:
 * @path: an absolute path
 * @busy_timeout: how long to wait for other programs, in milliseconds
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Opens a database that is there, as mps_database_open() does, but neither
 * looks at each page nor brings it to this version.
 *
 * Returns: (transfer full) (nullable): the connection
 */
MpsConnection *
mps_database_open_as_is (const char *path, guint busy_timeout, GError **error)
{
  g_autoptr (MpsConnection) connection = NULL;
  gboolean exists;

  if (!check_file (path, &exists, error) || (!exists && !set_missing (path, error)))
    return NULL;
  connection = mps_connection_open (path, busy_timeout, error);
  if (connection == NULL || !check_header (connection, error) || !configure (connection, error)
      || !check_contents (connection, error))
    return NULL;
  return g_steal_pointer (&connection);
}

static gboolean
query_true (MpsConnection *connection, const char *sql)
{
  gint64 value;

  return mps_connection_query_int (connection, sql, &value, NULL) && value != 0;
}

/**
 * mps_database_open_beside:
 * @connection: a connection, perhaps with a transaction that has changed nothing yet
 *
 * Opens the same database for another thread, with a transaction that sees what
 * is stored now, and goes on seeing it while @connection changes it. Without a
 * write-ahead log there is none, as whoever reads would keep others from
 * committing.
 *
 * Returns: (transfer full) (nullable): the connection; %NULL where that can't be
 */
MpsConnection *
mps_database_open_beside (MpsConnection *connection)
{
  g_autoptr (MpsConnection) beside = NULL;

  if (mps_connection_has_moved (connection))
    return NULL;
  beside = mps_database_open_as_is (mps_connection_get_path (connection), 0, NULL);
  if (beside == NULL || !query_true (beside, "SELECT journal_mode = 'wal' FROM pragma_journal_mode")
      || !mps_connection_exec (beside, "BEGIN", NULL)
      || !query_true (beside, "SELECT count (*) FROM sqlite_schema"))
    return NULL;
  return g_steal_pointer (&beside);
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS);
}

/**
 * mps_database_open_read_only:
 * @path: an absolute path
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Opens a file that is to be read and left as it is, such as a backup. With a
 * log beside it, what was copied together with it counts.
 *
 * Returns: (transfer full) (nullable): the connection
 */
MpsConnection *
mps_database_open_read_only (const char *path, GError **error)
{
  g_autoptr (MpsConnection) connection = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || (S_ISREG (info.st_mode) && g_access (path, R_OK) != 0))
    {
      mps_sqlite_set_errno (error, errno, path);
      return NULL;
    }
  if (!check_kind (path, &info, error))
    return NULL;
  connection = mps_connection_open_read_only (path, !has_log (path), error);
  if (connection == NULL || !check_header (connection, error)
      || !check_contents (connection, error))
    return NULL;
  return g_steal_pointer (&connection);
}

/**
 * mps_database_open:
 * @path: an absolute path
 * @create: make the file when there is none
 * @busy_timeout: how long to wait for other programs, in milliseconds
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Opens the database, makes it when it is wanted and not there, and brings it
 * to this version. A file that is not a database of this application is told
 * and left as it is. What killed processes have left half done beside it, and
 * in the folder of its backups, goes.
 *
 * Returns: (transfer full) (nullable): the connection
 */
MpsConnection *
mps_database_open (const char *path, gboolean create, guint busy_timeout, GError **error)
{
  g_autoptr (MpsConnection) connection = NULL;
  gboolean exists;

  if (!check_file (path, &exists, error))
    return NULL;
  if (!exists && !create && !set_missing (path, error))
    return NULL;
  if (!exists && (!check_no_log (path, error) || !create_file (path, error)))
    return NULL;
  connection = mps_connection_open (path, busy_timeout, error);
  if (connection == NULL || !check_header (connection, error) || !configure (connection, error)
      || !check_contents (connection, error) || !check_small (connection, error)
      || !upgrade (connection, error))
    return NULL;
  mps_backup_folder_sweep (path);
  return g_steal_pointer (&connection);
}
