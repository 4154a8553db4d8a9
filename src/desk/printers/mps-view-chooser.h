/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-columns.h"
#include "mps-printer-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsViewChooser:
 *
 * The button that says in which view the printers are shown, and its menu: to
 * choose another one, and to save, rename, delete and reset them.
 *
 * Actions, to be inserted as “view” where the menu is: choose (s): the id of a
 * view, save, save-as, rename, delete, reset, columns.
 */
#define MPS_TYPE_VIEW_CHOOSER (mps_view_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MpsViewChooser, mps_view_chooser, MPS, VIEW_CHOOSER, AdwBin)

void mps_view_chooser_follow (MpsViewChooser *self, MpsPrinterColumns *columns,
                              MpsPrinterFilter *filter, const char *database);
GActionGroup *mps_view_chooser_get_actions (MpsViewChooser *self);
GMenuModel *mps_view_chooser_get_menu (MpsViewChooser *self);

G_END_DECLS
