/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 *mps_ranks_by_collation (const char *const *texts, guint n_texts);
guint32 *mps_ranks_by_version (const char *const *versions, guint n_versions);

G_END_DECLS
