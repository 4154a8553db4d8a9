/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-details-page.h"

G_BEGIN_DECLS

/**
 * MpsAgentPage:
 *
 * All that is known of one agent, where it looks for printers, and what can be
 * done with it. It follows the agent, and goes back when the agent is gone.
 */
#define MPS_TYPE_AGENT_PAGE (mps_agent_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsAgentPage, mps_agent_page, MPS, AGENT_PAGE, MpsDetailsPage)

AdwNavigationPage *mps_agent_page_new (MpsSession *session, gint64 agent);
gint64 mps_agent_page_get_agent (MpsAgentPage *self);

G_END_DECLS
