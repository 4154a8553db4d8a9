/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationTally:
 * @organization: its id; 0 for all of them together
 * @printers: how many printers it has
 * @contacts: how many supplies delivery contacts
 * @agents: how many agents
 * @statuses: how many of its printers have each status; one with two reasons counts in both
 */
typedef struct {
  gint64 organization;
  guint printers;
  guint contacts;
  guint agents;
  guint statuses[MPS_N_STATUSES];
} MpsOrganizationTally;

/**
 * MpsOrganizationCounts:
 *
 * What each organization has, counted in one pass over the fleet: as it was
 * then, not live.
 */
typedef struct _MpsOrganizationCounts MpsOrganizationCounts;

MpsOrganizationCounts *mps_organization_counts_new (MpsFleet *fleet);
void mps_organization_counts_free (MpsOrganizationCounts *self);
MpsOrganizationTally mps_organization_counts_get (MpsOrganizationCounts *self, gint64 organization);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsOrganizationCounts, mps_organization_counts_free)

G_END_DECLS
