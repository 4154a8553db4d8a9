/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsWelcomeView:
 *
 * What a newcomer sees instead of empty pages: what the program does, and how
 * to begin. It leads to the pages as soon as there is something to show.
 */
#define MPS_TYPE_WELCOME_VIEW (mps_welcome_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsWelcomeView, mps_welcome_view, MPS, WELCOME_VIEW, AdwBin)

GtkWidget *mps_welcome_view_new (MpsSession *session);
gboolean mps_welcome_view_is_wanted (MpsSession *session);

G_END_DECLS
