/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/mps-contacts-page.h"
#include "desk/mps-import-contacts-dialog.h"

#define HEADER                                                                                     \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"
#define HANAKO                                                                                     \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"
#define TARO "Taro,Yamada,Example KK,,81,0612345678,,4-5-6 Umeda,,Osaka,Osaka,530-0001,JP\r\n"
#define BAD_CODE "Jiro,Sato,Example KK,,+81,0612345678,,4-5-6 Umeda,,Osaka,Osaka,530-0001,JP\r\n"
#define TWO_BAD ",Sato,Example KK,,81,0612345678,,4-5-6 Umeda,,,Osaka,530-0001,JP\r\n"

static AdwDialog *
present_dialog (DeskFixture *self, const char *name, const char *text)
{
  g_autoptr (GFile) file = desk_fixture_write (self, name, text);
  AdwDialog *dialog = mps_import_contacts_dialog_new (self->session, file);

  desk_present (self, dialog);
  return dialog;
}

static void
test_check_and_results (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog
      = present_dialog (self, "contacts.csv", HEADER HANAKO BAD_CODE TARO HANAKO TWO_BAD);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_button (root, "import.run");
  g_assert_true (desk_shows (root, "contacts.csv"));
  g_assert_true (desk_shows (root, "5 contacts in the file"));
  g_assert_true (desk_shows (root, "Read as UTF-8"));
  g_assert_cmpstr (desk_get_row_number (root, "New contacts"), ==, "2");
  g_assert_cmpstr (desk_get_row_number (root, "Contacts already exist"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "Missing or invalid information"), ==, "2");
  g_assert_cmpuint (mps_fleet_get_n_contacts (mps_session_get_fleet (self->session)), ==, 0);

  desk_click (root, "import.run");
  desk_wait_for_text (root, "2 contacts were imported.");
  g_assert_cmpuint (mps_fleet_get_n_contacts (mps_session_get_fleet (self->session)), ==, 2);
  g_assert_cmpstr (desk_get_row_number (root, "Imported contacts"), ==, "2");
  g_assert_cmpstr (desk_get_row_number (root, "Contacts already exist"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "Contacts not imported"), ==, "0");
  g_assert_cmpstr (desk_get_row_number (root, "Missing or invalid information"), ==, "2");

  desk_activate_row (root, "Contacts already exist");
  desk_wait_for_text (root, "Hanako");
  g_assert_true (desk_shows (root, "5"));
  g_assert_true (desk_shows (root, "Suzuki"));
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (desk_find (root, ADW_TYPE_NAVIGATION_VIEW)));
  desk_wait_for_button (root, "results.save-rejected");
  desk_activate_row (root, "Missing or invalid information");
  desk_wait_for_text (root, "Country code");
  g_assert_true (desk_shows (root, "First name"));
  g_assert_true (desk_shows (root, "City"));
  desk_close (dialog);
}

static void
test_nothing_to_import (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", HEADER BAD_CODE);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "Missing or invalid information");
  g_assert_cmpstr (desk_get_row_number (root, "New contacts"), ==, "0");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "import.run")));
  desk_close (dialog);
}

static void
test_refused_file (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", "Last name,First name\r\nA,B\r\n");
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "Reason");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "import.run")));
  g_assert_null (desk_find_row (root, "New contacts"));
  desk_close (dialog);
}

static void
test_encoding (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", HEADER HANAKO);
  GtkWidget *root = GTK_WIDGET (dialog);
  GListModel *encodings;
  AdwComboRow *row;

  desk_wait_for_button (root, "import.run");
  row = ADW_COMBO_ROW (desk_find_row (root, "Text encoding"));
  encodings = adw_combo_row_get_model (row);
  for (guint i = 0; i < g_list_model_get_n_items (encodings); i++)
    {
      g_autoptr (GtkStringObject) encoding = g_list_model_get_item (encodings, i);

      if (g_str_equal (gtk_string_object_get_string (encoding), "CP932"))
        adw_combo_row_set_selected (row, i);
    }
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "import.run")));
  desk_wait_for_text (root, "Read as CP932");
  desk_wait_for_button (root, "import.run");
  desk_close (dialog);
}

