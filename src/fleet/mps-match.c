/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-match.h"

#include <string.h>

/* What a table has at most. */
#define MAX_COLUMNS 5

typedef struct {
  const guint32 *numbers;
  guint8 *has; /* by number, whether the word is in the text */
} Column;

/* Two columns that are read in one, as family and given name in Japanese. */
typedef struct {
  MpsMatchColumn first;
  MpsMatchColumn second;
  guint8 *ends;   /* by number in first, whether a beginning of the word ends the text */
  guint8 *begins; /* by number in second, whether an end of the word begins the text; or NULL */
} Joint;

typedef struct {
  const MpsWord *word;
  Column columns[MAX_COLUMNS]; /* those that have the word at all */
  guint n_columns;
  Joint joint;
  guint8 *known;  /* by block, whether it was searched */
  guint64 *found; /* by block, which rows have the word */
} WordMatch;

struct _MpsMatch {
  const MpsTextBlocks *texts;
  guint n_words;
  WordMatch words[];
};

/**
 * mps_match_new:
 * @search: what is searched for; it must outlive the match
 * @texts: the texts that are the rows' own
 *
 * Returns: (transfer full): a match that knows of no columns besides @texts
 */
MpsMatch *
mps_match_new (const MpsSearch *search, const MpsTextBlocks *texts)
{
  const guint n_blocks = texts->n_rows / MPS_TEXT_BLOCK_ROWS + 1;
  MpsMatch *self = g_malloc0 (sizeof *self + search->n_words * sizeof self->words[0]);

  self->texts = texts;
  self->n_words = search->n_words;
  for (guint i = 0; i < search->n_words; i++)
    {
      self->words[i].word = &search->words[i];
      self->words[i].known = g_new0 (guint8, n_blocks);
      self->words[i].found = g_new (guint64, n_blocks);
    }
  return self;
}

void
mps_match_free (MpsMatch *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      WordMatch *match = &self->words[i];

      for (guint column = 0; column < match->n_columns; column++)
        g_free (match->columns[column].has);
      g_free (match->joint.ends);
      g_free (match->joint.begins);
      g_free (match->known);
      g_free (match->found);
    }
  g_free (self);
}

static gboolean
is_any (const guint8 *flags, guint n_flags)
{
  return memchr (flags, TRUE, n_flags) != NULL;
}

static void
add_column (WordMatch *match, const MpsMatchColumn *column)
{
  g_autofree guint8 *has = mps_dictionary_match (column->dictionary, match->word);

  g_assert (match->n_columns < MAX_COLUMNS);
  if (is_any (has, mps_dictionary_get_n (column->dictionary)))
    match->columns[match->n_columns++] = (Column) { column->numbers, g_steal_pointer (&has) };
}

/**
 * mps_match_add_column:
 * @self: a match that was not asked yet
 * @column: texts that are searched too
 */
void
mps_match_add_column (MpsMatch *self, const MpsMatchColumn *column)
{
  for (guint i = 0; i < self->n_words; i++)
    add_column (&self->words[i], column);
}

/* Between two letters, of which one at least is of a script that does without spaces. */
static gboolean
can_split (const MpsWord *word, gsize at)
{
  const guint8 before = word->text[at - 1], after = word->text[at];
  const gboolean is_letter = (after & 0xC0) != 0x80;

  return is_letter && (before >= 0x80 || after >= 0x80);
}

static gboolean
is_ending (const MpsWord *word, gsize at, const char *text)
{
  const gsize length = strlen (text);

  return length >= at && memcmp (text + length - at, word->text, at) == 0;
}

static gboolean
is_beginning (const MpsWord *word, gsize at, const char *text)
{
  return g_str_has_prefix (text, word->text + at);
}

typedef gboolean (*IsPart) (const MpsWord *word, gsize at, const char *text);

static guint8 *
match_parts (const MpsWord *word, MpsDictionary *dictionary, IsPart is_part)
{
  const guint n_texts = mps_dictionary_get_n (dictionary);
  g_autofree guint8 *parts = g_new0 (guint8, n_texts);

  for (gsize at = 1; at < word->length; at++)
    for (guint i = 0; can_split (word, at) && i < n_texts; i++)
      parts[i] |= is_part (word, at, mps_dictionary_get_folded (dictionary, i));
  return is_any (parts, n_texts) ? g_steal_pointer (&parts) : NULL;
}

static gboolean
is_joined (const MpsWord *word, const char *first, const char *second)
{
  for (gsize at = 1; at < word->length; at++)
    if (can_split (word, at) && is_ending (word, at, first) && is_beginning (word, at, second))
      return TRUE;
  return FALSE;
}

/**
 * mps_match_add_joint:
 * @self: a match that was not asked yet
 * @first: a column
 * @second: another one
 *
 * Finds a word too that begins in the one and ends in the other without a
 * space between them, unless both of the letters there are ASCII.
 */
void
mps_match_add_joint (MpsMatch *self, const MpsMatchColumn *first, const MpsMatchColumn *second)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      const MpsWord *word = self->words[i].word;
      Joint *joint = &self->words[i].joint;

      joint->first = *first;
      joint->second = *second;
      joint->ends = match_parts (word, first->dictionary, is_ending);
      if (joint->ends)
        joint->begins = match_parts (word, second->dictionary, is_beginning);
    }
}

#define BIT(place) (G_GUINT64_CONSTANT (1) << (place))

static guint64
find_in_column (const Column *column, guint32 first, guint n_rows)
{
  guint64 found = 0;

  for (guint i = 0; i < n_rows; i++)
    found |= (guint64) column->has[column->numbers[first + i]] << i;
  return found;
}

static guint64
find_in_joint (const WordMatch *match, guint32 start, guint n_rows)
{
  const MpsMatchColumn *first = &match->joint.first, *second = &match->joint.second;
  guint64 found = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const guint32 a = first->numbers[start + i], b = second->numbers[start + i];

      if (match->joint.ends[a] && match->joint.begins[b]
          && is_joined (match->word, mps_dictionary_get_folded (first->dictionary, a),
                        mps_dictionary_get_folded (second->dictionary, b)))
        found |= BIT (i);
    }
  return found;
}

static guint64
find_in_block (const MpsMatch *self, const WordMatch *match, guint block)
{
  const guint32 start = block * MPS_TEXT_BLOCK_ROWS;
  const guint n_rows = MIN (self->texts->n_rows - start, MPS_TEXT_BLOCK_ROWS);
  const guint64 all = G_MAXUINT64 >> (MPS_TEXT_BLOCK_ROWS - n_rows);
  guint64 found = mps_text_blocks_find (self->texts, block, match->word);

  for (guint i = 0; i < match->n_columns && found != all; i++)
    found |= find_in_column (&match->columns[i], start, n_rows);
  if (match->joint.begins && found != all)
    found |= find_in_joint (match, start, n_rows);
  return found;
}

static gboolean
has_word (const MpsMatch *self, WordMatch *match, guint32 row)
{
  const guint block = row / MPS_TEXT_BLOCK_ROWS;

  if (!match->known[block])
    {
      match->found[block] = find_in_block (self, match, block);
      match->known[block] = TRUE;
    }
  return (match->found[block] & BIT (row % MPS_TEXT_BLOCK_ROWS)) != 0;
}

/**
 * mps_match_has:
 * @self: a match
 * @row: a row of the table
 *
 * Returns: whether the row has all words of the search
 */
gboolean
mps_match_has (MpsMatch *self, guint32 row)
{
  for (guint i = 0; i < self->n_words; i++)
    if (!has_word (self, &self->words[i], row))
      return FALSE;
  return TRUE;
}
