/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-feedback.h"

#include "mps-error-view.h"

#include <glib/gi18n.h>

/**
 * mps_feedback_toast:
 * @widget: a widget in the window that is told about
 * @text: what was done, translated
 *
 * Asks the window for a toast; where there is none, as in a test of a dialog
 * by itself, nothing is shown.
 */
void
mps_feedback_toast (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  gtk_widget_activate_action (widget, "win.show-toast", "s", text);
}

/**
 * mps_feedback_error:
 * @widget: a widget in the window that is told about
 * @heading: what could not be done, translated
 * @error: why
 *
 * Shows what failed after the user asked for it, with its details, in an alert.
 * A cancellation is not shown: the user knows of it.
 */
void
mps_feedback_error (GtkWidget *widget, const char *heading, const GError *error)
{
  AdwDialog *alert;
  GtkWidget *view;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);
  if (mps_feedback_is_quiet (error))
    return;
  view = mps_error_view_new ();
  mps_error_view_set_error (MPS_ERROR_VIEW (view), error);
  alert = adw_alert_dialog_new (heading, NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), view);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, widget);
}

/**
 * mps_feedback_is_quiet:
 * @error: any error
 *
 * Returns: whether @error is the user's own doing, canceled work or a dismissed
 *   file dialog, of which nothing need be said
 */
gboolean
mps_feedback_is_quiet (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
