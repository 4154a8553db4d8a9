/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-contact-form.h"

#include "desk/contacts/mps-contact-dialog.h"
#include "store/mps-store-contacts.h"

#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"

static const char *const taro[MPS_N_CONTACT_FIELDS] = {
  "Taro",        "Yamada", "Sample KK", "",      "81",      "06-1234-5678", "",
  "4-5-6 Umeda", "",       "Osaka",     "Osaka", "5300001", "Japan",
};

static gboolean
can_save (AdwDialog *dialog)
{
  return gtk_widget_is_sensitive (desk_find_button (GTK_WIDGET (dialog), "contact.save"));
}

/* Saves, and waits for the dialog to close by itself. */
static void
save (AdwDialog *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  desk_click (GTK_WIDGET (dialog), "contact.save");
  desk_wait_for_end_of (&weak);
}

static const char *
get_stored (DeskFixture *self, gint64 id, MpsContactField field)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_contact_field (fleet, mps_fleet_find_contact (fleet, id), field);
}

static gint64
import_hanako (DeskFixture *self)
{
  desk_fixture_import_contacts (self, CONTACTS);
  return mps_fleet_get_contact_id (mps_session_get_fleet (self->session), 0);
}

static AdwDialog *
present_update (DeskFixture *self, gint64 contact)
{
  AdwDialog *dialog = mps_contact_dialog_new_update (self->session, contact);

  desk_present (self, dialog);
  desk_wait_for_button (GTK_WIDGET (dialog), "contact.save");
  return dialog;
}

static gboolean
has_two_contacts (gpointer data)
{
  return mps_fleet_get_n_contacts (mps_session_get_fleet (data)) == 2;
}

static void
test_creates (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  gint64 id;

  import_hanako (self);
  dialog = mps_contact_dialog_new_create (self->session);
  desk_present (self, dialog);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Create contact");
  desk_contact_form_fill (GTK_WIDGET (dialog), taro);
  save (dialog);
  desk_wait_until (has_two_contacts, self->session);
  id = mps_fleet_get_contact_id (mps_session_get_fleet (self->session), 1);
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_LAST_NAME), ==, "Yamada");
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_PHONE), ==, "0612345678");
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_POSTAL_CODE), ==, "530-0001");
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_COUNTRY), ==, "JP");
}

/* A field is called wrong only once it was left, by the reason of the one validator. */
static void
test_says_what_is_wrong (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = mps_contact_dialog_new_create (self->session);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_present (self, dialog);
  g_assert_false (can_save (dialog));
  desk_contact_form_fill (GTK_WIDGET (dialog), taro);
  g_assert_true (can_save (dialog));
  gtk_widget_grab_focus (
      GTK_WIDGET (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_EMAIL)));
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_EMAIL, "taro");
  g_assert_false (can_save (dialog));
  g_assert_false (desk_shows (root, "Enter one e-mail address"));
  gtk_widget_grab_focus (
      GTK_WIDGET (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_PHONE)));
  desk_wait_for_text (root, "Enter one e-mail address");
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_EMAIL, "taro@example.com");
  g_assert_false (desk_shows (root, "Enter one e-mail address"));
  g_assert_true (can_save (dialog));
  desk_contact_form_fill (GTK_WIDGET (dialog), (const char *[]) { "", "", "", "", "", "", "", "",
                                                                  "", "", "", "", "Japan" });
  g_assert_false (can_save (dialog));
  adw_dialog_force_close (dialog);
}

/* Whether a postal code is right depends on a field below it. */
static void
test_country_judges_postal_code (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = mps_contact_dialog_new_create (self->session);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_present (self, dialog);
  desk_contact_form_fill (GTK_WIDGET (dialog), taro);
  gtk_widget_grab_focus (
      GTK_WIDGET (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_POSTAL_CODE)));
  gtk_widget_grab_focus (
      GTK_WIDGET (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_CITY)));
  desk_contact_form_choose_country (GTK_WIDGET (dialog), "United States");
  desk_wait_for_text (root, "Enter a postal code of this country");
  g_assert_false (can_save (dialog));
  desk_contact_form_choose_country (GTK_WIDGET (dialog), "Japan");
  g_assert_false (desk_shows (root, "Enter a postal code of this country"));
  g_assert_true (can_save (dialog));
  adw_dialog_force_close (dialog);
}

