/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"
#include "desk-window.h"

#include "desk/databases/mps-recent-databases.h"
#include "desk/session/mps-activity.h"
#include "desk/window/mps-window.h"

#include "exchange/mps-sample-fleet.h"

#include <glib/gstdio.h>

#define SAMPLE_TEXT "This is the sample fleet. Nothing here is real."

static gboolean
is_open (gpointer window)
{
  return mps_window_get_session (window) != NULL;
}

static MpsStore *
get_store (MpsWindow *window)
{
  return mps_session_get_store (mps_window_get_session (window));
}

/* Waits until another session is open, and proves that nothing holds the former one. */
static void
switch_by (MpsWindow *window, const char *action, const char *target)
{
  gpointer weak = mps_window_get_session (window);

  g_object_add_weak_pointer (G_OBJECT (weak), &weak);
  gtk_widget_activate_action (GTK_WIDGET (window), action, target ? "s" : NULL, target);
  desk_wait_for_end_of (&weak);
  desk_wait_until (is_open, window);
}

static char *
dup_path (DeskFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* The folder of the user's data is the test program's own. */
static void
remove_data (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "mps-desk", NULL);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    desk_remove_folder (folder);
}

static void
test_welcome (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = mps_store_dup_default_path ();
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  MpsSession *own = fixture->session;

  desk_wait_for_text (GTK_WIDGET (window), "Welcome to MPS Desk");
  g_assert_nonnull (desk_find_button (GTK_WIDGET (window), "win.choose-database"));
  desk_click (GTK_WIDGET (window), "win.import-printers");
  desk_wait_for_button (GTK_WIDGET (window), "fleet.choose");
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  fixture->session = mps_window_get_session (window);
  desk_fixture_import_printers (fixture, "Serial number,Model\nS1,CX735adse\n");
  fixture->session = own;
  desk_wait_for_text (GTK_WIDGET (window), "1 printer");
  desk_close_window (window);
  window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  desk_wait_for_text (GTK_WIDGET (window), "1 printer");
  desk_close_window (window);
  remove_data ();
}

/* Whoever wants to begin otherwise is not held up, nor led away from where they are. */
static void
test_without_printers (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = mps_store_dup_default_path ();
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  MpsSession *own = fixture->session;

  desk_wait_for_text (GTK_WIDGET (window), "Welcome to MPS Desk");
  desk_click (GTK_WIDGET (window), "win.show-page");
  desk_wait_for_text (GTK_WIDGET (window), "0 of 5 done");
  fixture->session = mps_window_get_session (window);
  desk_fixture_import_printers (fixture, "Serial number,Model\nS1,CX735adse\n");
  fixture->session = own;
  desk_wait_for_text (GTK_WIDGET (window), "1 printer is known.");
  desk_close_window (window);
  remove_data ();
}

static void
test_page_is_wanted (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = mps_store_dup_default_path ();
  MpsWindow *window = g_object_new (MPS_TYPE_WINDOW, NULL);

  mps_window_show_page (window, "contacts");
  mps_window_open (window, path, MPS_STORE_OPEN_CREATE);
  gtk_window_present (GTK_WINDOW (window));
  desk_wait_for_text (GTK_WIDGET (window), "No contacts yet");
  desk_close_window (window);
  remove_data ();
}

static void
assert_sample (MpsWindow *window)
{
  static const char *const pages[]
      = { "checklist", "printers", "contacts", "agents", "account", "tasks", "history" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", pages[i]);
      desk_wait_for_text (GTK_WIDGET (window), SAMPLE_TEXT);
      desk_wait_for_button (GTK_WIDGET (window), "win.leave-sample");
    }
}

static void
test_sample (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  g_autofree char *sample = mps_sample_fleet_dup_path ();
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  g_assert_false (desk_shows (GTK_WIDGET (window), SAMPLE_TEXT));
  switch_by (window, "win.try-sample", NULL);
  g_assert_cmpstr (mps_store_get_path (get_store (window)), ==, sample);
  desk_wait_for_text (GTK_WIDGET (window), "364 printers");
  assert_sample (window);
  switch_by (window, "win.leave-sample", NULL);
  g_assert_cmpstr (mps_store_get_path (get_store (window)), ==, path);
  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  g_assert_false (desk_shows (GTK_WIDGET (window), SAMPLE_TEXT));
  desk_close_window (window);
  remove_data ();
}

