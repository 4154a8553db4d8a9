/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-dictionary-order.h"

#include "mps-ranks.h"
#include "mps-text.h"

/**
 * mps_dictionary_is_ordered:
 * @self: a dictionary
 *
 * Returns: whether @self can be sorted and searched without more ado
 */
gboolean
mps_dictionary_is_ordered (const MpsDictionary *self)
{
  return self->ranks != NULL && self->folded->len == self->texts->len;
}

/**
 * mps_dictionary_order_new:
 * @dictionary: a dictionary
 *
 * Returns: (transfer full): its order, to be made
 */
MpsDictionaryOrder *
mps_dictionary_order_new (const MpsDictionary *dictionary)
{
  MpsDictionaryOrder *self = g_new0 (MpsDictionaryOrder, 1);

  self->owner = g_ptr_array_ref (dictionary->texts);
  self->n_texts = dictionary->texts->len;
  self->texts = g_memdup2 (dictionary->texts->pdata, self->n_texts * sizeof (char *));
  self->n_folded = dictionary->folded->len;
  return self;
}

/**
 * mps_dictionary_order_make:
 * @self: an order
 *
 * Makes it. On any thread, while the dictionary is used and even freed on
 * another one.
 */
void
mps_dictionary_order_make (MpsDictionaryOrder *self)
{
  self->folded = g_ptr_array_new_full (self->n_texts - self->n_folded, g_free);
  for (guint i = self->n_folded; i < self->n_texts; i++)
    g_ptr_array_add (self->folded, mps_text_fold (self->texts[i]));
  self->ranks = mps_ranks_by_collation ((const char *const *) self->texts, self->n_texts);
}

/**
 * mps_dictionary_take_order:
 * @self: the dictionary of which @order was begun
 * @order: an order that was made
 *
 * Returns: whether it is the order of @self still, and so was taken
 */
gboolean
mps_dictionary_take_order (MpsDictionary *self, MpsDictionaryOrder *order)
{
  if (order->owner != self->texts || order->n_texts != self->texts->len)
    return FALSE;
  g_free (self->ranks);
  self->ranks = g_steal_pointer (&order->ranks);
  if (self->folded->len == order->n_folded)
    g_ptr_array_extend_and_steal (self->folded, g_steal_pointer (&order->folded));
  return TRUE;
}

void
mps_dictionary_order_free (MpsDictionaryOrder *self)
{
  g_ptr_array_unref (self->owner);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_free (self->ranks);
  g_free (self->texts);
  g_free (self);
}
