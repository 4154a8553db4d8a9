/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-search.h"

G_BEGIN_DECLS

/**
 * MpsTextArena:
 * @n_fields: how many texts a row has
 * @n_searched: how many of them, from the first, are searched
 *
 * The texts of rows, one after the other in one buffer. A row's texts are
 * searched as they are, whatever the case, when they are plain ASCII; else a
 * folded text stands before them. A changed row is written anew at the end,
 * and what it leaves behind is swept away when it is more than what is in use.
 */
typedef struct {
  char *bytes;
  gsize length;
  gsize allocated;
  gsize garbage;
  gsize *offsets;
  guint n_rows;
  guint n_rows_allocated;
  guint n_fields;
  guint n_searched;
} MpsTextArena;

void mps_text_arena_init (MpsTextArena *self, guint n_fields, guint n_searched);
void mps_text_arena_clear (MpsTextArena *self);
void mps_text_arena_append (MpsTextArena *self, const char *const *fields, const char *folded);
gboolean mps_text_arena_replace (MpsTextArena *self, guint32 row, const char *const *fields,
                                 const char *folded);
void mps_text_arena_remove (MpsTextArena *self, guint32 row);
void mps_text_arena_compact (MpsTextArena *self);
const char *mps_text_arena_get (const MpsTextArena *self, guint32 row, guint field);
gboolean mps_text_arena_has_word (const MpsTextArena *self, guint32 row, const MpsWord *word);
gsize mps_text_arena_get_folded_size (const MpsTextArena *self);
gsize mps_text_arena_get_size (const MpsTextArena *self);

G_END_DECLS
