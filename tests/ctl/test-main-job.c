/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <locale.h>

/* Fails unless the statuses are these nine, and their counts those of @counts. */
static void
assert_breakdown (JsonNode *document, int selected, const int counts[9])
{
  static const char *const ids[] = {
    "eligible",          "already-managed",  "management-pending", "registration-failed",
    "unsupported-model", "pages-over-limit", "pages-unknown",      "no-contact",
    "agent-outdated",
  };
  JsonObject *root = json_node_get_object (document);
  JsonArray *statuses = json_object_get_array_member (root, "statuses");

  ctl_assert_members (root, "selected eligible statuses");
  g_assert_cmpint (json_object_get_int_member (root, "selected"), ==, selected);
  g_assert_cmpint (json_object_get_int_member (root, "eligible"), ==, counts[0]);
  g_assert_cmpuint (json_array_get_length (statuses), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      JsonObject *status = json_array_get_object_element (statuses, i);
      JsonArray *printers = json_object_get_array_member (status, "printers");

      ctl_assert_members (status, "status count printers");
      g_assert_cmpstr (json_object_get_string_member (status, "status"), ==, ids[i]);
      g_assert_cmpint (json_object_get_int_member (status, "count"), ==, counts[i]);
      g_assert_cmpuint (json_array_get_length (printers), ==, counts[i]);
    }
}

/* Fails unless the printers of the status are those of @serials, in that order. */
static void
assert_serials (JsonNode *document, guint status, const char *serials)
{
  JsonArray *statuses = json_object_get_array_member (json_node_get_object (document), "statuses");
  JsonArray *printers
      = json_object_get_array_member (json_array_get_object_element (statuses, status), "printers");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (printers); i++)
    {
      JsonObject *printer = json_array_get_object_element (printers, i);

      ctl_assert_members (printer, "serial model");
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                              json_object_get_string_member (printer, "serial"));
    }
  g_assert_cmpstr (found->str, ==, serials);
}

static void
assert_task (JsonNode *document, const char *kind, const char *state, int done, int failed)
{
  JsonObject *task = json_node_get_object (document);
  const char *started = json_object_get_string_member (task, "started");
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (started, NULL);

  g_assert_cmpint (json_object_get_int_member (task, "task"), >, 0);
  g_assert_cmpstr (json_object_get_string_member (task, "kind"), ==, kind);
  g_assert_cmpstr (json_object_get_string_member (task, "state"), ==, state);
  g_assert_nonnull (time);
  g_assert_true (g_str_has_suffix (started, "Z"));
  g_assert_true (g_str_has_suffix (json_object_get_string_member (task, "ended"), "Z"));
  g_assert_cmpint (json_object_get_int_member (task, "done"), ==, done);
  g_assert_cmpint (json_object_get_int_member (task, "failed"), ==, failed);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (task, "items")), ==,
                    failed);
}

static void
import_contact (CtlFixture *fixture)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autoptr (JsonNode) check = ctl_json (fixture, 0, "contacts", "import", file, "--check", NULL);
  g_autoptr (JsonNode) import = ctl_json (fixture, 0, "contacts", "import", file, NULL);
  JsonObject *report = json_node_get_object (import);

  ctl_assert_members (report, "task encoding imported existing not_imported invalid");
  g_assert_true (json_object_get_null_member (json_node_get_object (check), "task"));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (check), "imported"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (report, "task"), >, 0);
  g_assert_cmpint (json_object_get_int_member (report, "imported"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (report, "encoding"), ==, "UTF-8");
}

static void
answer (CtlFixture *fixture)
{
  g_autofree char *requests = ctl_path (fixture, "requests.json");
  g_autoptr (JsonNode) exported = ctl_json (fixture, 0, "exchange", "export", requests, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) document = NULL;
  g_autofree char *reply = NULL;
  g_autofree char *file = NULL;
  g_autoptr (JsonNode) taken = NULL;
  const char *id;

  ctl_assert_members (json_node_get_object (exported), "requests");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (exported), "requests"), ==, 1);
  g_assert_true (g_file_get_contents (requests, &text, NULL, NULL));
  document = json_from_string (text, NULL);
  id = json_object_get_string_member (
      json_array_get_object_element (json_node_get_array (document), 0), "id");
  reply = g_strdup_printf ("{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1,"
                           " \"request\": \"%s\", \"results\": ["
                           "{\"serial\": \"A1\", \"outcome\": \"registered\"},"
                           "{\"serial\": \"A4\", \"outcome\": \"failed\", \"reason\": \"no\"},"
                           "{\"serial\": \"A2\", \"outcome\": \"registered\"}]}",
                           id);
  file = ctl_write (fixture, "answer.json", reply);
  taken = ctl_json (fixture, 1, "exchange", "import", file, NULL);
  ctl_assert_members (json_node_get_object (taken), "registered failed rejected");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (taken), "registered"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (taken), "failed"), ==, 1);
  ctl_assert_members (
      json_array_get_object_element (
          json_object_get_array_member (json_node_get_object (taken), "rejected"), 0),
      "serial code reason");
}

