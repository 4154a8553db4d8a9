/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-order.h"

#include "mps-row-sort.h"

#include <stdlib.h>
#include <string.h>

static const char *
get_text (gpointer user_data, guint32 row)
{
  const MpsRowOrder *self = user_data;
  const MpsRowListClass *klass = MPS_ROW_LIST_GET_CLASS (self->list);

  return klass->get_text ? klass->get_text (self->list, self->column, row) : NULL;
}

static gboolean
get_keys (gpointer user_data, const guint32 *rows, guint n_rows, guint64 *keys)
{
  const MpsRowOrder *self = user_data;

  return MPS_ROW_LIST_GET_CLASS (self->list)
      ->get_keys (self->list, self->column, rows, n_rows, keys);
}

static int
compare_texts (guint32 a, guint32 b, gpointer user_data)
{
  const MpsRowOrder *self = user_data;

  return MPS_ROW_LIST_GET_CLASS (self->list)->compare_texts (self->list, self->column, a, b);
}

static const MpsRowKeys row_keys = { get_text, get_keys, compare_texts };

static int
in_direction (const MpsRowOrder *self, int result)
{
  return self->descending ? -result : result;
}

static int
compare_in_column (const MpsRowOrder *self, guint32 a, guint32 b)
{
  const guint32 rows[] = { a, b };
  guint64 keys[2];
  gboolean has_texts = get_keys ((gpointer) self, rows, 2, keys);

  if (keys[0] == keys[1])
    return has_texts ? in_direction (self, compare_texts (a, b, (gpointer) self)) : 0;
  if (keys[0] == MPS_ROW_KEY_UNKNOWN || keys[1] == MPS_ROW_KEY_UNKNOWN)
    return keys[0] == MPS_ROW_KEY_UNKNOWN ? 1 : -1;
  return in_direction (self, keys[0] < keys[1] ? -1 : 1);
}

static int
compare (const MpsRowOrder *self, guint32 a, guint32 b)
{
  int result = 0;

  if (self->column != MPS_ROW_LIST_UNSORTED && a != b)
    result = compare_in_column (self, a, b);
  if (result == 0)
    return (a > b) - (a < b);
  return result;
}

/* The first position of @n_rows whose row is not before @row. */
static guint
lower_bound (const MpsRowOrder *self, guint n_rows, guint32 row)
{
  guint low = 0, high = n_rows;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self, self->rows[middle], row) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
sort (MpsRowOrder *self, guint32 *rows, guint n_rows)
{
  g_autoptr (MpsRowSort) sorting = NULL;

  if (self->column == MPS_ROW_LIST_UNSORTED || n_rows < 2)
    return;
  sorting = mps_row_order_sort (self, rows, n_rows);
  mps_row_sort_finish (sorting);
}

/* Whether the rows beside @position are on their right sides. */
static gboolean
is_in_order (const MpsRowOrder *self, guint position)
{
  const guint32 *at = self->rows + position;

  return (position == 0 || compare (self, at[-1], at[0]) < 0)
         && (position + 1 == self->n_rows || compare (self, at[0], at[1]) < 0);
}

static gboolean
are_in_order (const MpsRowOrder *self, const GArray *positions)
{
  for (guint i = 0; i < positions->len; i++)
    if (!is_in_order (self, g_array_index (positions, guint, i)))
      return FALSE;
  return TRUE;
}

static int
compare_numbers (const void *a, const void *b)
{
  guint32 number_a = *(const guint32 *) a, number_b = *(const guint32 *) b;

  return (number_a > number_b) - (number_a < number_b);
}

/* Whether all rows at @positions are among @kept, of which there are as many. */
static gboolean
are_kept (const MpsRowOrder *self, const GArray *positions, const guint32 *kept)
{
  for (guint i = 0; i < positions->len; i++)
    if (!bsearch (&self->rows[g_array_index (positions, guint, i)], kept, positions->len,
                  sizeof *kept, compare_numbers))
      return FALSE;
  return TRUE;
}

#define BIT(row) (G_GUINT64_CONSTANT (1) << ((row) % 64))

/* Looks through the whole list for the rows that do not stand where they would now. */
static void
find_lost (const MpsRowOrder *self, GArray *lost, GArray *positions)
{
  guint n_all = MPS_ROW_LIST_GET_CLASS (self->list)->get_n_rows (self->list);
  g_autofree guint64 *bits = g_new0 (guint64, n_all / 64 + 1);

  for (guint i = 0; i < lost->len; i++)
    bits[g_array_index (lost, guint32, i) / 64] |= BIT (g_array_index (lost, guint32, i));
  for (guint i = 0; i < self->n_rows; i++)
    if (bits[self->rows[i] / 64] & BIT (self->rows[i]))
      g_array_append_val (positions, i);
}

/* A search by halves compares some twenty rows, which takes as long as looking at a thousand. */
#define LOOKS_IN_A_SEARCH 1000

/*
 * Where changed rows stand, which is not where their new values would put
 * them. Most changes leave the sorted column alone, and then a search by
 * halves finds them; of the others it only finds that they are not there.
 */
