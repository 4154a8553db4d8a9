/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-agent-item.h"
#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsAgentsModel:
 *
 * The agents of the organization that is looked at, live: a #MpsAgentItem
 * each, which stays the same as long as its agent is there. How many printers
 * they have is counted in one pass over the fleet, and not more often than a
 * person sees. Main thread only.
 *
 * "refreshed": after the items were brought up to date.
 */
#define MPS_TYPE_AGENTS_MODEL (mps_agents_model_get_type ())
G_DECLARE_FINAL_TYPE (MpsAgentsModel, mps_agents_model, MPS, AGENTS_MODEL, GObject)

MpsAgentsModel *mps_agents_model_new (MpsSession *session);
GListModel *mps_agents_model_get_items (MpsAgentsModel *self);
MpsAgentItem *mps_agents_model_find (MpsAgentsModel *self, gint64 agent);

G_END_DECLS
