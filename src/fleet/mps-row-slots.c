/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-slots.h"

#include <stdlib.h>

typedef struct {
  GHashTable *slots; /* borrowed: the table it is in */
  guint position;
  MpsRow *item; /* borrowed: goes when the item does */
} Slot;

static void
on_item_gone (gpointer data, GObject *item)
{
  Slot *slot = data;

  slot->item = NULL;
  g_hash_table_remove (slot->slots, GUINT_TO_POINTER (slot->position));
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  if (slot->item)
    g_object_weak_unref (G_OBJECT (slot->item), on_item_gone, slot);
  g_free (slot);
}

void
mps_row_slots_init (MpsRowSlots *self)
{
  self->slots = g_hash_table_new_full (NULL, NULL, NULL, slot_free);
}

/**
 * mps_row_slots_get:
 * @self: the slots
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the item that somebody holds of @position
 */
MpsRow *
mps_row_slots_get (MpsRowSlots *self, guint position)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));

  return slot ? slot->item : NULL;
}

/**
 * mps_row_slots_add:
 * @self: the slots
 * @position: a position of which nobody holds an item
 * @item: (transfer none): the item that somebody is about to hold
 */
void
mps_row_slots_add (MpsRowSlots *self, guint position, MpsRow *item)
{
  Slot *slot = g_new0 (Slot, 1);

  slot->slots = self->slots;
  slot->position = position;
  slot->item = item;
  g_object_weak_ref (G_OBJECT (item), on_item_gone, slot);
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
}

static int
compare_rows (const void *a, const void *b)
{
  guint32 row_a = *(const guint32 *) a, row_b = *(const guint32 *) b;

  return (row_a > row_b) - (row_a < row_b);
}

static gboolean
has_other_values (const MpsRowChange *change, guint32 row)
{
  return change->all
         || (change->n_rows > 0
             && bsearch (&row, change->rows, change->n_rows, sizeof row, compare_rows));
}

/**
 * mps_row_slots_place:
 * @self: the slots
 * @rows: (array length=n_rows): the rows by position from now on
 * @n_rows: how many
 * @change: which rows have other values than before
 *
 * Gives every item the row that stands at its position now, and forgets those
 * behind the end, which have none.
 *
 * Returns: (transfer full) (element-type MpsRow): the items that show something
 *   else now, still to be refreshed
 */
GPtrArray *
mps_row_slots_place (MpsRowSlots *self, const guint32 *rows, guint n_rows,
                     const MpsRowChange *change)
{
  GPtrArray *stale = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Slot *slot = value;
      guint32 row = slot->position < n_rows ? rows[slot->position] : MPS_NO_ROW;

      if (row == mps_row_get_row (slot->item) && !has_other_values (change, row))
        continue;
      g_ptr_array_add (stale, g_object_ref (slot->item));
      mps_row_set (slot->item, mps_row_get_fleet (slot->item), row);
      if (row == MPS_NO_ROW)
        g_hash_table_iter_remove (&iter);
    }
  return stale;
}

/* Items that outlive their list would show rows that nobody keeps right. */
void
mps_row_slots_clear (MpsRowSlots *self)
{
  const MpsRowChange nothing = {};

  if (self->slots)
    g_ptr_array_unref (mps_row_slots_place (self, NULL, 0, &nothing));
  g_clear_pointer (&self->slots, g_hash_table_unref);
}
