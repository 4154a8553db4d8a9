/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-views.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsViewNameDialog:
 *
 * Asks for the name of a view, which no other has.
 *
 * "named" (string name): the user wants it to have that name.
 */
#define MPS_TYPE_VIEW_NAME_DIALOG (mps_view_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsViewNameDialog, mps_view_name_dialog, MPS, VIEW_NAME_DIALOG,
                      AdwAlertDialog)

AdwDialog *mps_view_name_dialog_new (MpsPrinterViews *views, const MpsPrinterView *renamed);

G_END_DECLS
