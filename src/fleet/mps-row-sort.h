/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsRowCompare:
 *
 * Compares two rows whose keys are equal.
 */
typedef int (*MpsRowCompare) (guint32 a, guint32 b, gpointer user_data);

/* The key of what is not known: last, in whichever direction. */
#define MPS_ROW_KEY_UNKNOWN G_MAXUINT64

void mps_row_sort (guint32 *rows, guint n_rows, const guint64 *keys, gboolean descending,
                   MpsRowCompare compare, gpointer user_data);
gboolean mps_row_sort_text_keys (const char *const *texts, guint n_texts, guint64 *keys);

G_END_DECLS
