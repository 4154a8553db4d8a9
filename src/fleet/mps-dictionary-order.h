/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-dictionary.h"

G_BEGIN_DECLS

/**
 * MpsDictionaryOrder:
 * @owner: keeps the texts, which never change; it may grow meanwhile
 * @texts: (array length=n_texts): those that there were when it began, by number
 * @n_folded: how many of them were folded before
 * @folded: the rest of them, folded
 * @ranks: by number, the place of each text
 *
 * What takes seconds when a million contacts have a million companies: the
 * order of a dictionary's texts, and what a search looks at. It is begun and
 * taken on the main thread, and made on another one.
 */
typedef struct {
  GPtrArray *owner;
  char **texts;
  guint n_texts;
  guint n_folded;
  GPtrArray *folded;
  guint32 *ranks;
} MpsDictionaryOrder;

gboolean mps_dictionary_is_ordered (const MpsDictionary *self);
MpsDictionaryOrder *mps_dictionary_order_new (const MpsDictionary *dictionary);
void mps_dictionary_order_make (MpsDictionaryOrder *self);
gboolean mps_dictionary_take_order (MpsDictionary *self, MpsDictionaryOrder *order);
void mps_dictionary_order_free (MpsDictionaryOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsDictionaryOrder, mps_dictionary_order_free)

G_END_DECLS
