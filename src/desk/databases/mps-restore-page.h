/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/mps-restore.h"

G_BEGIN_DECLS

/**
 * MpsRestorePage:
 *
 * What a backup has, what there is now, and what would be lost, before it is
 * restored. Its button is the action "restore.apply" of the dialog.
 * Properties: agreed (boolean): whether it may be restored: nothing is lost
 * that can't be entered again, or that was agreed to.
 */
#define MPS_TYPE_RESTORE_PAGE (mps_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsRestorePage, mps_restore_page, MPS, RESTORE_PAGE, AdwNavigationPage)

void mps_restore_page_show (MpsRestorePage *self, MpsRestore *restore);
void mps_restore_page_set_error (MpsRestorePage *self, const GError *error);

G_END_DECLS