static gboolean
has_organizations (gpointer window)
{
  MpsSession *session = mps_window_get_session (window);

  return session
         && g_list_model_get_n_items (G_LIST_MODEL (mps_session_get_organizations (session))) == 3;
}

/* What was tried in it stays until it is started over. */
static void
test_start_over (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *sample = mps_sample_fleet_dup_path ();
  MpsWindow *window = desk_open_window (sample, MPS_STORE_OPEN_EXISTING);
  AdwDialog *question;
  DeskFixture of_window = { .window = GTK_WIDGET (window) };

  desk_wait_until (has_organizations, window);
  mps_session_set_organization (mps_window_get_session (window), 2);
  of_window.folder = fixture->folder;
  of_window.session = mps_window_get_session (window);
  desk_fixture_import_printers (&of_window, "Serial number,Model\nMINE,CX735adse\n");
  switch_by (window, "win.leave-sample", NULL);
  switch_by (window, "win.try-sample", NULL);
  g_assert_cmpuint (
      mps_fleet_get_n_printers (mps_session_get_fleet (mps_window_get_session (window))), ==, 601);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.start-sample-over", NULL);
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  desk_answer (question, "start-over");
  desk_wait_until (is_open, window);
  g_assert_cmpuint (
      mps_fleet_get_n_printers (mps_session_get_fleet (mps_window_get_session (window))), ==, 600);
  desk_wait_for_text (GTK_WIDGET (window), SAMPLE_TEXT);
  desk_close_window (window);
  remove_data ();
}

static void
test_cancel (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  g_autofree char *sample = mps_sample_fleet_dup_path ();
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.try-sample", NULL);
  desk_wait_for_text (GTK_WIDGET (window), "Preparing the sample fleet…");
  desk_click (GTK_WIDGET (window), "win.leave-sample");
  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  g_assert_cmpstr (mps_window_get_path (window), ==, path);
  desk_close_window (window);
  g_assert_false (g_file_test (sample, G_FILE_TEST_EXISTS));
}

static char *
dup_uri (const char *path)
{
  return g_filename_to_uri (path, NULL, NULL);
}

static gboolean
is_recent (const char *path)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) uris = g_settings_get_strv (settings, MPS_RECENT_DATABASES_KEY);
  g_autofree char *uri = dup_uri (path);

  return g_strv_contains ((const char *const *) uris, uri);
}

/* What leads nowhere is not offered again. */
static void
test_missing (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "missing.db");
  MpsWindow *window;

  mps_recent_databases_add (path);
  g_assert_true (is_recent (path));
  window = desk_open_window (path, MPS_STORE_OPEN_EXISTING);
  desk_wait_for_text (GTK_WIDGET (window), "The fleet could not be opened");
  g_assert_false (is_recent (path));
  desk_close_window (window);
}

static void
test_switch (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *first = dup_path (fixture, "first_one.db");
  g_autofree char *second = dup_path (fixture, "second.db");
  g_autofree char *uri = dup_uri (first);
  g_autofree char *label = NULL;
  g_autoptr (GMenu) menu = NULL;
  MpsWindow *window = desk_open_window (first, MPS_STORE_OPEN_CREATE);

  desk_wait_for_text (GTK_WIDGET (window), "first_one.db");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "account");
  mps_window_open (window, second, MPS_STORE_OPEN_CREATE);
  desk_wait_for_text (GTK_WIDGET (window), "second.db");
  switch_by (window, "win.open-recent", uri);
  desk_wait_for_text (GTK_WIDGET (window), "first_one.db");
  menu = mps_recent_databases_build_menu ();
  g_assert_true (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label));
  g_assert_cmpstr (label, ==, "first__one.db");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), >=, 2);
  mps_recent_databases_remove (first);
  mps_recent_databases_remove (second);
  desk_close_window (window);
}

