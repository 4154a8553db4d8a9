/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-list.h"
#include "mps-row-sort.h"

G_BEGIN_DECLS

#define MPS_NO_POSITION G_MAXUINT

/**
 * MpsRowOrder:
 * @list: (unowned): whose class knows the keys of rows
 * @column: the column that orders them, or %MPS_ROW_LIST_UNSORTED
 *
 * The rows of a list in their order. Rows that are equal in @column stand in
 * the order of their numbers.
 */
typedef struct {
  MpsRowList *list;
  guint32 *rows;
  guint n_rows;
  int column;
  gboolean descending;
} MpsRowOrder;

void mps_row_order_init (MpsRowOrder *self, MpsRowList *list);
void mps_row_order_clear (MpsRowOrder *self);
gboolean mps_row_order_set_column (MpsRowOrder *self, int column, gboolean descending);
gboolean mps_row_order_take_sorted (MpsRowOrder *self, guint32 *rows, guint n_rows);
MpsRowSort *mps_row_order_sort (MpsRowOrder *self, guint32 *rows, guint n_rows);
guint mps_row_order_find (const MpsRowOrder *self, guint32 row);
gboolean mps_row_order_move (MpsRowOrder *self, const guint32 *changed, guint n_changed,
                             const guint32 *kept, guint n_kept);

G_END_DECLS
