/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "exchange/mps-csv-cell.h"
#include "exchange/mps-csv-reader.h"
#include "exchange/mps-csv-writer.h"

#include <string.h>

/* A row that outlives its reader. */
typedef struct {
  guint line;
  GPtrArray *cells; /* owned: GString */
  gboolean unclosed_quote;
} Row;

static void
free_cell (gpointer cell)
{
  g_string_free (cell, TRUE);
}

static void
row_free (Row *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
keep_row (GPtrArray *rows, const MpsCsvRow *from)
{
  Row *row = g_new0 (Row, 1);

  row->line = from->line;
  row->unclosed_quote = from->unclosed_quote;
  row->cells = g_ptr_array_new_with_free_func (free_cell);
  g_assert_cmpuint (from->n_cells, >, 0);
  for (guint i = 0; i < from->n_cells; i++)
    {
      g_assert_cmpint (from->cells[i][from->lengths[i]], ==, '\0');
      g_ptr_array_add (row->cells, g_string_new_len (from->cells[i], (gssize) from->lengths[i]));
    }
  g_ptr_array_add (rows, row);
}

static void
keep_rows (GPtrArray *rows, MpsCsvReader *reader)
{
  const MpsCsvRow *row;

  while ((row = mps_csv_reader_next (reader)))
    keep_row (rows, row);
}

static GPtrArray *
read_in_pieces (const char *text, gsize length, gsize piece, char delimiter)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (delimiter);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (gsize i = 0; i < length; i += piece)
    {
      g_assert_true (mps_csv_reader_feed (reader, text + i, MIN (piece, length - i), NULL));
      keep_rows (rows, reader);
    }
  g_assert_true (mps_csv_reader_end (reader, NULL));
  keep_rows (rows, reader);
  return rows;
}

static void
assert_same_cells (const Row *a, const Row *b)
{
  g_assert_cmpuint (a->cells->len, ==, b->cells->len);
  for (guint i = 0; i < a->cells->len; i++)
    g_assert_true (g_string_equal (a->cells->pdata[i], b->cells->pdata[i]));
}

/* However the file is cut into pieces, its rows and their lines are the same. */
static void
assert_same (GPtrArray *rows, GPtrArray *others)
{
  g_assert_cmpuint (rows->len, ==, others->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *a = rows->pdata[i], *b = others->pdata[i];

      assert_same_cells (a, b);
      g_assert_cmpuint (a->line, ==, b->line);
      g_assert_cmpint (a->unclosed_quote, ==, b->unclosed_quote);
    }
}

/* Every row begins in a line of its own, and only the last can be left open. */
static void
check_lines (GPtrArray *rows, const char *text, gsize length)
{
  guint n_lines = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n' || text[i] == '\r';
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      g_assert_cmpuint (row->line, >=, i > 0 ? ((Row *) rows->pdata[i - 1])->line + 1 : 1);
      g_assert_cmpuint (row->line, <=, n_lines);
      g_assert_true (!row->unclosed_quote || i + 1 == rows->len);
    }
}

static const char *
get_text (const Row *row, guint cell)
{
  return ((const GString *) row->cells->pdata[cell])->str;
}

static GBytes *
write_rows (GPtrArray *rows, MpsCsvFlags flags)
{
  g_autoptr (MpsCsvWriter) writer = mps_csv_writer_new (flags);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      for (guint cell = 0; cell < row->cells->len; cell++)
        mps_csv_writer_cell (writer, get_text (row, cell));
      mps_csv_writer_end_row (writer);
    }
  return mps_csv_writer_steal (writer);
}

/* No cell can run, and each is had back when it is read. */
static void
check_safe_row (const Row *row, const Row *written)
{
  g_assert_cmpuint (row->cells->len, ==, written->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = get_text (written, i);
      g_autofree char *back = mps_csv_cell_dup_text (cell);

      g_assert_false (mps_csv_cell_is_formula (cell));
      g_assert_cmpstr (back, ==, get_text (row, i));
    }
}

static GPtrArray *
read_bytes (GBytes *bytes)
{
  gsize length = g_bytes_get_size (bytes);

  return read_in_pieces (g_bytes_get_data (bytes, NULL), length, length + 1, ',');
}

/* What is written is read as it was, and what is written safely too. */
static void
check_written (GPtrArray *rows)
{
  g_autoptr (GBytes) plain = write_rows (rows, MPS_CSV_PLAIN);
  g_autoptr (GBytes) safe = write_rows (rows, MPS_CSV_SAFE);
  g_autoptr (GPtrArray) plain_rows = read_bytes (plain);
  g_autoptr (GPtrArray) safe_rows = read_bytes (safe);

  g_assert_cmpuint (plain_rows->len, ==, rows->len);
  g_assert_cmpuint (safe_rows->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      assert_same_cells (rows->pdata[i], plain_rows->pdata[i]);
      check_safe_row (rows->pdata[i], safe_rows->pdata[i]);
    }
}

static gboolean
has_nul (const Row *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (strlen (get_text (row, i)) < ((const GString *) row->cells->pdata[i])->len)
      return TRUE;
  return FALSE;
}

/* A writer takes texts, which end at a NUL; what imports refuses cells that have one. */
static void
forget_nuls (GPtrArray *rows)
{
  for (guint i = rows->len; i-- > 0;)
    if (has_nul (rows->pdata[i]))
      g_ptr_array_remove_index (rows, i);
}

/* The first byte chooses the delimiter and how the rest is cut into pieces. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char delimiter = size > 0 ? ",;\t"[data[0] % 3] : ',';
  gsize piece = size > 0 ? data[0] / 3 + 1 : 1;
  const char *text = (const char *) data + (size > 0);
  gsize length = size > 0 ? size - 1 : 0;
  g_autoptr (GPtrArray) rows = read_in_pieces (text, length, MAX (length, 1), delimiter);
  g_autoptr (GPtrArray) pieces = read_in_pieces (text, length, piece, delimiter);

  assert_same (rows, pieces);
  check_lines (rows, text, length);
  forget_nuls (rows);
  check_written (rows);
  return 0;
}
