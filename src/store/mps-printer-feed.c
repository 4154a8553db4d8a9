/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-feed.h"

#include <string.h>

/* How many printers travel together, and how many such batches there are: the two threads are
 * seldom at different speeds for long. */
#define BATCH_ROWS 256
#define N_BATCHES 8
#define N_TEXTS 7

/* Passes to and fro between the two threads; the one that holds it owns it. */
typedef struct {
  MpsPrinterRecord records[BATCH_ROWS];
  guint n_records;
  char *texts; /* owned: of the records */
  gsize n_bytes;
  gsize n_allocated;
} Batch;

struct _MpsPrinterFeed {
  MpsFleet *fleet;
  GThread *thread;
  GAsyncQueue *empty; /* owned: Batch, to be filled */
  GAsyncQueue *full;  /* owned: Batch, to be added; one without records is the last */
  Batch *batch;       /* owned: the one that is being filled */
};

static void
batch_free (gpointer data)
{
  Batch *self = data;

  g_free (self->texts);
  g_free (self);
}

static gpointer
add_printers (gpointer data)
{
  MpsPrinterFeed *self = data;
  Batch *batch;

  while ((batch = g_async_queue_pop (self->full))->n_records > 0)
    {
      for (guint i = 0; i < batch->n_records; i++)
        mps_fleet_add_printer (self->fleet, &batch->records[i]);
      batch->n_records = 0;
      batch->n_bytes = 0;
      g_async_queue_push (self->empty, batch);
    }
  batch_free (batch);
  return NULL;
}

static void
pass_on (MpsPrinterFeed *self)
{
  g_async_queue_push (self->full, self->batch);
  self->batch = g_async_queue_pop (self->empty);
}

/* The texts of records that are in the batch already stay where they are. */
static void
make_room (MpsPrinterFeed *self, gsize n_bytes)
{
  if (self->batch->n_records == BATCH_ROWS
      || (self->batch->n_records > 0 && self->batch->n_bytes + n_bytes > self->batch->n_allocated))
    pass_on (self);
  if (n_bytes > self->batch->n_allocated)
    {
      self->batch->n_allocated = MAX (n_bytes, BATCH_ROWS * 128);
      self->batch->texts = g_realloc (self->batch->texts, self->batch->n_allocated);
    }
}

/**
 * mps_printer_feed_new:
 * @fleet: (unowned): a fleet that nobody sees yet
 *
 * Returns: (transfer full): a feed of @fleet
 */
MpsPrinterFeed *
mps_printer_feed_new (MpsFleet *fleet)
{
  MpsPrinterFeed *self = g_new0 (MpsPrinterFeed, 1);

  self->fleet = fleet;
  self->empty = g_async_queue_new_full (batch_free);
  self->full = g_async_queue_new_full (batch_free);
  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (self->empty, g_new0 (Batch, 1));
  self->batch = g_async_queue_pop (self->empty);
  self->thread = g_thread_new ("mps-feed", add_printers, self);
  return self;
}

/**
 * mps_printer_feed_free:
 * @self: a feed
 *
 * Waits until all printers are in the fleet.
 */
void
mps_printer_feed_free (MpsPrinterFeed *self)
{
  if (self->batch->n_records > 0)
    pass_on (self);
  g_async_queue_push (self->full, g_steal_pointer (&self->batch));
  g_thread_join (self->thread);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_free (self);
}

/**
 * mps_printer_feed_add:
 * @self: a feed
 * @record: a printer, whose id is above those that were added; its texts are copied
 *
 * The printer is in the fleet when @self is freed.
 */
void
mps_printer_feed_add (MpsPrinterFeed *self, const MpsPrinterRecord *record)
{
  MpsPrinterRecord copy = *record;
  char **texts[N_TEXTS] = { &copy.serial,   &copy.model,     &copy.ip_address, &copy.host_name,
                            &copy.location, &copy.asset_tag, &copy.firmware };
  gsize sizes[N_TEXTS], n_bytes = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    n_bytes += sizes[i] = strlen (*texts[i]) + 1;
  make_room (self, n_bytes);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      *texts[i] = memcpy (self->batch->texts + self->batch->n_bytes, *texts[i], sizes[i]);
      self->batch->n_bytes += sizes[i];
    }
  self->batch->records[self->batch->n_records++] = copy;
}
