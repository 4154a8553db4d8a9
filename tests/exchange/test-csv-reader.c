/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-csv-reader.h"
#include "exchange/mps-text-input.h"

#include <string.h>

/* One row a line: its number, then its cells in brackets. */
static void
print_rows (MpsCsvReader *reader, GString *out)
{
  const MpsCsvRow *row;

  while ((row = mps_csv_reader_next (reader)))
    {
      g_string_append_printf (out, "%u:", row->line);
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpint (row->cells[i][row->lengths[i]], ==, '\0');
          g_string_append_c (out, '[');
          g_string_append_len (out, row->cells[i], (gssize) row->lengths[i]);
          g_string_append_c (out, ']');
        }
      g_string_append (out, row->unclosed_quote ? "!\n" : "\n");
    }
}

static char *
read_in_pieces (const char *text, gsize length, gsize piece)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < length; i += piece)
    {
      mps_csv_reader_feed (reader, text + i, MIN (piece, length - i), &error);
      g_assert_no_error (error);
      print_rows (reader, out);
    }
  mps_csv_reader_end (reader, &error);
  g_assert_no_error (error);
  print_rows (reader, out);
  return g_string_free_and_steal (out);
}

static void
assert_rows (const char *text, const char *expected)
{
  for (gsize piece = 1; piece <= strlen (text) + 1; piece++)
    {
      g_autofree char *rows = read_in_pieces (text, strlen (text), piece);

      g_assert_cmpstr (rows, ==, expected);
    }
}

static void
test_line_ends (void)
{
  assert_rows ("a,b\nc,d\n", "1:[a][b]\n2:[c][d]\n");
  assert_rows ("a,b\r\nc,d\r\n", "1:[a][b]\n2:[c][d]\n");
  assert_rows ("a,b\rc,d\r", "1:[a][b]\n2:[c][d]\n");
  assert_rows ("a\r\n\r\n\n\r\rb", "1:[a]\n6:[b]\n");
}

static void
test_quotes (void)
{
  assert_rows ("\"a,b\",c\n", "1:[a,b][c]\n");
  assert_rows ("\"a \"\"b\"\"\",\"\"\n", "1:[a \"b\"][]\n");
  assert_rows ("\"a\nb\r\nc\rd\",e\nf\n", "1:[a\nb\r\nc\rd][e]\n5:[f]\n");
  assert_rows (" a , \"b\" \n", "1:[ a ][ \"b\" ]\n");
}

static void
test_empty_cells (void)
{
  assert_rows ("", "");
  assert_rows (",\n,,\n\na,", "1:[][]\n2:[][][]\n4:[a][]\n");
}

static void
test_unclosed_quote (void)
{
  assert_rows ("a,b\nc,\"d\ne,f\n", "1:[a][b]\n2:[c][d\ne,f\n]!\n");
  assert_rows ("a\n\"", "1:[a]\n2:[]!\n");
}

static void
test_nul (void)
{
  g_autofree char *rows = read_in_pieces ("a\0b,c\n", 6, 2);

  g_assert_cmpmem (rows, 9, "1:[a\0b][c", 9);
}

static void
test_row_limit (void)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');
  g_autoptr (GError) error = NULL;
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');

  g_assert_true (mps_csv_reader_feed (reader, "a\n\"", 3, &error));
  for (int i = 0; i < 15; i++)
    g_assert_true (mps_csv_reader_feed (reader, megabyte, 1024 * 1024, &error));
  g_assert_true (mps_csv_reader_feed (reader, megabyte, 1024 * 1024 - 1, &error));
  g_assert_false (mps_csv_reader_feed (reader, megabyte, 1, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "line 2 "));
}

static void
test_blank (void)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');

  mps_csv_reader_feed (reader, ",,\n, \t,\xe3\x80\x80\n,x,\n", 15, NULL);
  g_assert_true (mps_csv_row_is_blank (mps_csv_reader_next (reader)));
  g_assert_true (mps_csv_row_is_blank (mps_csv_reader_next (reader)));
  g_assert_false (mps_csv_row_is_blank (mps_csv_reader_next (reader)));
  g_assert_null (mps_csv_reader_next (reader));
}

/* What another reader, Python's csv module, makes of the same file, in the same form. */
static const char other_reader[]
    = "import csv, sys\n"
      "rows = csv.reader(open(sys.argv[1], encoding=sys.argv[2], newline=''), strict=True)\n"
      "text = ''.join(''.join('[' + cell + ']' for cell in row) + '\\n' for row in rows if row)\n"
      "sys.stdout.buffer.write(text.encode())\n";

static void
assert_agrees (const char *python, const char *name, const char *encoding)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  const char *argv[] = { python, "-c", other_reader, path, encoding, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mps_text_input_read (file, 1 << 20, NULL, &error);
  g_autoptr (GBytes) text = bytes ? mps_text_input_decode (bytes, NULL, NULL, &error) : NULL;
  g_autoptr (GRegex) line_numbers = g_regex_new ("^[0-9]+:", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *numbered = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  numbered = read_in_pieces (g_bytes_get_data (text, NULL), g_bytes_get_size (text), 7);
  rows = g_regex_replace_literal (line_numbers, numbered, -1, 0, "", 0, NULL);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &other, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, other);
}

static void
test_agreement (void)
{
  g_autofree char *python = g_find_program_in_path ("python3");

  if (!python)
    {
      g_test_skip ("There is no python3 to compare with.");
      return;
    }
  assert_agrees (python, "contacts-utf8.csv", "utf-8");
  assert_agrees (python, "contacts-bom-crlf.csv", "utf-8-sig");
  assert_agrees (python, "contacts-utf16le.csv", "utf-16");
  assert_agrees (python, "contacts-utf16be.csv", "utf-16");
  assert_agrees (python, "contacts-cp932.csv", "cp932");
  assert_agrees (python, "contacts-cr.csv", "utf-8");
  assert_agrees (python, "contacts-quotes.csv", "utf-8");
  assert_agrees (python, "contacts-blank-tail.csv", "utf-8");
  assert_agrees (python, "fleet.csv", "utf-8");
  assert_agrees (python, "fleet-ja.csv", "cp932");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/line-ends", test_line_ends);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/empty-cells", test_empty_cells);
  g_test_add_func ("/csv-reader/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/csv-reader/nul", test_nul);
  g_test_add_func ("/csv-reader/row-limit", test_row_limit);
  g_test_add_func ("/csv-reader/blank", test_blank);
  g_test_add_func ("/csv-reader/agreement", test_agreement);

  return g_test_run ();
}