static void
test_updates (DeskFixture *self, gconstpointer data)
{
  gint64 id = import_hanako (self);
  AdwDialog *dialog = present_update (self, id);

  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Update contact");
  g_assert_cmpstr (
      gtk_editable_get_text (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_CITY)),
      ==, "Chiyoda");
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_CITY, "Minato");
  save (dialog);
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_CITY), ==, "Minato");
  g_assert_cmpuint (mps_fleet_get_n_contacts (mps_session_get_fleet (self->session)), ==, 1);
}

static void
test_copy_is_duplicate_until_changed (DeskFixture *self, gconstpointer data)
{
  gint64 id = import_hanako (self);
  AdwDialog *dialog = mps_contact_dialog_new_copy (self->session, id);

  desk_present (self, dialog);
  desk_wait_for_button (GTK_WIDGET (dialog), "contact.save");
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Create contact");
  desk_click (GTK_WIDGET (dialog), "contact.save");
  desk_wait_for_text (GTK_WIDGET (dialog), "There is a contact with this name");
  desk_wait_for_button (GTK_WIDGET (dialog), "contact.save");
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_FIRST_NAME, "Yuko");
  save (dialog);
  desk_wait_until (has_two_contacts, self->session);
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_FIRST_NAME), ==, "Hanako");
}

static void
change_city (DeskFixture *self, gint64 id, const char *city)
{
  MpsStore *store = mps_session_get_store (self->session);
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autoptr (MpsContactRecord) contact
      = mps_fleet_dup_contact (fleet, mps_fleet_find_contact (fleet, id));
  g_autoptr (MpsContactRecord) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&contact->fields[MPS_CONTACT_CITY], city);
  mps_store_save_contact_async (store, contact, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  saved = mps_store_save_contact_finish (store, result, &error);
  g_assert_no_error (error);
}

static gboolean
shows_shinagawa (gpointer dialog)
{
  return g_str_equal (
      gtk_editable_get_text (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_CITY)),
      "Shinagawa");
}

static void
test_changed_meanwhile (DeskFixture *self, gconstpointer data)
{
  gint64 id = import_hanako (self);
  AdwDialog *dialog = present_update (self, id);

  change_city (self, id, "Shinagawa");
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_CITY, "Minato");
  desk_click (GTK_WIDGET (dialog), "contact.save");
  desk_wait_for_text (GTK_WIDGET (dialog), "The contact was changed meanwhile");
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_CITY), ==, "Shinagawa");
  g_signal_emit_by_name (desk_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER), "button-clicked");
  desk_wait_until (shows_shinagawa, dialog);
  desk_wait_for_button (GTK_WIDGET (dialog), "contact.save");
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_CITY, "Minato");
  save (dialog);
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_CITY), ==, "Minato");
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
  desk_answer (adw_window_get_visible_dialog (ADW_WINDOW (self->window)), response);
}

static void
test_asks_before_discarding (DeskFixture *self, gconstpointer data)
{
  gint64 id = import_hanako (self);
  AdwDialog *dialog = present_update (self, id);
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_CITY, "Minato");
  adw_dialog_close (dialog);
  answer (self, "keep");
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (self->window)) == dialog);
  g_assert_cmpstr (
      gtk_editable_get_text (desk_contact_form_get_entry (GTK_WIDGET (dialog), MPS_CONTACT_CITY)),
      ==, "Minato");
  adw_dialog_close (dialog);
  answer (self, "discard");
  desk_wait_for_end_of (&weak);
  g_assert_cmpstr (get_stored (self, id, MPS_CONTACT_CITY), ==, "Chiyoda");
}

static void
test_closes_unasked_when_unchanged (DeskFixture *self, gconstpointer data)
{
  desk_close (present_update (self, import_hanako (self)));
}

static void
add_tests (void)
{
  desk_fixture_add ("/contact-dialog/creates", test_creates);
  desk_fixture_add ("/contact-dialog/says-what-is-wrong", test_says_what_is_wrong);
  desk_fixture_add ("/contact-dialog/country-judges-postal-code", test_country_judges_postal_code);
  desk_fixture_add ("/contact-dialog/updates", test_updates);
  desk_fixture_add ("/contact-dialog/copy-is-duplicate", test_copy_is_duplicate_until_changed);
  desk_fixture_add ("/contact-dialog/changed-meanwhile", test_changed_meanwhile);
  desk_fixture_add ("/contact-dialog/asks-before-discarding", test_asks_before_discarding);
  desk_fixture_add ("/contact-dialog/closes-unasked", test_closes_unasked_when_unchanged);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
