/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/eligibility/mps-eligibility-pane.h"
#include "desk/printers/mps-printers-page.h"
#include "desk/printers/mps-printers-table.h"

/* Under the sample policy: three want a contact, one is of no supported model. */
static const char printers[] = "Serial number,Model,Location,Average monthly pages\n"
                               "P1,CX730de,Kobe,100\nP2,CX730de,Kobe,100\n"
                               "P3,CX730de,Osaka,100\nQ1,NoSuchModel,Osaka,100\n";

static const char contacts[]
    = "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"
      "Address line 2,City,State or province,Postal code,Country\r\n"
      "太郎,山田,見本商事,,81,0612345678,,梅田 4-5-6,,大阪市,大阪府,530-0001,JP\r\n";

static MpsPrintersPage *
show_page (DeskFixture *fixture, const char *csv)
{
  AdwNavigationPage *page = mps_printers_page_new (fixture->session);

  if (csv)
    desk_fixture_import_printers (fixture, csv);
  desk_show (fixture, GTK_WIDGET (page));
  desk_wait_for_text (fixture->window, csv ? "P1" : "No printers yet");
  return MPS_PRINTERS_PAGE (page);
}

static void
select_positions (MpsPrintersPage *page, guint position, guint n_items)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (mps_printers_page_get_selection (page)),
                                    position, n_items, TRUE);
}

static void
search_for (DeskFixture *fixture, const char *text)
{
  GtkWidget *entry = desk_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
is_usable (DeskFixture *fixture, const char *action)
{
  return gtk_widget_is_sensitive (desk_find_button (fixture->window, action));
}

static void
test_states (DeskFixture *fixture, gconstpointer data)
{
  show_page (fixture, NULL);
  g_assert_true (is_usable (fixture, "printers.import"));
  search_for (fixture, "nowhere");
  desk_wait_for_text (fixture->window, "No printers found");
  desk_click (fixture->window, "printers.show-all");
  desk_wait_for_text (fixture->window, "No printers yet");
  desk_fixture_import_printers (fixture, printers);
  desk_wait_for_text (fixture->window, "P1");
  desk_wait_for_text (fixture->window, "4 printers");
  search_for (fixture, "nowhere");
  desk_wait_for_text (fixture->window, "No printers found");
  desk_click (fixture->window, "printers.show-all");
  desk_wait_for_text (fixture->window, "Q1");
}

static void
test_counts (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page = show_page (fixture, printers);

  select_positions (page, 0, 2);
  desk_wait_for_text (fixture->window, "2 selected");
  search_for (fixture, "osaka");
  desk_wait_for_text (fixture->window, "2 printers");
  desk_wait_for_text (fixture->window, "2 selected (2 hidden)");
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.escape", NULL);
  desk_wait_for_text (fixture->window, "4 printers");
  g_assert_true (desk_shows (fixture->window, "2 selected"));
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.escape", NULL);
  desk_wait_for_text (fixture->window, "All 4 printers shown");
  g_assert_false (desk_shows (fixture->window, "selected"));
}

static void
test_narrowed (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page = show_page (fixture, printers);

  mps_printers_page_narrow (page, "status", MPS_STATUS_UNSUPPORTED_MODEL);
  desk_wait_for_text (fixture->window, "1 printer");
  g_assert_true (desk_shows (fixture->window, "Q1"));
  search_for (fixture, "osaka");
  mps_printers_page_narrow (page, "managed", MPS_MANAGED_MANAGED);
  desk_wait_for_text (fixture->window, "No printers found");
  mps_printers_page_narrow (page, "place", 1);
  mps_printers_page_narrow (page, "status", MPS_N_STATUSES);
  g_assert_true (desk_shows (fixture->window, "No printers found"));
  desk_click (fixture->window, "printers.show-all");
  desk_wait_for_text (fixture->window, "4 printers");
  g_assert_false (desk_shows (fixture->window, "Contact: "));
}

/* By what no chooser shows, there is a chip to take it away. */
static void
test_chip (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page;
  MpsFleet *fleet = mps_session_get_fleet (fixture->session);
  gint64 contact;

  desk_fixture_import_contacts (fixture, contacts);
  page = show_page (fixture, printers);
  contact = mps_fleet_get_contact_id (fleet, 0);
  mps_printers_page_narrow (page, "contact", contact);
  desk_wait_for_text (fixture->window, "No printers found");
  g_assert_true (desk_shows (fixture->window, "Contact: 山田 太郎"));
  desk_click (fixture->window, "filter.any-contact");
  desk_wait_for_text (fixture->window, "4 printers");
  g_assert_false (desk_shows (fixture->window, "Contact: "));
  mps_printers_page_narrow (page, "agent", 77);
  desk_wait_for_text (fixture->window, "Agent: deleted");
  mps_session_set_organization (fixture->session, 0);
  desk_wait_for_text (fixture->window, "4 printers");
  g_assert_null (desk_find_button (fixture->window, "filter.any-agent"));
}

static gboolean
has_tooltip (GtkWidget *cell)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  return shown;
}

