/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsOrganizationSwitcher:
 *
 * Chooses which child organization the window shows, or all of them.
 */
#define MPS_TYPE_ORGANIZATION_SWITCHER (mps_organization_switcher_get_type ())
G_DECLARE_FINAL_TYPE (MpsOrganizationSwitcher, mps_organization_switcher, MPS,
                      ORGANIZATION_SWITCHER, AdwBin)

void mps_organization_switcher_set_session (MpsOrganizationSwitcher *self, MpsSession *session);

G_END_DECLS
