/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ids.h"

/**
 * mps_ids_find:
 * @ids: (array length=n_ids): ids, ascending
 * @n_ids: how many
 * @id: the one to find
 *
 * The store counts ids up and rarely leaves one out, so the first guess is
 * where @id would stand if none were missing; then it halves what is left.
 *
 * Returns: the row of @id, or %MPS_NO_ROW
 */
guint32
mps_ids_find (const gint64 *ids, guint n_ids, gint64 id)
{
  guint low = 0, high = n_ids;
  gint64 guess = n_ids > 0 ? id - ids[0] : -1;

  if (guess >= 0 && guess < n_ids && ids[guess] == id)
    return guess;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n_ids && ids[low] == id ? low : MPS_NO_ROW;
}

void
mps_id_numbers_init (MpsIdNumbers *self)
{
  self->numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  mps_id_numbers_intern (self, 0);
}

void
mps_id_numbers_clear (MpsIdNumbers *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->ids);
}

/**
 * mps_id_numbers_intern:
 * @self: the numbers
 * @id: an id
 *
 * Returns: the number of @id, which gets one when it has none
 */
guint32
mps_id_numbers_intern (MpsIdNumbers *self, gint64 id)
{
  guint32 number;
  gint64 *added;

  if (mps_id_numbers_lookup (self, id, &number))
    return number;
  added = g_memdup2 (&id, sizeof id);
  g_hash_table_insert (self->numbers, added, GUINT_TO_POINTER (self->ids->len));
  g_ptr_array_add (self->ids, added);
  return self->ids->len - 1;
}

/**
 * mps_id_numbers_lookup:
 * @self: the numbers
 * @id: an id
 * @number: (out): its number
 *
 * Returns: whether @id has a number
 */
gboolean
mps_id_numbers_lookup (const MpsIdNumbers *self, gint64 id, guint32 *number)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->numbers, &id, NULL, &found))
    return FALSE;
  *number = GPOINTER_TO_UINT (found);
  return TRUE;
}

gint64
mps_id_numbers_get (const MpsIdNumbers *self, guint32 number)
{
  return *(const gint64 *) self->ids->pdata[number];
}

guint
mps_id_numbers_get_n (const MpsIdNumbers *self)
{
  return self->ids->len;
}
