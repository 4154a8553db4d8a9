/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/printers/mps-columns-dialog.h"
#include "desk/printers/mps-printer-views.h"
#include "desk/printers/mps-printers-page.h"
#include "desk/printers/mps-printers-table.h"
#include "desk/printers/mps-view-chooser.h"
#include "desk/printers/mps-view-name-dialog.h"

static const char printers[] = "Serial number,Model,Location,Average monthly pages\n"
                               "P1,CX730de,Kobe,300\nP2,MX431adn,Kobe,200\n"
                               "P3,CX730de,Osaka,100\n";

static void
set_up (DeskFixture *fixture, gconstpointer data)
{
  static const char *const keys[]
      = { "printer-view", "printer-columns", "printer-sort", "printer-views" };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  desk_fixture_set_up (fixture, data);
  desk_fixture_import_printers (fixture, printers);
}

#define views_add(path, test)                                                                      \
  g_test_add (path, DeskFixture, NULL, set_up, test, desk_fixture_tear_down)

/* As after a restart: whatever is not in the settings is gone. */
static GtkWidget *
show_page (DeskFixture *fixture)
{
  GtkWidget *page, *overlay = adw_toast_overlay_new ();

  desk_show (fixture, gtk_label_new (NULL));
  page = GTK_WIDGET (mps_printers_page_new (fixture->session));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  desk_show (fixture, overlay);
  desk_wait_for_text (fixture->window, "Printer eligibility status");
  return page;
}

static MpsPrinterColumns *
get_columns (DeskFixture *fixture)
{
  GtkWidget *table = desk_find (fixture->window, MPS_TYPE_PRINTERS_TABLE);

  return mps_printers_table_get_columns (MPS_PRINTERS_TABLE (table));
}

static const char *
get_label (DeskFixture *fixture)
{
  GtkWidget *chooser = desk_find (fixture->window, MPS_TYPE_VIEW_CHOOSER);
  GtkWidget *button = adw_bin_get_child (ADW_BIN (chooser));

  return gtk_menu_button_get_label (GTK_MENU_BUTTON (button));
}

static gboolean
is_enabled (DeskFixture *fixture, const char *name)
{
  GtkWidget *chooser = desk_find (fixture->window, MPS_TYPE_VIEW_CHOOSER);

  return g_action_group_get_action_enabled (
      mps_view_chooser_get_actions (MPS_VIEW_CHOOSER (chooser)), name);
}

static void
activate (DeskFixture *fixture, const char *name)
{
  GtkWidget *chooser = desk_find (fixture->window, MPS_TYPE_VIEW_CHOOSER);

  g_assert_true (is_enabled (fixture, name));
  g_action_group_activate_action (mps_view_chooser_get_actions (MPS_VIEW_CHOOSER (chooser)), name,
                                  NULL);
}

static void
choose (DeskFixture *fixture, const char *id)
{
  GtkWidget *chooser = desk_find (fixture->window, MPS_TYPE_VIEW_CHOOSER);

  g_action_group_activate_action (mps_view_chooser_get_actions (MPS_VIEW_CHOOSER (chooser)),
                                  "choose", g_variant_new_string (id));
}

static void
search_for (DeskFixture *fixture, const char *text)
{
  GtkWidget *entry = desk_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
answer_name (DeskFixture *fixture, const char *name)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  GtkWidget *row = desk_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), name);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "save"));
  g_signal_emit_by_name (dialog, "response", "save");
  adw_dialog_force_close (dialog);
}

/* Narrower, by location from the end, without the model, with the asset tag before the status. */
static void
lay_out (DeskFixture *fixture, MpsPrinterLayout *layout)
{
  static const MpsPrinterColumn shown[]
      = { MPS_PRINTER_COLUMN_SERIAL, MPS_PRINTER_COLUMN_ASSET_TAG, MPS_PRINTER_COLUMN_STATUS,
          MPS_PRINTER_COLUMN_LOCATION };

  mps_printer_layout_init (layout, shown, G_N_ELEMENTS (shown));
  layout->widths[MPS_PRINTER_COLUMN_LOCATION] = 123;
  layout->sort_column = MPS_PRINTER_COLUMN_LOCATION;
  layout->descending = TRUE;
  mps_printer_columns_set_layout (get_columns (fixture), layout);
}

static void
assert_layout (DeskFixture *fixture, const MpsPrinterLayout *expected)
{
  MpsPrinterLayout layout;

  mps_printer_columns_get_layout (get_columns (fixture), &layout);
  g_assert_true (mps_printer_layout_equal (&layout, expected));
}

