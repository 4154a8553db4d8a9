/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-backups.h"

G_BEGIN_DECLS

char *mps_backup_folder_dup_path (const char *database, MpsBackupReason reason, guint number);
gboolean mps_backup_folder_is_of_database (const char *path);
gboolean mps_backup_folder_make (const char *database, GError **error);
void mps_backup_folder_prune (const char *database);
void mps_backup_folder_sweep (const char *database);

G_END_DECLS
