/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/eligibility/mps-eligibility-pane.h"
#include "desk/printers/mps-printers-page.h"

/* Under the sample policy: three want a contact, of which one has no page count either; one is of
 * no supported model. */
static const char printers[] = "Serial number,Model,Location,Average monthly pages\n"
                               "P1,CX730de,Kobe,100\nP2,CX730de,Kobe,\n"
                               "P3,CX730de,Osaka,100\nQ1,NoSuchModel,Osaka,100\n";

static MpsRowSelection *
show_page (DeskFixture *fixture)
{
  AdwNavigationPage *page = mps_printers_page_new (fixture->session);

  desk_fixture_import_printers (fixture, printers);
  desk_show (fixture, GTK_WIDGET (page));
  desk_wait_for_text (fixture->window, "All 4 printers shown");
  return mps_printers_page_get_selection (MPS_PRINTERS_PAGE (page));
}

static GtkWidget *
get_pane (DeskFixture *fixture)
{
  return desk_find (fixture->window, MPS_TYPE_ELIGIBILITY_PANE);
}

static void
search_for (DeskFixture *fixture, const char *text)
{
  GtkWidget *entry = desk_find (get_pane (fixture), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
activate_line (DeskFixture *fixture, const char *text)
{
  GtkWidget *list = desk_find (get_pane (fixture), GTK_TYPE_LIST_VIEW);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autofree char *serial = NULL;

      g_object_get (item, "serial", &serial, NULL);
      if (g_strcmp0 (serial, text) != 0)
        continue;
      g_signal_emit_by_name (list, "activate", i);
      return;
    }
  g_assert_not_reached ();
}

static guint
get_only_selected (MpsRowSelection *selection)
{
  gsize n_ids;
  const gint64 *ids = mps_row_selection_get_ids (selection, &n_ids);
  MpsFleet *fleet = mps_row_list_get_fleet (mps_row_selection_get_list (selection));

  g_assert_cmpuint (n_ids, ==, 1);
  return mps_fleet_find_printer (fleet, ids[0]);
}

/* A printer that is chosen in the sidebar is selected in the table, while the sidebar goes on to
 * speak of all; a choice in the table is what it speaks of. */
static void
test_select_printer (DeskFixture *fixture, gconstpointer data)
{
  MpsRowSelection *selection = show_page (fixture);

  search_for (fixture, "p2");
  desk_wait_for_text (get_pane (fixture), "Also: Average pages unknown");
  activate_line (fixture, "P2");
  g_assert_cmpuint (get_only_selected (selection), ==, 1);
  desk_wait_for_text (fixture->window, "1 selected");
  g_assert_true (desk_shows (fixture->window, "All 4 printers shown"));
  search_for (fixture, "");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 0, TRUE);
  desk_wait_for_text (get_pane (fixture), "1 selected printer");
}

static void
test_select_status (DeskFixture *fixture, gconstpointer data)
{
  MpsRowSelection *selection = show_page (fixture);

  gtk_widget_activate_action (get_pane (fixture), "eligibility.select", "u",
                              (guint) MPS_STATUS_NO_CONTACT);
  g_assert_cmpuint (mps_row_selection_get_n_selected (selection), ==, 3);
  desk_wait_for_text (get_pane (fixture), "3 selected printers");
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
assert_copies (DeskFixture *fixture, const char *action, MpsStatus status, const char *expected)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (get_pane (fixture), action, "u", (guint) status);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, on_text, &text);
  desk_wait_until (is_set, &text);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (DeskFixture *fixture, gconstpointer data)
{
  show_page (fixture);
  assert_copies (fixture, "eligibility.copy-text", MPS_STATUS_PAGES_UNKNOWN,
                 "P2\tCX730de\tAverage pages unknown · No supplies delivery contact assigned\n");
  assert_copies (fixture, "eligibility.copy-csv", MPS_STATUS_UNSUPPORTED_MODEL,
                 "Serial number,Model,Printer eligibility status\r\n"
                 "Q1,NoSuchModel,Unsupported model\r\n");
}

static void
add_tests (void)
{
  desk_fixture_add ("/eligibility-pane/select-printer", test_select_printer);
  desk_fixture_add ("/eligibility-pane/select-status", test_select_status);
  desk_fixture_add ("/eligibility-pane/copy", test_copy);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
