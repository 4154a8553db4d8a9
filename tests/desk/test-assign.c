/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/contacts/mps-assign-dialog.h"
#include "desk/contacts/mps-contact-chooser.h"

#define PRINTERS                                                                                   \
  "Serial number,Model\r\n"                                                                        \
  "A1,CX730de\r\nA2,CX730de\r\nA3,CX730de\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"                                                                                \
  "Taro,Yamada,Sample KK,,81,0612345678,,4-5-6 Umeda,,Osaka,Osaka,530-0001,JP\r\n"

static AdwDialog *
present_dialog (DeskFixture *self)
{
  g_autoptr (GArray) printers = desk_fixture_get_printers (self);
  AdwDialog *dialog
      = mps_assign_dialog_new (self->session, (const gint64 *) printers->data, printers->len);

  desk_present (self, dialog);
  return dialog;
}

static GtkSelectionModel *
get_choice (GtkWidget *root)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (desk_find (root, GTK_TYPE_LIST_VIEW)));
}

static void
search (GtkWidget *root, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (desk_find (root, GTK_TYPE_SEARCH_ENTRY)), name);
}

static gboolean
is_only_taro_shown (gpointer root)
{
  return desk_shows (root, "Taro Yamada") && !desk_shows (root, "Hanako Suzuki");
}

static gboolean
is_only_hanako_shown (gpointer root)
{
  return desk_shows (root, "Hanako Suzuki") && !desk_shows (root, "Taro Yamada");
}

static gint64
get_contact_of (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_contact (fleet, mps_fleet_find_serial (fleet, serial));
}

static gboolean
has_contact (gpointer data)
{
  return get_contact_of (data, "A3") != 0;
}

static void
assign (DeskFixture *self, const char *name)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  search (root, name);
  desk_wait_until (g_str_equal (name, "Taro") ? is_only_taro_shown : is_only_hanako_shown, root);
  gtk_selection_model_select_item (get_choice (root), 0, TRUE);
  desk_click (root, "assign.run");
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_assigns (DeskFixture *self, gconstpointer data)
{
  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  assign (self, "Taro");
  desk_wait_until (has_contact, self);
  g_assert_cmpint (get_contact_of (self, "A1"), ==, get_contact_of (self, "A3"));
}

static void
test_names_replaced (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *root;

  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  dialog = present_dialog (self);
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "For 3 printers"));
  g_assert_false (desk_shows (GTK_WIDGET (dialog), "will be replaced"));
  desk_close (dialog);
  assign (self, "Hanako");
  desk_wait_until (has_contact, self);

  dialog = present_dialog (self);
  root = GTK_WIDGET (dialog);
  desk_wait_for_text (root, "3 of these printers have a contact that will be replaced: "
                            "Hanako Suzuki");
  desk_close (dialog);
}

/* The list shows other contacts at the same places; the choice must not move to one of them. */
static void
test_choice_follows_contact (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *root;
  MpsContactChooser *chooser;
  gint64 contact;

  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  dialog = present_dialog (self);
  root = GTK_WIDGET (dialog);
  desk_wait_for_text (root, "Taro Yamada");
  chooser = MPS_CONTACT_CHOOSER (desk_find (root, MPS_TYPE_CONTACT_CHOOSER));
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "assign.run")));
  gtk_selection_model_select_item (get_choice (root), 1, TRUE);
  contact = mps_contact_chooser_get_contact (chooser);
  g_assert_cmpint (contact, !=, 0);
  search (root, "taro");
  desk_wait_until (is_only_taro_shown, root);
  g_assert_cmpint (mps_contact_chooser_get_contact (chooser), ==, contact);
  g_assert_true (gtk_selection_model_is_selected (get_choice (root), 0));
  search (root, "hanako");
  desk_wait_until (is_only_hanako_shown, root);
  g_assert_cmpint (mps_contact_chooser_get_contact (chooser), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "assign.run")));
  search (root, "nobody");
  desk_wait_for_text (root, "No contacts found");
  desk_close (dialog);
}

static void
test_offers_import (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;

  desk_fixture_import_printers (self, PRINTERS);
  dialog = present_dialog (self);
  desk_wait_for_text (GTK_WIDGET (dialog), "No contacts yet");
  g_assert_nonnull (desk_find_button (GTK_WIDGET (dialog), "chooser.import"));
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/assign/assigns", test_assigns);
  desk_fixture_add ("/assign/names-replaced", test_names_replaced);
  desk_fixture_add ("/assign/choice-follows-contact", test_choice_follows_contact);
  desk_fixture_add ("/assign/offers-import", test_offers_import);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
