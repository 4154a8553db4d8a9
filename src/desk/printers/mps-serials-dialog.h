/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsSerialsDialog:
 *
 * “Select by serial numbers”: finds the printers of a list of serial numbers
 * that is typed, pasted, loaded from a file or dropped.
 *
 * "selected" (array of gint64, guint): ids of the printers that are to be
 * selected, after the dialog has given the keyboard back.
 */
#define MPS_TYPE_SERIALS_DIALOG (mps_serials_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsSerialsDialog, mps_serials_dialog, MPS, SERIALS_DIALOG, AdwDialog)

AdwDialog *mps_serials_dialog_new (MpsSession *session);

G_END_DECLS
