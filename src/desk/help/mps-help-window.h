/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsHelpWindow:
 *
 * The pages of help, with a list of their topics that can be searched. It is a
 * window of its own, so that one can read a step and do it.
 */
#define MPS_TYPE_HELP_WINDOW (mps_help_window_get_type ())
G_DECLARE_FINAL_TYPE (MpsHelpWindow, mps_help_window, MPS, HELP_WINDOW, AdwWindow)

GtkWindow *mps_help_window_new (void);
void mps_help_window_show_topic (MpsHelpWindow *self, const char *topic);
void mps_help_present (GtkApplication *application, const char *topic);
void mps_help_show_status (GtkWidget *widget, MpsStatus status);

G_END_DECLS
