/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-dictionary.h"

#include "mps-ranks.h"
#include "mps-text.h"

#include <string.h>

/**
 * mps_dictionary_init:
 * @self: memory for a dictionary
 *
 * Makes a dictionary that knows "" only.
 */
void
mps_dictionary_init (MpsDictionary *self)
{
  self->numbers = mps_text_index_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->ranks = NULL;
  mps_dictionary_intern (self, "");
}

void
mps_dictionary_clear (MpsDictionary *self)
{
  mps_text_index_free (self->numbers);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->folded);
  g_free (self->ranks);
}

/**
 * mps_dictionary_find:
 * @self: a dictionary
 * @text: a text
 * @number: (out): its number
 *
 * Returns: whether @text is in @self
 */
gboolean
mps_dictionary_find (const MpsDictionary *self, const char *text, guint32 *number)
{
  const guint32 found = mps_text_index_find (self->numbers, text);

  if (found == MPS_TEXT_INDEX_NONE)
    return FALSE;
  *number = found;
  return TRUE;
}

/**
 * mps_dictionary_intern:
 * @self: a dictionary
 * @text: a text
 *
 * Returns: the number of @text, which is added when it is new
 */
guint32
mps_dictionary_intern (MpsDictionary *self, const char *text)
{
  guint32 number;
  char *added;

  if (*text == '\0' && self->texts->len > 0)
    return 0;
  if (mps_dictionary_find (self, text, &number))
    return number;
  added = g_strdup (text);
  mps_text_index_add (self->numbers, added);
  g_ptr_array_add (self->texts, added);
  g_clear_pointer (&self->ranks, g_free);
  return self->texts->len - 1;
}

const char *
mps_dictionary_get (const MpsDictionary *self, guint32 number)
{
  return self->texts->pdata[number];
}

guint
mps_dictionary_get_n (const MpsDictionary *self)
{
  return self->texts->len;
}

/**
 * mps_dictionary_get_ranks:
 * @self: a dictionary
 *
 * Texts that collate alike have the same rank.
 *
 * Returns: (transfer none): by number, the place of each text in the order of
 *   the user's language; valid until a text is added
 */
const guint32 *
mps_dictionary_get_ranks (MpsDictionary *self)
{
  if (self->ranks == NULL)
    self->ranks
        = mps_ranks_by_collation ((const char *const *) self->texts->pdata, self->texts->len);
  return self->ranks;
}

static void
fold_all (MpsDictionary *self)
{
  for (guint i = self->folded->len; i < self->texts->len; i++)
    g_ptr_array_add (self->folded, mps_text_fold (self->texts->pdata[i]));
}

/**
 * mps_dictionary_get_folded:
 * @self: a dictionary
 * @number: a text's number
 *
 * Returns: (transfer none): what a search sees of the text
 */
const char *
mps_dictionary_get_folded (MpsDictionary *self, guint32 number)
{
  if (number >= self->folded->len)
    fold_all (self);
  return self->folded->pdata[number];
}

/**
 * mps_dictionary_match:
 * @self: a dictionary
 * @word: what to look for
 *
 * Returns: (transfer full): by number, whether the folded text has @word in it
 */
guint8 *
mps_dictionary_match (MpsDictionary *self, const MpsWord *word)
{
  guint8 *matches = g_new (guint8, self->texts->len);

  fold_all (self);
  for (guint i = 0; i < self->texts->len; i++)
    matches[i] = strstr (self->folded->pdata[i], word->text) != NULL;
  return matches;
}

/**
 * mps_dictionary_match_all:
 * @self: a dictionary
 * @search: what to look for
 *
 * Returns: (transfer full): by number, whether the folded text has all words
 *   of @search in it
 */
guint8 *
mps_dictionary_match_all (MpsDictionary *self, const MpsSearch *search)
{
  guint8 *matches = g_new (guint8, self->texts->len);

  memset (matches, TRUE, self->texts->len);
  for (guint i = 0; i < search->n_words; i++)
    {
      g_autofree guint8 *has_word = mps_dictionary_match (self, &search->words[i]);

      for (guint number = 0; number < self->texts->len; number++)
        matches[number] &= has_word[number];
    }
  return matches;
}