static void
assert_history (CtlFixture *fixture)
{
  g_autoptr (JsonNode) history = ctl_json (fixture, 0, "history", NULL);
  JsonArray *entries = json_node_get_array (history);
  g_autoptr (GHashTable) acts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      ctl_assert_members (entry, "at who act subject detail");
      g_hash_table_add (acts, (char *) json_object_get_string_member (entry, "act"));
    }
  g_assert_true (g_hash_table_contains (acts, "entitle"));
  g_assert_true (g_hash_table_contains (acts, "enroll"));
  g_assert_true (g_hash_table_contains (acts, "policy"));
}

static void
assert_tasks (CtlFixture *fixture)
{
  g_autoptr (JsonNode) list = ctl_json (fixture, 0, "tasks", "list", NULL);
  JsonArray *tasks = json_node_get_array (list);
  JsonObject *newest = json_array_get_object_element (tasks, 0);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (newest, "task"));
  g_autoptr (JsonNode) show = ctl_json (fixture, 0, "tasks", "show", id, NULL);

  for (guint i = 0; i < json_array_get_length (tasks); i++)
    ctl_assert_members (json_array_get_object_element (tasks, i), CTL_TASK);
  g_assert_cmpstr (json_object_get_string_member (newest, "kind"), ==, "import-answer");
  g_assert_true (json_node_equal (show, json_array_get_element (tasks, 0)));
  ctl_refused (fixture, 3, "unknown-task", "tasks", "show", "999", NULL);
}

static void
assert_order (CtlFixture *fixture)
{
  g_autoptr (JsonNode) check = ctl_json (fixture, 0, "check", NULL);
  JsonObject *root = json_node_get_object (check);

  ctl_assert_members (root, "ok problems");
  g_assert_true (json_object_get_boolean_member (root, "ok"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "problems")), ==, 0);
}

static void
test_job (CtlFixture *fixture, gconstpointer data)
{
  const int before[] = { 0, 1, 1, 1, 1, 2, 1, 6, 1 };
  const int after[] = { 2, 1, 1, 1, 1, 2, 1, 0, 1 };
  const int pending[] = { 0, 1, 3, 1, 1, 2, 1, 0, 1 };
  const int answered[] = { 0, 2, 1, 2, 1, 2, 1, 0, 1 };
  g_autoptr (JsonNode) breakdown = NULL;
  g_autoptr (JsonNode) assigned = NULL;
  g_autoptr (JsonNode) entitled = NULL;
  g_autoptr (JsonNode) enrolled = NULL;
  g_autoptr (JsonNode) some = NULL;

  ctl_fill (fixture);
  breakdown = ctl_json (fixture, 0, "eligibility", NULL);
  assert_breakdown (breakdown, 10, before);
  assert_serials (breakdown, 7, "A1 A10 A2 A3 A4 A5");
  import_contact (fixture);
  assigned
      = ctl_json (fixture, 0, "contacts", "assign", "1", "A1", "A2", "A3", "a4", "A5", "A10", NULL);
  ctl_assert_members (json_node_get_object (assigned), CTL_TASK);
  assert_task (assigned, "assign", "completed", 6, 0);
  g_clear_pointer (&breakdown, json_node_unref);
  breakdown = ctl_json (fixture, 0, "eligibility", NULL);
  assert_breakdown (breakdown, 10, after);
  assert_serials (breakdown, 0, "A1 A4");
  some = ctl_json (fixture, 0, "eligibility", "Ａ５", " a5 ", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (some), "selected"), ==, 1);

  entitled
      = ctl_json (fixture, 0, "organizations", "entitle", "Default", "--confirm", "Default", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (entitled), "entitled"));
  enrolled = ctl_json (fixture, 1, "enroll", "--accept-terms", "T-2", "A1", "A4", "A2", NULL);
  ctl_assert_members (json_node_get_object (enrolled), CTL_ENROLL_TASK);
  assert_task (enrolled, "enroll", "completed-with-errors", 2, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (enrolled), "added"), ==, 2);
  g_clear_pointer (&breakdown, json_node_unref);
  breakdown = ctl_json (fixture, 0, "eligibility", NULL);
  assert_breakdown (breakdown, 10, pending);

  answer (fixture);
  g_clear_pointer (&breakdown, json_node_unref);
  breakdown = ctl_json (fixture, 0, "eligibility", NULL);
  assert_breakdown (breakdown, 10, answered);
  assert_serials (breakdown, 1, "A1 A7");
  assert_serials (breakdown, 3, "A4 A9");
  assert_history (fixture);
  assert_tasks (fixture);
  assert_order (fixture);
}

