/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-lookup.h"

G_BEGIN_DECLS

/**
 * MpsLookupForm:
 * @MPS_LOOKUP_CSV: a file for spreadsheets, with a header
 * @MPS_LOOKUP_TEXT: a line a row, cells separated by tabs, to be pasted
 */
typedef enum {
  MPS_LOOKUP_CSV,
  MPS_LOOKUP_TEXT,
} MpsLookupForm;

void mps_lookup_export_async (MpsStore *store, MpsLookup *lookup, MpsLookupForm form,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GBytes *mps_lookup_export_finish (MpsStore *store, GAsyncResult *result, guint *n_rows,
                                  GError **error);

G_END_DECLS
