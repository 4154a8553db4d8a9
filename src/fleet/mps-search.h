/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many readable bytes must follow a text that is searched. */
#define MPS_SEARCH_PADDING 16

/**
 * MpsWord:
 * @text: folded, not empty
 * @cases: for each byte, the bit that makes a capital small if it is an ASCII
 *   letter, or 0
 * @length: in bytes
 * @last: the last letter
 */
typedef struct {
  char *text;
  guint8 *cases;
  gsize length;
  gunichar last;
} MpsWord;

/**
 * MpsSearch:
 * @n_words: how many words there are; none matches everything
 *
 * What somebody typed to find rows: words, all of which a row must have.
 */
typedef struct {
  MpsWord *words;
  guint n_words;
} MpsSearch;

MpsSearch *mps_search_new (const char *text);
void mps_search_free (MpsSearch *self);
gboolean mps_search_extends (const MpsSearch *self, const MpsSearch *previous);
gsize mps_word_find (const MpsWord *word, const char *text, gsize length);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsSearch, mps_search_free)

G_END_DECLS
