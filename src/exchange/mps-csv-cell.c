/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-csv-cell.h"

#include <string.h>

/**
 * mps_csv_cell_is_formula:
 * @text: UTF-8
 *
 * The signs are those that OWASP names under "CSV Injection", and the
 * full-width ones, which Japanese spreadsheets narrow.
 *
 * Returns: whether a spreadsheet could take @text for a formula
 */
gboolean
mps_csv_cell_is_formula (const char *text)
{
  static const char *const signs[]
      = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;
  return FALSE;
}

/**
 * mps_csv_cell_is_constant:
 * @text: UTF-8
 *
 * Returns: whether @text is a formula that does nothing but keep a number as it
 *   is written, such as ="0312345678"
 */
gboolean
mps_csv_cell_is_constant (const char *text)
{
  gsize length = strlen (text);

  return length >= 3 && g_str_has_prefix (text, "=\"")
         && strchr (text + 2, '"') == text + length - 1;
}

/* What begins with apostrophes before a formula gets one more, so that one can be taken back. */
static gboolean
is_formula_after_apostrophes (const char *text)
{
  return mps_csv_cell_is_formula (text + strspn (text, "'"));
}

/**
 * mps_csv_cell_dup_safe:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with an apostrophe before it where a
 *   spreadsheet could take it for a formula; mps_csv_cell_dup_text() takes it back
 */
char *
mps_csv_cell_dup_safe (const char *text)
{
  return g_strconcat (is_formula_after_apostrophes (text) ? "'" : "", text, NULL);
}

/**
 * mps_csv_cell_dup_text:
 * @cell: as it stands in a file, without white space around it
 *
 * Undoes what keeps a spreadsheet from reading a text as a number or formula:
 * ="0312345678" is 0312345678, and an apostrophe before a formula is not part
 * of the text.
 *
 * Returns: (transfer full): what was meant
 */
char *
mps_csv_cell_dup_text (const char *cell)
{
  gsize length = strlen (cell);

  if (length >= 3 && g_str_has_prefix (cell, "=\"") && cell[length - 1] == '"')
    return g_strndup (cell + 2, length - 3);
  if (cell[0] == '\'' && is_formula_after_apostrophes (cell))
    return g_strdup (cell + 1);
  return g_strdup (cell);
}

/* It computes nothing that could do harm, and people read what they paste into a message. */
static gboolean
is_phone_number (const char *text)
{
  return text[0] == '+' && text[1 + strspn (text + 1, "0123456789 -()")] == '\0';
}

/**
 * mps_csv_cell_append_pasted:
 * @line: a line of cells with tabs between them, for the clipboard
 * @text: UTF-8
 *
 * Appends a cell that a spreadsheet takes for that very text where it is pasted: a
 * tab or a line break in it begins no other cell or row, and it is no formula. A
 * telephone number is left as it is.
 */
void
mps_csv_cell_append_pasted (GString *line, const char *text)
{
  const gsize start = line->len;

  if (is_formula_after_apostrophes (text) && !is_phone_number (text))
    g_string_append_c (line, '\'');
  g_string_append (line, text);
  g_strdelimit (line->str + start, "\t\r\n", ' ');
}

/**
 * mps_csv_cell_append_pasted_row:
 * @text: lines of cells, for the clipboard
 * @first: the first cell
 * @...: the others, and %NULL
 *
 * Appends a line of cells of mps_csv_cell_append_pasted().
 */
void
mps_csv_cell_append_pasted_row (GString *text, const char *first, ...)
{
  const char *cell;
  va_list cells;

  mps_csv_cell_append_pasted (text, first);
  va_start (cells, first);
  while ((cell = va_arg (cells, const char *)))
    {
      g_string_append_c (text, '\t');
      mps_csv_cell_append_pasted (text, cell);
    }
  va_end (cells);
  g_string_append_c (text, '\n');
}
