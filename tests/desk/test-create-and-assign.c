/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-contact-form.h"

#include "desk/contacts/mps-assign-dialog.h"
#include "desk/contacts/mps-assign-undo.h"
#include "store/mps-store-programme.h"

#define PRINTERS                                                                                   \
  "Serial number,Model\r\n"                                                                        \
  "A1,CX730de\r\nA2,CX730de\r\nA3,CX730de\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"

static const char *const taro[MPS_N_CONTACT_FIELDS] = {
  "Taro",        "Yamada", "Sample KK", "",      "81",      "06-1234-5678", "",
  "4-5-6 Umeda", "",       "Osaka",     "Osaka", "5300001", "Japan",
};
static const char *const hanako[MPS_N_CONTACT_FIELDS] = {
  "ＨＡＮＡＫＯ",     "suzuki", "Example KK", "",      "81",      "03-1234-5678", "",
  "1-2-3 Marunouchi", "",       "Chiyoda",    "Tokyo", "1000005", "Japan",
};

typedef AdwDialog *(*NewDialog) (MpsSession *session, const gint64 *printers, gsize n_printers);

/* The dialog lies beside the window's content, which takes the toasts. */
static void
set_up (DeskFixture *self, gconstpointer data)
{
  desk_fixture_set_up (self, data);
  desk_show (self, adw_toast_overlay_new ());
  desk_fixture_import_printers (self, PRINTERS);
}

#define add(path, test) g_test_add (path, DeskFixture, NULL, set_up, test, desk_fixture_tear_down)

static AdwDialog *
present (DeskFixture *self, NewDialog new_dialog, guint n_printers)
{
  g_autoptr (GArray) printers = desk_fixture_get_printers (self);
  AdwDialog *dialog = new_dialog (self->session, (const gint64 *) printers->data, n_printers);

  desk_present (self, dialog);
  return dialog;
}

static gint64
get_contact_of (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_contact (fleet, mps_fleet_find_serial (fleet, serial));
}

/* Does something after which the dialog closes by itself. */
static void
click_and_close (AdwDialog *dialog, const char *action)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  desk_click (GTK_WIDGET (dialog), action);
  desk_wait_for_end_of (&weak);
}

static void
create_taro (DeskFixture *self, guint n_printers)
{
  AdwDialog *dialog = present (self, mps_assign_dialog_new_create, n_printers);

  desk_contact_form_fill (GTK_WIDGET (dialog), taro);
  click_and_close (dialog, "assign.create");
}

static void
assign_first (DeskFixture *self, guint n_printers)
{
  AdwDialog *dialog = present (self, mps_assign_dialog_new, n_printers);
  GtkWidget *list;

  desk_wait_for_text (GTK_WIDGET (dialog), "Hanako Suzuki");
  list = desk_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0, TRUE);
  click_and_close (dialog, "assign.run");
}

static void
click_text (GtkWidget *root, const char *text)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (desk_find_text (root, text), GTK_TYPE_BUTTON),
                         "clicked");
}

static void
test_creates_and_undoes (DeskFixture *self, gconstpointer data)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  create_taro (self, 2);
  g_assert_cmpuint (mps_fleet_get_n_contacts (fleet), ==, 1);
  g_assert_cmpint (get_contact_of (self, "A1"), !=, 0);
  g_assert_cmpint (get_contact_of (self, "A2"), ==, get_contact_of (self, "A1"));
  g_assert_cmpint (get_contact_of (self, "A3"), ==, 0);
  desk_wait_for_text (self->window, "The contact was created and assigned to 2 printers.");
  click_text (self->window, "Undo");
  desk_wait_for_text (self->window, "The assignment was undone for 2 printers.");
  g_assert_cmpint (get_contact_of (self, "A1"), ==, 0);
  g_assert_cmpuint (mps_fleet_get_n_contacts (fleet), ==, 1);
}

/* The contacts that are replaced are named before, and are back after an undo. */
static void
test_undoes_replacing (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  gint64 first;

  create_taro (self, 1);
  first = get_contact_of (self, "A1");
  desk_fixture_import_contacts (self, CONTACTS);
  dialog = present (self, mps_assign_dialog_new, 3);
  desk_wait_for_text (GTK_WIDGET (dialog),
                      "1 of these printers has a contact that will be replaced: Taro Yamada");
  desk_close (dialog);
  assign_first (self, 3);
  desk_wait_for_text (self->window, "The contact was assigned to 3 printers.");
  g_assert_cmpint (get_contact_of (self, "A1"), !=, first);
  click_text (self->window, "Undo");
  desk_wait_for_text (self->window, "The assignment was undone for 3 printers.");
  g_assert_cmpint (get_contact_of (self, "A1"), ==, first);
  g_assert_cmpint (get_contact_of (self, "A3"), ==, 0);
}

