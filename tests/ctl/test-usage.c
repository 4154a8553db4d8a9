/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

static void
assert_usage (CtlRun *run, const char *usage)
{
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "mpsctl: "));
  g_assert_nonnull (strstr (run->err, usage));
}

static void
test_wrong_usage (CtlFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *line;
    const char *usage;
  } cases[] = {
    { "", "mpsctl [--database FILE]" },
    { "organizations", "mpsctl [--database FILE]" },
    { "printers frobnicate", "mpsctl [--database FILE]" },
    { "frobnicate", "mpsctl [--database FILE]" },
    { "--frobnicate check", "mpsctl [--database FILE]" },
    { "check --frobnicate", "mpsctl check" },
    { "check --database", "mpsctl check" },
    { "check much", "mpsctl check" },
    { "printers import", "mpsctl printers import FILE" },
    { "printers import a b", "mpsctl printers import FILE" },
    { "printers show", "mpsctl printers show SERIAL" },
    { "printers unenroll", "mpsctl printers unenroll SERIAL…" },
    { "printers list --status broken", "mpsctl printers list" },
    { "printers list --sort colour", "mpsctl printers list" },
    { "printers list --limit -3", "mpsctl printers list" },
    { "printers list --limit some", "mpsctl printers list" },
    { "printers list --offset -1", "mpsctl printers list" },
    { "contacts update one", "mpsctl contacts update ID" },
    { "contacts delete 0", "mpsctl contacts delete ID…" },
    { "contacts delete", "mpsctl contacts delete ID…" },
    { "contacts assign 1", "mpsctl contacts assign ID" },
    { "contacts assign -1 A1", "mpsctl contacts assign ID" },
    { "contacts import f.csv --encoding klingon", "mpsctl contacts import FILE" },
    { "contacts sample f.csv --language tlh", "mpsctl contacts sample FILE" },
    { "enroll --accept-terms T-2", "mpsctl enroll" },
    { "enroll --accept-terms T-2 --all A1", "mpsctl enroll" },
    { "tasks show x", "mpsctl tasks show ID" },
    { "tasks show 99999999999999999999", "mpsctl tasks show ID" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strconcat (fixture->database, " ", cases[i].line, NULL);
      g_auto (GStrv) words = g_strsplit (line, " ", 0);
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
          G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
          | G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) argv = NULL;
      g_autoptr (CtlRun) run = NULL;

      g_strv_builder_add_many (builder, ctl_program (), "--database", words[0], NULL);
      for (guint word = 1; words[word]; word++)
        if (*words[word])
          g_strv_builder_add (builder, words[word]);
      argv = g_strv_builder_end (builder);
      run = ctl_run_argv (launcher, 2, (const char *const *) argv, NULL);
      assert_usage (run, cases[i].usage);
      g_assert_false (g_file_test (fixture->database, G_FILE_TEST_EXISTS));
    }
}

static void
test_options_anywhere (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) added = ctl_run (fixture, 0, "organizations", "add", "東京", NULL);
  g_autoptr (CtlRun) before
      = ctl_run (fixture, 0, "--organization", "Default", "--json", "printers", "list", NULL);
  g_autoptr (CtlRun) within
      = ctl_run (fixture, 0, "--json", "printers", "--organization", "Default", "list", NULL);
  g_autoptr (CtlRun) after
      = ctl_run (fixture, 0, "printers", "list", "--organization=Default", "--json", NULL);

  g_assert_cmpstr (before->out, ==, within->out);
  g_assert_cmpstr (before->out, ==, after->out);
  g_clear_pointer (&after, ctl_run_free);
  after = ctl_run (fixture, 0, "--database", "/nowhere", "printers", "list", "--database",
                   fixture->database, "--organization", "ｄｅｆａｕｌｔ", NULL);
}

static void
test_end_of_options (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) add = ctl_run (fixture, 0, "organizations", "add", "--", "--json", NULL);
  g_autoptr (CtlRun) list = ctl_run (fixture, 0, "organizations", "list", NULL);

  g_assert_nonnull (strstr (list->out, "--json"));
}

