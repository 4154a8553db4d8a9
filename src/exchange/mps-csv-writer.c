/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-csv-writer.h"

#include "mps-csv-cell.h"

#include <string.h>

struct _MpsCsvWriter {
  GByteArray *bytes;
  gboolean safe;
  gboolean in_row;
  gsize row_start; /* in bytes */
};

/**
 * mps_csv_writer_new:
 * @flags: how to write
 *
 * Returns: (transfer full): a writer of nothing yet, but the byte order mark
 *   when it was asked for
 */
MpsCsvWriter *
mps_csv_writer_new (MpsCsvFlags flags)
{
  MpsCsvWriter *self = g_new0 (MpsCsvWriter, 1);

  self->bytes = g_byte_array_new ();
  self->safe = (flags & MPS_CSV_SAFE) != 0;
  if (flags & MPS_CSV_BOM)
    g_byte_array_append (self->bytes, (const guint8 *) "\xef\xbb\xbf", 3);
  return self;
}

/**
 * mps_csv_writer_free:
 * @self: a writer
 */
void
mps_csv_writer_free (MpsCsvWriter *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

static void
append (MpsCsvWriter *self, const char *text, gsize length)
{
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) length);
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",\"\r\n") || g_ascii_isspace (text[0])
         || (length > 0 && g_ascii_isspace (text[length - 1]));
}

static void
append_quoted (MpsCsvWriter *self, const char *text)
{
  append (self, "\"", 1);
  for (const char *quote; (quote = strchr (text, '"')); text = quote + 1)
    {
      append (self, text, (gsize) (quote + 1 - text));
      append (self, "\"", 1);
    }
  append (self, text, strlen (text));
  append (self, "\"", 1);
}

/**
 * mps_csv_writer_cell:
 * @self: a writer
 * @text: UTF-8
 *
 * Appends a cell to the row.
 */
void
mps_csv_writer_cell (MpsCsvWriter *self, const char *text)
{
  g_autofree char *marked = NULL;

  if (self->safe)
    text = marked = mps_csv_cell_dup_safe (text);
  if (self->in_row)
    append (self, ",", 1);
  else
    self->row_start = self->bytes->len;
  self->in_row = TRUE;
  if (needs_quotes (text))
    append_quoted (self, text);
  else
    append (self, text, strlen (text));
}

/**
 * mps_csv_writer_end_row:
 * @self: a writer
 */
void
mps_csv_writer_end_row (MpsCsvWriter *self)
{
  /* A line with nothing in it is no row. */
  if (self->in_row && self->bytes->len == self->row_start)
    append_quoted (self, "");
  append (self, "\r\n", 2);
  self->in_row = FALSE;
}

/**
 * mps_csv_writer_steal:
 * @self: a writer, which can only be freed afterwards
 *
 * Returns: (transfer full): what was written
 */
GBytes *
mps_csv_writer_steal (MpsCsvWriter *self)
{
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
