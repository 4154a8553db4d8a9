/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-csv-cell.h"
#include "exchange/mps-csv-writer.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mps-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "fleet.csv", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

/* Fails when anything else than the file is left. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_written (MpsCsvFlags flags, const char *const *cells, const char *expected)
{
  g_autoptr (MpsCsvWriter) writer = mps_csv_writer_new (flags);
  g_autoptr (GBytes) bytes = NULL;

  for (; *cells; cells++)
    mps_csv_writer_cell (writer, *cells);
  mps_csv_writer_end_row (writer);
  bytes = mps_csv_writer_steal (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_quotes (void)
{
  const char *const cells[] = { "a", "b,c", "d \"e\"", "f\ng", "", " h", NULL };

  assert_written (MPS_CSV_PLAIN, cells, "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",,\" h\"\r\n");
  assert_written (MPS_CSV_BOM, cells,
                  "\xef\xbb\xbf"
                  "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",,\" h\"\r\n");
}

/* A spreadsheet takes none of them for a formula, and an import gives back what they were. */
static void
test_formulas (void)
{
  static const char *const formulas[] = { "=1+1", "+81", "-5", "@SUM(A1)", "\tx", "\rx", "＝1" };

  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *safe = g_strconcat ("'", formulas[i], NULL);
      g_autofree char *back = mps_csv_cell_dup_text (safe);
      const char *quote = *formulas[i] == '\r' ? "\"" : "";
      g_autofree char *row = g_strconcat (quote, safe, quote, "\r\n", NULL);
      const char *const cells[] = { formulas[i], NULL };

      g_assert_cmpstr (back, ==, formulas[i]);
      assert_written (MPS_CSV_SAFE, cells, row);
    }
}

/* What began with an apostrophe before a formula keeps it on its way out and in. */
static void
test_apostrophes (void)
{
  static const char *const cells[] = { "'=1", "''+1", "'", NULL };

  assert_written (MPS_CSV_SAFE, cells, "''=1,'''+1,'\r\n");
  for (guint i = 0; cells[i]; i++)
    {
      g_autofree char *safe = mps_csv_cell_dup_safe (cells[i]);
      g_autofree char *back = mps_csv_cell_dup_text (safe);

      g_assert_cmpstr (back, ==, cells[i]);
    }
}

/* A line with nothing in it would be no row. */
static void
test_one_empty_cell (void)
{
  static const char *const cells[] = { "", NULL };

  assert_written (MPS_CSV_PLAIN, cells, "\"\"\r\n");
}

static void
test_constants (void)
{
  g_assert_true (mps_csv_cell_is_constant ("=\"0312345678\""));
  g_assert_true (mps_csv_cell_is_constant ("=\"\""));
  g_assert_false (mps_csv_cell_is_constant ("=\""));
  g_assert_false (mps_csv_cell_is_constant ("=\"a\"&B1&\"c\""));
  g_assert_false (mps_csv_cell_is_constant ("=1"));
}

static void
test_cell_text (void)
{
  g_autofree char *marked = mps_csv_cell_dup_text ("=\"0312345678\"");
  g_autofree char *quoted = mps_csv_cell_dup_text ("'s-Hertogenbosch");
  g_autofree char *plain = mps_csv_cell_dup_text ("=\"");

  g_assert_cmpstr (marked, ==, "0312345678");
  g_assert_cmpstr (quoted, ==, "'s-Hertogenbosch");
  g_assert_cmpstr (plain, ==, "=\"");
}

/* What is copied from a list runs nothing where it is pasted, and stays in its cell. */
static void
test_pasted (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  mps_csv_cell_append_pasted_row (text, "A1", "=HYPERLINK(\"x\")", "first\n=1\tsecond", NULL);
  mps_csv_cell_append_pasted_row (text, "+81 3-1234-5678", NULL);
  g_assert_cmpstr (text->str, ==, "A1\t'=HYPERLINK(\"x\")\tfirst =1 second\n+81 3-1234-5678\n");
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static gboolean
replace (Fixture *fixture, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mps_output_replace (fixture->file, bytes, error);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (replace (fixture, "old", &error));
  g_assert_true (replace (fixture, "new", &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "new");
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
assert_refused (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (fixture, "new", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_SAME_FILE);
  if (expected)
    assert_contents (fixture->path, expected);
}

/* A slip in a name does not cost a fleet: neither a database nor what lies beside one. */
static void
test_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tasks = g_strconcat (fixture->path, "-tasks", NULL);
  g_autofree char *base = g_build_filename (fixture->folder, "fleet", NULL);
  g_autofree char *log = g_strconcat (base, "-wal", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autoptr (GFile) log_file = g_file_new_for_path (log);
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3", 16, NULL));
  assert_refused (fixture, "SQLite format 3");
  g_assert_true (g_file_set_contents (fixture->path, "old", 3, NULL));
  g_assert_true (g_file_set_contents (tasks, "", 0, NULL));
  assert_refused (fixture, "old");
  g_assert_cmpint (symlink ("fleet.csv", link), ==, 0);
  g_assert_false (mps_output_replace (link_file, bytes, NULL));
  assert_contents (fixture->path, "old");
  g_unlink (link);
  g_unlink (tasks);
  g_assert_true (g_file_set_contents (base, "old", 3, NULL));
  g_assert_false (mps_output_replace (log_file, bytes, NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_unlink (base);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (fixture, "old", &error));
  g_assert_cmpint (symlink ("fleet.csv", link), ==, 0);
  g_assert_true (mps_output_replace (file, bytes, &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture->path, "new");
  g_unlink (link);
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (mps_output_replace (device, bytes, &error));
  g_assert_true (g_file_test ("/dev/null", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

static void
test_full_disk (void)
{
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (mps_output_replace (device, bytes, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL);
}

/* A folder in the place of the file can't be replaced; it and what is in it stay. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->path, "inside", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "old", -1, NULL));
  g_assert_false (replace (fixture, "new", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  g_assert_nonnull (strstr (error->message, "fleet.csv"));
  assert_contents (inside, "old");
  g_unlink (inside);
  g_rmdir (fixture->path);
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/fleet.csv");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (mps_output_replace (file, bytes, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
}

/* A limit on the size of files stands for a disk that is full half-way. */
static void
test_half_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  struct rlimit before;
  struct rlimit limit;

  g_assert_true (replace (fixture, "old", &error));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (replace (fixture, large, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  assert_contents (fixture->path, "old");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/output/quotes", test_quotes);
  g_test_add_func ("/output/formulas", test_formulas);
  g_test_add_func ("/output/apostrophes", test_apostrophes);
  g_test_add_func ("/output/one-empty-cell", test_one_empty_cell);
  g_test_add_func ("/output/constants", test_constants);
  g_test_add_func ("/output/cell-text", test_cell_text);
  g_test_add_func ("/output/pasted", test_pasted);
  g_test_add ("/output/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/output/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/output/database", Fixture, NULL, set_up, test_database, tear_down);
  g_test_add ("/output/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add_func ("/output/full-disk", test_full_disk);
  g_test_add ("/output/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add_func ("/output/no-folder", test_no_folder);
  g_test_add ("/output/half-written", Fixture, NULL, set_up, test_half_written, tear_down);

  return g_test_run ();
}
