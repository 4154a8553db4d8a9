/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsToastFunc:
 * @widget: a widget of the window in which the toast was shown, to tell what came of it
 * @data: what was given with it
 *
 * Does what the button of a toast offers, such as to take back what was done.
 */
typedef void (*MpsToastFunc) (GtkWidget *widget, gpointer data);

void mps_feedback_say (GtkWidget *widget, const char *text);
void mps_feedback_toast (GtkWidget *widget, const char *text);
void mps_feedback_toast_with_undo (GtkWidget *widget, const char *text, MpsToastFunc undo,
                                   gpointer data, GDestroyNotify destroy);
void mps_feedback_toast_with_button (GtkWidget *widget, const char *text, gboolean stays,
                                     const char *label, MpsToastFunc func, gpointer data,
                                     GDestroyNotify destroy);
void mps_feedback_error (GtkWidget *widget, const char *heading, const GError *error);
void mps_feedback_describe (AdwStatusPage *page, const GError *error);
AdwAlertDialog *mps_feedback_question_new (const char *heading, const char *body,
                                           const char *response, const char *label);
gboolean mps_feedback_is_quiet (const GError *error);

G_END_DECLS
