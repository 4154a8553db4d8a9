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
  return byte - (Bytes){};
}

/* The bit that makes a capital small; a byte that is no letter keeps its bits. */
static guint8
case_bit (char c)
{
  return g_ascii_islower (c) ? 0x20 : 0;
}

static gboolean
is_any (Bytes mask)
{
  Halves halves = (Halves) mask;

  return (halves[0] | halves[1]) != 0;
}

static gboolean
is_within (const MpsWord *word, const char *text, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    if (g_ascii_strncasecmp (text + i, word->text, word->length) == 0)
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
  const guint8 first = word->text[0], last = word->text[word->length - 1];
  const Bytes firsts = repeat (first), first_bits = repeat (case_bit (first));
  const Bytes lasts = repeat (last), last_bits = repeat (case_bit (last));
  gsize n_places;

  if (length < word->length)
    return FALSE;
  n_places = length - word->length + 1;
  for (gsize i = 0; i < n_places; i += BLOCK)
    {
      Bytes starts = (load (text + i) | first_bits) == firsts;
      Bytes ends = (load (text + i + word->length - 1) | last_bits) == lasts;

      if (is_any (starts & ends) && is_within (word, text, i, MIN (i + BLOCK, n_places)))
        return TRUE;
    }
  return FALSE;
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
      self->words[self->n_words++] = (MpsWord){ g_strdup (parts[i]), strlen (parts[i]) };
  return self;
}

void
mps_search_free (MpsSearch *self)
{
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i].text);
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
