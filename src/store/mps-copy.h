/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-progress.h"

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsCopyGuard:
 * @data: what was given with it
 * @error: return location for a #GError
 *
 * Called when nobody else can write to the destination any more, and nothing
 * of it is changed yet.
 *
 * Returns: whether it may be overwritten
 */
typedef gboolean (*MpsCopyGuard) (gpointer data, GError **error);

gboolean mps_copy_database (MpsConnection *from, MpsConnection *to, MpsCopyGuard guard,
                            gpointer guard_data, MpsProgress *progress, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