/* The check is still running; its answer must not reach a dialog that is gone. */
static void
test_close_while_reading (DeskFixture *self, gconstpointer data)
{
  desk_close (present_dialog (self, "contacts.csv", HEADER HANAKO));
}

static gboolean
is_closable (gpointer dialog)
{
  return adw_dialog_get_can_close (dialog);
}

static void
test_close_while_importing (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", HEADER HANAKO TARO);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_button (root, "import.run");
  desk_click (root, "import.run");
  g_assert_false (adw_dialog_close (dialog));
  desk_wait_until (is_closable, dialog);
  desk_wait_for_text (root, "2 contacts were imported.");
  desk_close (dialog);
}

static gboolean
is_over (gpointer root)
{
  return desk_shows (root, "Contacts not imported") || desk_find_button (root, "import.run");
}

static gboolean
is_quiet (gpointer dialog)
{
  return adw_dialog_get_can_close (dialog) && is_over (dialog);
}

/* Whether the store had begun or ended by then, the dialog tells what is in the store. */
static void
test_cancel (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", HEADER HANAKO TARO);
  GtkWidget *root = GTK_WIDGET (dialog);
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  AdwNavigationPage *page;

  desk_wait_for_button (root, "import.run");
  desk_click (root, "import.run");
  page = adw_navigation_view_get_visible_page (
      ADW_NAVIGATION_VIEW (desk_find (root, ADW_TYPE_NAVIGATION_VIEW)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "progress.cancel", NULL));
  desk_wait_until (is_quiet, dialog);
  if (desk_shows (root, "Contacts not imported"))
    g_assert_cmpuint (mps_fleet_get_n_contacts (fleet), ==,
                      atoi (desk_get_row_number (root, "Imported contacts")));
  else
    g_assert_cmpuint (mps_fleet_get_n_contacts (fleet), ==, 0);
  desk_close (dialog);
}

static MpsContactsPage *
show_page (DeskFixture *self)
{
  GtkWidget *page = g_object_new (MPS_TYPE_CONTACTS_PAGE, NULL);

  desk_show (self, page);
  desk_wait_for_text (page, "Loading contacts…");
  mps_contacts_page_set_session (MPS_CONTACTS_PAGE (page), self->session);
  return MPS_CONTACTS_PAGE (page);
}

static gboolean
is_only_taro_shown (gpointer page)
{
  return desk_shows (page, "Taro Yamada") && !desk_shows (page, "Hanako Suzuki");
}

static void
test_page_states (DeskFixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_page (self));
  GtkWidget *entry;

  desk_wait_for_text (page, "No contacts yet");
  g_assert_true (gtk_widget_is_sensitive (desk_find_button (page, "contacts.import")));
  desk_fixture_import_contacts (self, HEADER HANAKO TARO);
  desk_wait_for_text (page, "Hanako Suzuki");
  g_assert_true (desk_shows (page, "Taro Yamada"));
  gtk_widget_activate_action (page, "contacts.search", NULL);
  entry = desk_find (page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  desk_wait_for_text (page, "No contacts found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "yamada");
  desk_wait_until (is_only_taro_shown, page);
}

static void
test_page_is_read_only (DeskFixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_page (self));

  mps_session_set_organization (self->session, 0);
  desk_wait_for_text (page, "Choose an organization");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (page, "contacts.import")));
}

static void
add_tests (void)
{
  desk_fixture_add ("/import-contacts/check-and-results", test_check_and_results);
  desk_fixture_add ("/import-contacts/nothing-to-import", test_nothing_to_import);
  desk_fixture_add ("/import-contacts/refused-file", test_refused_file);
  desk_fixture_add ("/import-contacts/encoding", test_encoding);
  desk_fixture_add ("/import-contacts/close-while-reading", test_close_while_reading);
  desk_fixture_add ("/import-contacts/close-while-importing", test_close_while_importing);
  desk_fixture_add ("/import-contacts/cancel", test_cancel);
  desk_fixture_add ("/contacts-page/states", test_page_states);
  desk_fixture_add ("/contacts-page/read-only", test_page_is_read_only);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
