/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-statement.h"

#include "mps-sqlite-error.h"

struct _MpsStatement {
  sqlite3 *db;        /* borrowed */
  const char *path;   /* borrowed from the connection */
  char *sql;          /* owned */
  sqlite3_stmt *stmt; /* owned; NULL when it could not be prepared */
  GError *error;      /* owned; what failed before the step */
};

static void
keep_error (MpsStatement *self, int result)
{
  if (result != SQLITE_OK && self->error == NULL)
    mps_sqlite_set_error (&self->error, self->db, result, self->path);
}

/**
 * mps_statement_new:
 * @db: the connection it is for, which outlives it
 * @path: the file, for messages; outlives it too
 * @sql: one statement
 *
 * Returns: (transfer full): a statement that is not prepared yet, to be freed
 *   with mps_statement_free()
 */
MpsStatement *
mps_statement_new (sqlite3 *db, const char *path, const char *sql)
{
  MpsStatement *self = g_new0 (MpsStatement, 1);

  self->db = db;
  self->path = path;
  self->sql = g_strdup (sql);
  return self;
}

/**
 * mps_statement_prepare:
 * @self: a statement
 *
 * Prepares it, unless it is already.
 */
void
mps_statement_prepare (MpsStatement *self)
{
  if (self->stmt == NULL)
    keep_error (self, sqlite3_prepare_v3 (self->db, self->sql, -1, SQLITE_PREPARE_PERSISTENT,
                                          &self->stmt, NULL));
}

void
mps_statement_free (MpsStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_clear_error (&self->error);
  g_free (self->sql);
  g_free (self);
}

/**
 * mps_statement_release:
 * @self: a statement
 *
 * Gives the statement back: it holds no lock and borrows no text any more.
 */
void
mps_statement_release (MpsStatement *self)
{
  g_clear_error (&self->error);
  if (self->stmt == NULL)
    return;
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
}

void
mps_statement_bind_int (MpsStatement *self, int parameter, gint64 value)
{
  if (self->stmt)
    keep_error (self, sqlite3_bind_int64 (self->stmt, parameter, value));
}

/**
 * mps_statement_bind_id:
 * @self: a statement
 * @parameter: from 1
 * @id: an id; 0, which is none, becomes NULL
 */
void
mps_statement_bind_id (MpsStatement *self, int parameter, gint64 id)
{
  if (self->stmt == NULL)
    return;
  if (id == 0)
    keep_error (self, sqlite3_bind_null (self->stmt, parameter));
  else
    keep_error (self, sqlite3_bind_int64 (self->stmt, parameter, id));
}

/**
 * mps_statement_bind_text:
 * @self: a statement
 * @parameter: from 1
 * @text: (nullable): UTF-8, borrowed until the statement has run or is released
 */
void
mps_statement_bind_text (MpsStatement *self, int parameter, const char *text)
{
  if (self->stmt)
    keep_error (self, sqlite3_bind_text (self->stmt, parameter, text, -1, SQLITE_STATIC));
}

/**
 * mps_statement_step:
 * @self: a statement with its parameters bound
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Goes to the first or next row. At the end and after a failure the statement
 * is reset, and keeps its parameters.
 */
MpsStep
mps_statement_step (MpsStatement *self, GError **error)
{
  int result;

  if (self->error)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return MPS_STEP_ERROR;
    }
  result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return MPS_STEP_ROW;
  if (result != SQLITE_DONE)
    mps_sqlite_set_error (error, self->db, result, self->path);
  sqlite3_reset (self->stmt);
  return result == SQLITE_DONE ? MPS_STEP_DONE : MPS_STEP_ERROR;
}

/**
 * mps_statement_run:
 * @self: a statement with its parameters bound
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Runs it to its end, passing over the rows that it may have.
 *
 * Returns: whether it ended well
 */
gboolean
mps_statement_run (MpsStatement *self, GError **error)
{
  MpsStep step;

  do
    step = mps_statement_step (self, error);
  while (step == MPS_STEP_ROW);
  return step == MPS_STEP_DONE;
}

gint64
mps_statement_get_int (MpsStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gboolean
mps_statement_is_null (MpsStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * mps_statement_get_text:
 * @self: a statement that stands on a row
 * @column: from 0
 *
 * Returns: (transfer none): the text, valid until the next step; "" for NULL
 */
const char *
mps_statement_get_text (MpsStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  return text ? text : "";
}

char *
mps_statement_dup_text (MpsStatement *self, int column)
{
  return g_strdup (mps_statement_get_text (self, column));
}
