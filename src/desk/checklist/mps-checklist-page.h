/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsChecklistPage:
 *
 * “Before you begin”: all that the organization wants before its printers can
 * be added to MPS Express, and what comes then.
 */
#define MPS_TYPE_CHECKLIST_PAGE (mps_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsChecklistPage, mps_checklist_page, MPS, CHECKLIST_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_checklist_page_new (MpsSession *session);

G_END_DECLS
