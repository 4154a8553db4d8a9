/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-dictionary.h"
#include "mps-text-blocks.h"

G_BEGIN_DECLS

/**
 * MpsMatchColumn:
 * @dictionary: the texts of a column
 * @numbers: (unowned): by row, the number of its text in @dictionary
 */
typedef struct {
  MpsDictionary *dictionary;
  const guint32 *numbers;
} MpsMatchColumn;

/**
 * MpsMatch:
 *
 * A search made ready for looking at many rows of a table. A text that many
 * rows share is searched once, and the texts of their own are searched a block
 * of rows at a time, as soon as any of these rows is asked for. Good until the
 * table changes.
 */
typedef struct _MpsMatch MpsMatch;

MpsMatch *mps_match_new (const MpsSearch *search, const MpsTextBlocks *texts);
void mps_match_free (MpsMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsMatch, mps_match_free)

void mps_match_add_column (MpsMatch *self, const MpsMatchColumn *column);
void mps_match_add_joint (MpsMatch *self, const MpsMatchColumn *first,
                          const MpsMatchColumn *second);
gboolean mps_match_has (MpsMatch *self, guint32 row);

G_END_DECLS