/* A cell has the first status, and how many more there are; they are in its tooltip. */
static void
test_several_statuses (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *table;

  show_page (fixture, "Serial number,Model,Average monthly pages\nP1,CX730de,\nP2,NoModel,1\n");
  desk_wait_for_frame (fixture->window);
  table = desk_find (fixture->window, MPS_TYPE_PRINTERS_TABLE);
  g_assert_true (has_tooltip (desk_find_text (table, "Average pages unknown +1")));
  g_assert_false (has_tooltip (desk_find_text (table, "Unsupported model")));
}

static void
assert_hindered (DeskFixture *fixture, const char *action, const char *reason)
{
  GtkWidget *button = desk_find_button (fixture->window, action);

  g_assert_cmpint (gtk_widget_is_sensitive (button), ==, reason == NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, reason);
}

/* What can't be done says why. */
static void
test_hindrances (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page = show_page (fixture, printers);

  assert_hindered (fixture, "printers.assign", "Select printers in the table first.");
  assert_hindered (fixture, "printers.enroll",
                   "This organization is not entitled to MPS Express. Entitle it first.");
  g_assert_nonnull (desk_find_button (fixture->window, "printers.entitle"));
  select_positions (page, 0, 1);
  assert_hindered (fixture, "printers.assign", NULL);
  desk_fixture_entitle (fixture);
  assert_hindered (fixture, "printers.enroll", NULL);
  mps_session_set_organization (fixture->session, 0);
  assert_hindered (fixture, "printers.assign",
                   "Choose an organization first: all of them together can only be viewed.");
  g_assert_cmpuint (mps_row_selection_get_n_selected (mps_printers_page_get_selection (page)), ==,
                    0);
  g_assert_false (is_usable (fixture, "printers.import"));
}

static guint
count_status (DeskFixture *fixture, MpsStatus status)
{
  GtkWidget *pane = desk_find (fixture->window, MPS_TYPE_ELIGIBILITY_PANE);
  guint n_rows;

  mps_eligibility_pane_get_rows (MPS_ELIGIBILITY_PANE (pane), status, &n_rows);
  return n_rows;
}

static gboolean
is_alone_without_contact (gpointer data)
{
  return count_status (data, MPS_STATUS_NO_CONTACT) == 1;
}

static void
test_sidebar_follows (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page = show_page (fixture, printers);

  desk_wait_for_text (fixture->window, "All 4 printers shown");
  g_assert_cmpuint (count_status (fixture, MPS_STATUS_NO_CONTACT), ==, 3);
  g_assert_cmpuint (count_status (fixture, MPS_STATUS_UNSUPPORTED_MODEL), ==, 1);
  select_positions (page, 0, 2);
  desk_wait_for_text (fixture->window, "2 selected printers");
  g_assert_cmpuint (count_status (fixture, MPS_STATUS_NO_CONTACT), ==, 2);
  g_assert_cmpuint (count_status (fixture, MPS_STATUS_UNSUPPORTED_MODEL), ==, 0);
  desk_fixture_import_printers (fixture, "Serial number,Model\nP1,NoModel\n");
  desk_wait_until (is_alone_without_contact, fixture);
  g_assert_cmpuint (count_status (fixture, MPS_STATUS_UNSUPPORTED_MODEL), ==, 1);
  g_assert_true (desk_shows (fixture->window, "2 selected printers"));
}

static void
test_copy (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page = show_page (fixture, printers);
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  select_positions (page, 2, 2);
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.copy", NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (page)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "P3\tCX730de\nQ1\tNoSuchModel\n");
}

/* The page, its list and its selection go with the widget. */
static void
test_leaves_nothing (DeskFixture *fixture, gconstpointer data)
{
  MpsPrintersPage *page = show_page (fixture, printers);
  gpointer weak_page = page, weak_selection = mps_printers_page_get_selection (page);

  g_object_add_weak_pointer (G_OBJECT (page), &weak_page);
  g_object_add_weak_pointer (G_OBJECT (weak_selection), &weak_selection);
  select_positions (page, 0, 4);
  desk_show (fixture, gtk_label_new (NULL));
  g_assert_null (weak_page);
  g_assert_null (weak_selection);
}

static void
add_tests (void)
{
  desk_fixture_add ("/printers-page/states", test_states);
  desk_fixture_add ("/printers-page/counts", test_counts);
  desk_fixture_add ("/printers-page/narrowed", test_narrowed);
  desk_fixture_add ("/printers-page/chip", test_chip);
  desk_fixture_add ("/printers-page/several-statuses", test_several_statuses);
  desk_fixture_add ("/printers-page/hindrances", test_hindrances);
  desk_fixture_add ("/printers-page/sidebar-follows", test_sidebar_follows);
  desk_fixture_add ("/printers-page/copy", test_copy);
  desk_fixture_add ("/printers-page/leaves-nothing", test_leaves_nothing);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
