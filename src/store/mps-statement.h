/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * MpsStep:
 *
 * What a step came to. The end of the rows and a failure are two things, so
 * that one is never taken for the other.
 */
typedef enum {
  MPS_STEP_ROW,
  MPS_STEP_DONE,
  MPS_STEP_ERROR,
} MpsStep;

/**
 * MpsStatement:
 *
 * A prepared statement, owned and kept by its #MpsConnection. Parameters count
 * from 1 and columns from 0, as in SQLite. What fails in preparing or binding
 * is reported by the step after it, so that there is one place to look.
 *
 * A g_autoptr gives it back to its connection, and does not free it.
 */
typedef struct _MpsStatement MpsStatement;

MpsStatement *mps_statement_new (sqlite3 *db, const char *path, const char *sql);
void mps_statement_prepare (MpsStatement *self);
void mps_statement_free (MpsStatement *self);
void mps_statement_release (MpsStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsStatement, mps_statement_release)

void mps_statement_bind_int (MpsStatement *self, int parameter, gint64 value);
void mps_statement_bind_id (MpsStatement *self, int parameter, gint64 id);
void mps_statement_bind_text (MpsStatement *self, int parameter, const char *text);

MpsStep mps_statement_step (MpsStatement *self, GError **error);
gboolean mps_statement_run (MpsStatement *self, GError **error);

gint64 mps_statement_get_int (MpsStatement *self, int column);
gboolean mps_statement_is_null (MpsStatement *self, int column);
const char *mps_statement_get_text (MpsStatement *self, int column);
char *mps_statement_dup_text (MpsStatement *self, int column);

G_END_DECLS
