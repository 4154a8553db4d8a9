/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-serial-list.h"

#include "fleet/mps-text.h"

#include "mps-csv-reader.h"

#include <string.h>

struct _MpsSerialList {
  GHashTable *seen;   /* the texts are those of serials */
  GPtrArray *serials; /* owned, with a NULL at the end */
  guint n_repeated;
};

/**
 * mps_serial_list_new:
 *
 * Returns: (transfer full): an empty list
 */
MpsSerialList *
mps_serial_list_new (void)
{
  MpsSerialList *self = g_new0 (MpsSerialList, 1);

  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->serials = g_ptr_array_new_null_terminated (16, g_free, TRUE);
  return self;
}

void
mps_serial_list_free (MpsSerialList *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->serials);
  g_free (self);
}

/**
 * mps_serial_list_add:
 * @self: a list
 * @text: a serial number in any width and case
 *
 * Adds it unless it is empty. One that is named twice is one printer, and is
 * counted.
 */
void
mps_serial_list_add (MpsSerialList *self, const char *text)
{
  g_autofree char *serial = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  serial = mps_text_dup_serial (text);
  if (*serial == '\0')
    return;
  if (g_hash_table_contains (self->seen, serial))
    {
      self->n_repeated++;
      return;
    }
  g_hash_table_add (self->seen, serial);
  g_ptr_array_add (self->serials, g_steal_pointer (&serial));
}

/* The list may be what was exported, or copied from a spreadsheet. */
static gboolean
is_header (const char *cell)
{
  g_autofree char *identity = mps_text_fold_identity (cell);

  return g_str_equal (identity, "serial number") || g_str_equal (identity, "シリアル番号");
}

/**
 * mps_serial_list_add_rows:
 * @self: a list
 * @text: UTF-8; it may hold NUL characters
 * @length: in bytes
 * @delimiter: what stands between the cells of a row
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Adds the first cell of each row but the header's.
 */
gboolean
mps_serial_list_add_rows (MpsSerialList *self, const char *text, gsize length, char delimiter,
                          GError **error)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (delimiter);
  const MpsCsvRow *row;

  g_return_val_if_fail (self != NULL, FALSE);
  if (!mps_csv_reader_feed (reader, text, length, error) || !mps_csv_reader_end (reader, error))
    return FALSE;
  while ((row = mps_csv_reader_next (reader)))
    if (row->n_cells > 0 && !(row->line == 1 && is_header (row->cells[0])))
      mps_serial_list_add (self, row->cells[0]);
  return TRUE;
}

static gboolean
is_separator (gunichar character)
{
  return character == 0 || g_unichar_isspace (character) || g_unichar_iscntrl (character)
         || character == ',' || character == ';' || character == 0x3001 /* 、 */
         || character == 0xff0c /* ， */ || character == 0xff1b /* ； */;
}

static const char *
skip (const char *text, const char *end, gboolean separators)
{
  while (text < end && is_separator (g_utf8_get_char (text)) == separators)
    text = g_utf8_next_char (text);
  return MIN (text, end);
}

static void
add_words (MpsSerialList *self, const char *text, const char *end)
{
  while ((text = skip (text, end, TRUE)) < end)
    {
      const char *word_end = skip (text, end, FALSE);
      g_autofree char *word = g_strndup (text, (gsize) (word_end - text));

      mps_serial_list_add (self, word);
      text = word_end;
    }
}

/* Returns: what stands between the cells of a table with a header; NUL for a text without one */
static char
find_delimiter (const char *text, gsize length)
{
  g_autofree char *cell = NULL;
  gsize cell_length = 0, n;

  while (cell_length < length && strchr ("\t,;\r\n", text[cell_length]) == NULL)
    cell_length++;
  cell = g_strndup (text, cell_length);
  n = strlen (cell);

  if (n > 1 && cell[0] == '"' && cell[n - 1] == '"')
    {
      memmove (cell, cell + 1, n - 2);
      cell[n - 2] = '\0';
    }
  if (!is_header (cell))
    return '\0';
  return cell_length < length && (text[cell_length] == '\t' || text[cell_length] == ';')
             ? text[cell_length]
             : ',';
}

/**
 * mps_serial_list_add_text:
 * @self: a list
 * @text: UTF-8; it may hold NUL characters
 * @length: in bytes
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Adds what was pasted or read from a file. A table, which begins with the
 * header of its first column, has the serial numbers in that column; in any
 * other text they are separated by white space, commas and semicolons.
 */
gboolean
mps_serial_list_add_text (MpsSerialList *self, const char *text, gsize length, GError **error)
{
  char delimiter;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  delimiter = find_delimiter (text, length);
  if (delimiter != '\0')
    return mps_serial_list_add_rows (self, text, length, delimiter, error);
  add_words (self, text, text + length);
  return TRUE;
}

guint
mps_serial_list_get_n (MpsSerialList *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->serials->len;
}

/**
 * mps_serial_list_get_n_repeated:
 * @self: a list
 *
 * Returns: how many were named that are in the list already
 */
guint
mps_serial_list_get_n_repeated (MpsSerialList *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_repeated;
}

/**
 * mps_serial_list_get:
 * @self: a list
 *
 * Returns: (transfer none) (array zero-terminated=1): the serial numbers, in
 *   the order in which they were named, until another is added
 */
const char *const *
mps_serial_list_get (MpsSerialList *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->serials->pdata;
}
