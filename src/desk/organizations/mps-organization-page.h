/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationPage:
 *
 * A child organization: what it has, which leads to where that is shown, its
 * entitlements, its printers by eligibility status, and what can be done to it.
 */
#define MPS_TYPE_ORGANIZATION_PAGE (mps_organization_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsOrganizationPage, mps_organization_page, MPS, ORGANIZATION_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *mps_organization_page_new (MpsSession *session, gint64 organization);

G_END_DECLS
