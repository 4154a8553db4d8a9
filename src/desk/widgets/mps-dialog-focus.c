/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-dialog-focus.h"

/* To what it wants first, which it could not have as long as it was not to be seen. */
static void
give_keyboard (AdwDialog *dialog)
{
  GtkWidget *first = adw_dialog_get_focus (dialog);

  if (first == NULL || !gtk_widget_grab_focus (first))
    gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_idle (gpointer user_data)
{
  GtkWidget *window = user_data;
  AdwDialog *dialog;

  if (!gtk_widget_get_mapped (window) || gtk_root_get_focus (GTK_ROOT (window)))
    return G_SOURCE_REMOVE;
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (dialog)
    give_keyboard (dialog);
  return G_SOURCE_REMOVE;
}

/* Often whoever takes the keyboard away gives it to something else right afterwards. */
static void
on_focus_changed (GtkWidget *window)
{
  if (gtk_widget_get_mapped (window) && gtk_root_get_focus (GTK_ROOT (window)) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, g_object_ref (window), g_object_unref);
}

/**
 * mps_dialog_focus_keep:
 * @window: a window
 *
 * Keeps the keyboard in the dialog that is shown. When what has it becomes
 * insensitive or goes away, nothing would have it any more; then Escape does
 * not close the dialog, and keys act on the page behind it.
 */
void
mps_dialog_focus_keep (AdwApplicationWindow *window)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
}