static void
test_layout_is_kept (DeskFixture *fixture, gconstpointer data)
{
  MpsPrinterLayout layout;
  MpsPrintersPage *page;
  guint n_rows;
  const guint32 *rows;

  show_page (fixture);
  g_assert_cmpstr (get_label (fixture), ==, "Standard");
  g_assert_false (desk_shows (fixture->window, "Asset tag"));
  lay_out (fixture, &layout);
  desk_wait_for_text (fixture->window, "Asset tag");
  g_assert_cmpstr (get_label (fixture), ==, "Standard (modified)");
  page = MPS_PRINTERS_PAGE (show_page (fixture));
  assert_layout (fixture, &layout);
  g_assert_cmpstr (get_label (fixture), ==, "Standard (modified)");
  rows = mps_row_list_get_rows (mps_row_selection_get_list (mps_printers_page_get_selection (page)),
                                &n_rows);
  g_assert_cmpstr (mps_fleet_get_serial (mps_session_get_fleet (fixture->session), rows[0]), ==,
                   "P3");
  activate (fixture, "reset");
  g_assert_cmpstr (get_label (fixture), ==, "Standard");
  g_assert_false (is_enabled (fixture, "reset"));
}

static void
test_columns_move (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  MpsPrinterLayout layout;

  gtk_widget_activate_action (page, "view.columns", NULL);
  desk_wait_for_text (fixture->window, "Always shown");
  desk_click (fixture->window, "columns.firmware");
  desk_wait_for_text (desk_find (fixture->window, MPS_TYPE_PRINTERS_TABLE), "Firmware");
  mps_printer_columns_get_layout (get_columns (fixture), &layout);
  g_assert_cmpint (layout.order[2], ==, MPS_PRINTER_COLUMN_MODEL);
  g_assert_true (mps_printer_columns_move (get_columns (fixture), MPS_PRINTER_COLUMN_MODEL, -1));
  mps_printer_columns_get_layout (get_columns (fixture), &layout);
  g_assert_cmpint (layout.order[0], ==, MPS_PRINTER_COLUMN_MODEL);
  g_assert_false (mps_printer_columns_move (get_columns (fixture), MPS_PRINTER_COLUMN_MODEL, -1));
  desk_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
test_built_in (DeskFixture *fixture, gconstpointer data)
{
  show_page (fixture);
  choose (fixture, "managed");
  desk_wait_for_text (fixture->window, "No printers found");
  g_assert_cmpstr (get_label (fixture), ==, "Managed");
  g_assert_false (is_enabled (fixture, "rename"));
  g_assert_false (is_enabled (fixture, "delete"));
  show_page (fixture);
  g_assert_cmpstr (get_label (fixture), ==, "Managed");
  g_assert_true (desk_shows (fixture->window, "No printers found"));
  desk_click (fixture->window, "printers.show-all");
  desk_wait_for_text (fixture->window, "P1");
  g_assert_cmpstr (get_label (fixture), ==, "Managed (modified)");
  g_assert_false (is_enabled (fixture, "save"));
  choose (fixture, "standard");
  g_assert_cmpstr (get_label (fixture), ==, "Standard");
}

static void
save_view (DeskFixture *fixture, const char *name)
{
  activate (fixture, "save-as");
  desk_wait_for_text (fixture->window, "Save as new view");
  answer_name (fixture, name);
  g_assert_cmpstr (get_label (fixture), ==, name);
}

static const MpsPrinterView *
find_users_view (MpsPrinterViews *views)
{
  return mps_printer_views_get_n (views) == 3 ? mps_printer_views_get (views, 2) : NULL;
}

static void
test_saved (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsPrinterViews) views
      = mps_printer_views_new (mps_store_get_path (mps_session_get_store (fixture->session)));
  MpsPrinterLayout layout;

  show_page (fixture);
  lay_out (fixture, &layout);
  search_for (fixture, "osaka");
  desk_wait_for_text (fixture->window, "1 printer");
  save_view (fixture, "大阪 _1");
  choose (fixture, "standard");
  desk_wait_for_text (fixture->window, "3 printers");
  show_page (fixture);
  g_assert_cmpstr (get_label (fixture), ==, "Standard");
  choose (fixture, find_users_view (views)->id);
  desk_wait_for_text (fixture->window, "1 printer");
  g_assert_cmpstr (get_label (fixture), ==, "大阪 _1");
  assert_layout (fixture, &layout);
}

static void
test_changed (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsPrinterViews) views
      = mps_printer_views_new (mps_store_get_path (mps_session_get_store (fixture->session)));
  MpsPrinterLayout layout;

  show_page (fixture);
  search_for (fixture, "kobe");
  desk_wait_for_text (fixture->window, "2 printers");
  save_view (fixture, "Kobe");
  g_assert_cmpstr (find_users_view (views)->criteria->search, ==, "kobe");
  lay_out (fixture, &layout);
  g_assert_cmpstr (get_label (fixture), ==, "Kobe (modified)");
  activate (fixture, "save");
  g_assert_cmpstr (get_label (fixture), ==, "Kobe");
  g_assert_true (mps_printer_layout_equal (&find_users_view (views)->layout, &layout));
  activate (fixture, "rename");
  desk_wait_for_text (fixture->window, "Rename view");
  answer_name (fixture, "Port");
  g_assert_cmpstr (get_label (fixture), ==, "Port");
  show_page (fixture);
  g_assert_cmpstr (get_label (fixture), ==, "Port");
  desk_wait_for_text (fixture->window, "2 printers");
  assert_layout (fixture, &layout);
}

