/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-backup.h"

#include "store/mps-task-locks.h"

#include <glib/gstdio.h>

#define PAGE 4096
#define N_PRINTERS 2500
#define N_ROUNDS 200
#define N_ROUNDS_QUICK 8

/* The first byte of a page of a tree, from SQLite's documentation of its format. */
enum {
  INTERIOR_INDEX = 2,
  INTERIOR_TABLE = 5,
  LEAF_INDEX = 10,
  LEAF_TABLE = 13,
};

typedef struct {
  Fixture fixture;
  char *backup;
  char *bytes; /* of the sound database */
  gsize length;
} Damaged;

/* Enough for trees of two levels, and then rows removed for free pages. */
static void
set_up (Damaged *self, gconstpointer data)
{
  g_autoptr (GString) list = g_string_new ("serial|model|agent");
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->fixture, NULL);
  for (int i = 0; i < N_PRINTERS; i++)
    g_string_append_printf (list, "\nSERIAL%05d|CX735 of room %d|Agent %d", i, i, i % 90);
  import = import_list (self->fixture.store, list->str);
  self->backup = g_build_filename (self->fixture.folder, "saved.db", NULL);
  fixture_close (&self->fixture);
  g_assert_null (
      run_sql (self->fixture.path, "DELETE FROM printers WHERE id % 5 = 0 OR id > 2000"));
  g_assert_true (save_backup (self->fixture.path, self->backup, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->fixture.path, &self->bytes, &self->length, NULL));
}

static void
tear_down (Damaged *self, gconstpointer data)
{
  fixture_tear_down (&self->fixture, NULL);
  g_free (self->backup);
  g_free (self->bytes);
}

static guint32
read_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* A random page of those whose first byte is @type; -1 when there is none. */
static int
find_page (Damaged *self, int type)
{
  int found = -1, n = 0;

  for (gsize page = 1; page < self->length / PAGE; page++)
    if (self->bytes[page * PAGE] == type && g_test_rand_int_range (0, ++n) == 0)
      found = (int) page;
  return found;
}

/* The offset of a few bytes in a page of the kind. */
static gsize
choose_place (Damaged *self, int kind)
{
  int page;

  if (kind == 0)
    return (gsize) g_test_rand_int_range (0, 100);
  /* The trunk of the free pages. */
  if (kind == 1)
    page = (int) read_number (self->bytes + 32) - 1;
  else
    page = find_page (self, kind);
  g_assert_cmpint (page, >=, 0);
  /* The head of a page decides more than what is in it. */
  if (g_test_rand_bit ())
    return (gsize) page * PAGE + (gsize) g_test_rand_int_range (0, 16);
  return (gsize) page * PAGE + (gsize) g_test_rand_int_range (0, PAGE - 16);
}

static void
put_file (const char *path, const char *bytes, gsize length)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
}

static int
note_row (void *data, int n_columns, char **values, char **names)
{
  gboolean *sound = data;

  *sound = *sound && g_strcmp0 (values[0], "ok") == 0;
  return 0;
}

/* What SQLite itself says of a copy. */
static gboolean
is_sound (Damaged *self, const char *bytes)
{
  g_autofree char *copy = g_build_filename (self->fixture.folder, "copy.db", NULL);
  gboolean sound = TRUE;
  sqlite3 *db;
  int code;

  put_file (copy, bytes, self->length);
  g_assert_cmpint (sqlite3_open (copy, &db), ==, SQLITE_OK);
  code = sqlite3_exec (db, "PRAGMA integrity_check", note_row, &sound, NULL);
  sqlite3_close (db);
  return sound && code == SQLITE_OK;
}

/* Whether anything was found, at opening or by the check. */
static gboolean
is_found (Damaged *self, GError **error)
{
  g_autoptr (MpsStore) store = open_store (self->fixture.path, MPS_STORE_OPEN_EXISTING, error);
  g_autofree char *codes = NULL;

  if (store == NULL)
    return TRUE;
  codes = check_store (store, error);
  mps_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return codes == NULL || *codes != '\0';
}

