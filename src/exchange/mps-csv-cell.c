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
  if (cell[0] == '\'' && mps_csv_cell_is_formula (cell + 1))
    return g_strdup (cell + 1);
  return g_strdup (cell);
}
