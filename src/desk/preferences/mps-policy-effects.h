/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"
#include "rules/mps-policy.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPolicyEffects:
 *
 * What another policy would do to the printers: how many would change, and the
 * number of each status now and then. It follows the fleet while it is shown.
 */
#define MPS_TYPE_POLICY_EFFECTS (mps_policy_effects_get_type ())
G_DECLARE_FINAL_TYPE (MpsPolicyEffects, mps_policy_effects, MPS, POLICY_EFFECTS,
                      AdwPreferencesGroup)

void mps_policy_effects_show (MpsPolicyEffects *self, MpsFleet *fleet, MpsPolicy *policy);

G_END_DECLS