/* A database is open in one window at a time, whichever leads to it. */
static void
test_two_windows (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkApplication) application
      = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE | G_APPLICATION_DEFAULT_FLAGS);
  g_autofree char *first = dup_path (fixture, "first.db");
  g_autofree char *second = dup_path (fixture, "second.db");
  g_autofree char *uri = dup_uri (first);
  MpsWindow *window, *other;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = desk_open_window (first, MPS_STORE_OPEN_CREATE);
  gtk_window_set_application (GTK_WINDOW (window), application);
  other = desk_open_window (second, MPS_STORE_OPEN_CREATE);
  gtk_window_set_application (GTK_WINDOW (other), application);
  desk_wait_until (is_open, window);
  desk_wait_until (is_open, other);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.open-recent", "s", uri);
  g_assert_cmpstr (mps_window_get_path (other), ==, second);
  g_assert_nonnull (mps_window_get_session (other));
  desk_close_window (window);
  switch_by (other, "win.open-recent", uri);
  desk_wait_for_text (GTK_WIDGET (other), "first.db");
  desk_close_window (other);
}

/* Only the last one counts, whatever comes back when. */
static void
test_hurry (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *first = dup_path (fixture, "first.db");
  g_autofree char *second = dup_path (fixture, "second.db");
  MpsWindow *window = desk_open_window (first, MPS_STORE_OPEN_CREATE);

  for (guint i = 0; i < 20; i++)
    {
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      mps_window_open (window, i % 2 ? first : second, MPS_STORE_OPEN_CREATE);
    }
  desk_wait_until (is_open, window);
  g_assert_cmpstr (mps_store_get_path (get_store (window)), ==, first);
  desk_wait_for_text (GTK_WIDGET (window), "first.db");
  mps_window_open (window, second, MPS_STORE_OPEN_CREATE);
  desk_close_window (window);
}

static void
test_busy (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);
  g_autoptr (MpsActivity) activity = NULL;
  AdwDialog *alert;

  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  activity = mps_activity_begin (mps_window_get_session (window), MPS_TASK_IMPORT_PRINTERS);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.try-sample", NULL);
  alert = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_assert_nonnull (
      strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "Import printers"));
  /* Behind the alert nothing is switched either. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.try-sample", NULL);
  g_assert_cmpstr (mps_window_get_path (window), ==, path);
  desk_answer (alert, "tasks");
  desk_wait_for_text (GTK_WIDGET (window), "Import printers");
  mps_activity_end (activity);
  desk_close_window (window);
}

static void
test_locked (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "fleet.db");
  g_autofree char *named = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  MpsWindow *window;
  char said[5] = { 0 };

  mps_store_close (mps_session_get_store (fixture->session));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, g_getenv ("HOLD_DATABASE"), path, "exclusive", NULL);
  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), said, 4, NULL, NULL, &error);
  g_assert_cmpstr (said, ==, "held");
  window = desk_open_window (path, MPS_STORE_OPEN_EXISTING);
  named = g_strdup_printf ("hold-database (process %s)", g_subprocess_get_identifier (process));
  desk_wait_for_text (GTK_WIDGET (window), named);
  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  desk_click (GTK_WIDGET (window), "win.try-again");
  desk_wait_for_text (GTK_WIDGET (window), "No printers yet");
  desk_close_window (window);
}

/* What is written beside a file that Flatpak lends is forgotten when the program ends. */
static void
test_lent (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "other.db");
  g_autofree char *lent
      = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c4d", "fleet.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (lent);
  g_autofree char *uri = g_file_get_uri (file);
  MpsWindow *window = desk_open_window (path, MPS_STORE_OPEN_CREATE);

  desk_wait_until (is_open, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-recent", "s", uri);
  desk_wait_for_text (GTK_WIDGET (window), "The database can’t be opened");
  g_assert_cmpstr (mps_window_get_path (window), ==, path);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  desk_close_window (window);
}

static void
add_tests (void)
{
  desk_fixture_add ("/databases/welcome", test_welcome);
  desk_fixture_add ("/databases/lent", test_lent);
  desk_fixture_add ("/databases/without-printers", test_without_printers);
  desk_fixture_add ("/databases/page-is-wanted", test_page_is_wanted);
  desk_fixture_add ("/databases/sample", test_sample);
  desk_fixture_add ("/databases/start-over", test_start_over);
  desk_fixture_add ("/databases/cancel", test_cancel);
  desk_fixture_add ("/databases/missing", test_missing);
  desk_fixture_add ("/databases/switch", test_switch);
  desk_fixture_add ("/databases/two-windows", test_two_windows);
  desk_fixture_add ("/databases/hurry", test_hurry);
  desk_fixture_add ("/databases/busy", test_busy);
  desk_fixture_add ("/databases/locked", test_locked);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
