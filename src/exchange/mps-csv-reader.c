/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-csv-reader.h"

#include "mps-csv-bytes.h"
#include "mps-csv-rows.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

/* More than a row ever needs, and less than hurts: it is what a missing quote can swallow. */
#define MAX_ROW (16 * 1024 * 1024)
#define CELL_BLOCK (64 * 1024)

struct _MpsCsvReader {
  struct csv_parser parser;
  MpsCsvRows rows;
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

  mps_csv_rows_add_cell (&self->rows, text, length);
}

static void
end_row (int terminator, void *user_data)
{
  MpsCsvReader *self = user_data;

  mps_csv_rows_end_row (&self->rows, self->begun_line);
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
  mps_csv_rows_init (&self->rows);
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
  mps_csv_rows_clear (&self->rows);
  g_free (self);
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

static void
count_line_end (MpsCsvReader *self, char end)
{
  if (end == '\r' || !self->after_cr)
    self->line++;
  self->after_cr = end == '\r';
}

static gboolean
feed_line_end (MpsCsvReader *self, const char *data, GError **error)
{
  if (!parse (self, data, 1, error))
    return FALSE;
  count_line_end (self, *data);
  return TRUE;
}

static gboolean
is_quote_or_end (char byte)
{
  return byte == '"' || byte == '\n' || byte == '\r';
}

static gboolean
has_quote_or_end (const char *text)
{
  const guint64 bytes = mps_csv_bytes_read (text);

  return (mps_csv_bytes_mark (bytes, '"') | mps_csv_bytes_mark (bytes, '\n')
          | mps_csv_bytes_mark (bytes, '\r'))
         != 0;
}

/* Returns the length of a row without quotes that is there to its end, or 0. */
static gsize
measure_plain_row (MpsCsvReader *self, const char *data, gsize length)
{
  gsize i = 0;

  if (self->begun)
    return 0;
  while (i + MPS_CSV_BYTES <= length && !has_quote_or_end (data + i))
    i += MPS_CSV_BYTES;
  while (i < length && !is_quote_or_end (data[i]))
    i++;
  return i < length && i <= MAX_ROW && data[i] != '"' ? i : 0;
}

/* Does to a row without quotes what libcsv does, at a fraction of its cost: most files have no
 * others. Returns how much of @data was read: a row and the byte that ends it, or nothing. */
static gsize
feed_plain_row (MpsCsvReader *self, const char *data, gsize length)
{
  const gsize n_read = measure_plain_row (self, data, length);

  if (n_read == 0)
    return 0;
  mps_csv_rows_add_split (&self->rows, data, n_read, (char) csv_get_delim (&self->parser));
  mps_csv_rows_end_row (&self->rows, self->line);
  self->after_cr = FALSE;
  count_line_end (self, data[n_read]);
  return n_read + 1;
}

/* Reads up to a line end, which need not be the end of a row. */
static gboolean
feed_line (MpsCsvReader *self, const char *data, gsize length, gsize *n_read, GError **error)
{
  const gsize content = find_line_end (data, length);

  *n_read = MIN (content + 1, length);
  return feed_content (self, data, content, error)
         && (content == length || feed_line_end (self, data + content, error));
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
  mps_csv_rows_forget (&self->rows);
  while (length > 0)
    {
      gsize n_read = feed_plain_row (self, data, length);

      if (n_read == 0 && !feed_line (self, data, length, &n_read, error))
        return FALSE;
      data += n_read;
      length -= n_read;
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

  mps_csv_rows_forget (&self->rows);
  csv_set_opts (&self->parser, CSV_STRICT | CSV_STRICT_FINI);
  unclosed = csv_fini (&self->parser, end_cell, end_row, self) != 0;
  if (!unclosed)
    return TRUE;
  csv_set_opts (&self->parser, 0);
  csv_fini (&self->parser, end_cell, end_row, self);
  mps_csv_rows_set_unclosed (&self->rows);
  return TRUE;
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
  return mps_csv_rows_next (&self->rows);
}

/**
 * mps_csv_reader_peek:
 * @self: a reader
 * @distance: from 0, which is the next row
 * @place: of a cell in its row
 *
 * Returns: (transfer none) (nullable): what stands in a cell of a row that will come, which may be
 *   anything; %NULL when it was not read yet
 */
const char *
mps_csv_reader_peek (MpsCsvReader *self, guint distance, guint place)
{
  return mps_csv_rows_peek (&self->rows, distance, place);
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
