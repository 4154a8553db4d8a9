/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-bulk.h"

#include "fleet/mps-row-sort.h"

#include <string.h>

#define BLOCK_SIZE (1024 * 1024)
#define FETCHED_AHEAD 8

struct _MpsPrinterBulk {
  GPtrArray *blocks; /* owned: char */
  gsize room;        /* in the last block, in bytes */
  char *next;        /* where it begins */
  GArray *printers;  /* MpsBulkPrinter; their texts are in blocks */
  guint32 *order;    /* (nullable): by place, an index in printers; before it is sorted as added */
};

MpsPrinterBulk *
mps_printer_bulk_new (void)
{
  MpsPrinterBulk *self = g_new0 (MpsPrinterBulk, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->printers = g_array_new (FALSE, FALSE, sizeof (MpsBulkPrinter));
  return self;
}

void
mps_printer_bulk_free (MpsPrinterBulk *self)
{
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->printers);
  g_free (self->order);
  g_free (self);
}

/* Returns where @size bytes can be written; what is left of the block before is given up. */
static char *
make_room (MpsPrinterBulk *self, gsize size)
{
  char *room;

  if (self->room < size)
    {
      self->room = MAX (size, BLOCK_SIZE);
      self->next = g_malloc (self->room);
      g_ptr_array_add (self->blocks, self->next);
    }
  room = self->next;
  self->next += size;
  self->room -= size;
  return room;
}

static const char *
keep_texts (MpsPrinterBulk *self, const char *const *texts, guint32 *lengths)
{
  gsize size = 0;
  char *kept, *next;

  for (guint i = 0; i < MPS_N_BULK_TEXTS; i++)
    {
      lengths[i] = (guint32) strlen (texts[i]);
      size += lengths[i] + 1;
    }
  kept = next = make_room (self, size);
  for (guint i = 0; i < MPS_N_BULK_TEXTS; next += lengths[i++] + 1)
    memcpy (next, texts[i], (gsize) lengths[i] + 1);
  return kept;
}

/**
 * mps_printer_bulk_add:
 * @self: a bulk that is not sorted yet
 * @printer: a printer, which is copied
 */
void
mps_printer_bulk_add (MpsPrinterBulk *self, const MpsPrinterRecord *printer)
{
  const char *const texts[MPS_N_BULK_TEXTS] = {
    printer->serial,   printer->model,     printer->ip_address, printer->host_name,
    printer->location, printer->asset_tag, printer->firmware,
  };
  MpsBulkPrinter added = {
    .id = printer->id,
    .organization = printer->organization,
    .contact = printer->contact,
    .agent = printer->agent,
    .average_pages = printer->average_pages,
    .managed = (guint8) printer->managed,
    .communicating = printer->communicating != FALSE,
  };

  g_assert (self->order == NULL);
  added.texts = keep_texts (self, texts, added.lengths);
  g_array_append_val (self->printers, added);
}

/* The serial number is the first of the texts. */
static const char *
serial_of (gpointer user_data, guint32 index)
{
  MpsPrinterBulk *self = user_data;

  return g_array_index (self->printers, MpsBulkPrinter, index).texts;
}

static int
compare_serials (guint32 a, guint32 b, gpointer user_data)
{
  return strcmp (serial_of (user_data, a), serial_of (user_data, b));
}

/**
 * mps_printer_bulk_sort:
 * @self: a bulk; nothing is added to it any more
 *
 * Sorts it by serial number, byte by byte as a database does.
 */
void
mps_printer_bulk_sort (MpsPrinterBulk *self)
{
  const MpsRowKeys keys = { serial_of, NULL, compare_serials };
  const guint n = self->printers->len;
  g_autoptr (MpsRowSort) sorting = NULL;

  self->order = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  sorting = mps_row_sort_new (self->order, n, FALSE, &keys, self);
  mps_row_sort_finish (sorting);
}

/* Sorted ones lie anywhere in memory, and waiting for that takes longer than to write them. */
static void
fetch_ahead (MpsPrinterBulk *self, guint place)
{
  if (place + 2 * FETCHED_AHEAD >= self->printers->len)
    return;
  __builtin_prefetch (
      &g_array_index (self->printers, MpsBulkPrinter, self->order[place + 2 * FETCHED_AHEAD]));
  for (gsize line = 0; line < 2; line++)
    __builtin_prefetch (serial_of (self, self->order[place + FETCHED_AHEAD]) + 64 * line);
}

guint
mps_printer_bulk_get_length (MpsPrinterBulk *self)
{
  return self->printers->len;
}

/**
 * mps_printer_bulk_get:
 * @self: a bulk
 * @place: from 0; in the order of the serial numbers if it is sorted
 *
 * Returns: (transfer none): the printer, until another one is added
 */
const MpsBulkPrinter *
mps_printer_bulk_get (MpsPrinterBulk *self, guint place)
{
  if (self->order == NULL)
    return &g_array_index (self->printers, MpsBulkPrinter, place);
  fetch_ahead (self, place);
  return &g_array_index (self->printers, MpsBulkPrinter, self->order[place]);
}

/**
 * mps_printer_bulk_borrow:
 * @self: a bulk
 * @place: from 0
 * @record: (out caller-allocates): the printer; its texts are those of @self, and not to be freed
 */
void
mps_printer_bulk_borrow (MpsPrinterBulk *self, guint place, MpsPrinterRecord *record)
{
  const MpsBulkPrinter *printer = mps_printer_bulk_get (self, place);
  char **const fields[MPS_N_BULK_TEXTS] = {
    &record->serial,   &record->model,     &record->ip_address, &record->host_name,
    &record->location, &record->asset_tag, &record->firmware,
  };
  const char *text = printer->texts;

  record->id = printer->id;
  record->organization = printer->organization;
  record->contact = printer->contact;
  record->agent = printer->agent;
  record->average_pages = printer->average_pages;
  record->managed = (MpsManaged) printer->managed;
  record->communicating = printer->communicating;
  for (guint i = 0; i < MPS_N_BULK_TEXTS; text += printer->lengths[i++] + 1)
    *fields[i] = (char *) text;
}
