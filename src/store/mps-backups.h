/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-progress.h"

G_BEGIN_DECLS

/*
 * Backups of a database, and going back to one. Both work on the file, whoever
 * has it open: a backup is what was committed at one moment, and what a restore
 * brings back is seen by all of them at once, as what another program wrote.
 */

/**
 * MpsBackupReason:
 * @MPS_BACKUP_IMPORT: a fleet list is about to be imported
 * @MPS_BACKUP_MIGRATION: the database is about to be brought to a newer version
 * @MPS_BACKUP_RESTORE: a backup is about to take its place
 * @MPS_BACKUP_DAMAGED: as @MPS_BACKUP_RESTORE, but it could not be read: the file as it was
 *
 * Why a backup was made without being asked for.
 */
typedef enum {
  MPS_BACKUP_IMPORT,
  MPS_BACKUP_MIGRATION,
  MPS_BACKUP_RESTORE,
  MPS_BACKUP_DAMAGED,
} MpsBackupReason;

#define MPS_BACKUP_N_REASONS (MPS_BACKUP_DAMAGED + 1)

/**
 * MpsBackup:
 * @made: when, UTC
 * @number: counts those of one second, from 1
 * @size: in bytes
 *
 * A backup that was made without being asked for.
 */
typedef struct {
  char *path;
  GDateTime *made;
  MpsBackupReason reason;
  guint number;
  guint64 size;
} MpsBackup;

void mps_backup_free (MpsBackup *self);
GPtrArray *mps_backups_list (const char *database);

void mps_backups_save_async (const char *database, const char *target, MpsProgress *progress,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
guint64 mps_backups_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
