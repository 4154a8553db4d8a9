/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsBackupDialog:
 *
 * Shows how far the saving of a backup is, and cancels it; gone when that has
 * ended, which is told in the window.
 */
#define MPS_TYPE_BACKUP_DIALOG (mps_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsBackupDialog, mps_backup_dialog, MPS, BACKUP_DIALOG, AdwDialog)

void mps_backup_dialog_save (GtkWidget *parent, const char *database, GFile *target);

G_END_DECLS
