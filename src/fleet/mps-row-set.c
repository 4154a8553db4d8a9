/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-set.h"

#include <string.h>

static void
reserve (MpsRowSet *self, guint32 row)
{
  guint n_words = row / 64 + 1;

  if (n_words <= self->n_words)
    return;
  /* Rows are often added in ascending order. */
  n_words = MAX (n_words, 2 * self->n_words);
  self->words = g_renew (guint64, self->words, n_words);
  memset (self->words + self->n_words, 0, (n_words - self->n_words) * sizeof *self->words);
  self->n_words = n_words;
}

/* Makes it an empty set. */
void
mps_row_set_clear (MpsRowSet *self)
{
  g_free (self->words);
  *self = (MpsRowSet) {};
}

MpsRowSet
mps_row_set_copy (const MpsRowSet *self)
{
  return (MpsRowSet) { g_memdup2 (self->words, self->n_words * sizeof *self->words), self->n_words,
                       self->n_rows };
}

/**
 * mps_row_set_equal:
 * @self: a set
 * @other: another
 *
 * Returns: whether the same rows are in both
 */
gboolean
mps_row_set_equal (const MpsRowSet *self, const MpsRowSet *other)
{
  const guint n_common = MIN (self->n_words, other->n_words);

  /* With as many rows in the common words, there are none behind them. */
  return self->n_rows == other->n_rows
         && (n_common == 0
             || memcmp (self->words, other->words, n_common * sizeof *self->words) == 0);
}

void
mps_row_set_add (MpsRowSet *self, guint32 row)
{
  reserve (self, row);
  self->n_rows += !mps_row_set_has (self, row);
  self->words[row / 64] |= MPS_ROW_SET_BIT (row);
}

void
mps_row_set_remove (MpsRowSet *self, guint32 row)
{
  if (!mps_row_set_has (self, row))
    return;
  self->n_rows--;
  self->words[row / 64] &= ~MPS_ROW_SET_BIT (row);
}

/**
 * mps_row_set_add_rows:
 * @self: a set
 * @rows: (array length=n_rows): rows, in any order
 * @n_rows: how many
 */
void
mps_row_set_add_rows (MpsRowSet *self, const guint32 *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    mps_row_set_add (self, rows[i]);
}

/**
 * mps_row_set_count:
 * @self: a set
 * @rows: (array length=n_rows): rows
 * @n_rows: how many
 *
 * Returns: how many of @rows are in the set
 */
guint
mps_row_set_count (const MpsRowSet *self, const guint32 *rows, guint n_rows)
{
  guint n = 0;

  if (self->n_rows == 0)
    return 0;
  for (guint i = 0; i < n_rows; i++)
    n += mps_row_set_has (self, rows[i]);
  return n;
}

/**
 * mps_row_set_get_rows:
 * @self: a set
 * @rows: (out caller-allocates): has room for all of its rows; takes them, ascending
 *
 * Returns: how many there are
 */
guint
mps_row_set_get_rows (const MpsRowSet *self, guint32 *rows)
{
  guint n = 0;

  for (guint i = 0; i < self->n_words; i++)
    for (guint64 word = self->words[i]; word != 0; word &= word - 1)
      rows[n++] = i * 64 + (guint32) __builtin_ctzll (word);
  return n;
}

/**
 * mps_row_set_dup_ordered:
 * @self: a set
 * @order: (array length=n_order): rows, none of them twice
 * @n_order: how many
 *
 * Returns: (transfer full): the rows of the set, of which there are n_rows: first those of
 *   @order, as they stand there, then the others, ascending
 */
guint32 *
mps_row_set_dup_ordered (const MpsRowSet *self, const guint32 *order, guint n_order)
{
  g_auto (MpsRowSet) rest = mps_row_set_copy (self);
  guint32 *rows = g_new (guint32, self->n_rows);
  guint n = 0;

  for (guint i = 0; i < n_order && rest.n_rows > 0; i++)
    if (mps_row_set_has (&rest, order[i]))
      {
        rows[n++] = order[i];
        mps_row_set_remove (&rest, order[i]);
      }
  mps_row_set_get_rows (&rest, rows + n);
  return rows;
}