/* The same work for people says the same in words. */
static void
test_words (CtlFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "organizations list", "printers list", "printers show A1", "contacts list",
    "eligibility",        "agents list",   "agents show FA-1", "policy show",
    "tasks list",         "tasks show 1",  "history",          "check",
  };
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autoptr (CtlRun) import = NULL;

  ctl_fill (fixture);
  import = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  g_assert_cmpstr (import->out, ==, "1 contact imported.\n");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 0);
      g_autoptr (CtlRun) run
          = ctl_run (fixture, 0, words[0], words[1], words[1] ? words[2] : NULL, NULL);

      g_assert_cmpstr (run->err, ==, "");
      g_assert_cmpstr (run->out, !=, "");
      g_assert_null (strstr (run->out, " \n"));
    }
}

/* Kanji take two cells, so that what follows them stands in one column. */
static void
test_width (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO CTL_JANE);
  g_autoptr (CtlRun) import = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  g_autoptr (CtlRun) list = ctl_run (fixture, 0, "contacts", "list", NULL);

  g_assert_nonnull (strstr (list->out, "\n 2  Jane Doe   Acme"));
  g_assert_nonnull (strstr (list->out, "山田商事  千代田区"));
}

static void
test_japanese (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *argv[] = { ctl_program (), "--database", fixture->database, "eligibility", NULL };
  const char *json[]
      = { ctl_program (), "--database", fixture->database, "eligibility", "--json", NULL };
  g_autoptr (CtlRun) words = NULL;
  g_autoptr (CtlRun) ids = NULL;

  if (setlocale (LC_ALL, "ja_JP.UTF-8") == NULL)
    {
      g_test_skip ("There is no Japanese locale here.");
      return;
    }
  setlocale (LC_ALL, "C.UTF-8");
  ctl_fill (fixture);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "ja_JP.UTF-8", TRUE);
  words = ctl_run_argv (launcher, 0, argv, NULL);
  g_assert_nonnull (strstr (words->out, "管理保留中のプリンタ"));
  g_assert_nonnull (strstr (words->out, "消耗品配送連絡先が割り当てられていない"));
  ids = ctl_run_argv (launcher, 0, json, NULL);
  g_assert_nonnull (strstr (ids->out, "\"management-pending\""));
}

/* Who reads a task may speak another language than who ran it. */
static void
test_reasons_in_another_language (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *show[]
      = { ctl_program (), "--database", fixture->database, "tasks", "show", "3", NULL };
  g_autoptr (CtlRun) unenroll = NULL;
  g_autoptr (CtlRun) again = NULL;
  g_autoptr (CtlRun) japanese = NULL;

  if (setlocale (LC_ALL, "ja_JP.UTF-8") == NULL)
    {
      g_test_skip ("There is no Japanese locale here.");
      return;
    }
  setlocale (LC_ALL, "C.UTF-8");
  ctl_fill (fixture);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "ja_JP.UTF-8", TRUE);
  unenroll = ctl_run (fixture, 1, "printers", "unenroll", "A7", "A1", "X9", NULL);
  japanese = ctl_run_argv (launcher, 0, show, NULL);
  g_assert_nonnull (strstr (unenroll->out, "There is no printer with this serial number."));
  g_assert_null (strstr (japanese->out, "There is no printer with this serial number."));
  g_assert_nonnull (strstr (japanese->out, "このシリアル番号"));
  again = ctl_run (fixture, 0, "tasks", "show", "3", NULL);
  g_assert_nonnull (strstr (again->out, "can’t be unenrolled"));
}

/* Text from a file can't steer the terminal. */
static void
test_control_characters (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) refused = ctl_run (fixture, 2, "tasks", "show", "\033[31m", NULL);

  g_assert_null (strchr (refused->err, '\033'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/main-job/job", test_job);
  ctl_add ("/ctl/main-job/words", test_words);
  ctl_add ("/ctl/main-job/width", test_width);
  ctl_add ("/ctl/main-job/japanese", test_japanese);
  ctl_add ("/ctl/main-job/reasons-in-another-language", test_reasons_in_another_language);
  ctl_add ("/ctl/main-job/control-characters", test_control_characters);
  return g_test_run ();
}
