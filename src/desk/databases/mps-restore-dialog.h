/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsRestoreDialog:
 *
 * Choosing a backup of a database, one that was made automatically or a file;
 * looking at what it has and what would be lost; and restoring it.
 *
 * "restored" (char *saved, nullable): the database is what the backup was, and
 * what there was is kept in the file @saved. The dialog is closed then.
 */
#define MPS_TYPE_RESTORE_DIALOG (mps_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsRestoreDialog, mps_restore_dialog, MPS, RESTORE_DIALOG, AdwDialog)

AdwDialog *mps_restore_dialog_new (const char *database);
void mps_restore_dialog_read (MpsRestoreDialog *self, const char *backup);

G_END_DECLS
