/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#define ONE "Serial number,Model\nA1,CX730\n"
#define TWO "Serial number,Model\nA1,CX730\nA2,CX730\n"

static void
import (CtlFixture *fixture, const char *text)
{
  g_autofree char *file = ctl_write (fixture, "fleet.csv", text);
  g_autoptr (JsonNode) done = ctl_json (fixture, 0, "printers", "import", file, NULL);
}

static gint64
count_printers (CtlFixture *fixture)
{
  g_autoptr (JsonNode) list = ctl_json (fixture, 0, "printers", "list", NULL);

  return json_object_get_int_member (json_node_get_object (list), "total");
}

static void
test_backup (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_path (fixture, "saved.db");
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (CtlRun) plain = NULL;

  ctl_refused (fixture, 4, "no-database", "backup", file, NULL);
  import (fixture, ONE);
  saved = ctl_json (fixture, 0, "backup", file, NULL);
  ctl_assert_members (json_node_get_object (saved), "file bytes");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (saved), "file"), ==, file);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (saved), "bytes"), >, 4096);
  plain = ctl_run (fixture, 0, "backup", file, NULL);
  g_assert_nonnull (strstr (plain->out, file));
  ctl_refused (fixture, 3, "same-file", "backup", fixture->database, NULL);
  g_clear_pointer (&plain, ctl_run_free);
  plain = ctl_run (fixture, 2, "backup", "-", NULL);
}

/* What was prepared is taken away before the program ends, and the log is closed. */
static void
assert_nothing_left (CtlFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->database, "-wal", NULL);
  g_autofree char *folder = ctl_path (fixture, "backups");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  while (dir && (name = g_dir_read_name (dir)))
    g_assert_null (strstr (name, ".mps-draft-"));
}

static void
test_restore (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_path (fixture, "saved.db");
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (JsonNode) restored = NULL;
  g_autoptr (CtlRun) plain = NULL;
  JsonObject *object;

  import (fixture, ONE);
  saved = ctl_json (fixture, 0, "backup", file, NULL);
  import (fixture, TWO);
  restored = ctl_json (fixture, 0, "restore", file, NULL);
  assert_nothing_left (fixture);
  object = json_node_get_object (restored);
  ctl_assert_members (object, "file saved restored replaced lost problems");
  ctl_assert_members (json_object_get_object_member (object, "replaced"),
                      "printers managed contacts last_task");
  g_assert_cmpint (count_printers (fixture), ==, 1);
  plain = ctl_run (fixture, 0, "restore", json_object_get_string_member (object, "saved"), NULL);
  g_assert_cmpint (count_printers (fixture), ==, 2);
}

/* What can't be entered again is not lost without being told. */
static void
test_confirm (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_path (fixture, "saved.db");
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (JsonNode) entitled = NULL;
  g_autoptr (JsonNode) restored = NULL;
  g_autoptr (JsonNode) history = NULL;
  JsonObject *error;
  JsonArray *details;

  import (fixture, ONE);
  saved = ctl_json (fixture, 0, "backup", file, NULL);
  entitled
      = ctl_json (fixture, 0, "organizations", "entitle", "Default", "--confirm", "Default", NULL);
  error = ctl_refused (fixture, 3, "needs-confirmation", "restore", file, NULL);
  assert_nothing_left (fixture);
  details = json_object_get_array_member (error, "details");
  g_assert_cmpuint (json_array_get_length (details), ==, 2);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (details, 0), "code"), ==,
      "entitlements");
  restored = ctl_json (fixture, 0, "restore", file, "--confirm", NULL);
  history = ctl_json (fixture, 0, "history", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (history)), ==, 1);
}

/* The message of a damaged database names the newest backup, which repairs it. */
static void
test_damaged (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *file = ctl_path (fixture, "saved.db");
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (JsonNode) restored = NULL;
  g_autoptr (JsonNode) check = NULL;
  gsize length;

  import (fixture, ONE);
  saved = ctl_json (fixture, 0, "backup", file, NULL);
  g_assert_true (g_file_get_contents (fixture->database, &bytes, &length, NULL));
  memset (bytes + 4 * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (fixture->database, bytes, (gssize) length, NULL));
  ctl_refused (fixture, 4, "damaged-database", "check", NULL);
  restored = ctl_json (fixture, 0, "restore", file, NULL);
  check = ctl_json (fixture, 0, "check", NULL);
  g_assert_cmpint (count_printers (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/backup/backup", test_backup);
  ctl_add ("/ctl/backup/restore", test_restore);
  ctl_add ("/ctl/backup/confirm", test_confirm);
  ctl_add ("/ctl/backup/damaged", test_damaged);
  return g_test_run ();
}