static void
test_deleted (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsPrinterViews) views
      = mps_printer_views_new (mps_store_get_path (mps_session_get_store (fixture->session)));
  GtkWidget *undo;

  show_page (fixture);
  search_for (fixture, "kobe");
  desk_wait_for_text (fixture->window, "2 printers");
  save_view (fixture, "Kobe");
  activate (fixture, "delete");
  g_assert_cmpstr (get_label (fixture), ==, "Standard");
  g_assert_null (find_users_view (views));
  desk_wait_for_text (fixture->window, "The view “Kobe” was deleted");
  undo = gtk_widget_get_ancestor (desk_find_text (fixture->window, "Undo"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpstr (get_label (fixture), ==, "Kobe");
  g_assert_nonnull (find_users_view (views));
  desk_wait_for_text (fixture->window, "2 printers");
}

static void
test_names (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsPrinterViews) views = mps_printer_views_new ("/a.db");
  g_autoptr (MpsPrinterView) view = mps_printer_view_new ("Kobe");
  g_autofree char *longest = g_strnfill (MPS_MAX_VIEW_NAME, 'x');
  g_autofree char *longer = g_strnfill (MPS_MAX_VIEW_NAME + 1, 'x');

  mps_printer_views_save (views, view);
  g_assert_cmpstr (mps_printer_views_check_name (views, "", NULL), ==, "");
  g_assert_null (mps_printer_views_check_name (views, longest, NULL));
  g_assert_nonnull (mps_printer_views_check_name (views, longer, NULL));
  g_assert_nonnull (mps_printer_views_check_name (views, "kobe", NULL));
  g_assert_null (mps_printer_views_check_name (views, "kobe", view->id));
  g_assert_nonnull (mps_printer_views_check_name (views, "standard", view->id));
}

/* A contact is one of a database, and so is a view that is narrowed to it. */
static void
test_other_database (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsPrinterViews) here = mps_printer_views_new ("/a.db");
  g_autoptr (MpsPrinterViews) there = mps_printer_views_new ("/b.db");
  g_autoptr (MpsPrinterView) view = mps_printer_view_new ("His");
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();
  g_autoptr (MpsPrinterView) other = mps_printer_view_new ("Any");

  criteria->contact = 7;
  mps_printer_view_set (view, "/a.db", &other->layout, criteria);
  mps_printer_views_save (here, view);
  g_assert_nonnull (mps_printer_views_find (here, view->id));
  g_assert_null (mps_printer_views_find (there, view->id));
  g_assert_cmpuint (mps_printer_views_get_n_damaged (there), ==, 0);
  mps_printer_views_save (there, other);
  g_assert_nonnull (mps_printer_views_find (here, view->id));
  g_assert_nonnull (mps_printer_views_find (here, other->id));
}

static void
set_damaged_views (GSettings *settings)
{
  static const char columns[] = "'sort': <('serial', false)>, 'columns': <[('model', true, -1)]>";
  static const char *const damages[] = {
    "'id': <'a'>",
    "'id': <1>, 'name': <'b'>, 'filter': <@a{sv} {}>",
    "'id': <'c'>, 'name': <''>, 'filter': <@a{sv} {}>",
    "'id': <'d'>, 'name': <'d'>, 'filter': <{'status': <'no'>}>",
    "'id': <'e'>, 'name': <'e'>, 'filter': <{'contact': <int64 1>}>",
    "'id': <'standard'>, 'name': <'f'>, 'filter': <@a{sv} {}>",
  };
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s, %s}", damages[i], columns);

      g_variant_builder_add_value (
          &builder, g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL));
    }
  g_settings_set_value (settings, "printer-views", g_variant_builder_end (&builder));
}

/* They are said and left out, and are there for whoever understands them. */
static void
test_damaged (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) kept = NULL;

  set_damaged_views (settings);
  g_settings_set_string (settings, "printer-view", "no-such-view");
  g_settings_set (settings, "printer-columns", "a(sbi)", NULL);
  g_settings_set_value (settings, "printer-columns",
                        g_variant_new_parsed ("[('model', true, -7), ('no-such', true, -1)]"));
  g_settings_set (settings, "printer-sort", "(sb)", "no-such", TRUE);
  show_page (fixture);
  desk_wait_for_text (fixture->window, "6 saved views are damaged and are left out");
  g_assert_cmpstr (get_label (fixture), ==, "Standard");
  save_view (fixture, "Mine");
  kept = g_settings_get_value (settings, "printer-views");
  g_assert_cmpuint (g_variant_n_children (kept), ==, 7);
}

static void
add_tests (void)
{
  views_add ("/views/layout-is-kept", test_layout_is_kept);
  views_add ("/views/columns-move", test_columns_move);
  views_add ("/views/built-in", test_built_in);
  views_add ("/views/saved", test_saved);
  views_add ("/views/changed", test_changed);
  views_add ("/views/deleted", test_deleted);
  views_add ("/views/names", test_names);
  views_add ("/views/other-database", test_other_database);
  views_add ("/views/damaged", test_damaged);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
