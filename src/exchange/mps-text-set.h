/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsTextSet:
 *
 * A set of very many short texts, in a third of the memory that a #GHashTable
 * of copies takes, and freed at once.
 */
typedef struct _MpsTextSet MpsTextSet;

MpsTextSet *mps_text_set_new (void);
void mps_text_set_free (MpsTextSet *self);
gboolean mps_text_set_add (MpsTextSet *self, const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsTextSet, mps_text_set_free)

G_END_DECLS
