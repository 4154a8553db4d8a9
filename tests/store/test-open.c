/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-backup.h"

#include "fleet/mps-error.h"
#include "store/mps-schema.h"
#include "store/mps-store-organizations.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
assert_refused (const char *path, MpsStoreOpenMode mode, MpsErrorCode code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsStore) store = open_store (path, mode, &error);

  g_assert_null (store);
  g_assert_error (error, MPS_ERROR, (int) code);
  g_assert_true (strstr (error->message, path) != NULL);
}

/* Refused in both modes, and byte for byte what it was. */
static void
assert_left_alone (Fixture *self, const char *bytes, gsize length, MpsErrorCode code)
{
  g_autofree char *path = g_build_filename (self->folder, "other", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_after;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  assert_refused (path, MPS_STORE_OPEN_EXISTING, code);
  assert_refused (path, MPS_STORE_OPEN_CREATE, code);
  g_file_get_contents (path, &after, &length_after, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (after, length_after, bytes, length);
}

static void
test_new (Fixture *self, gconstpointer data)
{
  GStatBuf info;

  g_assert_cmpstr (mps_store_get_path (self->store), ==, self->path);
  g_assert_true (mps_policy_is_sample (mps_store_get_policy (self->store)));
  g_assert_no_errno (g_stat (self->path, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  assert_query (self->path, "SELECT id, name, parent, entitled FROM organizations",
                "1|Parent company||0\n2|Default|1|0");
  assert_query (self->path, "PRAGMA user_version", G_STRINGIFY (MPS_SCHEMA_VERSION));
  assert_query (self->path, "PRAGMA application_id", "1297109828");
  assert_query (self->path, "PRAGMA journal_mode", "wal");
}

static void
test_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  self->store = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT count (*) FROM organizations", "2");
}

#define PRINTERS_SCHEMA "SELECT sql FROM sqlite_schema WHERE tbl_name = 'printers' ORDER BY name"

static void
test_upgrade (Fixture *self, gconstpointer data)
{
  g_autofree char *printers_schema = query_sql (self->path, PRINTERS_SCHEMA);
  g_autofree char *path = g_build_filename (self->folder, "first.db", NULL);
  g_autoptr (GError) error = NULL;

  make_first_version (path);
  g_assert_null (run_sql (path, "INSERT INTO printers (organization, serial, model)"
                                "  VALUES (1, 'S2', 'X'); DELETE FROM printers WHERE id = 2"));
  fixture_close (self);
  self->store = open_store (path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  assert_query (path, "PRAGMA user_version", G_STRINGIFY (MPS_SCHEMA_VERSION));
  assert_query (path, "SELECT id, serial, model, location, managed, contact FROM printers",
                "1|S1|CX730de|東京|3|1");
  assert_query (path, "SELECT id, first_name, last_name, country FROM contacts", "1|花子|鈴木|JP");
  assert_query (path, "SELECT seq FROM sqlite_sequence WHERE name = 'printers'", "2");
  assert_query (path, PRINTERS_SCHEMA, printers_schema);
  assert_query (path, "SELECT id, kind, who, contact FROM tasks", "1|2|taro|");
  assert_query (path, "SELECT item, printer, previous_contact FROM task_items", "S1||");
  assert_query (path, "SELECT subject, acceptance FROM history", "Tokyo|");
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing.db", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "missing", "fleet.db", NULL);
  g_autofree char *inside = g_build_filename (self->path, "fleet.db", NULL);

  assert_refused (path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_NO_DATABASE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_refused (nowhere, MPS_STORE_OPEN_CREATE, MPS_ERROR_IO_ERROR);
  assert_refused (inside, MPS_STORE_OPEN_CREATE, MPS_ERROR_IO_ERROR);
}

/* A log is a newer state of whatever database lies beside it, for SQLite. */
static void
test_log_of_another (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (MpsStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (log, "x", 1, NULL));
  assert_refused (path, MPS_STORE_OPEN_CREATE, MPS_ERROR_DAMAGED_DATABASE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  /* An empty one has nothing to say. */
  g_assert_true (g_file_set_contents (log, "", 0, NULL));
  store = open_store (path, MPS_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  mps_store_close (store);
}

static gboolean
add_tokyo (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsOrganizationRecord) record = NULL;

  mps_store_add_organization_async (self->store, "Tokyo", 0, NULL, on_result, &result);
  record = mps_store_add_organization_finish (self->store, wait_for (&result), error);
  return record != NULL;
}

/* Nothing is written to where nobody will look for it. */
static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autofree char *aside = g_build_filename (self->folder, "aside.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_rename (self->path, aside));
  g_assert_false (add_tokyo (self, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  g_assert_nonnull (strstr (error->message, "was moved, deleted or replaced"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->path, "another", -1, NULL));
  g_assert_false (add_tokyo (self, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "another");
  g_assert_no_errno (g_rename (aside, self->path));
  g_assert_true (add_tokyo (self, &error));
  g_assert_no_error (error);
}

static void
test_not_a_file (Fixture *self, gconstpointer data)
{
  assert_refused (self->folder, MPS_STORE_OPEN_CREATE, MPS_ERROR_NOT_A_DATABASE);
  assert_refused ("/dev/null", MPS_STORE_OPEN_CREATE, MPS_ERROR_NOT_A_DATABASE);
}

static void
test_not_a_database (Fixture *self, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (20000, 'x');

  assert_left_alone (self, "", 0, MPS_ERROR_NOT_A_DATABASE);
  assert_left_alone (self, "x", 1, MPS_ERROR_NOT_A_DATABASE);
  assert_left_alone (self, long_text, 20000, MPS_ERROR_NOT_A_DATABASE);
}

static void
test_other_application (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "theirs.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_null (run_sql (path, "CREATE TABLE printers (id); PRAGMA user_version = 1"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  assert_left_alone (self, bytes, length, MPS_ERROR_NOT_A_DATABASE);
}

static void
test_newer (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_close (self);
  g_assert_null (run_sql (self->path, "PRAGMA user_version = 1000"));
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  assert_left_alone (self, bytes, length, MPS_ERROR_NEWER_DATABASE);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  /* Every page in turn, but the first, whose header decides whose file it is. */
  for (gsize page = 4096; page < length; page += 4096)
    {
      memset (bytes + page, 0xa5, 4096);
      g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
      assert_refused (self->path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_DAMAGED_DATABASE);
    }
}

static void
test_truncated (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  g_assert_no_errno (truncate (self->path, 3 * 4096));
  assert_refused (self->path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_DAMAGED_DATABASE);
}

static void
test_missing_table (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  g_assert_null (run_sql (self->path, "DROP TABLE history"));
  assert_refused (self->path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_DAMAGED_DATABASE);
}

static void
test_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsConnection) other = NULL;
  g_autoptr (MpsConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  other = mps_connection_open (self->path, 0, &error);
  g_assert_true (mps_connection_begin (other, MPS_DURABLE, &error));
  connection = mps_connection_open (self->path, 0, &error);
  g_assert_false (mps_connection_begin (connection, MPS_DURABLE, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_LOCKED);
  g_assert_true (strstr (error->message, self->path) != NULL);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  fixture_close (self);
  g_assert_no_errno (g_chmod (self->path, 0400));
  assert_refused (self->path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_READ_ONLY);
  g_assert_no_errno (g_chmod (self->path, 0000));
  assert_refused (self->path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_IO_ERROR);
  g_assert_no_errno (g_chmod (self->path, 0600));
  g_assert_no_errno (g_chmod (self->folder, 0500));
  assert_refused (self->path, MPS_STORE_OPEN_EXISTING, MPS_ERROR_READ_ONLY);
  g_assert_no_errno (g_chmod (self->folder, 0700));
}

/* Nothing but the database and what SQLite and the store keep beside it. */
static void
test_no_litter (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  fixture_close (self);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    if (!g_str_equal (name, "fleet.db") && !g_str_equal (name, "fleet.db-tasks"))
      g_error ("left behind: %s", name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/open/new", test_new);
  fixture_add ("/store/open/again", test_again);
  fixture_add ("/store/open/upgrade", test_upgrade);
  fixture_add ("/store/open/missing", test_missing);
  fixture_add ("/store/open/moved", test_moved);
  fixture_add ("/store/open/log-of-another", test_log_of_another);
  fixture_add ("/store/open/not-a-file", test_not_a_file);
  fixture_add ("/store/open/not-a-database", test_not_a_database);
  fixture_add ("/store/open/other-application", test_other_application);
  fixture_add ("/store/open/newer", test_newer);
  fixture_add ("/store/open/damaged", test_damaged);
  fixture_add ("/store/open/truncated", test_truncated);
  fixture_add ("/store/open/missing-table", test_missing_table);
  fixture_add ("/store/open/locked", test_locked);
  fixture_add ("/store/open/read-only", test_read_only);
  fixture_add ("/store/open/no-litter", test_no_litter);
  return g_test_run ();
}
