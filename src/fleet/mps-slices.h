/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsSlice:
 *
 * Does a little of some long work, well below a millisecond of it.
 *
 * Returns: whether there is more to do
 */
typedef gboolean (*MpsSlice) (gpointer user_data);

guint mps_slices_begin (MpsSlice slice, gpointer user_data);
void mps_slices_set_turn (gint64 microseconds);

G_END_DECLS
