/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-open-file.h"

#include "mps-feedback.h"

#include <glib/gi18n.h>

/*
 * Wish:
 * @widget: a strong reference, so that the answer finds somebody
 */
typedef struct {
  GtkWidget *widget;
  MpsOpenFileFunc chosen;
} Wish;

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Wish *wish = user_data;
  g_autoptr (GtkWidget) widget = wish->widget;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (file)
    wish->chosen (widget, file);
  else
    mps_feedback_error (widget, _ ("No file was chosen"), error);
}

static void
append_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes && suffixes[i]; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (filters, filter);
}

/**
 * mps_open_file:
 * @widget: (transfer none): who asks, in a window
 * @title: the title of the file dialog, translated
 * @kind: what the files are that it shows first, translated
 * @suffixes: (array zero-terminated=1): their names' endings, without the dot
 * @chosen: called on the main thread once a file is chosen, unless @widget has left
 *   its window meanwhile
 *
 * Has the user choose a file to read; what keeps the dialog from it is said in the window.
 */
void
mps_open_file (GtkWidget *widget, const char *title, const char *kind, const char *const *suffixes,
               MpsOpenFileFunc chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Wish *wish;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (suffixes && chosen);
  append_filter (filters, kind, suffixes);
  append_filter (filters, _ ("All files"), NULL);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  wish = g_new0 (Wish, 1);
  wish->widget = g_object_ref (widget);
  wish->chosen = chosen;
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_chosen, wish);
}
