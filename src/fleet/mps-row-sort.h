/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The key of what is not known: last, in whichever direction. */
#define MPS_ROW_KEY_UNKNOWN G_MAXUINT64

/**
 * MpsRowKeys:
 * @get_text: (nullable): the text that orders a row as strcmp() does, or %NULL
 *   where texts do not
 * @get_keys: (nullable): where texts do not: writes a number for each of @rows
 *   that orders it, and returns whether rows with equal numbers may still differ
 * @compare: (nullable): orders two rows with equal keys
 *
 * What rows are sorted by.
 */
typedef struct {
  const char *(*get_text) (gpointer user_data, guint32 row);
  gboolean (*get_keys) (gpointer user_data, const guint32 *rows, guint n_rows, guint64 *keys);
  int (*compare) (guint32 a, guint32 b, gpointer user_data);
} MpsRowKeys;

/**
 * MpsRowSort:
 *
 * Rows that are being sorted, a little at a time.
 */
typedef struct _MpsRowSort MpsRowSort;

MpsRowSort *mps_row_sort_new (guint32 *rows, guint n_rows, gboolean descending,
                              const MpsRowKeys *keys, gpointer user_data);
void mps_row_sort_free (MpsRowSort *self);
gboolean mps_row_sort_step (MpsRowSort *self);
void mps_row_sort_finish (MpsRowSort *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsRowSort, mps_row_sort_free)

G_END_DECLS