static gint64
get_newest_task (DeskFixture *self)
{
  MpsStore *store = mps_session_get_store (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  mps_store_list_tasks_async (store, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  tasks = mps_store_list_tasks_finish (store, result, NULL);
  g_assert_true (mps_assign_undo_get_possible (tasks->pdata[0]));
  return mps_task_get_id (tasks->pdata[0]);
}

/* An undo that comes too late for some printers names them. */
static void
test_undoes_in_part (DeskFixture *self, gconstpointer data)
{
  gint64 task;

  desk_fixture_import_contacts (self, CONTACTS);
  assign_first (self, 2);
  task = get_newest_task (self);
  create_taro (self, 1);
  mps_assign_undo_begin (self->window, self->session, task);
  desk_wait_for_text (self->window, "The assignment was undone for 1 printer.");
  desk_wait_for_text (self->window, "The printer was given another contact meanwhile");
  g_assert_true (desk_shows (self->window, "A1"));
  g_assert_cmpint (get_contact_of (self, "A1"), !=, 0);
  g_assert_cmpint (get_contact_of (self, "A2"), ==, 0);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
}

/* What changed nothing has nothing to be undone. */
static void
test_no_undo (DeskFixture *self, gconstpointer data)
{
  desk_fixture_import_contacts (self, CONTACTS);
  assign_first (self, 2);
  adw_toast_overlay_dismiss_all (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (self->window))));
  assign_first (self, 2);
  desk_wait_for_text (self->window, "The contact was assigned to 2 printers.");
  g_assert_false (desk_shows (self->window, "Undo"));
}

static void
test_existing (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *root;

  desk_fixture_import_contacts (self, CONTACTS);
  dialog = present (self, mps_assign_dialog_new_create, 3);
  root = GTK_WIDGET (dialog);
  desk_contact_form_fill (root, hanako);
  desk_click (root, "assign.create");
  desk_wait_for_text (root, "There is a contact with this name, company");
  g_assert_cmpint (get_contact_of (self, "A1"), ==, 0);
  click_text (root, "Assign existing contact");
  desk_wait_for_text (self->window, "The contact was assigned to 3 printers.");
  g_assert_cmpuint (mps_fleet_get_n_contacts (mps_session_get_fleet (self->session)), ==, 1);
  g_assert_cmpint (get_contact_of (self, "A3"), ==, 1);
}

/* From choosing to creating and back: nothing that was typed is lost, nor closed without asking. */
static void
test_leads_to_form (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog, *question;
  GtkWidget *root;

  dialog = present (self, mps_assign_dialog_new, 3);
  root = GTK_WIDGET (dialog);
  desk_wait_for_text (root, "No contacts yet");
  desk_click (root, "assign.new");
  desk_wait_for_text (root, "Delivery address");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (root, "assign.create")));
  g_assert_true (adw_dialog_get_default_widget (dialog)
                 == desk_find_button (root, "assign.create"));
  desk_contact_form_type (root, MPS_CONTACT_FIRST_NAME, "Taro");
  gtk_widget_activate_action (desk_find_button (root, "assign.create"), "navigation.pop", NULL);
  desk_wait_for_button (root, "assign.new");
  desk_click (root, "assign.new");
  desk_wait_for_text (root, "Delivery address");
  g_assert_cmpstr (
      gtk_editable_get_text (desk_contact_form_get_entry (root, MPS_CONTACT_FIRST_NAME)), ==,
      "Taro");
  adw_dialog_close (dialog);
  desk_wait_for_text (self->window, "Discard changes?");
  question = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "discard");
  adw_dialog_close (question);
}

static void
add_tests (void)
{
  add ("/create-and-assign/creates-and-undoes", test_creates_and_undoes);
  add ("/create-and-assign/undoes-replacing", test_undoes_replacing);
  add ("/create-and-assign/undoes-in-part", test_undoes_in_part);
  add ("/create-and-assign/no-undo", test_no_undo);
  add ("/create-and-assign/existing", test_existing);
  add ("/create-and-assign/leads-to-form", test_leads_to_form);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
