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
is_any (Bytes mask)
{
  Halves halves = (Halves) mask;

  return (halves[0] | halves[1]) != 0;
}

static gboolean
is_at (const MpsWord *word, const char *text)
{
  for (gsize i = 0; i < word->length; i++)
    if ((text[i] | word->cases[i]) != word->text[i])
      return FALSE;
  return TRUE;
}

static gboolean
is_at_mark (const MpsWord *word, const char *text, Bytes marks, gsize n_places)
{
  for (gsize i = 0; i < n_places; i++)
    if (marks[i] && is_at (word, text + i))
      return TRUE;
  return FALSE;
}

/**
 * mps_word_is_in:
 * @word: a word
 * @text: folded text, or any text in ASCII; %MPS_SEARCH_PADDING bytes that may
 *   be read follow it
 * @length: its length in bytes
 *
 * Compares the word's first and last byte with sixteen places at a time, and
 * the rest only where both are right.
 *
 * Returns: whether @text has @word in it, whatever the case of ASCII letters
 */
gboolean
mps_word_is_in (const MpsWord *word, const char *text, gsize length)
{
  const gsize end = word->length - 1;
  const Bytes firsts = repeat (word->text[0]), first_cases = repeat (word->cases[0]);
  const Bytes lasts = repeat (word->text[end]), last_cases = repeat (word->cases[end]);
  gsize n_places;

  if (length < word->length)
    return FALSE;
  n_places = length - end;
  for (gsize i = 0; i < n_places; i += BLOCK)
    {
      Bytes starts = (load (text + i) | first_cases) == firsts;
      Bytes ends = (load (text + i + end) | last_cases) == lasts;
      Bytes marks = starts & ends;

      if (is_any (marks) && is_at_mark (word, text + i, marks, MIN (BLOCK, n_places - i)))
        return TRUE;
    }
  return FALSE;
}

static MpsWord
make_word (const char *text)
{
  MpsWord word = { .text = g_strdup (text), .length = strlen (text) };

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
