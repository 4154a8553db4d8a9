/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-lazy-row.h"

G_BEGIN_DECLS

/**
 * MpsLazyList:
 *
 * What a lookup finds, of any length: only keys are in memory, and the records
 * of the rows that somebody holds. An item stands for a position, so that only
 * a change of length is signalled. Main thread only.
 *
 * "found": the lookup has answered, or failed (mps_lazy_list_get_error()).
 */
#define MPS_TYPE_LAZY_LIST (mps_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsLazyList, mps_lazy_list, MPS, LAZY_LIST, GObject)

MpsLazyList *mps_lazy_list_new (MpsStore *store);
void mps_lazy_list_set_lookup (MpsLazyList *self, MpsLookup *lookup);
MpsLookup *mps_lazy_list_get_lookup (MpsLazyList *self);
void mps_lazy_list_refresh (MpsLazyList *self);
gboolean mps_lazy_list_get_loading (MpsLazyList *self);
const GError *mps_lazy_list_get_error (MpsLazyList *self);
gint64 mps_lazy_list_get_key (MpsLazyList *self, guint position);

G_END_DECLS
