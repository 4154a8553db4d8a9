/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lookup-copy.h"

#include "mps-feedback.h"
#include "mps-save-file.h"

#include "exchange/mps-lookup-export.h"

#include <glib/gi18n.h>

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *toast = NULL;
  guint n_rows;
  g_autoptr (GBytes) bytes = mps_lookup_export_finish (MPS_STORE (source), result, &n_rows, &error);

  if (bytes == NULL)
    {
      mps_feedback_error (widget, _ ("Nothing was copied"), error);
      return;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast = g_strdup_printf (ngettext ("%'u line was copied.", "%'u lines were copied.", n_rows),
                           n_rows);
  mps_feedback_toast (widget, toast);
}

/**
 * mps_lookup_copy:
 * @widget: the widget from which it was asked for
 * @store: a store
 * @lookup: what is wanted of it
 *
 * Puts all rows into the clipboard, a line each.
 */
void
mps_lookup_copy (GtkWidget *widget, MpsStore *store, MpsLookup *lookup)
{
  mps_lookup_export_async (store, lookup, MPS_LOOKUP_TEXT, NULL, on_copied, g_object_ref (widget));
}

typedef struct {
  GtkWidget *widget;
  char *name;
} Wish;

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Wish *wish = user_data;
  g_autoptr (GtkWidget) widget = wish->widget;
  g_autofree char *name = wish->name;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mps_lookup_export_finish (MPS_STORE (source), result, NULL, &error);

  if (bytes)
    mps_save_file (widget, _ ("Save as CSV"), name, bytes);
  else
    mps_feedback_error (widget, _ ("File not saved"), error);
}

/**
 * mps_lookup_save:
 * @widget: the widget from which it was asked for
 * @store: a store
 * @lookup: what is wanted of it
 * @name: the name of the file that is offered
 *
 * Asks where to save all rows as CSV, and saves them.
 */
void
mps_lookup_save (GtkWidget *widget, MpsStore *store, MpsLookup *lookup, const char *name)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->name = g_strdup (name);
  mps_lookup_export_async (store, lookup, MPS_LOOKUP_CSV, NULL, on_exported, wish);
}
