/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/contacts/mps-contact-dialog.h"
#include "desk/contacts/mps-contact-filter.h"
#include "desk/contacts/mps-contact-value-filter.h"
#include "desk/contacts/mps-contacts-page.h"
#include "store/mps-store-printers.h"
#include "store/mps-targets.h"

#define PRINTERS "Serial number,Model\r\nA1,CX730de\r\nA2,CX730de\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Ann,Smith,Paper Ltd,ann@example.com,44,2079460000,,1 High Street,,London,,SW1A 1AA,GB\r\n"      \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"                                                                                \
  "Taro,Yamada,Sample KK,,81,0612345678,,4-5-6 Umeda,,Osaka,Osaka,530-0001,JP\r\n"

/* Sorted by name, Ann is at 0, Hanako at 1 and Taro at 2. */
static MpsContactsPage *
show_page (DeskFixture *self)
{
  GtkWidget *page = g_object_new (MPS_TYPE_CONTACTS_PAGE, "session", self->session, NULL);
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  desk_show (self, overlay);
  desk_catch_requests (self->window);
  return MPS_CONTACTS_PAGE (page);
}

static MpsContactsPage *
show_contacts (DeskFixture *self)
{
  MpsContactsPage *page;

  desk_fixture_import_contacts (self, CONTACTS);
  page = show_page (self);
  desk_wait_for_text (self->window, "Taro Yamada");
  return page;
}

static void
choose (MpsContactsPage *page, guint position, guint n_items)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (mps_contacts_page_get_selection (page)),
                                    position, n_items, TRUE);
}

static gboolean
is_usable (DeskFixture *self, const char *action)
{
  return gtk_widget_is_sensitive (desk_find_button (self->window, action));
}

static AdwDialog *
get_dialog (DeskFixture *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

static gboolean
has_dialog (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  return dialog && gtk_widget_get_mapped (adw_dialog_get_child (dialog));
}

static gboolean
is_asked (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (window));
}

static void
answer (DeskFixture *self, const char *response)
{
  desk_wait_until (is_asked, self->window);
  desk_answer (get_dialog (self), response);
}

/* Assigns the contact at @position to all printers. */
static void
assign (DeskFixture *self, guint position)
{
  MpsStore *store = mps_session_get_store (self->session);
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autoptr (GArray) printers = NULL;
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;

  desk_fixture_import_printers (self, PRINTERS);
  printers = desk_fixture_get_printers (self);
  mps_store_assign_contact_async (
      store, mps_session_get_organization (self->session),
      mps_fleet_get_contact_id (fleet, position),
      mps_targets_new_ids ((const gint64 *) printers->data, printers->len), progress, NULL,
      desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_assign_contact_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
test_empty_offers_create (DeskFixture *self, gconstpointer data)
{
  show_page (self);
  desk_wait_for_text (self->window, "No contacts yet");
  g_assert_true (is_usable (self, "contacts.create"));
  desk_click (self->window, "contacts.create");
  desk_wait_until (has_dialog, self->window);
  g_assert_true (MPS_IS_CONTACT_DIALOG (get_dialog (self)));
  desk_close (get_dialog (self));
}

static void
test_selection_decides (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);

  g_assert_false (is_usable (self, "contacts.copy"));
  g_assert_false (is_usable (self, "contacts.delete"));
  choose (page, 1, 1);
  desk_wait_for_text (self->window, "1 contact selected");
  g_assert_true (is_usable (self, "contacts.copy"));
  g_assert_true (is_usable (self, "contacts.delete"));
  choose (page, 0, 2);
  desk_wait_for_text (self->window, "2 contacts selected");
  g_assert_false (is_usable (self, "contacts.copy"));
  g_assert_true (is_usable (self, "contacts.delete"));
  mps_session_set_organization (self->session, 0);
  g_assert_false (is_usable (self, "contacts.create"));
  g_assert_false (is_usable (self, "contacts.delete"));
}

static void
test_activation_edits (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);
  GtkWidget *dialog, *row;

  g_signal_emit_by_name (desk_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW), "activate", 1);
  desk_wait_until (has_dialog, self->window);
  dialog = GTK_WIDGET (get_dialog (self));
  desk_wait_for_button (dialog, "contact.save");
  row = desk_find_row (dialog, "Last name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Suzuki");
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "Update contact");
  desk_close (ADW_DIALOG (dialog));
}

static void
test_copies_the_selected (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);
  GtkWidget *dialog, *row;

  choose (page, 2, 1);
  desk_click (self->window, "contacts.copy");
  desk_wait_until (has_dialog, self->window);
  dialog = GTK_WIDGET (get_dialog (self));
  desk_wait_for_button (dialog, "contact.save");
  row = desk_find_row (dialog, "Last name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Yamada");
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "Create contact");
  desk_close (ADW_DIALOG (dialog));
}

static void
test_deletes_and_undoes (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);
  GtkWidget *undo;

  choose (page, 0, 2);
  desk_click (self->window, "contacts.delete");
  desk_wait_until (is_asked, self->window);
  desk_wait_for_text (self->window, "2 contacts will be deleted.");
  answer (self, "delete");
  desk_wait_for_text (self->window, "1 contact");
  desk_wait_for_text (self->window, "2 contacts were deleted.");
  g_assert_false (desk_shows (self->window, "Ann Smith"));
  undo = gtk_widget_get_ancestor (desk_find_text (self->window, "Undo"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (undo, "clicked");
  desk_wait_for_text (self->window, "3 contacts");
  desk_wait_for_text (self->window, "Ann Smith");
  g_assert_true (desk_shows (self->window, "ann@example.com"));
  g_assert_true (desk_shows (self->window, "Hanako Suzuki"));
}

static void
test_delete_can_be_canceled (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);

  choose (page, 0, 1);
  desk_click (self->window, "contacts.delete");
  answer (self, "cancel");
  g_assert_true (desk_shows (self->window, "Ann Smith"));
  g_assert_true (desk_shows (self->window, "3 contacts"));
}

