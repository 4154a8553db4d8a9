/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsTextIndex:
 *
 * A number for each of very many texts, which it does not own. It takes half of
 * the memory of a #GHashTable of as many, and is freed at once.
 */
typedef struct _MpsTextIndex MpsTextIndex;

/* What is found when a text is not there. */
#define MPS_TEXT_INDEX_NONE G_MAXUINT32

MpsTextIndex *mps_text_index_new (void);
void mps_text_index_free (MpsTextIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsTextIndex, mps_text_index_free)

void mps_text_index_reserve (MpsTextIndex *self, guint n_texts);
void mps_text_index_add (MpsTextIndex *self, const char *text);
guint32 mps_text_index_find (const MpsTextIndex *self, const char *text);

guint32 mps_text_index_hash (const char *text);
void mps_text_index_expect (const MpsTextIndex *self, guint32 hash);
guint32 mps_text_index_guess (const MpsTextIndex *self, guint32 hash);

G_END_DECLS
