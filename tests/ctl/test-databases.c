/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

/* What makes no database. */
static const char *const need_database[] = {
  "organizations list",
  "organizations entitle X",
  "printers list",
  "printers show A1",
  "printers unenroll A1",
  "printers export out.csv",
  "contacts list",
  "contacts update 1",
  "contacts copy 1",
  "contacts delete 1",
  "contacts assign 1 A1",
  "eligibility",
  "enroll --all",
  "agents list",
  "agents show X",
  "agents activate X",
  "agents deactivate X",
  "agents delete X",
  "agents add-address X 10.0.0.1",
  "agents remove-address X 10.0.0.1",
  "exchange export out.json",
  "exchange import answers.json",
  "policy show",
  "tasks list",
  "tasks show 1",
  "history",
  "check",
  "backup out.db",
};

/* What would make one, but is refused. */
static const struct {
  const char *line;
  const char *code;
} refused[] = {
  { "contacts import missing.csv", "unreadable" },
  { "contacts import fleet.csv", "wrong-columns" },
  { "contacts import fleet.csv --check", "wrong-columns" },
  { "contacts import contacts.csv --organization Nope", "unknown-organization" },
  { "contacts import contacts.csv --check --organization Nope", "unknown-organization" },
  { "contacts create", "invalid-fields" },
  { "organizations add ", "invalid-fields" },
  { "organizations add Default", "organization-exists" },
  { "organizations add Ueno --parent Nope", "unknown-organization" },
  { "organizations add Ueno --parent Default", "unknown-organization" },
  { "organizations add Ueno --organization Nope", "unknown-organization" },
  { "policy load missing.json", "unreadable" },
  { "policy load answers.json", "bad-policy" },
  { "policy load policy.json --organization Nope", "unknown-organization" },
  { "printers import missing.csv", "unreadable" },
  { "printers import contacts.csv", "wrong-columns" },
  { "printers import answers.json", "bad-fleet" },
  { "printers import -", "empty-file" },
  { "printers import fleet.csv --organization Nope", "unknown-organization" },
};

/* What looks at none, or puts one there that is whole. */
static const char *const without_database[] = { "contacts sample", "restore", "sample", "help" };

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of all that is there, in order. */
static char *
dup_folder (CtlFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_strjoinv ("\n", (GStrv) names->pdata);
}

static void
assert_folder (CtlFixture *fixture, const char *expected)
{
  g_autofree char *found = dup_folder (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_missing (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *answers = ctl_write (fixture, "answers.json", "[]");
  g_autofree char *before = dup_folder (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (need_database); i++)
    {
      ctl_refused_line (fixture, 4, "no-database", need_database[i]);
      assert_folder (fixture, before);
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

/* What is refused, or only tries, leaves no database behind, nor anything else. */
static void
test_nothing_left_behind (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *contacts = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autofree char *fleet = ctl_write (fixture, "fleet.csv", "Serial number,Model\nA1,CX730\n");
  g_autofree char *answers = ctl_write (fixture, "answers.json", "{}");
  g_autofree char *policy = ctl_write (fixture, "policy.json", ctl_policy ());
  g_autofree char *before = dup_folder (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      ctl_refused_line (fixture, 3, refused[i].code, refused[i].line);
      assert_folder (fixture, before);
    }
  ctl_refused_line (fixture, 4, "io-error", "restore missing.db");
  ctl_refused_line (fixture, 4, "not-a-database", "restore contacts.csv");
  assert_folder (fixture, before);
}

static gboolean
is_listed (const char *command)
{
  g_autofree char *prefix = g_strconcat (command, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (need_database); i++)
    if (g_str_equal (need_database[i], command) || g_str_has_prefix (need_database[i], prefix))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (g_str_equal (refused[i].line, command) || g_str_has_prefix (refused[i].line, prefix))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (without_database); i++)
    if (g_str_equal (without_database[i], command))
      return TRUE;
  return FALSE;
}

/* A command that is new must be in a list above. */
static void
test_all_listed (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) help = ctl_json (fixture, 0, "help", NULL);
  JsonArray *commands = json_object_get_array_member (json_node_get_object (help), "commands");

  g_assert_cmpuint (json_array_get_length (commands), >, 30);
  for (guint i = 0; i < json_array_get_length (commands); i++)
    {
      JsonObject *command = json_array_get_object_element (commands, i);
      const char *name = json_object_get_string_member (command, "name");

      g_test_message ("%s", name);
      g_assert_true (is_listed (name));
    }
}

/* A check says what an import into a new database would do, and makes none. */
static void
test_check_makes_nothing (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *contacts
      = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO CTL_JANE CTL_TARO);
  g_autofree char *before = dup_folder (fixture);
  g_autoptr (JsonNode) check
      = ctl_json (fixture, 1, "contacts", "import", contacts, "--check", NULL);
  JsonObject *report = json_node_get_object (check);

  assert_folder (fixture, before);
  g_assert_cmpint (json_object_get_int_member (report, "imported"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "existing")), ==,
                    1);
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
  ctl_add ("/ctl/databases/all-listed", test_all_listed);
  ctl_add ("/ctl/databases/check-makes-nothing", test_check_makes_nothing);
  return g_test_run ();
}
