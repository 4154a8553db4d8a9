/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-text.h"

#include "exchange/mps-csv-cell.h"
#include "rules/mps-countries.h"

#include <glib/gi18n.h>

/* More than a cell can show, and little enough to be laid out in no time: a cell may hold 1 MB. */
#define MAX_SHOWN_CHARACTERS 100

/**
 * mps_import_text_dup_title:
 * @column: a #MpsContactField, or the place of a cell too many
 *
 * Returns: (transfer full): what the column is called, translated
 */
char *
mps_import_text_dup_title (guint column)
{
  if (column < MPS_N_CONTACT_FIELDS)
    return g_strdup (_ (mps_contact_field_get_header (column)));
  /* Translators: a column of a file that has no name; %u is its number, from 1 */
  return g_strdup_printf (_ ("Column %u"), column + 1);
}

/**
 * mps_import_text_dup_shown:
 * @row: a row of a contacts file
 * @column: a #MpsContactField, or the place of a cell too many
 *
 * Returns: (transfer full): what the cell says, short enough to be shown; a
 *   control character is seen as its picture, so that it can be found and
 *   taken out
 */
char *
mps_import_text_dup_shown (MpsContactsRow *row, guint column)
{
  g_autofree char *whole = mps_csv_cell_dup_text (mps_contacts_row_get_cell (row, column));
  GString *shown = g_string_new (NULL);
  const char *text = whole;

  for (guint i = 0; *text && i < MAX_SHOWN_CHARACTERS; i++, text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (shown, c < 0x20 ? 0x2400 + c : c);
    }
  if (*text)
    g_string_append (shown, "…");
  return g_string_free_and_steal (shown);
}

/**
 * mps_import_text_dup_name:
 * @row: a row of a contacts file
 *
 * Returns: (transfer full): the contact's name as far as it is there, or a word
 *   for there being none
 */
char *
mps_import_text_dup_name (MpsContactsRow *row)
{
  g_autofree char *first = mps_import_text_dup_shown (row, MPS_CONTACT_FIRST_NAME);
  g_autofree char *last = mps_import_text_dup_shown (row, MPS_CONTACT_LAST_NAME);
  const char *country = mps_countries_find (mps_contacts_row_get_cell (row, MPS_CONTACT_COUNTRY));

  if (*first == '\0' && *last == '\0')
    return g_strdup (C_ ("contact", "Without a name"));
  return mps_contact_name_format (
      first, last, mps_contact_name_is_family_first (first, last, country ? country : ""));
}
