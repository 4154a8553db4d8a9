/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-dictionary.h"

#include "mps-text.h"

#include <string.h>

typedef struct {
  char *key;
  guint32 number;
} Collated;

static int
compare_collated (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Collated *) a)->key, ((const Collated *) b)->key);
}

static void
clear_collated (gpointer data)
{
  g_free (((Collated *) data)->key);
}

static GArray *
collate (const MpsDictionary *self)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Collated), self->texts->len);

  g_array_set_clear_func (sorted, clear_collated);
  for (guint i = 0; i < self->texts->len; i++)
    {
      Collated collated = { g_utf8_collate_key (self->texts->pdata[i], -1), i };

      g_array_append_val (sorted, collated);
    }
  g_array_sort (sorted, compare_collated);
  return sorted;
}

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
 * mps_dictionary_intern:
 * @self: a dictionary
 * @text: a text
 *
 * Returns: the number of @text, which is added when it is new
 */
guint32
mps_dictionary_intern (MpsDictionary *self, const char *text)
{
  gpointer number;
  char *added;

  if (g_hash_table_lookup_extended (self->numbers, text, NULL, &number))
    return GPOINTER_TO_UINT (number);
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
  g_autoptr (GArray) sorted = NULL;
  guint32 rank = 0;

  if (self->ranks)
    return self->ranks;
  sorted = collate (self);
  self->ranks = g_new (guint32, sorted->len);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Collated *at = &g_array_index (sorted, Collated, i);

      if (i > 0 && compare_collated (at - 1, at) != 0)
        rank++;
      self->ranks[at->number] = rank;
    }
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
