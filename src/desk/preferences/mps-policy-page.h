/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/mps-policy.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPolicyPage:
 *
 * A programme policy for people: its limits, its models, and its terms of use
 * in both languages.
 */
#define MPS_TYPE_POLICY_PAGE (mps_policy_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsPolicyPage, mps_policy_page, MPS, POLICY_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_policy_page_new (MpsPolicy *policy);

G_END_DECLS
