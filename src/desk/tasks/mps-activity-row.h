/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-activity.h"

G_BEGIN_DECLS

/**
 * MpsActivityRow:
 *
 * Work that this window has begun: what it is, how far it is, and Cancel. To
 * activate it opens its task, as soon as it is one.
 */
#define MPS_TYPE_ACTIVITY_ROW (mps_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsActivityRow, mps_activity_row, MPS, ACTIVITY_ROW, AdwActionRow)

GtkWidget *mps_activity_row_new (MpsActivity *activity);

G_END_DECLS
