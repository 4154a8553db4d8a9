/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-database-draft.h"

#include "mps-connection.h"
#include "mps-schema.h"

static gboolean
fill (const char *path, const char *target, GError **error)
{
  g_autoptr (MpsConnection) connection = mps_connection_open (path, 0, error);

  if (connection == NULL)
    return FALSE;
  mps_connection_set_path (connection, target);
  return mps_schema_create (connection, error)
         && mps_connection_exec (connection, "PRAGMA journal_mode = WAL", error);
}

/**
 * mps_database_draft_init:
 * @self: (out caller-allocates): a draft, to be cleared also when this fails
 * @target: where it may be in the end; in messages it has this name already
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Makes what a new database is, as a draft beside @target: it can be opened
 * there, and be given up without a trace. Any thread.
 *
 * Returns: whether there is such a draft
 */
gboolean
mps_database_draft_init (MpsDraftFile *self, const char *target, GError **error)
{
  return mps_draft_file_init (self, target, error) && fill (self->path, target, error);
}
