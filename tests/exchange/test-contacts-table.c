/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-contacts-file.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TABLE "contacts-files.tsv"

/* Files too large to be kept, and one that is none. */
#define MEGABYTE (1024 * 1024)

static char *made_folder;

static MpsContactsFile *
load (const char *path, const char *encoding, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return mps_contacts_file_load (file, encoding, NULL, error);
}

static char *
data_path (const char *name)
{
  if (g_str_has_prefix (name, "made-"))
    return g_build_filename (made_folder, name, NULL);
  return g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
}

static void
append_problems (GString *line, GPtrArray *problems)
{
  if (problems == NULL || problems->len == 0)
    g_string_append_c (line, '-');
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];

      g_string_append_printf (line, "%s%u %s", i > 0 ? "; " : "", problem->line, problem->code);
      if (problem->column)
        g_string_append_printf (line, " (%s)", problem->column);
    }
}

/* What became of a file, as a line of the table. */
static char *
describe (const char *name, const char *encoding)
{
  g_autofree char *path = data_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactsFile) file
      = load (path, g_str_equal (encoding, "-") ? NULL : encoding, &error);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s\t%s\t", name, encoding);
  if (file == NULL)
    g_string_append_printf (line, "%s\t-\t-\t-\t", mps_error_get_id (error));
  else
    g_string_append_printf (line, "read\t%s\t%u\t%u\t", mps_contacts_file_get_encoding (file),
                            mps_contacts_file_get_n_rows (file),
                            mps_contacts_file_count (file, MPS_CONTACTS_ROW_NEW));
  append_problems (line,
                   file ? mps_contacts_file_get_problems (file) : mps_error_get_problems (error));
  return g_string_free_and_steal (line);
}

static GStrv
read_table (void)
{
  g_autofree char *path = data_path (TABLE);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static void
test_outcomes (void)
{
  g_auto (GStrv) lines = read_table ();

  for (guint i = 1; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *found = NULL;

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
      found = describe (cells[0], cells[1]);
      if (g_str_equal (found, lines[i]))
        continue;
      g_test_message ("expected: %s", lines[i]);
      g_test_message ("found:    %s", found);
      g_test_fail ();
    }
}

static gboolean
is_in_table (GStrv lines, const char *name)
{
  g_autofree char *start = g_strconcat (name, "\t", NULL);

  for (guint i = 1; lines[i]; i++)
    if (g_str_has_prefix (lines[i], start))
      return TRUE;
  return FALSE;
}

/* What the fleet's tests read, and what says how the files came to be. */
static gboolean
is_of_others (const char *name)
{
  return g_str_has_prefix (name, ".") || g_str_has_prefix (name, "fleet")
         || g_str_has_suffix (name, ".py") || g_str_has_suffix (name, ".md")
         || g_str_has_suffix (name, ".tsv") || g_str_equal (name, "__pycache__");
}

static void
test_all_files (void)
{
  g_auto (GStrv) lines = read_table ();
  g_autofree char *path = data_path ("");
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (!is_of_others (name) && !is_in_table (lines, name))
      g_test_fail_printf ("%s is not in the table of files.", name);
}

static const char *const ids[] = {
  "required",          "too-long",        "not-digits",        "unknown-calling-code",
  "bad-phone",         "bad-email",       "bad-postal-code",   "unknown-country",
  "control-character", "too-few-columns", "too-many-columns",  "unclosed-quote",
  "not-csv-or-txt",    "wrong-columns",   "too-many-contacts", "undecodable-text",
  "empty-file",        "too-large",       "unreadable",
};

/* Every reason and every refusal has a file that shows it. */
static void
test_all_ids (void)
{
  g_autofree char *path = data_path (TABLE);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (!strstr (text, ids[i]))
      g_test_fail_printf ("No file shows “%s”.", ids[i]);
}

static void
make_file (const char *name, const char *start, gsize length, const char *end)
{
  g_autofree char *path = g_build_filename (made_folder, name, NULL);
  g_autofree char *middle = g_strnfill (length, 'x');
  g_autofree char *text = g_strconcat (start, middle, end, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_files (void)
{
  g_autoptr (GString) start = g_string_new (NULL);
  g_autofree char *folder = NULL;

  made_folder = g_dir_make_tmp ("mps-contacts-XXXXXX", NULL);
  folder = g_build_filename (made_folder, "made-folder.csv", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_string_append_printf (start, "%s%s", i > 0 ? "," : "", mps_contact_field_get_header (i));
  g_string_append (start, "\nHanako,Yamada,Example KK,,81,0312345678,,");
  make_file ("made-megabyte.csv", start->str, MEGABYTE, ",,Chiyoda-ku,Tokyo,100-0005,JP\n");
  make_file ("made-largest.csv", start->str, MPS_MAX_CONTACTS_FILE - start->len, "");
  make_file ("made-too-large.csv", start->str, MPS_MAX_CONTACTS_FILE - start->len + 1, "");
}

static void
remove_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (made_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (made_folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (made_folder);
  g_free (made_folder);
}

static void
add_cells (JsonBuilder *builder, guint line, const char *const *cells)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, line);
  for (guint i = 0; cells[i]; i++)
    json_builder_add_string_value (builder, cells[i]);
  json_builder_end_array (builder);
}

/* For another reader of CSV to agree with: header and rows, each with its line before its cells. */
static int
dump (const char *path, const char *encoding)
{
  g_autoptr (MpsContactsFile) file = load (path, encoding, NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    return EXIT_FAILURE;
  json_builder_begin_array (builder);
  add_cells (builder, 1, mps_contacts_file_get_header (file));
  for (guint i = 0; i < mps_contacts_file_get_n_rows (file); i++)
    {
      MpsContactsRow *row = mps_contacts_file_get_row (file, i);

      add_cells (builder, mps_contacts_row_get_line (row), mps_contacts_row_get_cells (row));
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  puts (text);
  return EXIT_SUCCESS;
}

int
main (int argc, char *argv[])
{
  int status;

  if (argc == 4 && g_str_equal (argv[1], "--dump"))
    return dump (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  make_files ();
  g_test_add_func ("/contacts-table/outcomes", test_outcomes);
  g_test_add_func ("/contacts-table/all-files", test_all_files);
  g_test_add_func ("/contacts-table/all-ids", test_all_ids);
  status = g_test_run ();
  remove_files ();
  return status;
}
