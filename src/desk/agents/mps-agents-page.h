/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsAgentsPage:
 *
 * The agents of the organization that is looked at: their table, the search,
 * and which of them are too old for the policy.
 */
#define MPS_TYPE_AGENTS_PAGE (mps_agents_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsAgentsPage, mps_agents_page, MPS, AGENTS_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_agents_page_new (MpsSession *session);
void mps_agents_page_show_outdated (MpsAgentsPage *self);

G_END_DECLS
