/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-connection.h"

#include "mps-sqlite-error.h"

#include <glib/gi18n.h>

/* Some tens of microseconds. */
#define OPERATIONS_BETWEEN_LOOKS 4000

struct _MpsConnection {
  sqlite3 *db;            /* owned */
  char *path;             /* owned */
  GHashTable *statements; /* owned: char *sql → MpsStatement */
  gboolean has_left_log;  /* for a rollback journal, and is to return */
};

static gboolean
check (MpsConnection *self, int result, GError **error)
{
  if (result == SQLITE_OK)
    return TRUE;
  mps_sqlite_set_error (error, self->db, result, self->path);
  return FALSE;
}

static MpsConnection *
open_connection (const char *path, const char *name, int access, GError **error)
{
  g_autoptr (MpsConnection) self = g_new0 (MpsConnection, 1);
  int flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) mps_statement_free);
  if (!check (self, sqlite3_open_v2 (name, &self->db, flags, NULL), error))
    return NULL;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return g_steal_pointer (&self);
}

/**
 * mps_connection_open:
 * @path: an absolute path of a file that exists
 * @busy_timeout: how long to wait for other programs, in milliseconds
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Opens the file and neither reads nor writes it yet.
 *
 * Returns: (transfer full) (nullable): the connection
 */
MpsConnection *
mps_connection_open (const char *path, guint busy_timeout, GError **error)
{
  g_autoptr (MpsConnection) self = NULL;

  g_return_val_if_fail (g_path_is_absolute (path), NULL);

  self = open_connection (path, path, SQLITE_OPEN_READWRITE, error);
  if (self)
    sqlite3_busy_timeout (self->db, (int) busy_timeout);
  return g_steal_pointer (&self);
}

/**
 * mps_connection_open_memory:
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): a connection to an empty database that is no file
 */
MpsConnection *
mps_connection_open_memory (GError **error)
{
  return open_connection (":memory:", ":memory:", SQLITE_OPEN_READWRITE, error);
}

/**
 * mps_connection_open_read_only:
 * @path: an absolute path of a file that exists
 * @unchanging: nobody writes to it; nothing is made beside it then, so that it may lie where
 *   nothing can be written
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): a connection that can't write
 */
