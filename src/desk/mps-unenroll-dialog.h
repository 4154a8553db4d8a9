/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsUnenrollDialog:
 *
 * How far unenrolling is, where it takes long enough to be seen, and which
 * printers were not unenrolled, where there are any.
 */
#define MPS_TYPE_UNENROLL_DIALOG (mps_unenroll_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsUnenrollDialog, mps_unenroll_dialog, MPS, UNENROLL_DIALOG, AdwDialog)

void mps_unenroll_dialog_run (GtkWidget *window, MpsSession *session, const gint64 *printers,
                              gsize n_printers);

G_END_DECLS
