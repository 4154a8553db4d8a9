/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk/window/mps-application.h"
#include "desk/window/mps-window.h"

static MpsApplication *
new_application (void)
{
  MpsApplication *application = mps_application_new ();

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  return application;
}

/* Runs the program, which is to end at once. */
static int
run (const char *option, const char *value)
{
  char *argv[] = { (char *) "mps-desk", (char *) option, (char *) value, NULL };
  g_autoptr (MpsApplication) application = new_application ();

  return g_application_run (G_APPLICATION (application), 3, argv);
}

/* A place on the network is no path, and there is no window without a database. */
static void
test_not_local (void)
{
  g_assert_cmpint (run ("--database", "http://example.com/fleet.db"), ==, 2);
}

static void
test_no_such_page (void)
{
  g_assert_cmpint (run ("--page", "nowhere"), ==, 2);
}

/* As soon as the database is open. */
static gboolean
quit (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window == NULL || mps_window_get_session (MPS_WINDOW (window)) == NULL)
    return G_SOURCE_CONTINUE;
  g_action_group_activate_action (application, "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* Whoever copies the file of a program that has ended has all of the database. */
static void
test_quit (void)
{
  char *argv[] = { (char *) "mps-desk", NULL };
  g_autoptr (MpsApplication) application = new_application ();
  g_autofree char *path = mps_store_dup_default_path ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_timeout_add (20, quit, application);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 1, argv), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command-line/not-local", test_not_local);
  g_test_add_func ("/command-line/no-such-page", test_no_such_page);
  g_test_add_func ("/command-line/quit", test_quit);
  return g_test_run ();
}
