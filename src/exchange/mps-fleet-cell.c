/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-cell.h"

#include "fleet/mps-text.h"
#include "mps-csv-cell.h"

#include <glib/gi18n.h>
#include <string.h>

/* Control characters, and the bytes with which those begin that only few texts have: further
 * control characters, spaces, and marks of writing direction. */
static const guint8 is_unusual[256] = {
  [0x00 ... 0x1f] = TRUE,
  [0x7f] = TRUE,
  [0xc2] = TRUE,
  [0xe2] = TRUE,
};

/**
 * mps_fleet_cell_dup_column:
 * @cells: a printer of a fleet list
 * @column: a column
 *
 * Returns: (transfer full): how a problem names the cell: by its header, or in
 *   JSON by its path
 */
char *
mps_fleet_cell_dup_column (const MpsFleetCells *cells, MpsFleetColumn column)
{
  if (cells->path)
    return g_strdup_printf ("%s.%s", cells->path, mps_fleet_column_get_id (column));
  return g_strdup (mps_fleet_column_get_header (column));
}

/**
 * mps_fleet_cell_add_problem:
 * @check: a row
 * @column: where
 * @code: what, for programs
 * @reason: what, for people; marked by N_() and translated here, so that it costs nothing in a
 *   good row
 */
void
mps_fleet_cell_add_problem (MpsFleetCheck *check, MpsFleetColumn column, const char *code,
                            const char *reason)
{
  g_autofree char *name = mps_fleet_cell_dup_column (check->cells, column);

  g_ptr_array_add (check->problems,
                   mps_problem_new_marked (check->cells->line, name, code, reason));
}

void
mps_fleet_cell_add_too_long (MpsFleetCheck *check, MpsFleetColumn column, guint limit)
{
  g_autofree char *name = mps_fleet_cell_dup_column (check->cells, column);

  g_ptr_array_add (check->problems,
                   mps_problem_new (check->cells->line, name, "too-long",
                                    ngettext ("It may have at most %u character.",
                                              "It may have at most %u characters.", limit),
                                    limit));
}

/**
 * mps_fleet_cell_keep:
 * @check: a row
 * @text: (transfer full) (nullable): a text
 *
 * Returns: (transfer none) (nullable): @text, until the next row
 */
const char *
mps_fleet_cell_keep (MpsFleetCheck *check, char *text)
{
  if (text)
    g_ptr_array_add (check->made, text);
  return text;
}

static gboolean
is_space_at (const char *p)
{
  if (*p > 0x20 && *p < 0x7f)
    return FALSE;
  return g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * mps_fleet_cell_skip_space:
 * @text: valid UTF-8
 *
 * Returns: where the first character stands that is no space
 */
const char *
mps_fleet_cell_skip_space (const char *text)
{
  while (is_space_at (text))
    text = g_utf8_next_char (text);
  return text;
}

static char *
dup_trimmed (const char *text)
{
  const char *start = mps_fleet_cell_skip_space (text);
  const char *end = start + strlen (start);

  while (end > start && is_space_at (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

static char *
dup_cell (const char *cell)
{
  g_autofree char *trimmed = dup_trimmed (cell);
  g_autofree char *text = NULL;

  if (*trimmed != '=' && *trimmed != '\'')
    return g_steal_pointer (&trimmed);
  text = mps_csv_cell_dup_text (trimmed);
  return dup_trimmed (text);
}

/* Whether a cell is the text that it stands for, and has nothing in it that no cell may hold. */
static gboolean
is_plain (const char *cell, guint limit)
{
  const guint8 *end = (const guint8 *) cell;

  if (*cell == '=' || *cell == '\'' || is_space_at (cell))
    return FALSE;
  while (end - (const guint8 *) cell <= limit && !is_unusual[*end])
    end++;
  if (*end != '\0' || end - (const guint8 *) cell > limit)
    return FALSE;
  return *cell == '\0' || !is_space_at (g_utf8_prev_char ((const char *) end));
}

static const char *
take_unusual (MpsFleetCheck *check, MpsFleetColumn column, const char *cell, guint limit)
{
  g_autofree char *text = dup_cell (cell);

  if (mps_text_has_control (text))
    mps_fleet_cell_add_problem (
        check, column, "control-character",
        N_ ("It has a control character, a line break or a mark of writing direction in "
            "it. Take it out."));
  else if (strlen (text) > limit && g_utf8_strlen (text, -1) > (glong) limit)
    mps_fleet_cell_add_too_long (check, column, limit);
  else
    return mps_fleet_cell_keep (check, g_steal_pointer (&text));
  return NULL;
}

/**
 * mps_fleet_cell_take_text:
 * @check: a row
 * @column: which cell
 * @limit: how many characters it may have
 *
 * Returns: (transfer none) (nullable): its text without spaces around it, until the next row; ""
 *   for a cell that is not there; %NULL, with a problem, for what no cell may hold
 */
const char *
mps_fleet_cell_take_text (MpsFleetCheck *check, MpsFleetColumn column, guint limit)
{
  const char *cell = check->cells->texts[column];

  if (cell == NULL)
    return "";
  return is_plain (cell, limit) ? cell : take_unusual (check, column, cell, limit);
}

/**
 * mps_fleet_cell_take_narrow:
 * @check: a row
 * @column: which cell
 * @limit: how many characters it may have
 *
 * Returns: (transfer none) (nullable): the same with full-width letters and digits made narrow
 */
const char *
mps_fleet_cell_take_narrow (MpsFleetCheck *check, MpsFleetColumn column, guint limit)
{
  const char *text = mps_fleet_cell_take_text (check, column, limit);

  if (text == NULL || g_str_is_ascii (text))
    return text;
  return mps_fleet_cell_keep (check, mps_text_narrow (text));
}

static gboolean
is_same_word (const char *folded, const char *word)
{
  g_autofree char *other = mps_text_fold_identity (word);

  return g_str_equal (folded, other);
}

/**
 * mps_fleet_cell_find_word:
 * @text: what stands in a cell
 * @words: (array length=n_words): what may stand there
 * @n_words: how many
 * @value: (out): that of the word, of which width, case and spaces make no difference
 *
 * Returns: whether it is one of them
 */
gboolean
mps_fleet_cell_find_word (const char *text, const MpsFleetWord *words, gsize n_words, int *value)
{
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < n_words; i++)
    {
      *value = words[i].value;
      if (g_str_equal (text, words[i].english) || g_str_equal (text, words[i].japanese))
        return TRUE;
    }
  folded = mps_text_fold_identity (text);
  for (gsize i = 0; i < n_words; i++)
    {
      *value = words[i].value;
      if (is_same_word (folded, words[i].english) || is_same_word (folded, words[i].japanese)
          || is_same_word (folded, _ (words[i].english)))
        return TRUE;
    }
  return FALSE;
}
