/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-table.h"

#include <string.h>

#define FOR_EACH_COLUMN(apply)                                                                     \
  apply (id) apply (contact) apply (organization) apply (agent) apply (model) apply (location)     \
      apply (firmware) apply (average_pages) apply (managed) apply (communicating) apply (alive)   \
          apply (mask)

static void
reserve_row (MpsPrinterTable *self)
{
  if (self->n_rows < self->n_allocated)
    return;
  self->n_allocated = MAX (64, self->n_allocated + self->n_allocated / 2);
#define GROW(column)                                                                               \
  self->column = g_realloc_n (self->column, self->n_allocated, sizeof *self->column);
  FOR_EACH_COLUMN (GROW)
#undef GROW
}

static void
set_columns (MpsPrinterTable *self, guint32 row, const MpsPrinterRecord *record)
{
  self->contact[row] = record->contact;
  self->organization[row] = mps_id_numbers_intern (&self->organizations, record->organization);
  self->agent[row] = mps_id_numbers_intern (&self->agents, record->agent);
  self->model[row] = mps_dictionary_intern (&self->models, record->model);
  self->location[row] = mps_dictionary_intern (&self->locations, record->location);
  self->firmware[row] = mps_dictionary_intern (&self->firmwares, record->firmware);
  self->average_pages[row] = record->average_pages;
  self->managed[row] = record->managed;
  self->communicating[row] = record->communicating;
}

static void
get_texts (const MpsPrinterRecord *record, const char *texts[MPS_N_PRINTER_TEXTS])
{
  texts[MPS_PRINTER_TEXT_SERIAL] = record->serial;
  texts[MPS_PRINTER_TEXT_IP_ADDRESS] = record->ip_address;
  texts[MPS_PRINTER_TEXT_HOST_NAME] = record->host_name;
  texts[MPS_PRINTER_TEXT_ASSET_TAG] = record->asset_tag;
}

void
mps_printer_table_init (MpsPrinterTable *self)
{
  *self = (MpsPrinterTable) {};
  mps_text_blocks_init (&self->texts, MPS_N_PRINTER_TEXTS);
  mps_id_numbers_init (&self->organizations);
  mps_id_numbers_init (&self->agents);
  mps_dictionary_init (&self->models);
  mps_dictionary_init (&self->locations);
  mps_dictionary_init (&self->firmwares);
}

void
mps_printer_table_clear (MpsPrinterTable *self)
{
#define FREE(column) g_free (self->column);
  FOR_EACH_COLUMN (FREE)
#undef FREE
  mps_text_blocks_clear (&self->texts);
  mps_id_numbers_clear (&self->organizations);
  mps_id_numbers_clear (&self->agents);
  mps_dictionary_clear (&self->models);
  mps_dictionary_clear (&self->locations);
  mps_dictionary_clear (&self->firmwares);
  mps_serial_index_clear (&self->serials);
}

/**
 * mps_printer_table_find:
 * @self: a table
 * @id: an id
 *
 * Returns: the row of @id, alive or dead, or %MPS_NO_ROW
 */
guint32
mps_printer_table_find (const MpsPrinterTable *self, gint64 id)
{
  return mps_ids_find (self->id, self->n_rows, id);
}

/**
 * mps_printer_table_append:
 * @self: a table
 * @record: a printer whose id is above all others in @self
 *
 * Returns: its row
 */
guint32
mps_printer_table_append (MpsPrinterTable *self, const MpsPrinterRecord *record)
{
  const char *texts[MPS_N_PRINTER_TEXTS];
  guint32 row = self->n_rows;

  get_texts (record, texts);
  reserve_row (self);
  self->n_rows++;
  self->n_alive++;
  self->id[row] = record->id;
  self->alive[row] = TRUE;
  self->mask[row] = 0;
  set_columns (self, row, record);
  mps_text_blocks_append (&self->texts, texts);
  mps_serial_index_add (&self->serials, &self->texts, row);
  return row;
}

/**
 * mps_printer_table_update:
 * @self: a table
 * @row: a row; if it is dead, it comes alive again
 * @record: the printer as it is now, with the row's id
 */
void
mps_printer_table_update (MpsPrinterTable *self, guint32 row, const MpsPrinterRecord *record)
{
  const char *texts[MPS_N_PRINTER_TEXTS];
  const char *serial = mps_text_blocks_get (&self->texts, row, MPS_PRINTER_TEXT_SERIAL);
  gboolean same_serial = strcmp (serial, record->serial) == 0;

  get_texts (record, texts);
  self->n_alive += !self->alive[row];
  self->alive[row] = TRUE;
  set_columns (self, row, record);
  mps_text_blocks_replace (&self->texts, row, texts);
  if (!same_serial)
    mps_serial_index_add (&self->serials, &self->texts, row);
}

/**
 * mps_printer_table_remove:
 * @self: a table
 * @row: a living row, which dies
 */
void
mps_printer_table_remove (MpsPrinterTable *self, guint32 row)
{
  self->alive[row] = FALSE;
  self->n_alive--;
  mps_text_blocks_remove (&self->texts, row);
}

/**
 * mps_printer_table_match:
 * @self: a table
 * @search: what is searched for; it must outlive the match
 *
 * Returns: (transfer full): @search, ready for @self until it changes
 */
MpsMatch *
mps_printer_table_match (MpsPrinterTable *self, const MpsSearch *search)
{
  MpsMatch *match = mps_match_new (search, &self->texts);

  mps_match_add_column (match, &(MpsMatchColumn) { &self->models, self->model });
  mps_match_add_column (match, &(MpsMatchColumn) { &self->locations, self->location });
  return match;
}
