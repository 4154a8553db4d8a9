/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "fleet/mps-types.h"

G_BEGIN_DECLS

/**
 * MpsStatusGroup:
 *
 * The statuses of one printer, an #MpsStatusRow each.
 */
#define MPS_TYPE_STATUS_GROUP (mps_status_group_get_type ())
G_DECLARE_FINAL_TYPE (MpsStatusGroup, mps_status_group, MPS, STATUS_GROUP, AdwPreferencesGroup)

void mps_status_group_set_mask (MpsStatusGroup *self, MpsStatusMask mask);
void mps_status_group_set_hindrance (MpsStatusGroup *self, MpsStatus status, const char *hindrance);

G_END_DECLS
