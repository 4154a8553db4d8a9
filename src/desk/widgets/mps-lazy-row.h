/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-lookup.h"

G_BEGIN_DECLS

/**
 * MpsLazyRow:
 *
 * What is at one position of a #MpsLazyList: whichever row stands there, as
 * far as it is read already. Properties: key (int64): that of the row, 0 when
 * the list has become too short; record (pointer, nullable): what the lookup
 * makes of it, %NULL until it is read and when it is gone. Main thread only.
 */
#define MPS_TYPE_LAZY_ROW (mps_lazy_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsLazyRow, mps_lazy_row, MPS, LAZY_ROW, GObject)

MpsLazyRow *mps_lazy_row_new (gint64 key);
gint64 mps_lazy_row_get_key (MpsLazyRow *self);
gconstpointer mps_lazy_row_get_record (MpsLazyRow *self);

/* For the list. */
void mps_lazy_row_set_key (MpsLazyRow *self, gint64 key);
void mps_lazy_row_take_record (MpsLazyRow *self, MpsLookup *lookup, gpointer record);
gboolean mps_lazy_row_get_wanted (MpsLazyRow *self);
void mps_lazy_row_set_wanted (MpsLazyRow *self, gboolean wanted);

G_END_DECLS
