/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsRowSet:
 * @words: a bit for each row; rows behind them are not in the set
 * @n_words: how many words
 * @n_rows: how many rows are in the set
 *
 * Some rows of a fleet. To take in, look up and pass over a million of them
 * takes a millisecond or two. All zero, it is an empty set.
 */
typedef struct {
  guint64 *words;
  guint n_words;
  guint n_rows;
} MpsRowSet;

#define MPS_ROW_SET_BIT(row) (G_GUINT64_CONSTANT (1) << ((row) % 64))

static inline gboolean
mps_row_set_has (const MpsRowSet *self, guint32 row)
{
  return row / 64 < self->n_words && (self->words[row / 64] & MPS_ROW_SET_BIT (row)) != 0;
}

void mps_row_set_clear (MpsRowSet *self);
MpsRowSet mps_row_set_copy (const MpsRowSet *self);
gboolean mps_row_set_equal (const MpsRowSet *self, const MpsRowSet *other);
void mps_row_set_add (MpsRowSet *self, guint32 row);
void mps_row_set_remove (MpsRowSet *self, guint32 row);
void mps_row_set_add_rows (MpsRowSet *self, const guint32 *rows, guint n_rows);
guint mps_row_set_count (const MpsRowSet *self, const guint32 *rows, guint n_rows);
guint mps_row_set_get_rows (const MpsRowSet *self, guint32 *rows);
guint32 *mps_row_set_dup_ordered (const MpsRowSet *self, const guint32 *order, guint n_order);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpsRowSet, mps_row_set_clear)

G_END_DECLS
