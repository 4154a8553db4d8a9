/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store.h"

G_BEGIN_DECLS

/*
 * The sample fleet: invented printers, contacts and organizations to try
 * everything on, in a database of its own, so that they are never mixed up
 * with what is real.
 */

char *mps_sample_fleet_dup_path (void);
gboolean mps_sample_fleet_is_path (const char *path);
void mps_sample_fleet_make_async (const char *path, MpsProgress *progress,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean mps_sample_fleet_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
