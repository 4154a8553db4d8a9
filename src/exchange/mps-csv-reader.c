/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-csv-reader.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

/* More than a row ever needs, and less than hurts: it is what a missing quote can swallow. */
#define MAX_ROW (16 * 1024 * 1024)
#define CELL_BLOCK (64 * 1024)

typedef struct {
  guint line;
  guint first_cell;
  guint n_cells;
  gboolean unclosed_quote;
} Row;

typedef struct {
  gsize start;
  gsize length;
} Cell;

struct _MpsCsvReader {
  struct csv_parser parser;
  GByteArray *text; /* of all cells, each with a nul after it */
  GArray *cells;    /* Cell, of the rows and of the one that has begun */
  GArray *rows;     /* Row, complete */
  guint next_row;   /* the first of rows that was not handed out */
  guint begun_cell; /* the first of cells that belongs to no row yet */
  const char **handed_texts;
  gsize *handed_lengths;
  guint handed_room;
  MpsCsvRow handed;
  guint line;       /* of the next byte */
  guint begun_line; /* of the first byte of the row that has begun */
  gsize begun_size; /* in bytes */
  gboolean begun;
  gboolean after_cr;
};

/* Spaces belong to a cell (source: RFC 4180). */
static int
is_no_space (unsigned char c)
{
  return 0;
}

static void
end_cell (void *text, size_t length, void *user_data)
{
  MpsCsvReader *self = user_data;
  Cell cell = { self->text->len, length };

  g_byte_array_append (self->text, text, (guint) length);
  g_byte_array_append (self->text, (const guint8 *) "", 1);
  g_array_append_val (self->cells, cell);
}

static void
end_row (int terminator, void *user_data)
{
  MpsCsvReader *self = user_data;
  Row row = { self->begun_line, self->begun_cell, self->cells->len - self->begun_cell, FALSE };

  g_array_append_val (self->rows, row);
  self->begun_cell = self->cells->len;
  self->begun = FALSE;
}

/**
 * mps_csv_reader_new:
 * @delimiter: what stands between cells, usually a comma
 *
 * Returns: (transfer full): a reader at the start of line 1
 */
MpsCsvReader *
mps_csv_reader_new (char delimiter)
{
  MpsCsvReader *self = g_new0 (MpsCsvReader, 1);

  csv_init (&self->parser, 0);
  csv_set_delim (&self->parser, (unsigned char) delimiter);
  csv_set_space_func (&self->parser, is_no_space);
  csv_set_blk_size (&self->parser, CELL_BLOCK);
  self->text = g_byte_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->line = 1;
  return self;
}

/**
 * mps_csv_reader_free:
 * @self: a reader
 */
void
mps_csv_reader_free (MpsCsvReader *self)
{
  csv_free (&self->parser);
  g_byte_array_unref (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->handed_texts);
  g_free (self->handed_lengths);
  g_free (self);
}

/* What was handed out is done with; only the cells of the row that has begun are kept. */
static void
forget_handed_rows (MpsCsvReader *self)
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

static gboolean
parse (MpsCsvReader *self, const char *data, gsize length, GError **error)
{
  self->begun_size += length;
  if (self->begun_size > MAX_ROW)
    {
      g_set_error (error, MPS_ERROR, MPS_ERROR_TOO_LARGE,
                   _ ("The row that begins in line %u is longer than 16 MiB. Perhaps a closing "
                      "quotation mark is missing there."),
                   self->begun_line);
      return FALSE;
    }
  if (csv_parse (&self->parser, data, length, end_cell, end_row, self) != length)
    g_error ("libcsv: %s", csv_strerror (csv_error (&self->parser)));
  return TRUE;
}

static gsize
find_line_end (const char *data, gsize length)
{
  gsize i = 0;

  while (i < length && data[i] != '\n' && data[i] != '\r')
    i++;
  return i;
}

