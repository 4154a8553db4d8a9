/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-contrast.h"
#include "desk-fixture.h"
#include "desk-window.h"

#include "desk/help/mps-shortcuts.h"
#include "desk/widgets/mps-field-message.h"
#include "exchange/mps-sample-fleet.h"

/* The pages, each with a text that is there when it is filled. */
static const struct {
  const char *name, *text;
} pages[] = {
  { "printers", "3400SMP" },
  { "checklist", "Before you begin" },
  { "contacts", "Printers assigned" },
  { "agents", "FA-TOKYO" },
  { "account", "Entitled" },
  { "tasks", "Import" },
  { "history", "Entitle" },
};

static const AdwColorScheme schemes[]
    = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

/* An application, as the program is one, takes the style sheets from the resource. */
static void
load_style (void)
{
  AdwApplication *application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/mpsdesk/MpsDesk");
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static void
tell (const GPtrArray *pale, const char *place)
{
  for (guint i = 0; i < pale->len; i++)
    g_test_message ("%s: %s", place, (char *) pale->pdata[i]);
  if (pale->len > 0)
    g_test_fail_printf ("%s: %u too pale", place, pale->len);
}

/* So many texts and icons at least are there to be measured. */
static void
expect_contrast (GtkWidget *window, const char *name, guint at_least)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s, %s", name, i ? "dark" : "light");
      g_autoptr (GPtrArray) pale = NULL;
      guint n_measured;

      adw_style_manager_set_color_scheme (manager, schemes[i]);
      g_assert_true (adw_style_manager_get_dark (manager) == (i == 1));
      pale = desk_contrast_find_pale (window, &n_measured);
      g_test_message ("%s: %u measured", place, n_measured);
      tell (pale, place);
      g_assert_cmpuint (n_measured, >=, at_least);
    }
}

/* In tables, letters that are higher or lower than the others are not cut off. */
static void
expect_room (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_INSCRIPTION (widget))
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "gjÅ高橋");
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      g_assert_cmpint (gtk_widget_get_height (widget), >=, height);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    expect_room (child);
}

static void
make_sample (const char *path)
{
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mps_sample_fleet_make_async (path, progress, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  mps_sample_fleet_make_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_pages (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample-fleet.db", NULL);
  MpsWindow *window;

  make_sample (path);
  window = desk_open_window (path, MPS_STORE_OPEN_EXISTING);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      mps_window_show_page (window, pages[i].name);
      desk_wait_for_text (GTK_WIDGET (window), pages[i].text);
      expect_contrast (GTK_WIDGET (window), pages[i].name, 20);
      expect_room (GTK_WIDGET (window));
    }
  desk_close_window (window);
}

static void
test_empty (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  mps_window_show_page (window, "tasks");
  desk_wait_for_text (GTK_WIDGET (window), "No tasks yet");
  expect_contrast (GTK_WIDGET (window), "no tasks", 10);
  desk_close_window (window);
}

/* Keys, and what is wrong with a field. */
static void
test_shortcuts (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = mps_shortcuts_dialog_new ();

  desk_present (fixture, dialog);
  expect_contrast (fixture->window, "shortcuts", 20);
  desk_close (dialog);
}

static void
test_mistake (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new (), *row = adw_entry_row_new ();
  GtkWidget *message = mps_field_message_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Country code");
  gtk_editable_set_text (GTK_EDITABLE (row), "+81");
  gtk_widget_add_css_class (row, "error");
  mps_field_message_set_text (MPS_FIELD_MESSAGE (message), "Enter digits only.");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_append (GTK_LIST_BOX (list), message);
  desk_show (fixture, list);
  expect_contrast (fixture->window, "mistake in a field", 2);
}

/* The program's own cells of the contacts to import. */
static void
test_import_cell (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "css-name", "import-cell", NULL);

      gtk_box_append (GTK_BOX (cell), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_box_append (GTK_BOX (cell), gtk_inscription_new ("Osaka"));
      gtk_widget_add_css_class (cell, i ? "error" : "editing");
      gtk_box_append (GTK_BOX (box), cell);
    }
  gtk_widget_add_css_class (box, "view");
  desk_show (fixture, box);
  expect_contrast (fixture->window, "cells of an import", 4);
}

/* Proves that the measure notices what it is for: of the same grey only the larger text is enough,
 * and in high contrast it has to be darker. */
static void
test_notices_pale (DeskFixture *fixture, gconstpointer data)
{
  const gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GtkWidget *label = gtk_label_new ("Pale");
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  guint n_measured;

  gtk_css_provider_load_from_string (provider, ".pale { color: #808080; background: white; }"
                                               ".pale.darker { color: #6b6b6b; }"
                                               ".pale.large { font-size: 24pt; }");
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_widget_add_css_class (label, "pale");
  if (high)
    gtk_widget_add_css_class (label, "darker");
  desk_show (fixture, label);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) pale = desk_contrast_find_pale (fixture->window, &n_measured);

      g_assert_cmpuint (n_measured, ==, 1);
      g_assert_cmpuint (pale->len, ==, i == 0 ? 1 : 0);
      if (i == 0)
        g_assert_true (g_str_has_prefix (pale->pdata[0], high ? "5.33:1" : "3.95:1"));
      gtk_widget_add_css_class (label, "large");
    }
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
}

static void
add_tests (void)
{
  load_style ();
  desk_fixture_add ("/contrast/notices-pale", test_notices_pale);
  desk_fixture_add ("/contrast/pages", test_pages);
  desk_fixture_add ("/contrast/empty", test_empty);
  desk_fixture_add ("/contrast/shortcuts", test_shortcuts);
  desk_fixture_add ("/contrast/mistake", test_mistake);
  desk_fixture_add ("/contrast/import-cell", test_import_cell);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
