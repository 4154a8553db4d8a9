/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-serial-index.h"

#include "mps-printer-table.h"

#include <string.h>

#define EMPTY MPS_NO_ROW

static const char *
serial_of (const MpsTextBlocks *texts, guint32 row)
{
  return mps_text_blocks_get (texts, row, MPS_PRINTER_TEXT_SERIAL);
}

static void
insert (MpsSerialIndex *self, const MpsTextBlocks *texts, guint32 row)
{
  guint at = g_str_hash (serial_of (texts, row)) & (self->n_slots - 1);

  while (self->slots[at] != EMPTY)
    at = (at + 1) & (self->n_slots - 1);
  self->slots[at] = row;
  self->n_used++;
}

/* Half of the slots stay empty at least, so that a search ends soon. */
static void
build (MpsSerialIndex *self, const MpsTextBlocks *texts)
{
  mps_serial_index_clear (self);
  self->n_slots = 64;
  while (self->n_slots / 3 < texts->n_rows)
    self->n_slots *= 2;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);
  for (guint32 row = 0; row < texts->n_rows; row++)
    if (*serial_of (texts, row))
      insert (self, texts, row);
}

void
mps_serial_index_clear (MpsSerialIndex *self)
{
  g_clear_pointer (&self->slots, g_free);
  self->n_slots = 0;
  self->n_used = 0;
}

/**
 * mps_serial_index_add:
 * @self: an index
 * @texts: the printers' texts
 * @row: a row that is new or has another serial number than before
 */
void
mps_serial_index_add (MpsSerialIndex *self, const MpsTextBlocks *texts, guint32 row)
{
  if (!self->slots)
    return;
  if (self->n_used >= self->n_slots / 2)
    build (self, texts);
  else
    insert (self, texts, row);
}

/**
 * mps_serial_index_find:
 * @self: an index
 * @texts: the printers' texts
 * @serial: a serial number, exactly; not ""
 *
 * Returns: the row, or %MPS_NO_ROW
 */
guint32
mps_serial_index_find (MpsSerialIndex *self, const MpsTextBlocks *texts, const char *serial)
{
  guint at;

  if (!self->slots)
    build (self, texts);
  at = g_str_hash (serial) & (self->n_slots - 1);
  while (self->slots[at] != EMPTY && strcmp (serial_of (texts, self->slots[at]), serial) != 0)
    at = (at + 1) & (self->n_slots - 1);
  return self->slots[at];
}
