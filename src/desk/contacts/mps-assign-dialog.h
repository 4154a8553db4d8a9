/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsAssignDialog:
 *
 * “Assign supplies delivery contact”: chooses a contact for some printers, or
 * creates it for them. It names the contacts that will be replaced before, and
 * when it is closed the window offers to undo what was assigned.
 */
#define MPS_TYPE_ASSIGN_DIALOG (mps_assign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsAssignDialog, mps_assign_dialog, MPS, ASSIGN_DIALOG, AdwDialog)

AdwDialog *mps_assign_dialog_new (MpsSession *session, const gint64 *printers, gsize n_printers);
AdwDialog *mps_assign_dialog_new_create (MpsSession *session, const gint64 *printers,
                                         gsize n_printers);

G_END_DECLS