static void
test_deletes_the_free_ones (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);

  assign (self, 1);
  choose (page, 0, 2);
  desk_click (self->window, "contacts.delete");
  desk_wait_until (is_asked, self->window);
  desk_wait_for_text (self->window,
                      "1 contact will be deleted. Assigned to printers, and kept: 1.");
  g_assert_nonnull (desk_find_row (GTK_WIDGET (get_dialog (self)), "Hanako Suzuki"));
  g_assert_true (desk_shows (GTK_WIDGET (get_dialog (self)), "2 printers"));
  answer (self, "delete");
  desk_wait_for_text (self->window, "1 contact was deleted.");
  desk_wait_for_text (self->window, "2 contacts");
  g_assert_false (desk_shows (self->window, "Ann Smith"));
  g_assert_true (desk_shows (self->window, "Hanako Suzuki"));
}

static void
test_refuses_assigned (DeskFixture *self, gconstpointer data)
{
  MpsContactsPage *page = show_contacts (self);

  assign (self, 1);
  choose (page, 1, 1);
  desk_click (self->window, "contacts.delete");
  desk_wait_for_text (self->window, "Contact in use");
  g_assert_true (desk_shows (self->window, "Hanako Suzuki is assigned to 2 printers"));
  answer (self, "show");
  g_assert_cmpstr (desk_get_request (self->window), ==, "('contact', 2)");
  g_assert_true (desk_shows (self->window, "3 contacts"));
}

static gboolean
has_two_printers (gpointer window)
{
  return desk_find_labelled_button (window, "2") != NULL;
}

static void
test_number_leads_to_printers (DeskFixture *self, gconstpointer data)
{
  show_contacts (self);
  g_assert_false (gtk_widget_is_sensitive (desk_find_labelled_button (self->window, "0")));
  assign (self, 1);
  desk_wait_until (has_two_printers, self->window);
  g_signal_emit_by_name (desk_find_labelled_button (self->window, "2"), "clicked");
  g_assert_cmpstr (desk_get_request (self->window), ==, "('contact', 2)");
}

static MpsContactValueFilter *
get_value_filter (DeskFixture *self, const char *title)
{
  return MPS_CONTACT_VALUE_FILTER (gtk_widget_get_ancestor (
      desk_find_text (desk_find (self->window, MPS_TYPE_CONTACT_FILTER), title),
      MPS_TYPE_CONTACT_VALUE_FILTER));
}

/* Opens the list of companies or cities, searches it and takes the first. */
static void
choose_value (DeskFixture *self, const char *title, const char *search, const char *value)
{
  GtkWidget *filter = GTK_WIDGET (get_value_filter (self, title));
  GtkWidget *button = desk_find (filter, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *entry;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  desk_wait_for_text (popover, value);
  entry = desk_find (popover, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), search);
  desk_wait_for_text (popover, value);
  g_signal_emit_by_name (entry, "activate");
}

/* Each filter offers what the other leaves, and the search is in what both leave. */
static void
test_filters (DeskFixture *self, gconstpointer data)
{
  show_contacts (self);
  choose_value (self, "Company", "ｅｘａｍｐ", "Example KK");
  desk_wait_for_text (self->window, "1 contact");
  g_assert_nonnull (get_value_filter (self, "Example KK"));
  choose_value (self, "City", "", "Chiyoda");
  g_assert_nonnull (get_value_filter (self, "Chiyoda"));
  g_assert_true (desk_shows (self->window, "Hanako Suzuki"));
  mps_contact_value_filter_set_text (get_value_filter (self, "Example KK"), NULL);
  g_assert_true (desk_shows (self->window, "1 contact"));
  gtk_editable_set_text (GTK_EDITABLE (desk_find (self->window, GTK_TYPE_SEARCH_ENTRY)), "smith");
  desk_wait_for_text (self->window, "No contacts found");
  desk_click (self->window, "contacts.clear-filter");
  desk_wait_for_text (self->window, "3 contacts");
  g_assert_nonnull (get_value_filter (self, "City"));
}

static void
add_tests (void)
{
  desk_fixture_add ("/contacts-page/empty-offers-create", test_empty_offers_create);
  desk_fixture_add ("/contacts-page/selection-decides", test_selection_decides);
  desk_fixture_add ("/contacts-page/activation-edits", test_activation_edits);
  desk_fixture_add ("/contacts-page/copies-the-selected", test_copies_the_selected);
  desk_fixture_add ("/contacts-page/deletes-and-undoes", test_deletes_and_undoes);
  desk_fixture_add ("/contacts-page/delete-can-be-canceled", test_delete_can_be_canceled);
  desk_fixture_add ("/contacts-page/deletes-the-free-ones", test_deletes_the_free_ones);
  desk_fixture_add ("/contacts-page/refuses-assigned", test_refuses_assigned);
  desk_fixture_add ("/contacts-page/number-leads-to-printers", test_number_leads_to_printers);
  desk_fixture_add ("/contacts-page/filters", test_filters);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
