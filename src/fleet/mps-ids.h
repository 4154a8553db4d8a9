/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-types.h"

G_BEGIN_DECLS

guint32 mps_ids_find (const gint64 *ids, guint n_ids, gint64 id);

/**
 * MpsIdNumbers:
 *
 * Ids that many rows share, each with a small number; number 0 is id 0, "none".
 */
typedef struct {
  GHashTable *numbers;
  GPtrArray *ids;
} MpsIdNumbers;

void mps_id_numbers_init (MpsIdNumbers *self);
void mps_id_numbers_clear (MpsIdNumbers *self);
guint32 mps_id_numbers_intern (MpsIdNumbers *self, gint64 id);
gboolean mps_id_numbers_lookup (const MpsIdNumbers *self, gint64 id, guint32 *number);
gint64 mps_id_numbers_get (const MpsIdNumbers *self, guint32 number);
guint mps_id_numbers_get_n (const MpsIdNumbers *self);

G_END_DECLS
