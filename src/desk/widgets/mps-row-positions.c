/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-positions.h"

/* Positions are mostly some that stand together, as all of them do. */
static gboolean
are_together (const GtkBitset *positions)
{
  const guint64 n_positions = gtk_bitset_get_size (positions);

  return n_positions > 0
         && (guint64) gtk_bitset_get_maximum (positions) - gtk_bitset_get_minimum (positions) + 1
                == n_positions;
}

/**
 * mps_row_positions_get_rows:
 * @list: a list
 * @positions: positions; those behind the end have no row
 *
 * Returns: the rows that stand there
 */
MpsRowSet
mps_row_positions_get_rows (MpsRowList *list, const GtkBitset *positions)
{
  MpsRowSet result = {};
  guint n_rows, position;
  const guint32 *rows = mps_row_list_get_rows (list, &n_rows);
  GtkBitsetIter iter;

  if (are_together (positions))
    {
      const guint first = MIN (gtk_bitset_get_minimum (positions), n_rows);

      mps_row_set_add_rows (&result, rows + first,
                            (guint) MIN (gtk_bitset_get_size (positions), n_rows - first));
      return result;
    }
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, positions, &position);
       valid && position < n_rows; valid = gtk_bitset_iter_next (&iter, &position))
    mps_row_set_add (&result, rows[position]);
  return result;
}

/**
 * mps_row_positions_of:
 * @list: a list
 * @rows: some rows
 * @position: the first position that is looked at
 * @n_items: how many are looked at
 *
 * Returns: (transfer full): the positions at which there is one of @rows
 */
GtkBitset *
mps_row_positions_of (MpsRowList *list, const MpsRowSet *rows, guint position, guint n_items)
{
  g_autoptr (GtkBitset) positions = gtk_bitset_new_empty ();
  guint n_order;
  const guint32 *order = mps_row_list_get_rows (list, &n_order);
  const guint end = (guint) MIN ((guint64) position + n_items, n_order);

  for (guint i = position; i < end && rows->n_rows > 0; i++)
    if (mps_row_set_has (rows, order[i]))
      gtk_bitset_add (positions, i);
  return g_steal_pointer (&positions);
}

/**
 * mps_row_positions_add_others:
 * @list: a list
 * @positions: some of its positions
 * @from: rows, also such as are not in @list
 * @rows: takes those of @from that stand at none of @positions
 */
void
mps_row_positions_add_others (MpsRowList *list, const GtkBitset *positions, const MpsRowSet *from,
                              MpsRowSet *rows)
{
  g_auto (MpsRowSet) touched = mps_row_positions_get_rows (list, positions);
  g_autofree guint32 *ascending = g_new (guint32, from->n_rows);
  const guint n_ascending = mps_row_set_get_rows (from, ascending);

  for (guint i = 0; i < n_ascending; i++)
    if (!mps_row_set_has (&touched, ascending[i]))
      mps_row_set_add (rows, ascending[i]);
}
