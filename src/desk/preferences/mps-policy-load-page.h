/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPolicyLoadPage:
 *
 * Loads a programme policy from a file: what is wrong with the file, or in what
 * it differs from the policy in force and what that does to the printers; and
 * only then, when the user says so, puts it in force.
 */
#define MPS_TYPE_POLICY_LOAD_PAGE (mps_policy_load_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsPolicyLoadPage, mps_policy_load_page, MPS, POLICY_LOAD_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *mps_policy_load_page_new (MpsSession *session, GFile *file);

G_END_DECLS
