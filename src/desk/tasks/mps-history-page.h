/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsHistoryPage:
 *
 * The irreversible acts, in all organizations, the newest first. A row opens
 * what else there is to know (win.show-act). Actions: history.find, history.save.
 */
#define MPS_TYPE_HISTORY_PAGE (mps_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsHistoryPage, mps_history_page, MPS, HISTORY_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_history_page_new (MpsSession *session);

G_END_DECLS
