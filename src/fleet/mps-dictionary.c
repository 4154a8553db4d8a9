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
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->ranks = NULL;
  mps_dictionary_intern (self, "");
}

void
mps_dictionary_clear (MpsDictionary *self)
{
  g_hash_table_unref (self->numbers);
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
  gpointer found;

  if (!g_hash_table_lookup_extended (self->numbers, text, NULL, &found))
    return FALSE;
  *number = GPOINTER_TO_UINT (found);
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

  if (mps_dictionary_find (self, text, &number))
    return number;
  added = g_strdup (text);
  g_hash_table_insert (self->numbers, added, GUINT_TO_POINTER (self->texts->len));
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

  for (guint i = self->folded->len; i < self->texts->len; i++)
    g_ptr_array_add (self->folded, mps_text_fold (self->texts->pdata[i]));
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
