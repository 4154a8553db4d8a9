/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsEntitlementDialog:
 *
 * “Organization entitlements”: an #MpsEntitlementView in a dialog, for where
 * something waits for the entitlement.
 */
#define MPS_TYPE_ENTITLEMENT_DIALOG (mps_entitlement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsEntitlementDialog, mps_entitlement_dialog, MPS, ENTITLEMENT_DIALOG,
                      AdwDialog)

AdwDialog *mps_entitlement_dialog_new (MpsSession *session, gint64 organization);

G_END_DECLS