MpsConnection *
mps_connection_open_read_only (const char *path, gboolean unchanging, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_strconcat (uri, unchanging ? "?immutable=1" : "", NULL);

  g_return_val_if_fail (g_path_is_absolute (path), NULL);

  return open_connection (path, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

/**
 * mps_connection_set_path:
 * @self: a connection that has no statements yet
 * @path: what messages call the file, which has another name for now
 */
void
mps_connection_set_path (MpsConnection *self, const char *path)
{
  g_set_str (&self->path, path);
}

static int
is_cancelled (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * mps_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): held by the caller until it is replaced by %NULL
 *
 * From now on a cancellation ends a statement that runs, with
 * %G_IO_ERROR_CANCELLED.
 */
void
mps_connection_set_cancellable (MpsConnection *self, GCancellable *cancellable)
{
  sqlite3_progress_handler (self->db, cancellable ? OPERATIONS_BETWEEN_LOOKS : 0,
                            cancellable ? is_cancelled : NULL, cancellable);
}

/**
 * mps_connection_free:
 * @self: a connection
 *
 * Closes it; an open transaction is rolled back.
 */
void
mps_connection_free (MpsConnection *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

const char *
mps_connection_get_path (MpsConnection *self)
{
  return self->path;
}

/**
 * mps_connection_get_db:
 * @self: a connection
 *
 * Returns: (transfer none): what SQLite knows it by, for the few who need more than statements
 */
sqlite3 *
mps_connection_get_db (MpsConnection *self)
{
  return self->db;
}

/**
 * mps_connection_read_header:
 * @self: a connection
 * @header: (out caller-allocates) (array length=length): the first bytes of the file; zero
 *   where the file is shorter
 * @length: how many
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Reads the start of the file as it is, taking no lock and changing nothing,
 * so that a file can be told to be another program's. It goes through SQLite's
 * own file: closing another descriptor of it would drop this process's locks.
 *
 * Returns: whether it could be read
 */
gboolean
mps_connection_read_header (MpsConnection *self, guint8 *header, gsize length, GError **error)
{
  sqlite3_file *file = NULL;
  int result = sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (result == SQLITE_OK)
    result = file->pMethods->xRead (file, header, (int) length, 0);
  if (result == SQLITE_IOERR_SHORT_READ)
    result = SQLITE_OK;
  return check (self, result, error);
}

/**
 * mps_connection_exec:
 * @self: a connection
 * @sql: any number of statements, without parameters; their rows are passed over
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_connection_exec (MpsConnection *self, const char *sql, GError **error)
{
  return check (self, sqlite3_exec (self->db, sql, NULL, NULL, NULL), error);
}

/**
 * mps_connection_prepare:
 * @self: a connection
 * @sql: one statement; whoever asks for the same text gets the same statement
 *
 * Hold it with a g_autoptr, which gives it back.
 *
 * Returns: (transfer none): the statement, ready to be bound
 */
MpsStatement *
mps_connection_prepare (MpsConnection *self, const char *sql)
{
  MpsStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = mps_statement_new (self->db, self->path, sql);
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  mps_statement_prepare (statement);
  return statement;
}

/**
 * mps_connection_query_int:
 * @self: a connection
 * @sql: a query without parameters
 * @value: (out): the first column of its first row; 0 when there is no row
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_connection_query_int (MpsConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (self, sql);
  MpsStep step = mps_statement_step (statement, error);

  *value = step == MPS_STEP_ROW ? mps_statement_get_int (statement, 0) : 0;
  return step != MPS_STEP_ERROR;
}

gint64
mps_connection_get_last_id (MpsConnection *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

/**
 * mps_connection_get_n_changed:
 * @self: a connection
 *
 * Returns: how many rows the last INSERT, UPDATE or DELETE changed
 */
gint64
mps_connection_get_n_changed (MpsConnection *self)
{
  return sqlite3_changes64 (self->db);
}

/* The log goes only when nobody else has the database open, and SQLite says so by leaving it. A
 * rollback journal takes its place, which holds what the few pages were that there are: whoever
 * opens the database after a crash puts them back. */
static void
leave_log (MpsConnection *self)
{
  self->has_left_log = mps_connection_exec (self, "PRAGMA journal_mode = DELETE", NULL);
}

/* If somebody reads just now it can't return yet; the next transaction tries again, and whoever
 * opens the database does so too. */
static void
return_to_log (MpsConnection *self)
{
  if (self->has_left_log)
    self->has_left_log = !mps_connection_exec (self, "PRAGMA journal_mode = WAL", NULL);
}

/**
 * mps_connection_has_moved:
 * @self: a connection
 *
 * Returns: whether its file was moved, deleted or replaced since it was opened
 */
gboolean
mps_connection_has_moved (MpsConnection *self)
{
  int moved = FALSE;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != FALSE;
}

/* What is written to a file that was moved or deleted is not where anybody looks for it, and its
 * log would be taken for one of the file that has taken its place. */
static gboolean
check_in_place (MpsConnection *self, GError **error)
{
  if (!mps_connection_has_moved (self))
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR,
               _ ("“%s” was moved, deleted or replaced while it was open. Nothing was changed. Put "
                  "it back, or open the database again."),
               self->path);
  return FALSE;
}

/**
 * mps_connection_begin:
 * @self: a connection without a transaction
 * @durability: what a commit promises
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Begins to write: from here to the end no other program writes.
 */
gboolean
mps_connection_begin (MpsConnection *self, MpsDurability durability, GError **error)
{
  /* Inside a transaction the pragma does nothing. */
  const char *sql
      = durability == MPS_DURABLE ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL";

  if (!check_in_place (self, error))
    return FALSE;
  return_to_log (self);
  if (!mps_connection_exec (self, sql, error))
    return FALSE;
  if (durability != MPS_BULK)
    return mps_connection_exec (self, "BEGIN IMMEDIATE", error);
  leave_log (self);
  if (mps_connection_exec (self, "BEGIN EXCLUSIVE", error))
    return TRUE;
  return_to_log (self);
  return FALSE;
}

/**
 * mps_connection_commit:
 * @self: a connection with a transaction
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether everything since the beginning is stored; if not, nothing is
 */
gboolean
mps_connection_commit (MpsConnection *self, GError **error)
{
  const gboolean committed = mps_connection_exec (self, "COMMIT", error);

  if (committed)
    return_to_log (self);
  else
    mps_connection_rollback (self);
  return committed;
}

/**
 * mps_connection_is_in_transaction:
 * @self: a connection
 *
 * Returns: whether a transaction is open; a failure may have rolled it back
 */
gboolean
mps_connection_is_in_transaction (MpsConnection *self)
{
  return !sqlite3_get_autocommit (self->db);
}

void
mps_connection_rollback (MpsConnection *self)
{
  if (mps_connection_is_in_transaction (self))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return_to_log (self);
}
