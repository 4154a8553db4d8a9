/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-agents-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsAgentsTable:
 *
 * The table of agents, narrowed and in its order. It asks the window to show
 * the agent that is activated (win.show-agent) and the printers whose number
 * is clicked (win.show-printers).
 *
 * "changed": after the agents that are shown may be others.
 */
#define MPS_TYPE_AGENTS_TABLE (mps_agents_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsAgentsTable, mps_agents_table, MPS, AGENTS_TABLE, AdwBin)

void mps_agents_table_follow (MpsAgentsTable *self, MpsAgentsModel *model);
void mps_agents_table_set_filter (MpsAgentsTable *self, const char *search, gboolean only_outdated);
guint mps_agents_table_get_n_shown (MpsAgentsTable *self);

G_END_DECLS
