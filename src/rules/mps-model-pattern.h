/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsModelPattern:
 *
 * A pattern of model names, as CX73* (source: files "Policy"). Immutable.
 */
typedef struct _MpsModelPattern MpsModelPattern;

MpsModelPattern *mps_model_pattern_new (const char *pattern);
void mps_model_pattern_free (MpsModelPattern *self);
gboolean mps_model_pattern_matches (const MpsModelPattern *self, const char *folded_model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsModelPattern, mps_model_pattern_free)

G_END_DECLS
