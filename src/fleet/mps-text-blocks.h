/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-search.h"

G_BEGIN_DECLS

/* As many as a #guint64 has bits. */
#define MPS_TEXT_BLOCK_ROWS 64

/**
 * MpsTextBlock:
 * @ends: where each row ends in @bytes; rows that are not there yet end where the last one does
 *
 * The texts of a few rows, one row after the other, each text with its NUL.
 */
typedef struct {
  char *bytes;
  guint32 allocated;
  guint32 ends[MPS_TEXT_BLOCK_ROWS];
} MpsTextBlock;

/**
 * MpsTextBlocks:
 * @n_fields: how many texts a row has
 *
 * The texts of rows, to be searched as they are, whatever the case of ASCII
 * letters. Behind the texts of a row stand those of them, folded, that are not
 * found like that.
 */
typedef struct {
  MpsTextBlock *blocks;
  guint n_blocks_allocated;
  guint n_rows;
  guint n_fields;
} MpsTextBlocks;

void mps_text_blocks_init (MpsTextBlocks *self, guint n_fields);
void mps_text_blocks_clear (MpsTextBlocks *self);
void mps_text_blocks_append (MpsTextBlocks *self, const char *const *fields);
void mps_text_blocks_replace (MpsTextBlocks *self, guint32 row, const char *const *fields);
void mps_text_blocks_remove (MpsTextBlocks *self, guint32 row);
const char *mps_text_blocks_get (const MpsTextBlocks *self, guint32 row, guint field);
guint64 mps_text_blocks_find (const MpsTextBlocks *self, guint block, const MpsWord *word);

G_END_DECLS
