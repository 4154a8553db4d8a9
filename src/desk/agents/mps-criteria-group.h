/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsCriteriaGroup:
 *
 * Where an agent looks for printers, and where it does not. Its buttons ask
 * the widgets around it for agent.add-address and agent.remove-address (s).
 */
#define MPS_TYPE_CRITERIA_GROUP (mps_criteria_group_get_type ())
G_DECLARE_FINAL_TYPE (MpsCriteriaGroup, mps_criteria_group, MPS, CRITERIA_GROUP,
                      AdwPreferencesGroup)

void mps_criteria_group_show (MpsCriteriaGroup *self, const MpsAgentRecord *agent);

G_END_DECLS
