/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsEntitlementView:
 *
 * “Organization entitlements”: entitles an organization to MPS Express, which
 * cannot be taken back and so wants the organization's name to be typed.
 * Afterwards it stays switched on and says why. For a page or a dialog.
 */
#define MPS_TYPE_ENTITLEMENT_VIEW (mps_entitlement_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsEntitlementView, mps_entitlement_view, MPS, ENTITLEMENT_VIEW, AdwBin)

void mps_entitlement_view_show (MpsEntitlementView *self, MpsSession *session, gint64 organization);

G_END_DECLS
