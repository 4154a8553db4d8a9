/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-contact-form.h"
#include "desk-fixture.h"
#include "desk-window.h"

#include "desk/contacts/mps-contact-dialog.h"
#include "desk/requests/mps-import-answers-dialog.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/window/mps-import-drop.h"
#include "desk/window/mps-window.h"

static char *
dup_path (DeskFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
test_pages (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  g_assert_true (desk_shows (GTK_WIDGET (window), "Sample policy"));
  g_assert_true (desk_shows (GTK_WIDGET (window), "other.db"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "contacts");
  desk_wait_for_text (GTK_WIDGET (window), "No contacts yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "printers");
  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  desk_close_window (window);
}

/* A page stays in the window while another one is shown, and what was on top of it does not. */
static void
test_pages_stay (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  AdwNavigationPage *printers;

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  printers = mps_window_get_visible_page (window);
  mps_window_push (window, adw_navigation_page_new (gtk_label_new ("On top"), "Details"));
  desk_wait_for_text (GTK_WIDGET (window), "On top");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "contacts");
  desk_wait_for_text (GTK_WIDGET (window), "No contacts yet");
  g_assert_true (gtk_widget_get_root (GTK_WIDGET (printers)) == GTK_ROOT (window));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (printers)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "printers");
  g_assert_true (mps_window_get_visible_page (window) == printers);
  g_assert_false (desk_shows (GTK_WIDGET (window), "On top"));
  desk_close_window (window);
}

static void
test_toast (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  mps_feedback_toast (GTK_WIDGET (window), "Fish & chips");
  desk_wait_for_text (GTK_WIDGET (window), "Fish & chips");
  desk_close_window (window);
}

static gboolean
asks_to_discard (gpointer window)
{
  return desk_shows (window, "What you changed in this contact was not saved.");
}

/* What is typed in a dialog does not go with the window unasked. */
static void
test_close_asks (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  AdwDialog *dialog;

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  dialog = mps_contact_dialog_new_create (mps_window_get_session (window));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  desk_wait_for_text (GTK_WIDGET (dialog), "First name");
  desk_contact_form_type (GTK_WIDGET (dialog), MPS_CONTACT_FIRST_NAME, "Hanako");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  desk_wait_until (asks_to_discard, window);
  adw_dialog_force_close (dialog);
  desk_close_window (window);
}

static gboolean
has_keyboard (gpointer widget)
{
  return gtk_widget_has_focus (widget);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (root), name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found)
        return found;
    }
  return NULL;
}

/* With Alt+3, say, while the keyboard is in the list of the pages. */
static void
test_keyboard_follows (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  gtk_widget_grab_focus (find_named (GTK_WIDGET (window), "printers"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "contacts");
  desk_wait_until (has_keyboard, find_named (GTK_WIDGET (window), "contacts"));
  desk_close_window (window);
}

/* Otherwise keys would act on what is behind the dialog, and Escape would not close it. */
static void
test_keyboard_stays (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_button_new_with_label ("First");
  GtkWidget *second = gtk_button_new_with_label ("Second");

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  adw_dialog_set_child (dialog, box);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  desk_wait_until (has_keyboard, first);
  gtk_widget_set_sensitive (first, FALSE);
  desk_wait_until (has_keyboard, second);
  adw_dialog_set_child (dialog, NULL);
  adw_dialog_force_close (dialog);
  desk_close_window (window);
}

static void
test_no_database (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "text.db");
  g_autoptr (GFile) file = desk_fixture_write (fixture, "text.db", "This is no database at all.");
  g_autofree char *contents = NULL;
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "The fleet could not be opened");
  desk_wait_for_button (GTK_WIDGET (window), "win.choose-database");
  g_assert_nonnull (desk_find_button (GTK_WIDGET (window), "app.quit"));
  g_assert_null (mps_window_get_session (window));
  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "This is no database at all.");
  desk_close_window (window);
}

/* What was wrong can be put right from outside, and then tried again. */
static void
test_try_again (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "missing.db");
  g_autofree char *fleet = dup_path (fixture, "fleet.db");
  g_autoptr (GFile) source = g_file_new_for_path (fleet);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_EXISTING);

  desk_wait_for_text (GTK_WIDGET (window), "The fleet could not be opened");
  g_assert_true (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  desk_click (GTK_WIDGET (window), "win.try-again");
  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  desk_close_window (window);
}

static gboolean
shows_import (gpointer window)
{
  return MPS_IS_IMPORT_ANSWERS_DIALOG (adw_application_window_get_visible_dialog (window));
}

static void
close_import (MpsWindow *window)
{
  AdwDialog *dialog;

  desk_wait_until (shows_import, window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  desk_wait_for_text (GTK_WIDGET (dialog), "answer.json");
  desk_close (dialog);
}

/* A file manager opens it, and the program may have to be started for that. */
static void
test_file_from_outside (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  g_autoptr (GFile) file = desk_fixture_write (
      fixture, "answer.json", "{ \"format\": \"mps-desk-enrolment-answer\", \"version\": 1 }");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  mps_import_drop_hand_over (window, file);
  g_assert_null (mps_window_get_session (window));
  close_import (window);
  mps_import_drop_hand_over (window, file);
  close_import (window);
  desk_close_window (window);
}

static void
test_closed_while_loading (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");

  desk_close_window (desk_open_window (path, MPS_STORE_OPEN_CREATE));
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* Whatever does not fit warns, and warnings are fatal. */
static void
test_narrow (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = g_object_new (MPS_TYPE_WINDOW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  mps_window_open (window, path, MPS_STORE_OPEN_CREATE);
  gtk_window_present (GTK_WINDOW (window));
  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  desk_wait_until (is_laid_out, window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "contacts");
  desk_wait_for_text (GTK_WIDGET (window), "No contacts yet");
  desk_close_window (window);
}

static void
test_size_is_kept (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  int width, height;

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 500);
  desk_close_window (window);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 800);
  window = g_object_new (MPS_TYPE_WINDOW, NULL);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 500);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
  desk_close_window (window);
}

static void
add_tests (void)
{
  desk_fixture_add ("/window/pages", test_pages);
  desk_fixture_add ("/window/pages-stay", test_pages_stay);
  desk_fixture_add ("/window/toast", test_toast);
  desk_fixture_add ("/window/close-asks", test_close_asks);
  desk_fixture_add ("/window/keyboard-follows", test_keyboard_follows);
  desk_fixture_add ("/window/keyboard-stays", test_keyboard_stays);
  desk_fixture_add ("/window/no-database", test_no_database);
  desk_fixture_add ("/window/try-again", test_try_again);
  desk_fixture_add ("/window/file-from-outside", test_file_from_outside);
  desk_fixture_add ("/window/closed-while-loading", test_closed_while_loading);
  desk_fixture_add ("/window/narrow", test_narrow);
  desk_fixture_add ("/window/size-is-kept", test_size_is_kept);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
