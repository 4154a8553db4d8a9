/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mps_feedback_toast (GtkWidget *widget, const char *text);
void mps_feedback_error (GtkWidget *widget, const char *heading, const GError *error);
gboolean mps_feedback_is_quiet (const GError *error);

G_END_DECLS
