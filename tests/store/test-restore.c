/* SPDX-License-Identifier: GPL-3.0-or-later */

/* F_OFD_SETLK is Linux's. */
#define _GNU_SOURCE

#include "config.h"

#include "store-fixture-backup.h"

#include <fcntl.h>
#include <glib/gstdio.h>

#define PRINTERS "SELECT group_concat (serial, ' ') FROM (SELECT serial FROM printers ORDER BY 1)"

static char *
save (Fixture *self, const char *name)
{
  char *target = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (save_backup (self->path, target, &error));
  g_assert_no_error (error);
  return target;
}

static void
import (Fixture *self, const char *list)
{
  g_autoptr (MpsPrinterImport) done = import_list (self->store, list);

  g_assert_cmpuint (done->rejected, ==, 0);
}

/* Another store, as another window or program has it, sees it too, and what there was is kept. */
static void
test_while_open (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (MpsFleet) fleet = NULL;
  g_autoptr (GError) error = NULL;

  import (self, "serial|model\nA|X");
  backup = save (self, "saved.db");
  import (self, "serial|model\nB|X");
  fleet = load_fleet (self->store);
  g_assert_cmpuint (mps_fleet_get_n_printers (fleet), ==, 2);
  g_assert_true (restore_backup (self->path, backup, &saved, &error));
  g_assert_no_error (error);
  while (mps_fleet_get_n_printers (fleet) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fleet);
  assert_query (self->path, PRINTERS, "A");
  assert_query (saved, PRINTERS, "A B");
  assert_query (self->path, "SELECT act, subject, detail FROM history",
                "restore|saved.db|printers=1");
  /* The store goes on with it. */
  import (self, "serial|model\nC|X");
  assert_query (self->path, PRINTERS, "A C");
  fixture_close (self);
  assert_sound (self->path);
}

/* An id that something had is not given to something else. */
static void
test_ids (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  gint64 contact;

  backup = save (self, "saved.db");
  import (self, "serial|model\nA|X\nB|X");
  contact = add_contact (self->store, "a");
  g_assert_true (restore_backup (self->path, backup, NULL, &error));
  g_assert_no_error (error);
  import (self, "serial|model\nC|X");
  assert_query (self->path, "SELECT id, serial FROM printers", "3|C");
  g_assert_cmpint (add_contact (self->store, "b"), >, contact);
}

static void
load_policy (MpsStore *store, const char *version)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = NULL;
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"mps-desk-policy\", \"version\": \"%s\", \"sample\": false, "
      "\"max_average_pages\": 100, \"models\": [{\"pattern\": \"X\"}], "
      "\"minimum_fleet_agent\": \"1.0\", "
      "\"terms\": {\"version\": \"1\", \"text\": {\"en\": \"Terms\", \"ja\": \"規約\"}}}",
      version);

  policy = mps_policy_new_from_json (json, -1, &error);
  g_assert_no_error (error);
  mps_store_load_policy_async (store, policy, NULL, on_result, &result);
  g_assert_true (mps_store_load_policy_finish (store, wait_for (&result), &error));
  g_assert_no_error (error);
}

/* The policy of before has the same id as the one after it. */
static void
test_policy (Fixture *self, gconstpointer data)
{
  g_autofree char *empty = save (self, "empty.db");
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;

  load_policy (self->store, "first");
  first = save (self, "first.db");
  g_assert_true (restore_backup (self->path, empty, NULL, &error));
  g_assert_null (
      run_sql (self->path, "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'policies'"));
  load_policy (self->store, "second");
  g_assert_cmpstr (mps_policy_get_version (mps_store_get_policy (self->store)), ==, "second");
  g_assert_true (restore_backup (self->path, first, NULL, &error));
  g_assert_no_error (error);
  while (!g_str_equal (mps_policy_get_version (mps_store_get_policy (self->store)), "first"))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_loss (Fixture *self, const char *backup, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsRestore) restore = prepare_restore (self->path, backup, &error);
  const MpsRestoreLoss *loss;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  loss = mps_restore_get_loss (restore);
  found = g_strdup_printf ("%u managed, %u entitled, %u accepted, %u requests, %u lines, "
                           "%u printers, %u contacts, %u tasks",
                           loss->managed, loss->entitlements, loss->acceptances, loss->requests,
                           loss->history, loss->printers, loss->contacts, loss->tasks);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (mps_restore_loss_is_irrevocable (loss), ==,
                   !g_str_has_prefix (found, "0 managed, 0 entitled, 0 accepted, 0 requests, 0 l"));
}

