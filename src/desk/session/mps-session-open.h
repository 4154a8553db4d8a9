/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-session.h"

G_BEGIN_DECLS

void mps_session_open_async (MpsStore *former, const char *path, MpsStoreOpenMode mode,
                             gboolean start_over, MpsProgress *progress, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
MpsSession *mps_session_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
