/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsAgentCounts:
 *
 * How many printers each agent has, counted in one pass over the fleet: as it
 * was then, not live.
 */
typedef struct _MpsAgentCounts MpsAgentCounts;

MpsAgentCounts *mps_agent_counts_new (MpsFleet *fleet);
void mps_agent_counts_free (MpsAgentCounts *self);
guint mps_agent_counts_get_printers (MpsAgentCounts *self, gint64 agent);
guint mps_agent_counts_get_managed (MpsAgentCounts *self, gint64 agent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAgentCounts, mps_agent_counts_free)

G_END_DECLS
