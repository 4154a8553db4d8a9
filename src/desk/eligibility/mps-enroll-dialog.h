/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsEnrollDialog:
 *
 * “Add to MPS Express” in steps: eligibility status, terms of use, progress, result.
 */
#define MPS_TYPE_ENROLL_DIALOG (mps_enroll_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsEnrollDialog, mps_enroll_dialog, MPS, ENROLL_DIALOG, AdwDialog)

AdwDialog *mps_enroll_dialog_new (MpsSession *session, const gint64 *printers, gsize n_printers);

G_END_DECLS
