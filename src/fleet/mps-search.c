/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-search.h"

#include "mps-text.h"

#include <string.h>

#define BLOCK 16

typedef guint8 Bytes __attribute__ ((vector_size (BLOCK)));
typedef guint64 Halves __attribute__ ((vector_size (BLOCK)));

static Bytes
load (const char *text)
{
  Bytes bytes;

  memcpy (&bytes, text, BLOCK);
  return bytes;
}

static Bytes
repeat (guint8 byte)
{
  return byte - (Bytes) {};
}

static gboolean
is_at (const MpsWord *word, const char *text)
{
  for (gsize i = 0; i < word->length; i++)
    if ((text[i] | word->cases[i]) != word->text[i])
      return FALSE;
  return TRUE;
}

/* Looks at those of sixteen places that have 0xff in @marks, and not 0. */
static gsize
find_at_marks (const MpsWord *word, const char *text, Halves marks)
{
  for (guint half = 0; half < 2; half++)
    {
      guint64 left = GUINT64_FROM_LE (marks[half]) & G_GUINT64_CONSTANT (0x0101010101010101);

      for (; left != 0; left &= left - 1)
        {
          const gsize place = half * 8 + (gsize) __builtin_ctzll (left) / 8;

          if (is_at (word, text + place))
            return place;
        }
    }
  return BLOCK;
}

/**
 * mps_word_find:
 * @word: a word
 * @text: folded text, or any text that mps_text_is_nearly_folded();
 *   %MPS_SEARCH_PADDING bytes that may be read follow it
 * @length: its length in bytes
 *
 * Compares the word's first and last byte with sixteen places at a time, and
 * the rest only where both are right.
 *
 * Returns: where @word is in @text first, whatever the case of ASCII letters,
 *   or @length
 */
gsize
mps_word_find (const MpsWord *word, const char *text, gsize length)
{
  const gsize end = word->length - 1;
  const Bytes firsts = repeat (word->text[0]), first_cases = repeat (word->cases[0]);
  const Bytes lasts = repeat (word->text[end]), last_cases = repeat (word->cases[end]);

  if (length < word->length)
    return length;
  for (gsize i = 0; i < length - end; i += BLOCK)
    {
      Bytes starts = (load (text + i) | first_cases) == firsts;
      Bytes ends = (load (text + i + end) | last_cases) == lasts;
      Halves marks = (Halves) (starts & ends);

      if (marks[0] | marks[1])
        {
          const gsize place = find_at_marks (word, text + i, marks);

          if (place < MIN (BLOCK, length - end - i))
            return i + place;
        }
    }
  return length;
}

static MpsWord
make_word (const char *text)
{
  MpsWord word = { .text = g_strdup (text), .length = strlen (text) };

  word.last = g_utf8_get_char (g_utf8_prev_char (text + word.length));
  word.cases = g_new (guint8, word.length);
  for (gsize i = 0; i < word.length; i++)
    word.cases[i] = g_ascii_islower (text[i]) ? 'a' - 'A' : 0;
  return word;
}

/**
 * mps_search_new:
 * @text: what somebody typed
 *
 * Returns: (transfer full): its folded words
 */
MpsSearch *
mps_search_new (const char *text)
{
  MpsSearch *self = g_new0 (MpsSearch, 1);
  g_autofree char *folded = mps_text_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);

  self->words = g_new (MpsWord, g_strv_length (parts));
  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      self->words[self->n_words++] = make_word (parts[i]);
  return self;
}

void
mps_search_free (MpsSearch *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      g_free (self->words[i].text);
      g_free (self->words[i].cases);
    }
  g_free (self->words);
  g_free (self);
}

static gboolean
any_word_has (const MpsSearch *self, const char *text)
{
  for (guint i = 0; i < self->n_words; i++)
    if (strstr (self->words[i].text, text))
      return TRUE;
  return FALSE;
}

/**
 * mps_search_extends:
 * @self: a search
 * @previous: the one before
 *
 * Returns: whether @self can only match rows that @previous matches
 */
gboolean
mps_search_extends (const MpsSearch *self, const MpsSearch *previous)
{
  for (guint i = 0; i < previous->n_words; i++)
    if (!any_word_has (self, previous->words[i].text))
      return FALSE;
  return TRUE;
}
