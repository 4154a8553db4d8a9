/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "store/mps-database.h"

#define N_PRINTERS 2100
#define N_OF_RUNS 70000

static MpsPrinterImport *
import_large (Fixture *self, const char *model, GFunc look)
{
  g_autofree char *list = make_large_list (N_PRINTERS, model);
  g_autoptr (MpsPrinterSource) source = list_source_new (list);
  g_autoptr (GError) error = NULL;
  MpsPrinterImport *import;

  if (look)
    list_source_look_at (source, N_PRINTERS / 2, look, self);
  import = import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static gboolean
has_journal (Fixture *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

static void
assert_filled (Fixture *self)
{
  assert_query (self->path, "PRAGMA journal_mode", "wal");
  g_assert_false (has_journal (self));
  assert_query (self->path, "SELECT count (*), sum (managed = 2), sum (reported) FROM printers",
                "2100|210|210");
  assert_query (self->path, "SELECT state, done FROM tasks", "1|2100");
  assert_query (self->path, "PRAGMA integrity_check", "ok");
}

/* Many printers go in by serial number, whatever the order of the list, and the schema is as it
 * was. */
static void
test_fill (Fixture *self, gconstpointer data)
{
  g_autofree char *schema = query_sql (self->path, "SELECT sql FROM sqlite_schema ORDER BY name");
  g_autoptr (MpsPrinterImport) import = import_large (self, "CX730de", NULL);

  g_assert_cmpuint (import->created, ==, N_PRINTERS);
  assert_filled (self);
  assert_query (self->path, "SELECT sql FROM sqlite_schema ORDER BY name", schema);
  assert_query (self->path,
                "SELECT count (*) FROM printers JOIN printers AS next ON next.id = printers.id + 1 "
                "WHERE next.serial > printers.serial",
                "2099");
}

/* The same list, compared with all printers in memory: what differs is written, and no more. */
static void
test_again (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_large (self, "CX730de", NULL);
  g_autoptr (MpsPrinterImport) same = import_large (self, "CX730de", NULL);
  g_autofree char *list = NULL;
  g_autoptr (MpsPrinterImport) other = NULL;

  g_assert_cmpuint (same->unchanged, ==, N_PRINTERS);
  g_assert_null (run_sql (self->path, "UPDATE printers SET model = 'X' WHERE id <= 3;"
                                      "DELETE FROM printers WHERE serial IN ('S00007', 'S02099')"));
  list = make_large_list (N_PRINTERS, "CX730de");
  other = import_list (self->store, list);
  g_assert_cmpuint (other->updated, ==, 3);
  g_assert_cmpuint (other->created, ==, 2);
  g_assert_cmpuint (other->unchanged, ==, N_PRINTERS - 5);
  assert_query (self->path, "SELECT count (*), count (DISTINCT model), max (id) FROM printers",
                "2100|1|2102");
}

/* What is managed is not moved by a list in which all else is. */
static void
test_again_protected (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_large (self, "CX730de", NULL);
  g_autofree char *list = make_large_list (N_PRINTERS, "CX730de");
  g_autoptr (MpsPrinterImport) import = NULL;
  g_auto (GStrv) parts = g_strsplit (list, "|One", -1);
  g_autofree char *moved = g_strjoinv ("|One|Parent company", parts);
  g_autoptr (GString) text = g_string_new (moved);

  g_string_replace (text, "managed|agent", "managed|agent|organization", 1);
  import = import_list (self->store, text->str);
  g_assert_cmpuint (import->rejected, ==, 210);
  g_assert_cmpuint (import->updated, ==, N_PRINTERS - 210);
  assert_query (self->path, "SELECT organization, count (*) FROM printers GROUP BY 1",
                "1|1890\n2|210");
}

static void
look_from_outside (gpointer source, gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (has_journal (self));
  g_assert_null (mps_database_open (self->path, FALSE, 0, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_LOCKED);
}

/* A database that is being filled is nobody else's until it is full, and then everybody's. */
static void
test_opened_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = import_large (self, "CX730de", look_from_outside);
  g_autoptr (MpsConnection) other = NULL;
  g_autoptr (GError) error = NULL;

  assert_filled (self);
  other = mps_database_open (self->path, FALSE, 0, &error);
  g_assert_no_error (error);
  g_assert_true (mps_connection_begin (other, MPS_DURABLE, &error));
  mps_connection_rollback (other);
}

static void
read_beside (gpointer source, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_false (has_journal (self));
  assert_query (self->path, "SELECT count (*) FROM printers", "0");
}

/* Who has it open already goes on reading, and sees the printers when they are all there. */
static void
test_open_before (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsConnection) other = mps_database_open (self->path, FALSE, 0, &error);
  g_autoptr (MpsPrinterImport) import = import_large (self, "CX730de", read_beside);
  gint64 n_printers;

  assert_filled (self);
  g_assert_true (
      mps_connection_query_int (other, "SELECT count (*) FROM printers", &n_printers, &error));
  g_assert_cmpint (n_printers, ==, N_PRINTERS);
}

/* What is canceled half-way keeps what was read, and the log is back. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autofree char *list = make_large_list (N_PRINTERS, "CX730de");
  g_autoptr (MpsPrinterSource) source = list_source_new (list);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  list_source_cancel_at (source, 100, cancellable);
  import = import_printers (self->store, DEFAULT_ORGANIZATION, source, cancellable, &error);
  g_assert_no_error (error);
  g_assert_true (import->canceled);
  g_assert_cmpuint (import->created, ==, 100);
  assert_query (self->path, "SELECT count (*) FROM printers", "100");
  assert_query (self->path, "PRAGMA journal_mode", "wal");
}

/* More than are sorted and written at once, and than one thread reads to compare them. */
static void
test_runs (Fixture *self, gconstpointer data)
{
  g_autofree char *list = make_large_list (N_OF_RUNS, "CX730de");
  g_autoptr (MpsPrinterImport) import = import_list (self->store, list);
  g_autoptr (MpsPrinterImport) again = NULL;

  g_assert_cmpuint (import->created, ==, N_OF_RUNS);
  assert_query (self->path, "SELECT count (*), min (serial), max (id) FROM printers",
                "70000|S00000|70000");
  assert_query (self->path, "PRAGMA integrity_check", "ok");
  assert_query (self->path, "PRAGMA foreign_key_check", "");
  g_assert_null (run_sql (self->path, "UPDATE printers SET model = 'X' WHERE id IN (1, 70000)"));
  again = import_list (self->store, list);
  g_assert_cmpuint (again->updated, ==, 2);
  g_assert_cmpuint (again->unchanged, ==, N_OF_RUNS - 2);
}

/* So many join those that there are that the index of all is made anew, and the schema is as it
 * was. */
static void
test_joined (Fixture *self, gconstpointer data)
{
  g_autofree char *schema = query_sql (self->path, "SELECT sql FROM sqlite_schema ORDER BY name");
  g_autofree char *list = make_large_list (2 * N_PRINTERS, "CX730de");
  g_autoptr (MpsPrinterImport) first = import_large (self, "CX730de", NULL);
  g_autoptr (MpsPrinterImport) second = import_list (self->store, list);

  g_assert_cmpuint (second->created, ==, N_PRINTERS);
  g_assert_cmpuint (second->unchanged, ==, N_PRINTERS);
  assert_query (self->path, "SELECT sql FROM sqlite_schema ORDER BY name", schema);
  assert_query (self->path, "SELECT count (*), max (id) FROM printers", "4200|4200");
  assert_query (self->path, "PRAGMA integrity_check", "ok");
}

/* What the schema refuses in one new printer it refuses among many, and nothing is imported. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  static const char guard[] = "DROP TRIGGER printers_insert_managed;"
                              "CREATE TRIGGER printers_insert_managed BEFORE INSERT ON printers\n"
                              "WHEN NEW.serial = 'S00007'\n"
                              "BEGIN SELECT RAISE (ABORT, 'not this one'); END";
  g_autofree char *list = make_large_list (N_PRINTERS, "CX730de");
  g_autoptr (MpsPrinterSource) source = list_source_new (list);
  g_autoptr (GError) error = NULL;

  g_assert_null (run_sql (self->path, guard));
  g_assert_null (import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  assert_query (self->path, "SELECT count (*) FROM printers", "0");
  assert_query (self->path, "SELECT state, done FROM tasks", "3|0");
  assert_query (self->path,
                "SELECT count (*) FROM sqlite_schema WHERE name GLOB 'printers_insert*'", "3");
}

/* A guard that another program has put there can't be asked of many at once; it is no reason to
 * import without it, or to crash. */
static void
test_strange_guard (Fixture *self, gconstpointer data)
{
  static const char guard[] = "CREATE TRIGGER printers_insert_strange BEFORE INSERT ON printers "
                              "BEGIN SELECT 1; END";
  g_autofree char *list = make_large_list (N_PRINTERS, "CX730de");
  g_autoptr (MpsPrinterSource) source = list_source_new (list);
  g_autoptr (GError) error = NULL;

  g_assert_null (run_sql (self->path, guard));
  g_assert_null (import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE);
  assert_query (self->path, "SELECT count (*) FROM printers", "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/bulk-import/fill", test_fill);
  fixture_add ("/store/bulk-import/again", test_again);
  fixture_add ("/store/bulk-import/again-protected", test_again_protected);
  fixture_add ("/store/bulk-import/opened-meanwhile", test_opened_meanwhile);
  fixture_add ("/store/bulk-import/open-before", test_open_before);
  fixture_add ("/store/bulk-import/cancel", test_cancel);
  fixture_add ("/store/bulk-import/runs", test_runs);
  fixture_add ("/store/bulk-import/joined", test_joined);
  fixture_add ("/store/bulk-import/refused", test_refused);
  fixture_add ("/store/bulk-import/strange-guard", test_strange_guard);
  return g_test_run ();
}