/* A script may run where the locale is "C", as cron does. */
static void
test_c_locale (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *add[]
      = { ctl_program (), "--database", fixture->database, "--json", "organizations", "add",
          "東京",         NULL };
  const char *list[] = { ctl_program (),
                         "--database",
                         fixture->database,
                         "--organization",
                         "東京",
                         "printers",
                         "list",
                         "--search",
                         "東",
                         NULL };
  const char *broken[]
      = { ctl_program (), "--database", fixture->database, "--organization", "\xff", "printers",
          "list",         NULL };
  g_autoptr (CtlRun) run = NULL;

  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  run = ctl_run_argv (launcher, 0, add, NULL);
  g_assert_nonnull (strstr (run->out, "\"東京\""));
  g_clear_pointer (&run, ctl_run_free);
  run = ctl_run_argv (launcher, 0, list, NULL);
  g_clear_pointer (&run, ctl_run_free);
  run = ctl_run_argv (launcher, 2, broken, NULL);
}

static void
assert_says (CtlRun *run, const char *text)
{
  g_assert_cmpstr (run->err, ==, "");
  if (strstr (run->out, text) == NULL)
    g_error ("“%s” is not in:\n%s", text, run->out);
}

static void
test_help (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) version = ctl_run (fixture, 0, "--version", NULL);
  g_autoptr (CtlRun) all = ctl_run (fixture, 0, "help", NULL);
  g_autoptr (CtlRun) same = ctl_run (fixture, 0, "--help", NULL);
  g_autoptr (CtlRun) group = ctl_run (fixture, 0, "help", "contacts", NULL);
  g_autoptr (CtlRun) command = ctl_run (fixture, 0, "help", "contacts", "create", NULL);
  g_autoptr (CtlRun) option = ctl_run (fixture, 0, "contacts", "create", "--help", NULL);
  g_autoptr (CtlRun) unknown = ctl_run (fixture, 2, "help", "frobnicate", NULL);

  g_assert_cmpstr (version->out, ==, "mpsctl " PACKAGE_VERSION "\n");
  assert_says (all, "exchange import");
  g_assert_cmpstr (all->out, ==, same->out);
  assert_says (group, "contacts delete");
  g_assert_null (strstr (group->out, "printers list"));
  assert_says (command, "--postal-code=TEXT");
  g_assert_cmpstr (command->out, ==, option->out);
  g_assert_false (g_file_test (fixture->database, G_FILE_TEST_EXISTS));
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  return json_object_get_array_member (object, name);
}

/* The usage of a command is written by hand beside its options. */
static void
check_described_command (JsonArray *commands, guint index, JsonNode *node, gpointer user_data)
{
  JsonObject *command = json_node_get_object (node);
  const char *usage = json_object_get_string_member (command, "usage");
  JsonArray *options = get_array (command, "options");
  guint *n_choices = user_data;

  ctl_assert_members (command, "name usage summary takes_file options");
  g_assert_cmpstr (json_object_get_string_member (command, "summary"), !=, "");
  for (guint i = 0; i < json_array_get_length (options); i++)
    {
      JsonObject *option = json_array_get_object_element (options, i);
      const char *name = json_object_get_string_member (option, "name");
      const char *value = json_object_get_string_member_with_default (option, "value", NULL);
      g_autofree char *call = g_strconcat ("--", name, value ? " " : NULL, value, NULL);

      if (strstr (usage, call) == NULL)
        g_error ("“%s” is not in “%s”", call, usage);
      *n_choices += json_object_has_member (option, "choices");
    }
}

static void
test_help_for_programs (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) all = ctl_json (fixture, 0, "--help", NULL);
  g_autoptr (JsonNode) same = ctl_json (fixture, 0, "help", NULL);
  g_autoptr (JsonNode) one = ctl_json (fixture, 0, "help", "contacts", "create", NULL);
  JsonArray *commands = get_array (json_node_get_object (all), "commands");
  guint n_choices = 0;

  g_assert_true (json_node_equal (all, same));
  ctl_assert_members (json_node_get_object (all), "options commands");
  g_assert_cmpuint (json_array_get_length (commands), >, 30);
  json_array_foreach_element (commands, check_described_command, &n_choices);
  g_assert_cmpuint (n_choices, ==, 6);
  g_assert_cmpuint (json_array_get_length (get_array (json_node_get_object (one), "commands")), ==,
                    1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/usage/wrong", test_wrong_usage);
  ctl_add ("/ctl/usage/options-anywhere", test_options_anywhere);
  ctl_add ("/ctl/usage/end-of-options", test_end_of_options);
  ctl_add ("/ctl/usage/c-locale", test_c_locale);
  ctl_add ("/ctl/usage/help", test_help);
  ctl_add ("/ctl/usage/help-for-programs", test_help_for_programs);
  return g_test_run ();
}
