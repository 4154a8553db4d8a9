/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-search.h"

#include "mps-agent-verdict.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MpsAgentItem:
 *
 * An agent as the pages show it. Properties, all read-only: id (int64), name,
 * kind, version, verdict, verdict-icon-name, state, last-seen and
 * last-seen-text (strings), outdated and active (booleans), printers and
 * managed (uint: how many it has, and how many of them are managed or pending
 * in MPS Express).
 */
#define MPS_TYPE_AGENT_ITEM (mps_agent_item_get_type ())
G_DECLARE_FINAL_TYPE (MpsAgentItem, mps_agent_item, MPS, AGENT_ITEM, GObject)

MpsAgentItem *mps_agent_item_new (gint64 id);
void mps_agent_item_set_agent (MpsAgentItem *self, const MpsAgentRecord *agent, MpsPolicy *policy);
void mps_agent_item_set_counts (MpsAgentItem *self, guint printers, guint managed);
gint64 mps_agent_item_get_id (MpsAgentItem *self);
const char *mps_agent_item_get_version (MpsAgentItem *self);
gboolean mps_agent_item_get_outdated (MpsAgentItem *self);
guint mps_agent_item_get_printers (MpsAgentItem *self);
guint mps_agent_item_get_managed (MpsAgentItem *self);
gboolean mps_agent_item_matches (MpsAgentItem *self, const MpsSearch *search);

G_END_DECLS
