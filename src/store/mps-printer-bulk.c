/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-bulk.h"

#include "fleet/mps-row-sort.h"

#include <stddef.h>
#include <string.h>

#define BLOCK_SIZE (1024 * 1024)

struct _MpsPrinterBulk {
  GPtrArray *blocks;   /* owned: char, in which the printers are */
  gsize room;          /* in the last block, in bytes */
  char *next;          /* where it begins */
  GPtrArray *printers; /* MpsBulkPrinter */
  gboolean is_sorted;
};

static void
begin (MpsPrinterBulk *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->printers = g_ptr_array_new ();
  self->room = 0;
}

MpsPrinterBulk *
mps_printer_bulk_new (void)
{
  MpsPrinterBulk *self = g_new0 (MpsPrinterBulk, 1);

  begin (self);
  return self;
}

void
mps_printer_bulk_free (MpsPrinterBulk *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->printers);
  g_free (self);
}

/* Returns where @size bytes can be written; what is left of the block before is given up. */
static gpointer
make_room (MpsPrinterBulk *self, gsize size)
{
  const gsize aligned = (size + 7) & ~(gsize) 7;
  gpointer room;

  if (self->room < aligned)
    {
      self->room = MAX (aligned, BLOCK_SIZE);
      self->next = g_malloc (self->room);
      g_ptr_array_add (self->blocks, self->next);
    }
  room = self->next;
  self->next += aligned;
  self->room -= aligned;
  return room;
}

static gsize
measure (const MpsBulkPrinter *printer)
{
  gsize size = offsetof (MpsBulkPrinter, texts);

  for (guint i = 0; i < MPS_N_BULK_TEXTS; i++)
    size += printer->lengths[i] + 1;
  return size;
}

/* Returns a printer with its texts alone. */
static MpsBulkPrinter *
keep_texts (MpsPrinterBulk *self, const char *const *texts)
{
  MpsBulkPrinter measured, *kept;
  const guint32 *lengths = measured.lengths;
  char *next;

  for (guint i = 0; i < MPS_N_BULK_TEXTS; i++)
    measured.lengths[i] = (guint32) strlen (texts[i]);
  kept = make_room (self, measure (&measured));
  memcpy (kept->lengths, lengths, sizeof measured.lengths);
  next = kept->texts;
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
  MpsBulkPrinter *added = keep_texts (self, texts);

  g_assert (!self->is_sorted);
  added->id = printer->id;
  added->organization = printer->organization;
  added->contact = printer->contact;
  added->agent = printer->agent;
  added->average_pages = printer->average_pages;
  added->managed = (guint8) printer->managed;
  added->communicating = printer->communicating != FALSE;
  g_ptr_array_add (self->printers, added);
}

/**
 * mps_printer_bulk_append:
 * @self: a bulk that is not sorted yet
 * @other: (transfer full): another one, whose printers come behind those of @self
 */
void
mps_printer_bulk_append (MpsPrinterBulk *self, MpsPrinterBulk *other)
{
  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&other->blocks));
  g_ptr_array_extend_and_steal (self->printers, g_steal_pointer (&other->printers));
  g_free (other);
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
 * Returns: (transfer none): the printer
 */
const MpsBulkPrinter *
mps_printer_bulk_get (MpsPrinterBulk *self, guint place)
{
  return self->printers->pdata[place];
}

/* The serial number is the first of the texts. */
static const char *
serial_of (gpointer user_data, guint32 index)
{
  MpsPrinterBulk *self = user_data;

  return mps_printer_bulk_get (self, index)->texts;
}

static int
compare_serials (guint32 a, guint32 b, gpointer user_data)
{
  return strcmp (serial_of (user_data, a), serial_of (user_data, b));
}

/* In memory too, where they can then be read one after the other. */
static void
put_in_order (MpsPrinterBulk *self, const guint32 *order)
{
  const guint n = self->printers->len;
  g_autoptr (GPtrArray) blocks = g_steal_pointer (&self->blocks);
  g_autoptr (GPtrArray) printers = g_steal_pointer (&self->printers);

  begin (self);
  for (guint i = 0; i < n; i++)
    {
      const MpsBulkPrinter *printer = printers->pdata[order[i]];
      const gsize size = measure (printer);

      g_ptr_array_add (self->printers, memcpy (make_room (self, size), printer, size));
    }
  self->is_sorted = TRUE;
}

/**
 * mps_printer_bulk_sort:
 * @self: a bulk; nothing is added to it any more
 *
 * Sorts it by serial number, byte by byte as a database does. Any thread.
 */
void
mps_printer_bulk_sort (MpsPrinterBulk *self)
{
  const MpsRowKeys keys = { serial_of, NULL, compare_serials };
  const guint n = self->printers->len;
  g_autofree guint32 *order = g_new (guint32, n);
  g_autoptr (MpsRowSort) sorting = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  sorting = mps_row_sort_new (order, n, FALSE, &keys, self);
  mps_row_sort_finish (sorting);
  put_in_order (self, order);
}

/**
 * mps_printer_bulk_expect:
 * @self: a bulk
 * @place: of a printer that will be asked for after some others
 *
 * Lets the processor fetch it.
 */
void
mps_printer_bulk_expect (MpsPrinterBulk *self, guint place)
{
  for (gsize line = 0; line < 3; line++)
    __builtin_prefetch ((const char *) self->printers->pdata[place] + 64 * line);
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
