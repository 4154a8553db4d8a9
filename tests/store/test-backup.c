/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-backup.h"

#include "store/mps-draft-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#define PRINTERS "SELECT group_concat (serial, ' ') FROM (SELECT serial FROM printers ORDER BY 1)"

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "saved.db", NULL);
  g_autofree char *log = g_strconcat (target, "-wal", NULL);
  g_autofree char *index = g_strconcat (target, "-shm", NULL);
  g_autoptr (MpsPrinterImport) import = import_list (self->store, "serial|model\nA|X\nB|X");
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  /* The store has it open, and some of it is in the log only. */
  g_assert_true (save_backup (self->path, target, &error));
  g_assert_no_error (error);
  g_assert_no_errno (g_stat (target, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  assert_query (target, "PRAGMA journal_mode", "delete");
  assert_query (target, PRINTERS, "A B");
  assert_sound (target);
}

/* What was there stays until the new one is whole, and a link to it may be somewhere else. */
static void
test_replace (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "saved.db", NULL);
  g_autofree char *aside = g_build_filename (self->folder, "aside", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (target, "old", -1, &error);
  g_assert_no_errno (link (target, aside));
  g_assert_true (save_backup (self->path, target, &error));
  g_assert_no_error (error);
  g_file_get_contents (aside, &text, NULL, &error);
  g_assert_cmpstr (text, ==, "old");
}

static void
assert_not_saved (Fixture *self, const char *target, MpsErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_backup (self->path, target, &error));
  g_assert_error (error, MPS_ERROR, (int) code);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (self->folder, "link.db", NULL);
  g_autofree char *hard = g_build_filename (self->folder, "hard.db", NULL);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "none", "saved.db", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);
  g_autofree char *other_log = g_strconcat (other, "-wal", NULL);

  g_assert_no_errno (symlink (self->path, link_path));
  g_assert_no_errno (link (self->path, hard));
  g_assert_true (g_file_set_contents (other_log, "x", 1, NULL));
  assert_not_saved (self, self->path, MPS_ERROR_SAME_FILE);
  assert_not_saved (self, link_path, MPS_ERROR_SAME_FILE);
  assert_not_saved (self, hard, MPS_ERROR_SAME_FILE);
  assert_not_saved (self, log, MPS_ERROR_SAME_FILE);
  assert_not_saved (self, other, MPS_ERROR_SAME_FILE);
  assert_not_saved (self, nowhere, MPS_ERROR_IO_ERROR);
  assert_not_saved (self, self->folder, MPS_ERROR_IO_ERROR);
  fixture_close (self);
  assert_sound (self->path);
}

/* A sound backup is not replaced by a damaged one. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "saved.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  memset (bytes + 3 * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (target, "sound", -1, NULL));
  assert_not_saved (self, target, MPS_ERROR_DAMAGED_DATABASE);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (target, &bytes, &length, NULL));
  g_assert_cmpstr (bytes, ==, "sound");
}

static void
test_canceled (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "saved.db", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_cancellable_cancel (cancellable);
  mps_backups_save_async (self->path, target, NULL, cancellable, on_result, &result);
  g_assert_cmpuint (mps_backups_save_finish (wait_for (&result), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    g_assert_true (g_str_has_prefix (name, "fleet.db"));
}

static const MpsBackup *
get_only (GPtrArray *backups)
{
  g_assert_cmpuint (backups->len, ==, 1);
  return backups->pdata[0];
}

static void
test_before_import (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (GPtrArray) none = mps_backups_list (self->path);
  g_autoptr (MpsPrinterImport) second = import_list (self->store, "serial|model\nB|X");
  g_autoptr (GPtrArray) one = mps_backups_list (self->path);
  g_autofree char *folder = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const MpsBackup *backup;
  GStatBuf info;

  /* Nothing was there to lose the first time. */
  g_assert_cmpuint (none->len, ==, 0);
  backup = get_only (one);
  g_assert_cmpint (backup->reason, ==, MPS_BACKUP_IMPORT);
  g_assert_cmpint (g_date_time_difference (now, backup->made), <, G_TIME_SPAN_MINUTE);
  g_assert_cmpint (g_date_time_difference (now, backup->made), >=, 0);
  assert_query (backup->path, PRINTERS, "A");
  g_assert_no_errno (g_stat (backup->path, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (backup->size, ==, info.st_size);
  folder = g_path_get_dirname (backup->path);
  g_assert_no_errno (g_stat (folder, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

/* Without a backup nothing is imported, and the task says so. */
static void
test_import_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nB|X");
  g_autofree char *folder = g_build_filename (self->folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_null (import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  g_assert_nonnull (strstr (error->message, folder));
  assert_query (self->path, PRINTERS, "A");
  assert_query (self->path, "SELECT state, done FROM tasks WHERE id = 2", "3|0");
}

static guint
count_files (Fixture *self, const char *part)
{
  g_autofree char *folder = g_build_filename (self->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)))
    n += strstr (name, part) != NULL;
  return n;
}

/* Nor without room for all of it, though the log, which is still small, would have its own. */
static void
test_import_without_room (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nB|X");
  g_autoptr (GError) error = NULL;
  struct rlimit usual, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &usual));
  small = (struct rlimit) { 80 * 1024, usual.rlim_max };
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &small));
  g_assert_null (import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &usual));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  g_assert_nonnull (strstr (error->message, "backups"));
  assert_query (self->path, PRINTERS, "A");
  assert_query (self->path, "SELECT state, done FROM tasks WHERE id = 2", "3|0");
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

