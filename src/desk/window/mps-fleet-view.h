/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsFleetView:
 *
 * The pages of an open database, the list of them at the side, and which
 * organization is looked at. Below the pages of the sample fleet it says what
 * they are. Another database gets another view, so that nothing of the former is left.
 */
#define MPS_TYPE_FLEET_VIEW (mps_fleet_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsFleetView, mps_fleet_view, MPS, FLEET_VIEW, AdwBreakpointBin)

GtkWidget *mps_fleet_view_new (MpsSession *session);
gboolean mps_fleet_view_has_page (const char *name);
void mps_fleet_view_show_page (MpsFleetView *self, const char *name);
void mps_fleet_view_push (MpsFleetView *self, AdwNavigationPage *page);
AdwNavigationPage *mps_fleet_view_get_visible_page (MpsFleetView *self);

G_END_DECLS
