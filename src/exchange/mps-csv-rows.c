/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-csv-rows.h"

#include "mps-csv-bytes.h"

#include <string.h>

typedef struct {
  guint line;
  guint first_cell;
  guint n_cells;
  gboolean unclosed_quote;
  gboolean is_text;
} Row;

typedef struct {
  gsize start;
  gsize length;
} Cell;

void
mps_csv_rows_init (MpsCsvRows *self)
{
  *self = (MpsCsvRows) { 0 };
  self->text = g_byte_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

void
mps_csv_rows_clear (MpsCsvRows *self)
{
  g_byte_array_unref (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->handed_texts);
  g_free (self->handed_lengths);
}

/**
 * mps_csv_rows_add_cell:
 * @self: rows
 * @text: (array length=length): what stands in the cell
 * @length: in bytes
 *
 * Adds a cell to the row that has begun.
 */
void
mps_csv_rows_add_cell (MpsCsvRows *self, const char *text, gsize length)
{
  Cell cell = { self->text->len, length };

  g_byte_array_append (self->text, (const guint8 *) text, (guint) length);
  g_byte_array_append (self->text, (const guint8 *) "", 1);
  g_array_append_val (self->cells, cell);
}

static guint
count_bytes (const char *text, gsize length, char byte)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == byte;
  return n;
}

/* Puts a nul at the end of a cell; the next one begins behind it. */
static Cell *
end_cell (Cell *cell, char *kept, gsize *start, gsize end)
{
  kept[end] = '\0';
  *cell = (Cell) { *start, end - *start };
  *start = end + 1;
  return cell + 1;
}

/* Splits from @start to @end, before which a delimiter stands. */
static void
split (Cell *cell, char *kept, gsize start, gsize end, char delimiter)
{
  gsize i = start;

  for (; i + MPS_CSV_BYTES <= end; i += MPS_CSV_BYTES)
    for (guint64 marks = mps_csv_bytes_mark (mps_csv_bytes_read (kept + i), delimiter); marks;
         marks &= marks - 1)
      cell = end_cell (cell, kept, &start, i + (gsize) __builtin_ctzll (marks) / 8);
  for (; i < end; i++)
    if (kept[i] == delimiter)
      cell = end_cell (cell, kept, &start, i);
}

/* Returns where @n further cells are to be written. */
static Cell *
add_cells (MpsCsvRows *self, guint n)
{
  const guint first = self->cells->len;

  g_array_set_size (self->cells, first + n);
  return &g_array_index (self->cells, Cell, first);
}

/**
 * mps_csv_rows_add_split:
 * @self: rows, of which none has begun
 * @text: (array length=length): cells with a delimiter between any two
 * @length: in bytes
 * @delimiter: one byte
 *
 * Begins a row with all of its cells.
 */
void
mps_csv_rows_add_split (MpsCsvRows *self, const char *text, gsize length, char delimiter)
{
  const gsize begin = self->text->len;
  char *kept;

  g_byte_array_set_size (self->text, (guint) (begin + length + 1));
  kept = (char *) self->text->data;
  memcpy (kept + begin, text, length);
  kept[begin + length] = delimiter;
  split (add_cells (self, count_bytes (kept + begin, length + 1, delimiter)), kept, begin,
         begin + length + 1, delimiter);
  self->begun_is_text = g_utf8_validate_len (text, length, NULL);
}

/**
 * mps_csv_rows_end_row:
 * @self: rows
 * @line: where the row that has begun begins
 *
 * Completes it.
 */
void
mps_csv_rows_end_row (MpsCsvRows *self, guint line)
{
  Row row = { .line = line,
              .first_cell = self->begun_cell,
              .n_cells = self->cells->len - self->begun_cell,
              .is_text = self->begun_is_text };

  g_array_append_val (self->rows, row);
  self->begun_is_text = FALSE;
  self->begun_cell = self->cells->len;
}

/**
 * mps_csv_rows_set_unclosed:
 * @self: rows, the last of which ended inside of quotes
 */
void
mps_csv_rows_set_unclosed (MpsCsvRows *self)
{
  g_array_index (self->rows, Row, self->rows->len - 1).unclosed_quote = TRUE;
}

/**
 * mps_csv_rows_forget:
 * @self: rows
 *
 * Drops them if all were handed out; only the cells of the row that has begun
 * are kept.
 */
void
mps_csv_rows_forget (MpsCsvRows *self)
{
  gsize kept_from;

  if (self->next_row == 0 || self->next_row < self->rows->len)
    return;
  kept_from = self->begun_cell < self->cells->len
                  ? g_array_index (self->cells, Cell, self->begun_cell).start
                  : self->text->len;
  g_array_remove_range (self->cells, 0, self->begun_cell);
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, Cell, i).start -= kept_from;
  if (kept_from > 0)
    g_byte_array_remove_range (self->text, 0, (guint) kept_from);
  g_array_set_size (self->rows, 0);
  self->begun_cell = 0;
  self->next_row = 0;
}

static void
make_room (MpsCsvRows *self, guint n_cells)
{
  if (n_cells <= self->handed_room)
    return;
  self->handed_texts = g_renew (const char *, self->handed_texts, n_cells);
  self->handed_lengths = g_renew (gsize, self->handed_lengths, n_cells);
  self->handed_room = n_cells;
}

static void
hand_out (MpsCsvRows *self, const Row *row)
{
  const Cell *cells = &g_array_index (self->cells, Cell, row->first_cell);

  make_room (self, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    {
      self->handed_texts[i] = (const char *) self->text->data + cells[i].start;
      self->handed_lengths[i] = cells[i].length;
    }
  self->handed = (MpsCsvRow) {
    .line = row->line,
    .n_cells = row->n_cells,
    .cells = self->handed_texts,
    .lengths = self->handed_lengths,
    .unclosed_quote = row->unclosed_quote,
    .is_text = row->is_text,
  };
}

/**
 * mps_csv_rows_next:
 * @self: rows
 *
 * Returns: (transfer none) (nullable): the next complete row that was not handed out, valid until
 *   the next call of any function of @self
 */
const MpsCsvRow *
mps_csv_rows_next (MpsCsvRows *self)
{
  if (self->next_row >= self->rows->len)
    return NULL;
  hand_out (self, &g_array_index (self->rows, Row, self->next_row++));
  return &self->handed;
}

/**
 * mps_csv_rows_peek:
 * @self: rows
 * @distance: from 0, which is the next row
 * @place: of a cell in its row
 *
 * Returns: (transfer none) (nullable): what stands in a cell of a row that will come; %NULL when it
 *   is not at hand
 */
const char *
mps_csv_rows_peek (const MpsCsvRows *self, guint distance, guint place)
{
  const Row *row;

  if (self->next_row + distance >= self->rows->len)
    return NULL;
  row = &g_array_index (self->rows, Row, self->next_row + distance);
  if (place >= row->n_cells)
    return NULL;
  return (const char *) self->text->data
         + g_array_index (self->cells, Cell, row->first_cell + place).start;
}
