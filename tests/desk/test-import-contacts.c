/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/contacts-import/mps-import-contacts-dialog.h"
#include "desk/contacts/mps-contacts-page.h"

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

/* The first two steps, up to the check that found something to import. */
static AdwDialog *
present_checked (DeskFixture *self, const char *text)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", text);

  desk_wait_for_button (GTK_WIDGET (dialog), "import.check");
  desk_click (GTK_WIDGET (dialog), "import.check");
  desk_wait_for_button (GTK_WIDGET (dialog), "import.run");
  return dialog;
}

static void
test_check_and_results (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog
      = present_dialog (self, "contacts.csv", HEADER HANAKO BAD_CODE TARO HANAKO TWO_BAD);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_button (root, "import.check");
  g_assert_true (desk_shows (root, "contacts.csv"));
  g_assert_true (desk_shows (root, "5 contacts in the file"));
  g_assert_true (desk_shows (root, "Read as UTF-8"));
  g_assert_true (desk_shows (root, "First name, Last name, Company"));
  g_assert_true (desk_shows (root, "Hanako Suzuki"));

  desk_click (root, "import.check");
  desk_wait_for_text (root, "2 new");
  g_assert_true (desk_shows (root, "1 exists already"));
  g_assert_true (desk_shows (root, "2 invalid"));
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
  desk_wait_for_button (root, "import.correct");
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

  desk_wait_for_button (root, "import.check");
  desk_click (root, "import.check");
  desk_wait_for_text (root, "1 invalid");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "import.run")));
  desk_close (dialog);
}

static void
test_refused_file (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", "Last name,First name\r\nA,B\r\n");
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "Reason");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "import.check")));
  g_assert_false (desk_shows (root, "First contacts in the file"));
  desk_close (dialog);
}

static void
select_encoding (AdwComboRow *row, const char *name)
{
  GListModel *encodings = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (encodings); i++)
    {
      g_autoptr (GtkStringObject) encoding = g_list_model_get_item (encodings, i);

      if (g_str_equal (gtk_string_object_get_string (encoding), name))
        adw_combo_row_set_selected (row, i);
    }
}

static void
test_encoding (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self, "contacts.csv", HEADER HANAKO);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_button (root, "import.check");
  select_encoding (ADW_COMBO_ROW (desk_find_row (root, "Text encoding")), "CP932");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "import.check")));
  g_assert_false (desk_shows (root, "Hanako Suzuki"));
  desk_wait_for_text (root, "Read as CP932");
  desk_wait_for_button (root, "import.check");
  g_assert_true (desk_shows (root, "Hanako Suzuki"));
  desk_close (dialog);
}

/* The check is still running; its answer must not reach a dialog that is gone. */
static void
test_close_while_reading (DeskFixture *self, gconstpointer data)
{
  desk_close (present_dialog (self, "contacts.csv", HEADER HANAKO));
}

static gboolean
are_imported (gpointer session)
{
  return mps_fleet_get_n_contacts (mps_session_get_fleet (session)) == 2;
}

/* The import goes on without its dialog, and the window leads to its results. */
static void
test_close_while_importing (DeskFixture *self, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *button;
  AdwDialog *dialog;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new (NULL));
  desk_show (self, overlay);
  dialog = present_checked (self, HEADER HANAKO TARO BAD_CODE);
  desk_click (GTK_WIDGET (dialog), "import.run");
  desk_close (dialog);
  desk_wait_until (are_imported, self->session);
  desk_wait_for_text (self->window, "2 contacts were imported.");
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (mps_session_get_activities (self->session))), ==, 0);
  button = gtk_widget_get_ancestor (desk_find_text (self->window, "Show results"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  desk_wait_for_button (self->window, "import.correct");
  g_assert_cmpstr (desk_get_row_number (self->window, "Imported contacts"), ==, "2");
}

static gboolean
is_over (gpointer root)
{
  return desk_find_row (root, "Contacts not imported") || desk_find_button (root, "import.run");
}

/* Whether the store had begun or ended by then, the dialog tells what is in the store; when it had
 * not begun, it goes back to the check. */
static void
test_cancel (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_checked (self, HEADER HANAKO TARO);
  GtkWidget *root = GTK_WIDGET (dialog);
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  desk_click (root, "import.run");
  desk_click (root, "progress.cancel");
  desk_wait_until (is_over, root);
  if (desk_find_row (root, "Contacts not imported"))
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
