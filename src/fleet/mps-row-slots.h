/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row.h"

G_BEGIN_DECLS

/**
 * MpsRowChange:
 * @all: any row may have other values
 * @rows: (array length=n_rows): those that may, ascending, when it is not @all
 */
typedef struct {
  gboolean all;
  const guint32 *rows;
  guint n_rows;
} MpsRowChange;

/**
 * MpsRowSlots:
 *
 * The items of a list that somebody holds, by position.
 */
typedef struct {
  GHashTable *slots;
} MpsRowSlots;

void mps_row_slots_init (MpsRowSlots *self);
void mps_row_slots_clear (MpsRowSlots *self);
MpsRow *mps_row_slots_get (MpsRowSlots *self, guint position);
void mps_row_slots_add (MpsRowSlots *self, guint position, MpsRow *item);
GPtrArray *mps_row_slots_place (MpsRowSlots *self, const guint32 *rows, guint n_rows,
                                const MpsRowChange *change);

G_END_DECLS
