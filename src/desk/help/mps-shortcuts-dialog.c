/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-shortcuts.h"

#include <glib/gi18n.h>

/* What is said of the keys: those of the number block are the same to whoever reads. */
static void
add_keys (AdwActionRow *row, const char *trigger)
{
  g_auto (GStrv) alternatives = g_strsplit (trigger, "|", -1);

  for (guint i = 0; alternatives[i]; i++)
    if (!strstr (alternatives[i], "KP_"))
      {
        GdkModifierType modifiers;
        guint key;
        g_autofree char *text = NULL;
        GtkWidget *label;

        gtk_accelerator_parse (alternatives[i], &key, &modifiers);
        text = gtk_accelerator_get_label (key, modifiers);
        label = gtk_label_new (text);
        gtk_widget_add_css_class (label, "key");
        gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
        adw_action_row_add_suffix (row, label);
        gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                        label, NULL, -1);
      }
}

static void
add_row (AdwPreferencesGroup *group, const MpsShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  add_keys (ADW_ACTION_ROW (row), shortcut->trigger);
  adw_preferences_group_add (group, row);
}

static void
add_rows (AdwPreferencesPage *page)
{
  guint n_shortcuts;
  const MpsShortcut *shortcuts = mps_shortcuts_get (&n_shortcuts);
  GtkWidget *group = NULL;

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (i == 0 || g_strcmp0 (shortcuts[i].group, shortcuts[i - 1].group) != 0)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (shortcuts[i].group));
          adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
        }
      add_row (ADW_PREFERENCES_GROUP (group), &shortcuts[i]);
    }
}

/* A dialog of libadwaita 1.7 keeps its child otherwise, and what is in it. */
static void
on_closed (AdwDialog *dialog)
{
  adw_dialog_set_child (dialog, NULL);
}

/**
 * mps_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists every shortcut there is
 */
AdwDialog *
mps_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  add_rows (ADW_PREFERENCES_PAGE (page));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  g_signal_connect (dialog, "closed", G_CALLBACK (on_closed), NULL);
  return dialog;
}
