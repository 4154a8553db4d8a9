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

static gboolean
is_ascii (const MpsPrinterRecord *record)
{
  return g_str_is_ascii (record->serial) && g_str_is_ascii (record->ip_address)
         && g_str_is_ascii (record->host_name) && g_str_is_ascii (record->asset_tag);
}

/* What the arena searches instead of the texts themselves, if they are not plain ASCII. */
static const char *
get_folded (const MpsPrinterRecord *record, char **made)
{
  if (!is_ascii (record))
    *made = mps_printer_record_fold (record);
  return *made;
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
  mps_text_arena_init (&self->texts, MPS_N_PRINTER_TEXTS, MPS_N_PRINTER_TEXTS);
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
  mps_text_arena_clear (&self->texts);
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
  g_autofree char *made = NULL;
  guint32 row = self->n_rows;

  get_texts (record, texts);
  reserve_row (self);
  self->n_rows++;
  self->n_alive++;
  self->id[row] = record->id;
  self->alive[row] = TRUE;
  self->mask[row] = 0;
  set_columns (self, row, record);
  mps_text_arena_append (&self->texts, texts, get_folded (record, &made));
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
  const char *serial = mps_text_arena_get (&self->texts, row, MPS_PRINTER_TEXT_SERIAL);
  gboolean same_serial = strcmp (serial, record->serial) == 0;
  g_autofree char *made = NULL;

  get_texts (record, texts);
  self->n_alive += !self->alive[row];
  self->alive[row] = TRUE;
  set_columns (self, row, record);
  mps_text_arena_replace (&self->texts, row, texts, get_folded (record, &made));
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
  mps_text_arena_remove (&self->texts, row);
}
