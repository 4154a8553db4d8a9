/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "fleet/mps-breakdown.h"

G_BEGIN_DECLS

/**
 * MpsEligibilityGroup:
 *
 * The nine statuses with their counts. Signal: "status-activated" (int): the
 * printers of an #MpsStatus are to be shown.
 */
#define MPS_TYPE_ELIGIBILITY_GROUP (mps_eligibility_group_get_type ())
G_DECLARE_FINAL_TYPE (MpsEligibilityGroup, mps_eligibility_group, MPS, ELIGIBILITY_GROUP,
                      AdwPreferencesGroup)

void mps_eligibility_group_set_counts (MpsEligibilityGroup *self, const guint *counts);
void mps_eligibility_group_set_breakdown (MpsEligibilityGroup *self, MpsBreakdown *breakdown);

G_END_DECLS
