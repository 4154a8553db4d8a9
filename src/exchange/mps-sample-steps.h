/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store.h"

G_BEGIN_DECLS

gboolean mps_sample_steps_take (const char *path, MpsProgress *progress, GCancellable *cancellable,
                                GError **error);

G_END_DECLS
