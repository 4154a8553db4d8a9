/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-row-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsEligibilityPane:
 *
 * The eligibility sidebar: how many of the selected printers, or of all
 * that are shown when none is selected, have each status, why, and which. It
 * follows them live.
 *
 * "remedy" (guint status): the user wants to do what helps against a status.
 * "filter" (guint status): the user wants to see only its printers.
 * "reveal" (guint position): printers were selected, of which this is the first.
 */
#define MPS_TYPE_ELIGIBILITY_PANE (mps_eligibility_pane_get_type ())
G_DECLARE_FINAL_TYPE (MpsEligibilityPane, mps_eligibility_pane, MPS, ELIGIBILITY_PANE, AdwBin)

void mps_eligibility_pane_follow (MpsEligibilityPane *self, MpsSession *session,
                                  MpsRowSelection *selection);
void mps_eligibility_pane_set_closable (MpsEligibilityPane *self, gboolean closable);
const guint32 *mps_eligibility_pane_get_rows (MpsEligibilityPane *self, MpsStatus status,
                                              guint *n_rows);

G_END_DECLS