static void
test_loss (Fixture *self, gconstpointer data)
{
  g_autofree char *empty = save (self, "empty.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (MpsTask) assigned = NULL;
  g_autoptr (MpsTask) enrolled = NULL;
  g_autoptr (GError) error = NULL;
  gint64 contact = add_contact (self->store, "a");

  load_policy (self->store, "1");
  import (self, "serial|model|pages\nA|X|1\nB|X|1");
  entitle (self->store);
  assigned = assign (self->store, contact, "A B", &error);
  g_assert_no_error (error);
  before = save (self, "before.db");
  enrolled = enroll (self->store, "A", &error);
  g_assert_no_error (error);
  after = save (self, "after.db");
  assert_loss (self, after,
               "0 managed, 0 entitled, 0 accepted, 0 requests, 0 lines, 0 printers, 0 contacts, "
               "0 tasks");
  assert_loss (self, before,
               "1 managed, 0 entitled, 1 accepted, 1 requests, 1 lines, 0 printers, 0 contacts, "
               "1 tasks");
  assert_loss (self, empty,
               "1 managed, 1 entitled, 1 accepted, 1 requests, 3 lines, 2 printers, 1 contacts, "
               "4 tasks");
}

/* What was looked at is what is replaced. */
static void
test_changed_meanwhile (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = save (self, "saved.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsRestore) restore = prepare_restore (self->path, backup, &error);

  g_assert_no_error (error);
  import (self, "serial|model\nA|X");
  g_assert_false (apply_restore (restore, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_NEEDS_CONFIRMATION);
  assert_query (self->path, PRINTERS, "A");
}

/* Another process has begun it, and holds its lock. */
static void
test_while_task_runs (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = save (self, "saved.db");
  g_autofree char *locks_path = g_strconcat (self->path, "-tasks", NULL);
  g_autoptr (GError) error = NULL;
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 1, .l_len = 1 };
  int locks = g_open (locks_path, O_RDWR | O_CLOEXEC, 0);

  g_assert_null (run_sql (self->path, "INSERT INTO tasks (kind, who, started, total) "
                                      "VALUES (0, 'taro', '2026-01-01T00:00:00Z', 3)"));
  g_assert_no_errno (fcntl (locks, F_OFD_SETLK, &lock));
  g_assert_false (restore_backup (self->path, backup, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_LOCKED);
  assert_query (self->path, "SELECT state FROM tasks", "0");
  g_clear_error (&error);
  g_close (locks, NULL);
  /* Now nobody works on it. */
  g_assert_true (restore_backup (self->path, backup, NULL, &error));
  g_assert_no_error (error);
  assert_query (self->path, "SELECT count (*) FROM tasks", "0");
}

/* A task that ran when the backup was made did nothing that is in it. */
static void
test_task_in_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (run_sql (self->path, "INSERT INTO tasks (kind, who, started, total) "
                                      "VALUES (0, 'taro', '2026-01-01T00:00:00Z', 3)"));
  backup = save (self, "saved.db");
  g_assert_true (restore_backup (self->path, backup, NULL, &error));
  g_assert_no_error (error);
  assert_query (self->path, "SELECT state, done, failed, ended IS NULL FROM tasks", "3|0|3|0");
}

static void
test_older_version (Fixture *self, gconstpointer data)
{
  g_autofree char *first = g_build_filename (self->folder, "first.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;

  make_first_version (first);
  g_assert_true (g_file_get_contents (first, &before, &length, NULL));
  g_assert_true (restore_backup (self->path, first, NULL, &error));
  g_assert_no_error (error);
  assert_query (self->path, "SELECT name FROM organizations", "Tokyo");
  fixture_close (self);
  assert_sound (self->path);
  /* The backup is as it was. */
  g_assert_true (g_file_get_contents (first, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Refused, with nothing changed or left. */
static void
assert_not_restored (Fixture *self, const char *backup, MpsErrorCode code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_false (restore_backup (self->path, backup, NULL, &error));
  g_assert_error (error, MPS_ERROR, (int) code);
  backups = mps_backups_list (self->path);
  g_assert_cmpuint (backups->len, ==, 0);
  assert_query (self->path, PRINTERS, "A");
  assert_query (self->path, "SELECT count (*) FROM history", "0");
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  g_autofree char *text = g_build_filename (self->folder, "text", NULL);
  g_autofree char *theirs = g_build_filename (self->folder, "theirs.db", NULL);
  g_autofree char *newer = NULL;
  g_autofree char *without = NULL;

  import (self, "serial|model\nA|X");
  newer = save (self, "newer.db");
  g_assert_null (run_sql (newer, "PRAGMA user_version = 1000"));
  without = save (self, "without.db");
  g_assert_null (run_sql (without, "DROP TRIGGER printers_delete"));
  g_assert_true (g_file_set_contents (text, "text", -1, NULL));
  g_assert_null (run_sql (theirs, "CREATE TABLE printers (id)"));
  assert_not_restored (self, missing, MPS_ERROR_IO_ERROR);
  assert_not_restored (self, self->folder, MPS_ERROR_NOT_A_DATABASE);
  assert_not_restored (self, "/dev/zero", MPS_ERROR_NOT_A_DATABASE);
  assert_not_restored (self, text, MPS_ERROR_NOT_A_DATABASE);
  assert_not_restored (self, theirs, MPS_ERROR_NOT_A_DATABASE);
  assert_not_restored (self, newer, MPS_ERROR_NEWER_DATABASE);
  assert_not_restored (self, without, MPS_ERROR_DAMAGED_DATABASE);
  assert_not_restored (self, self->path, MPS_ERROR_SAME_FILE);
}

static void
damage (const char *path, gsize offset, gsize length)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + offset, 0xa5, length);
  g_assert_true (
      g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
test_damaged_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;

  import (self, "serial|model\nA|X");
  backup = save (self, "saved.db");
  damage (backup, 5 * 4096, 4096);
  assert_not_restored (self, backup, MPS_ERROR_DAMAGED_DATABASE);
}

/* From the first page on, or in its middle: what there was is laid aside as it is. */
static void
assert_repaired (Fixture *self, const char *backup, gsize offset)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = NULL;

  damage (self->path, offset, 64);
  g_assert_true (restore_backup (self->path, backup, &saved, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (saved, G_FILE_TEST_EXISTS));
  assert_sound (self->path);
  assert_query (self->path, PRINTERS, "A");
}

static void
test_damaged_database (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;

  import (self, "serial|model\nA|X");
  backup = save (self, "saved.db");
  fixture_close (self);
  assert_repaired (self, backup, 0);
  assert_repaired (self, backup, 16);
  assert_repaired (self, backup, 100);
  assert_repaired (self, backup, 5 * 4096);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  import (self, "serial|model\nA|X");
  backup = save (self, "saved.db");
  fixture_close (self);
  g_assert_no_errno (g_unlink (self->path));
  g_assert_true (restore_backup (self->path, backup, &saved, &error));
  g_assert_no_error (error);
  g_assert_null (saved);
  g_assert_no_errno (g_stat (self->path, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  assert_sound (self->path);
}

/* A file with a page of the database in it, as a crash leaves it. */
static void
leave_log (Fixture *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  import (self, "serial|model\nLOST|X");
  g_assert_true (g_file_get_contents (log, &bytes, &length, NULL));
  fixture_close (self);
  g_assert_true (g_file_set_contents (log, bytes, (gssize) length, NULL));
}

/* What the log of a database that is gone says is not put into the one that is restored. */
static void
test_gone_but_log (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  import (self, "serial|model\nA|X");
  backup = save (self, "saved.db");
  leave_log (self);
  g_assert_no_errno (g_unlink (self->path));
  g_assert_true (restore_backup (self->path, backup, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_query (self->path, PRINTERS, "A");
  assert_sound (self->path);
}

/* What was never a database of ours is not replaced. */
static void
test_not_ours (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = save (self, "saved.db");
  g_autofree char *letter = g_build_filename (self->folder, "letter.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear all", -1, NULL));
  g_assert_false (restore_backup (letter, backup, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE);
  g_assert_true (g_file_get_contents (letter, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Dear all");
}

static void
test_other_page_size (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  import (self, "serial|model\nA|X");
  backup = save (self, "saved.db");
  g_assert_null (run_sql (backup, "PRAGMA page_size = 1024; VACUUM"));
  import (self, "serial|model\nB|X");
  g_assert_true (restore_backup (self->path, backup, NULL, &error));
  g_assert_no_error (error);
  assert_query (self->path, PRINTERS, "A");
  fixture_close (self);
  assert_sound (self->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/restore/while-open", test_while_open);
  fixture_add ("/store/restore/ids", test_ids);
  fixture_add ("/store/restore/policy", test_policy);
  fixture_add ("/store/restore/loss", test_loss);
  fixture_add ("/store/restore/changed-meanwhile", test_changed_meanwhile);
  fixture_add ("/store/restore/while-task-runs", test_while_task_runs);
  fixture_add ("/store/restore/task-in-backup", test_task_in_backup);
  fixture_add ("/store/restore/older-version", test_older_version);
  fixture_add ("/store/restore/refused", test_refused);
  fixture_add ("/store/restore/damaged-backup", test_damaged_backup);
  fixture_add ("/store/restore/damaged-database", test_damaged_database);
  fixture_add ("/store/restore/gone", test_gone);
  fixture_add ("/store/restore/gone-but-log", test_gone_but_log);
  fixture_add ("/store/restore/not-ours", test_not_ours);
  fixture_add ("/store/restore/other-page-size", test_other_page_size);
  return g_test_run ();
}
