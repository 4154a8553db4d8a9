/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsRunningView:
 *
 * What runs now: the work of this window with progress and Cancel, and tasks
 * that other processes work on. It is hidden when there is nothing.
 */
#define MPS_TYPE_RUNNING_VIEW (mps_running_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsRunningView, mps_running_view, MPS, RUNNING_VIEW, AdwBin)

void mps_running_view_follow (MpsRunningView *self, MpsSession *session, gint64 task);

G_END_DECLS
