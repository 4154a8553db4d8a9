/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-text-blocks.h"

G_BEGIN_DECLS

/**
 * MpsSerialIndex:
 *
 * Which row has which serial number: a hash table of row numbers, which looks
 * into the texts for the serial numbers themselves. It is made when a serial
 * number is first asked for. What it says of a row that was changed or removed
 * since is stale and passed over, because the texts are compared.
 */
typedef struct {
  guint32 *slots; /* (nullable): until it is needed */
  guint n_slots;  /* a power of two */
  guint n_used;
} MpsSerialIndex;

void mps_serial_index_clear (MpsSerialIndex *self);
void mps_serial_index_add (MpsSerialIndex *self, const MpsTextBlocks *texts, guint32 row);
guint32 mps_serial_index_find (MpsSerialIndex *self, const MpsTextBlocks *texts,
                               const char *serial);

G_END_DECLS
