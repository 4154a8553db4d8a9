/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

static void
test_missing (CtlFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "organizations list",
    "organizations entitle X",
    "printers list",
    "printers show A1",
    "printers unenroll A1",
    "printers export -",
    "contacts list",
    "contacts update 1",
    "contacts copy 1",
    "contacts delete 1",
    "contacts assign 1 A1",
    "eligibility",
    "enroll --all",
    "agents list",
    "agents show X",
    "exchange export -",
    "policy show",
    "tasks list",
    "tasks show 1",
    "history",
    "check",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 0);

      ctl_refused (fixture, 4, "no-database", words[0], words[1], words[1] ? words[2] : NULL,
                   words[1] && words[2] ? words[3] : NULL, NULL);
      g_assert_false (g_file_test (fixture->database, G_FILE_TEST_EXISTS));
    }
}

static void
test_created (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) added = ctl_json (fixture, 0, "organizations", "add", "Tokyo", NULL);
  g_autoptr (JsonNode) list = ctl_json (fixture, 0, "organizations", "list", NULL);
  JsonArray *organizations = json_node_get_array (list);
  JsonObject *parent = json_array_get_object_element (organizations, 0);
  JsonObject *first = json_array_get_object_element (organizations, 1);

  ctl_assert_members (json_node_get_object (added), "name parent entitled");
  g_assert_cmpuint (json_array_get_length (organizations), ==, 3);
  g_assert_true (json_object_get_null_member (parent, "parent"));
  g_assert_cmpstr (json_object_get_string_member (first, "name"), ==, "Default");
  g_assert_cmpstr (json_object_get_string_member (first, "parent"), ==,
                   json_object_get_string_member (parent, "name"));
  g_assert_false (json_object_get_boolean_member (first, "entitled"));
  ctl_refused (fixture, 3, "unknown-organization", "organizations", "add", "Ueno", "--parent",
               "Tokyo", NULL);
}

/* The file that was there stays as it was. */
static void
assert_refused_unchanged (CtlFixture *fixture, const char *code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;

  g_assert_true (g_file_get_contents (fixture->database, &before, &before_length, NULL));
  ctl_refused (fixture, 4, code, "printers", "list", NULL);
  ctl_refused (fixture, 4, code, "organizations", "add", "X", NULL);
  g_assert_true (g_file_get_contents (fixture->database, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_text (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = ctl_write (fixture, "fleet.db", "Dear diary, this is no database.\n");

  assert_refused_unchanged (fixture, "not-a-database");
}

static void
test_directory (CtlFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->database, 0700), ==, 0);
  ctl_refused (fixture, 4, "not-a-database", "printers", "list", NULL);
}

static void
patch (CtlFixture *fixture, gsize offset, const void *bytes, gsize length)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->database, &contents, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memcpy (contents + offset, bytes, length);
  g_assert_true (g_file_set_contents (fixture->database, contents, size, NULL));
}

/* The version of the schema is the big-endian number at byte 60 of the file. */
static void
test_newer (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) run = ctl_run (fixture, 0, "organizations", "add", "Tokyo", NULL);

  patch (fixture, 60, "\x7f\xff\xff\xff", 4);
  assert_refused_unchanged (fixture, "newer-database");
}

static void
test_damaged (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) run = ctl_run (fixture, 0, "organizations", "add", "Tokyo", NULL);
  g_autofree char *garbage = g_strnfill (4000, '\xaa');

  patch (fixture, 100, garbage, 3900);
  ctl_refused (fixture, 4, "damaged-database", "printers", "list", NULL);
}

/*
 * Root may write everywhere because of this capability; without it the program
 * that follows is held to the modes of its files. Fails where root has no
 * capabilities in the first place.
 */
static void
give_up_override (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
}

static void
test_read_only (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (CtlRun) made = ctl_run (fixture, 0, "organizations", "add", "Tokyo", NULL);
  const char *argv[] = { ctl_program (),  "--json", "--database", fixture->database,
                         "organizations", "add",    "Osaka",      NULL };
  g_autoptr (CtlRun) run = NULL;
  g_autoptr (JsonNode) document = NULL;

  g_assert_cmpint (g_chmod (fixture->database, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (geteuid () == 0)
    g_subprocess_launcher_set_child_setup (launcher, give_up_override, NULL, NULL);
  run = ctl_run_argv (launcher, 4, argv, NULL);
  document = ctl_parse (run->out);
  g_assert_cmpstr (
      json_object_get_string_member (
          json_object_get_object_member (json_node_get_object (document), "error"), "code"),
      ==, "read-only");
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

static void
test_default_path (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *argv[] = { ctl_program (), "organizations", "add", "Tokyo", NULL };
  g_autofree char *expected = g_build_filename (fixture->folder, "mps-desk", "fleet.db", NULL);
  g_autoptr (CtlRun) run = NULL;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  run = ctl_run_argv (launcher, 0, argv, NULL);
  g_assert_true (g_file_test (expected, G_FILE_TEST_IS_REGULAR));
}

/* What is refused before it begins leaves no database behind. */
static void
test_nothing_left_behind (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *missing = ctl_path (fixture, "missing.csv");
  g_autofree char *bad = ctl_write (fixture, "bad.json", "{}");
  g_autofree char *contacts = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autofree char *fleet = ctl_write (fixture, "fleet.csv", "Serial number,Model\nA1,CX730\n");

  ctl_refused (fixture, 3, "unreadable", "contacts", "import", missing, NULL);
  ctl_refused (fixture, 3, "unreadable", "policy", "load", missing, NULL);
  ctl_refused (fixture, 3, "unreadable", "printers", "import", missing, NULL);
  ctl_refused (fixture, 3, "bad-policy", "policy", "load", bad, NULL);
  ctl_refused (fixture, 3, "invalid-fields", "contacts", "create", NULL);
  ctl_refused (fixture, 3, "unknown-organization", "contacts", "import", contacts, "--organization",
               "Nope", NULL);
  ctl_refused (fixture, 3, "unknown-organization", "printers", "import", fleet, "--organization",
               "Nope", NULL);
  g_assert_false (g_file_test (fixture->database, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/databases/missing", test_missing);
  ctl_add ("/ctl/databases/created", test_created);
  ctl_add ("/ctl/databases/text", test_text);
  ctl_add ("/ctl/databases/directory", test_directory);
  ctl_add ("/ctl/databases/newer", test_newer);
  ctl_add ("/ctl/databases/damaged", test_damaged);
  ctl_add ("/ctl/databases/read-only", test_read_only);
  ctl_add ("/ctl/databases/default-path", test_default_path);
  ctl_add ("/ctl/databases/nothing-left-behind", test_nothing_left_behind);
  return g_test_run ();
}
