/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsAccountPage:
 *
 * “Account management”: the parent company and its child organizations, with
 * what each has, to be searched, added, renamed, and deleted while they are
 * empty. Each leads to its page, where it is entitled to MPS Express.
 */
#define MPS_TYPE_ACCOUNT_PAGE (mps_account_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsAccountPage, mps_account_page, MPS, ACCOUNT_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_account_page_new (MpsSession *session);

G_END_DECLS