static void
damage (Damaged *self, int kind, guint *n_unsound)
{
  g_autofree char *bytes = g_memdup2 (self->bytes, self->length);
  gsize place = choose_place (self, kind);
  int n_bytes = g_test_rand_int_range (1, 12);
  g_autoptr (GError) error = NULL;
  gboolean sound;

  for (int i = 0; i < n_bytes; i++)
    bytes[place + i] ^= (char) g_test_rand_int_range (1, 256);
  sound = is_sound (self, bytes);
  put_file (self->fixture.path, bytes, self->length);
  if (!is_found (self, &error) && !sound)
    {
      g_test_fail_printf ("kind %d, %d bytes from %zu on: said to be fine", kind, n_bytes, place);
      return;
    }
  *n_unsound += !sound;
  if (error == NULL || error->domain != MPS_ERROR)
    return;
  /* What there was stays beside what takes its place. */
  g_assert_nonnull (strstr (error->message, self->fixture.path));
}

static void
test_bytes (Damaged *self, gconstpointer data)
{
  static const int kinds[] = { 0, 1, INTERIOR_TABLE, LEAF_TABLE, LEAF_INDEX, INTERIOR_INDEX };
  const guint n = g_test_slow () ? N_ROUNDS : N_ROUNDS_QUICK;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      guint n_unsound = 0;

      for (guint i = 0; i < n; i++)
        damage (self, kinds[kind], &n_unsound);
      g_test_message ("pages of kind %d: %u times damaged, %u times so that SQLite sees it",
                      kinds[kind], n, n_unsound);
    }
}

/* The message leads to the newest backup, and that repairs it. */
static void
test_repaired (Damaged *self, gconstpointer data)
{
  static const int kinds[] = { 0, INTERIOR_TABLE, LEAF_TABLE, INTERIOR_INDEX };
  const char *path = self->fixture.path;
  g_autofree char *expected = query_sql (self->backup, "SELECT count (*) FROM printers");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *bytes = g_memdup2 (self->bytes, self->length);
      g_autoptr (GError) error = NULL;
      gsize page = kinds[i] == 0 ? 0 : (gsize) find_page (self, kinds[i]);

      memset (bytes + page * PAGE, 0xa5, PAGE);
      put_file (path, bytes, self->length);
      g_assert_null (open_store (path, MPS_STORE_OPEN_EXISTING, &error));
      g_assert_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE);
      g_clear_error (&error);
      g_assert_true (restore_backup (path, self->backup, NULL, &error));
      g_assert_no_error (error);
      assert_sound (path);
      assert_query (path, "SELECT count (*) FROM printers", expected);
    }
}

static void
test_message (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterImport) second = import_list (self->store, "serial|model\nB|X");
  g_autoptr (GPtrArray) backups = mps_backups_list (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  memset (bytes + 5 * PAGE, 0xa5, PAGE);
  put_file (self->path, bytes, length);
  g_assert_null (open_store (self->path, MPS_STORE_OPEN_EXISTING, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE);
  g_assert_nonnull (strstr (error->message, ((MpsBackup *) backups->pdata[0])->path));
}

/* What can’t be written to any more is not taken from under somebody who has it open. */
static void
test_open_elsewhere (Damaged *self, gconstpointer data)
{
  const char *path = self->fixture.path;
  g_autofree char *bytes = g_memdup2 (self->bytes, self->length);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int locks;

  memset (bytes, 0xa5, PAGE);
  put_file (path, bytes, self->length);
  locks = mps_task_locks_open (path, &error);
  mps_task_locks_share_open (locks);
  g_assert_false (restore_backup (path, self->backup, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &found, &length, NULL));
  g_assert_cmpmem (found, length, bytes, self->length);
  mps_task_locks_close (locks);
  g_assert_true (restore_backup (path, self->backup, NULL, &error));
  g_assert_no_error (error);
  assert_sound (path);
}

/* A version that is not that of the tables is damage: nothing is upgraded, nor laid aside. */
static void
test_version (Fixture *self, gconstpointer data)
{
  static const char *const pragmas[] = { "PRAGMA user_version = 1", "PRAGMA user_version = 0" };
  g_autoptr (GPtrArray) backups = NULL;

  fixture_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (run_sql (self->path, pragmas[i]));
      g_assert_null (open_store (self->path, MPS_STORE_OPEN_EXISTING, &error));
      g_assert_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE);
    }
  backups = mps_backups_list (self->path);
  g_assert_cmpuint (backups->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/damaged/bytes", Damaged, NULL, set_up, test_bytes, tear_down);
  g_test_add ("/store/damaged/repaired", Damaged, NULL, set_up, test_repaired, tear_down);
  g_test_add ("/store/damaged/open-elsewhere", Damaged, NULL, set_up, test_open_elsewhere,
              tear_down);
  fixture_add ("/store/damaged/message", test_message);
  fixture_add ("/store/damaged/version", test_version);
  return g_test_run ();
}
