/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-backup-beside.h"

#include "mps-backup.h"
#include "mps-database.h"

struct _MpsBackupBeside {
  MpsConnection *connection; /* (nullable): owned; of the thread as long as that runs */
  GCancellable *stop;        /* owned */
  GThread *thread;           /* (nullable): owned */
  GError *error;             /* (nullable): owned; why there is no backup, once the thread ended */
};

static gpointer
make (gpointer data)
{
  MpsBackupBeside *self = data;

  g_free (mps_backup_make (self->connection, MPS_BACKUP_IMPORT, self->stop, &self->error));
  return NULL;
}

static gboolean
make_at_once (MpsConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = mps_backup_make (connection, MPS_BACKUP_IMPORT, cancellable, error);

  return path != NULL;
}

/**
 * mps_backup_beside_begin:
 * @connection: a database without a transaction
 * @cancellable: (nullable): a cancellable
 * @backup: (out) (nullable): the backup that is made; %NULL where there is nothing to wait for
 * @error: return location for a #GError, as for mps_backup_make()
 *
 * Begins to make a backup before an import into a database that has printers
 * or contacts. Where it can't be made beside it, it is made at once.
 *
 * Returns: whether the import may begin
 */
gboolean
mps_backup_beside_begin (MpsConnection *connection, GCancellable *cancellable,
                         MpsBackupBeside **backup, GError **error)
{
  static const char query[] = "SELECT EXISTS (SELECT 1 FROM printers) "
                              "OR EXISTS (SELECT 1 FROM contacts)";
  g_autoptr (MpsConnection) beside = NULL;
  gint64 has_something;

  *backup = NULL;
  if (!mps_connection_query_int (connection, query, &has_something, error))
    return FALSE;
  if (!has_something)
    return TRUE;
  beside = mps_database_open_beside (connection);
  if (beside == NULL)
    return make_at_once (connection, cancellable, error);
  *backup = g_new0 (MpsBackupBeside, 1);
  (*backup)->connection = g_steal_pointer (&beside);
  (*backup)->stop = g_cancellable_new ();
  (*backup)->thread = g_thread_new ("mps-backup", make, *backup);
  return TRUE;
}

/**
 * mps_backup_beside_finish:
 * @self: a backup
 * @error: return location for a #GError, as for mps_backup_make()
 *
 * Waits for it. Who changes the database may commit only when this has
 * succeeded.
 *
 * Returns: whether it is in its place, durably
 */
gboolean
mps_backup_beside_finish (MpsBackupBeside *self, GError **error)
{
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->connection, mps_connection_free);
  if (self->error)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

/**
 * mps_backup_beside_free:
 * @self: (transfer full): a backup; one that is not finished is given up, and nothing is left of it
 */
void
mps_backup_beside_free (MpsBackupBeside *self)
{
  g_cancellable_cancel (self->stop);
  mps_backup_beside_finish (self, NULL);
  g_clear_error (&self->error);
  g_object_unref (self->stop);
  g_free (self);
}