static gboolean
feed_content (MpsCsvReader *self, const char *data, gsize length, GError **error)
{
  if (length == 0)
    return TRUE;
  if (!self->begun)
    {
      self->begun_line = self->line;
      self->begun_size = 0;
    }
  self->begun = TRUE;
  self->after_cr = FALSE;
  return parse (self, data, length, error);
}

static gboolean
feed_line_end (MpsCsvReader *self, const char *data, GError **error)
{
  if (!parse (self, data, 1, error))
    return FALSE;
  if (*data == '\r' || !self->after_cr)
    self->line++;
  self->after_cr = *data == '\r';
  return TRUE;
}

/**
 * mps_csv_reader_feed:
 * @self: a reader
 * @data: UTF-8, of any length; it may be cut anywhere
 * @length: in bytes
 * @error: %MPS_ERROR_TOO_LARGE for a row of more than 16 MiB
 *
 * Reads on. The rows that became complete are then had from
 * mps_csv_reader_next(); those handed out before are no longer valid.
 *
 * Returns: %FALSE if the file can't be read on
 */
gboolean
mps_csv_reader_feed (MpsCsvReader *self, const char *data, gsize length, GError **error)
{
  forget_handed_rows (self);
  while (length > 0)
    {
      gsize content = find_line_end (data, length);

      if (!feed_content (self, data, content, error))
        return FALSE;
      if (content < length && !feed_line_end (self, data + content, error))
        return FALSE;
      content = MIN (content + 1, length);
      data += content;
      length -= content;
    }
  return TRUE;
}

/**
 * mps_csv_reader_end:
 * @self: a reader that was fed all there is
 * @error: not set at present
 *
 * Completes the last row when no line end stands after it, or when its quotes
 * are still open.
 *
 * Returns: %TRUE
 */
gboolean
mps_csv_reader_end (MpsCsvReader *self, GError **error)
{
  gboolean unclosed;

  forget_handed_rows (self);
  csv_set_opts (&self->parser, CSV_STRICT | CSV_STRICT_FINI);
  unclosed = csv_fini (&self->parser, end_cell, end_row, self) != 0;
  if (!unclosed)
    return TRUE;
  csv_set_opts (&self->parser, 0);
  csv_fini (&self->parser, end_cell, end_row, self);
  g_array_index (self->rows, Row, self->rows->len - 1).unclosed_quote = TRUE;
  return TRUE;
}

static void
make_room (MpsCsvReader *self, guint n_cells)
{
  if (n_cells <= self->handed_room)
    return;
  self->handed_texts = g_renew (const char *, self->handed_texts, n_cells);
  self->handed_lengths = g_renew (gsize, self->handed_lengths, n_cells);
  self->handed_room = n_cells;
}

static void
hand_out (MpsCsvReader *self, const Row *row)
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
  };
}

/**
 * mps_csv_reader_next:
 * @self: a reader
 *
 * Lines with nothing in them are no rows, but count as lines.
 *
 * Returns: (transfer none) (nullable): the next complete row, valid until the
 *   next call of any function of @self; %NULL when more has to be fed
 */
const MpsCsvRow *
mps_csv_reader_next (MpsCsvReader *self)
{
  if (self->next_row >= self->rows->len)
    return NULL;
  hand_out (self, &g_array_index (self->rows, Row, self->next_row++));
  return &self->handed;
}

/* The full-width space is what a Japanese keyboard types. */
static const char *
skip_space (const char *text)
{
  for (;;)
    {
      if (g_ascii_isspace (*text))
        text++;
      else if (g_str_has_prefix (text, "\u3000"))
        text += strlen ("\u3000");
      else
        return text;
    }
}

/**
 * mps_csv_row_is_blank:
 * @row: a row
 *
 * Returns: whether all of its cells are empty or white space, as in the rows
 *   of commas that spreadsheets leave at the end
 */
gboolean
mps_csv_row_is_blank (const MpsCsvRow *row)
{
  if (row->unclosed_quote)
    return FALSE;
  for (guint i = 0; i < row->n_cells; i++)
    if (skip_space (row->cells[i]) < row->cells[i] + row->lengths[i])
      return FALSE;
  return TRUE;
}