static GArray *
find_all (const MpsRowOrder *self, const guint32 *rows, guint n_rows)
{
  const gboolean few = n_rows <= self->n_rows / LOOKS_IN_A_SEARCH;
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_rows; i++)
    {
      guint position = few ? mps_row_order_find (self, rows[i]) : MPS_NO_POSITION;

      if (position != MPS_NO_POSITION)
        g_array_append_val (positions, position);
      else if (!few || self->column != MPS_ROW_LIST_UNSORTED)
        g_array_append_val (lost, rows[i]);
    }
  if (lost->len > 0)
    find_lost (self, lost, positions);
  g_array_sort (positions, compare_numbers);
  return positions;
}

/* Closes the gaps at ascending @positions. */
static void
take_out (MpsRowOrder *self, const guint *positions, guint n_positions)
{
  for (guint i = 0; i < n_positions; i++)
    {
      guint from = positions[i] + 1;
      guint to = i + 1 < n_positions ? positions[i + 1] : self->n_rows;

      memmove (self->rows + from - i - 1, self->rows + from, (to - from) * sizeof *self->rows);
    }
  self->n_rows -= n_positions;
}

/* Puts sorted @rows in from the last, so that every row behind moves once. */
static void
put_in (MpsRowOrder *self, const guint32 *rows, guint n_rows)
{
  guint end = self->n_rows;

  self->n_rows += n_rows;
  self->rows = g_renew (guint32, self->rows, self->n_rows);
  for (guint i = n_rows; i > 0; i--)
    {
      guint position = lower_bound (self, end, rows[i - 1]);

      memmove (self->rows + position + i, self->rows + position,
               (end - position) * sizeof *self->rows);
      self->rows[position + i - 1] = rows[i - 1];
      end = position;
    }
}

void
mps_row_order_init (MpsRowOrder *self, MpsRowList *list)
{
  *self = (MpsRowOrder) { .list = list, .column = MPS_ROW_LIST_UNSORTED };
}

void
mps_row_order_clear (MpsRowOrder *self)
{
  g_clear_pointer (&self->rows, g_free);
}

/**
 * mps_row_order_set_column:
 * @self: an order
 * @column: what orders its rows from now on
 * @descending: the highest first
 *
 * Returns: whether that is something else than before, so that the rows must
 *   be given anew
 */
gboolean
mps_row_order_set_column (MpsRowOrder *self, int column, gboolean descending)
{
  if (self->column == column && self->descending == descending)
    return FALSE;
  self->column = column;
  self->descending = descending;
  return TRUE;
}

/**
 * mps_row_order_sort:
 * @self: an order by a column, which stays so until the rows are sorted
 * @rows: (inout) (array length=n_rows): rows, ascending
 * @n_rows: how many
 *
 * Returns: (transfer full): @rows, to be sorted a little at a time
 */
MpsRowSort *
mps_row_order_sort (MpsRowOrder *self, guint32 *rows, guint n_rows)
{
  return mps_row_sort_new (rows, n_rows, self->descending, &row_keys, self);
}

/**
 * mps_row_order_take_sorted:
 * @self: an order
 * @rows: (transfer full) (array length=n_rows): its rows from now on, where they belong
 * @n_rows: how many
 *
 * Returns: whether these are other rows or in another order than before
 */
gboolean
mps_row_order_take_sorted (MpsRowOrder *self, guint32 *rows, guint n_rows)
{
  g_autofree guint32 *before = self->rows;
  guint n_before = self->n_rows;

  self->rows = rows;
  self->n_rows = n_rows;
  return n_before != n_rows || (n_rows > 0 && memcmp (before, rows, n_rows * sizeof *rows) != 0);
}

/**
 * mps_row_order_find:
 * @self: an order
 * @row: a row
 *
 * Returns: where it stands, or %MPS_NO_POSITION
 */
guint
mps_row_order_find (const MpsRowOrder *self, guint32 row)
{
  guint position = lower_bound (self, self->n_rows, row);

  return position < self->n_rows && self->rows[position] == row ? position : MPS_NO_POSITION;
}

/**
 * mps_row_order_move:
 * @self: an order
 * @changed: (array length=n_changed): rows that came, changed or went, ascending
 * @n_changed: how many
 * @kept: (array length=n_kept): those of @changed that are to be in the order
 * @n_kept: how many
 *
 * Puts the changed rows where they belong now, and leaves all others alone.
 *
 * Returns: whether any of @changed is or was in the order
 */
gboolean
mps_row_order_move (MpsRowOrder *self, const guint32 *changed, guint n_changed, const guint32 *kept,
                    guint n_kept)
{
  g_autoptr (GArray) found = find_all (self, changed, n_changed);
  g_autofree guint32 *sorted = NULL;

  if (found->len == 0 && n_kept == 0)
    return FALSE;
  if (found->len == n_kept && are_kept (self, found, kept) && are_in_order (self, found))
    return TRUE;
  take_out (self, (const guint *) found->data, found->len);
  sorted = g_memdup2 (kept, n_kept * sizeof *kept);
  sort (self, sorted, n_kept);
  put_in (self, sorted, n_kept);
  return TRUE;
}
