/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsUndoFunc:
 * @widget: a widget of the window in which it was asked for, to tell what came of it
 * @data: what was given with it
 *
 * Takes back what was done.
 */
typedef void (*MpsUndoFunc) (GtkWidget *widget, gpointer data);

void mps_feedback_toast (GtkWidget *widget, const char *text);
void mps_feedback_toast_with_undo (GtkWidget *widget, const char *text, MpsUndoFunc undo,
                                   gpointer data, GDestroyNotify destroy);
void mps_feedback_error (GtkWidget *widget, const char *heading, const GError *error);
gboolean mps_feedback_is_quiet (const GError *error);

G_END_DECLS
