/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-activity.h"

G_BEGIN_DECLS

/**
 * MpsProgressPage:
 *
 * A page of a dialog that shows how far its work is, and cancels it.
 * Properties: heading (string): what is being done; description (string): what
 * a cancellation does, where that is not plain.
 */
#define MPS_TYPE_PROGRESS_PAGE (mps_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsProgressPage, mps_progress_page, MPS, PROGRESS_PAGE, AdwNavigationPage)

void mps_progress_page_begin (MpsProgressPage *self, MpsActivity *activity);
void mps_progress_page_run (MpsProgressPage *self, AdwNavigationView *navigation,
                            MpsActivity *activity);
void mps_progress_page_cancel (MpsProgressPage *self);
void mps_progress_page_end (MpsProgressPage *self);

G_END_DECLS
