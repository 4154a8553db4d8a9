/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <signal.h>
#include <string.h>

/* The organizations of a database other than the fixture's. */
static guint
count_organizations (const char *database)
{
  const char *argv[]
      = { ctl_program (), "--database", database, "--json", "organizations", "list", NULL };
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (CtlRun) run = ctl_run_argv (launcher, 0, argv, NULL);
  g_autoptr (JsonNode) organizations = ctl_parse (run->out);

  return json_array_get_length (json_node_get_array (organizations));
}

/* It is made as a file of its own, and the database that is worked with stays what it is. */
static void
test_make (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_path (fixture, "trial.db");
  g_autofree char *other = ctl_path (fixture, "other.db");
  g_autoptr (CtlRun) plain = ctl_run (fixture, 0, "sample", file, NULL);
  g_autoptr (JsonNode) made = ctl_json (fixture, 0, "sample", other, NULL);

  g_assert_nonnull (strstr (plain->out, file));
  ctl_assert_members (json_node_get_object (made), "file");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (made), "file"), ==, other);
  g_assert_cmpuint (count_organizations (file), >, 1);
  g_assert_cmpuint (count_organizations (other), ==, count_organizations (file));
  g_assert_false (g_file_test (fixture->database, G_FILE_TEST_EXISTS));
}

/* Nothing that is there is written over, and a database goes into no pipe. */
static void
test_refused (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "trial.db", "a letter");
  g_autofree char *nowhere = ctl_path (fixture, "none/trial.db");
  g_autofree char *text = NULL;
  g_autoptr (CtlRun) output = ctl_run (fixture, 2, "sample", "-", NULL);
  g_autoptr (CtlRun) unnamed = ctl_run (fixture, 2, "sample", NULL);

  ctl_refused (fixture, 4, "io-error", "sample", file, NULL);
  ctl_refused (fixture, 4, "io-error", "sample", nowhere, NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "a letter");
  g_assert_nonnull (strstr (output->err, "“-”"));
}

static gboolean
has_draft (CtlFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (strstr (name, ".mps-draft-"))
      return TRUE;
  return FALSE;
}

/* Killed half-way, it leaves what the next one takes away: neither a sample nor a piece of one. */
static void
test_killed (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_path (fixture, "trial.db");
  g_autofree char *other = ctl_path (fixture, "other.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                                                    ctl_program (), "sample", file, NULL);
  g_autoptr (CtlRun) made = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_no_error (error);
  while (!has_draft (fixture))
    g_usleep (1000);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  made = ctl_run (fixture, 0, "sample", other, NULL);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "other.db");
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/sample/make", test_make);
  ctl_add ("/ctl/sample/refused", test_refused);
  ctl_add ("/ctl/sample/killed", test_killed);
  return g_test_run ();
}
