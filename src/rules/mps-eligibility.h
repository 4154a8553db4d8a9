/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"
#include "mps-policy.h"

G_BEGIN_DECLS

/**
 * MpsEligibilityFacts:
 *
 * All that the rule asks about one printer.
 */
typedef struct {
  MpsManaged managed;
  gboolean supported;
  gint32 average_pages;
  gint32 max_average_pages;
  gboolean has_contact;
  gboolean agent_outdated;
} MpsEligibilityFacts;

MpsStatusMask mps_eligibility_judge (const MpsEligibilityFacts *facts);
MpsStatusMask mps_eligibility_judge_record (MpsPolicy *policy, const MpsPrinterRecord *printer,
                                            const MpsAgentRecord *agent);
void mps_eligibility_attach (MpsFleet *fleet, MpsPolicy *policy);

/**
 * MpsPolicyEffect:
 * @n_printers: how many printers there are
 * @n_changed: how many of them would have other statuses than now
 * @before: how many have each status now
 * @after: how many would have it
 *
 * What another policy would do to the printers of a fleet.
 */
typedef struct {
  guint n_printers;
  guint n_changed;
  guint before[MPS_N_STATUSES];
  guint after[MPS_N_STATUSES];
} MpsPolicyEffect;

void mps_eligibility_preview (MpsFleet *fleet, MpsPolicy *policy, MpsPolicyEffect *effect);

G_END_DECLS
