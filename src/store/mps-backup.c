/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-backup.h"

#include "mps-backup-folder.h"
#include "mps-draft.h"

/* Another process may make one in the same second; hardly ever many. */
#define MAX_NUMBER 100

static char *
place (MpsDraft *draft, const char *database, MpsBackupReason reason, GError **error)
{
  GError *local_error = NULL;

  for (guint number = 1; number <= MAX_NUMBER; number++)
    {
      g_autofree char *path = mps_backup_folder_dup_path (database, reason, number);

      g_clear_error (&local_error);
      if (mps_draft_place (draft, path, FALSE, &local_error))
        return g_steal_pointer (&path);
      if (!g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
        break;
    }
  g_propagate_error (error, local_error);
  return NULL;
}

/**
 * mps_backup_make:
 * @connection: a database without a transaction, or with one that only reads
 * @reason: what is about to be done to it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError of %MPS_ERROR or %G_IO_ERROR_CANCELLED; nothing is left
 *   behind then
 *
 * Makes a backup in the folder of the database's backups, durably, and lets go
 * of the oldest ones.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
mps_backup_make (MpsConnection *connection, MpsBackupReason reason, GCancellable *cancellable,
                 GError **error)
{
  const char *database = mps_connection_get_path (connection);
  g_autofree char *target = mps_backup_folder_dup_path (database, reason, 1);
  g_autofree char *path = NULL;
  g_autoptr (MpsDraft) draft = NULL;

  if (!mps_backup_folder_make (database, error))
    return NULL;
  draft = mps_draft_new (target, error);
  if (draft == NULL || !mps_draft_fill (draft, connection, NULL, cancellable, error)
      || !mps_draft_close (draft, error))
    return NULL;
  path = place (draft, database, reason, error);
  if (path)
    mps_backup_folder_prune (database);
  return g_steal_pointer (&path);
}