static void
test_before_upgrade (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "first.db", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  make_first_version (path);
  fixture_close (self);
  self->store = open_store (path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  backups = mps_backups_list (path);
  g_assert_cmpint (get_only (backups)->reason, ==, MPS_BACKUP_MIGRATION);
  assert_query (get_only (backups)->path, "PRAGMA user_version", "1");
}

static void
put_backup (Fixture *self, int day, int hour, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("fleet.db-202601%02dT%02d0000Z-%s", day, hour, ending);
  g_autofree char *path = g_build_filename (self->folder, "backups", name, NULL);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

/* Of each reason the newest ten, and before an import the newest of two weeks with one; what is
 * none of ours stays. */
static void
test_prune (Fixture *self, gconstpointer data)
{
  static const char *const others[]
      = { "import.db.txt", "import-0.db", "import", "why.db", "import-2x.db" };
  g_autofree char *folder = g_build_filename (self->folder, "backups", NULL);
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterImport) second = NULL;

  g_assert_no_errno (g_mkdir (folder, 0700));
  for (int day = 1; day <= 25; day++)
    for (int hour = 0; hour < 3; hour++)
      put_backup (self, day, hour, "import.db");
  for (int day = 1; day <= 12; day++)
    put_backup (self, day, 0, "migration.db");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put_backup (self, 1, 12, others[i]);
  second = import_list (self->store, "serial|model\nB|X");
  /* The new one and nine of the days 25, 24 and 23; then one of each day from 22 to 9. */
  g_assert_cmpuint (count_files (self, "-import.db"), ==, 10 + 14 + 1);
  g_assert_cmpuint (count_files (self, "T020000Z-import.db"), ==, 3 + 14);
  g_assert_cmpuint (count_files (self, "20260109T020000Z-import.db"), ==, 1);
  g_assert_cmpuint (count_files (self, "20260108"), ==, 1);
  g_assert_cmpuint (count_files (self, "-migration.db"), ==, 10);
  g_assert_cmpuint (count_files (self, "T120000Z"), ==, G_N_ELEMENTS (others));
}

/* Somebody may have opened one as a database, and have worked in it since. */
static void
test_prune_opened (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "backups", NULL);
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterImport) second = NULL;

  g_assert_no_errno (g_mkdir (folder, 0700));
  for (int day = 1; day <= 13; day++)
    put_backup (self, day, 0, "migration.db");
  put_backup (self, 2, 0, "migration.db-tasks");
  put_backup (self, 3, 0, "migration.db-wal");
  second = import_list (self->store, "serial|model\nB|X");
  g_assert_cmpuint (count_files (self, "20260101"), ==, 0);
  g_assert_cmpuint (count_files (self, "20260102"), ==, 2);
  g_assert_cmpuint (count_files (self, "20260103"), ==, 0);
  g_assert_cmpuint (count_files (self, "20260104"), ==, 1);
}

static void
put_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, name, -1, NULL));
}

/* As a process leaves them that is killed while it works on them, and what only looks like it. */
static void
put_drafts (const char *folder)
{
  put_file (folder, "old.db.mps-draft-Ab12cD");
  put_file (folder, "old.db.mps-draft-Ab12cD-journal");
  put_file (folder, "fleet.db.mps-draft-000000-wal");
  put_file (folder, "notes.mps-draft-of mine");
  put_file (folder, "notes.mps-draft-12345");
}

static gboolean
has_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_swept (const char *folder)
{
  g_assert_false (has_file (folder, "old.db.mps-draft-Ab12cD"));
  g_assert_false (has_file (folder, "old.db.mps-draft-Ab12cD-journal"));
  g_assert_false (has_file (folder, "fleet.db.mps-draft-000000-wal"));
  g_assert_true (has_file (folder, "notes.mps-draft-of mine"));
  g_assert_true (has_file (folder, "notes.mps-draft-12345"));
}

/* What a killed process left goes with the next backup there, and when the database is opened. */
static void
test_drafts (Fixture *self, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (self->folder, "elsewhere", NULL);
  g_autofree char *target = g_build_filename (elsewhere, "saved.db", NULL);
  g_autofree char *backups = g_build_filename (self->folder, "backups", NULL);
  MpsDraftFile held;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (elsewhere, 0700));
  g_assert_no_errno (g_mkdir (backups, 0700));
  put_drafts (elsewhere);
  put_drafts (self->folder);
  put_drafts (backups);
  g_assert_true (mps_draft_file_init (&held, target, &error));
  g_assert_no_error (error);
  assert_swept (elsewhere);
  put_drafts (elsewhere);
  g_assert_true (save_backup (self->path, target, &error));
  g_assert_no_error (error);
  assert_swept (elsewhere);
  g_assert_true (g_file_test (held.path, G_FILE_TEST_EXISTS));
  mps_draft_file_clear (&held);
  fixture_close (self);
  assert_sound (self->path);
  assert_swept (self->folder);
  assert_swept (backups);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/backup/save", test_save);
  fixture_add ("/store/backup/replace", test_replace);
  fixture_add ("/store/backup/refused", test_refused);
  fixture_add ("/store/backup/damaged", test_damaged);
  fixture_add ("/store/backup/canceled", test_canceled);
  fixture_add ("/store/backup/before-import", test_before_import);
  fixture_add ("/store/backup/import-refused", test_import_refused);
  fixture_add ("/store/backup/import-without-room", test_import_without_room);
  fixture_add ("/store/backup/before-upgrade", test_before_upgrade);
  fixture_add ("/store/backup/prune", test_prune);
  fixture_add ("/store/backup/prune-opened", test_prune_opened);
  fixture_add ("/store/backup/drafts", test_drafts);
  return g_test_run ();
}
