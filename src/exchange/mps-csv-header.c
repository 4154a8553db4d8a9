/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-csv-header.h"

#include "fleet/mps-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_LIST 400

/**
 * mps_csv_header_fold:
 * @header: valid UTF-8
 *
 * Returns: (transfer full): @header without case, width and spaces
 */
char *
mps_csv_header_fold (const char *header)
{
  g_autofree char *folded = mps_text_fold (header);
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free_and_steal (out);
}

/* A header is compared with every word that this program knows; they are folded only once.
 * Returns (transfer none): @word folded. */
static const char *
fold_word (const char *word)
{
  static GMutex mutex;
  static GHashTable *folded_words;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char *folded;

  if (!folded_words)
    folded_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  folded = g_hash_table_lookup (folded_words, word);
  if (!folded)
    {
      folded = mps_csv_header_fold (word);
      g_hash_table_insert (folded_words, g_strdup (word), folded);
    }
  return folded;
}

/**
 * mps_csv_header_matches:
 * @folded: what stands in the file, through mps_csv_header_fold()
 * @english: one of the program's headers
 * @japanese: the same in Japanese
 *
 * Any thread.
 *
 * Returns: whether @folded is one of the two
 */
gboolean
mps_csv_header_matches (const char *folded, const char *english, const char *japanese)
{
  return g_str_equal (folded, fold_word (english)) || g_str_equal (folded, fold_word (japanese));
}

/**
 * mps_csv_header_check_separator:
 * @cells: (array length=n_cells): the first row, split at commas
 * @n_cells: how many
 * @error: %MPS_ERROR_WRONG_COLUMNS when it is split by something else
 *
 * Returns: %FALSE if tabs or semicolons separate the columns
 */
gboolean
mps_csv_header_check_separator (const char *const *cells, guint n_cells, GError **error)
{
  if (n_cells != 1)
    return TRUE;
  if (strchr (cells[0], '\t'))
    g_set_error_literal (error, MPS_ERROR, MPS_ERROR_WRONG_COLUMNS,
                         _ ("The columns of the file are separated by tabs. Save it again with "
                            "commas between the columns (CSV)."));
  else if (strchr (cells[0], ';'))
    g_set_error_literal (error, MPS_ERROR, MPS_ERROR_WRONG_COLUMNS,
                         _ ("The columns of the file are separated by semicolons. Save it again "
                            "with commas between the columns (CSV)."));
  else
    return TRUE;
  return FALSE;
}

/**
 * mps_csv_header_dup_list:
 * @cells: (array length=n_cells): the first row
 * @n_cells: how many
 *
 * Returns: (transfer full): the headers for a message, cut off where it gets too long
 */
char *
mps_csv_header_dup_list (const char *const *cells, guint n_cells)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_cells && list->len < MAX_LIST; i++)
    {
      g_autofree char *shown = g_utf8_truncate_middle (cells[i], 64);

      if (i > 0)
        /* Translators: stands between the names of a list */
        g_string_append (list, C_ ("list of names", ", "));
      /* Translators: the name of a column in a list of them */
      g_string_append_printf (list, C_ ("list of names", "“%s”"), shown);
    }
  if (list->len >= MAX_LIST)
    g_string_append (list, "…");
  return g_string_free_and_steal (list);
}
