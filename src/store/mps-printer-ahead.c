/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-ahead.h"

#include "fleet/mps-error.h"

/* How many rows travel together, and how many such batches there are at most: some, which take
 * about twenty megabytes, wait while the printers that there are are read. */
#define BATCH_ROWS 512
#define MAX_BATCHES 128
/* A smaller file, in bytes, is read as its rows are taken: some thousand printers. */
#define LARGE_FILE (1024 * 1024)
#define TEXT_BLOCK (64 * 1024)

/* A row, and what the source said when it had been read. */
typedef struct {
  MpsPrinterRow row;
  guint n_rows;
  guint n_problems;
} Entry;

/* Passes to and fro between the two threads; the one that holds it owns it. */
typedef struct {
  Entry entries[BATCH_ROWS];
  guint n_entries;
  GStringChunk *texts; /* of the rows */
  GPtrArray *problems; /* owned: MpsProblem, but for those that were handed out */
  guint64 done;
  guint64 total;
  guint n_rows;     /* when the batch ended */
  gboolean is_last; /* the source ended, or failed */
  GError *error;    /* (nullable): why it failed */
} Batch;

struct _MpsPrinterAhead {
  MpsPrinterSource *source; /* owned; of the reading thread as long as that runs */
  GThread *thread;          /* (nullable): joined by mps_printer_ahead_free() */
  GAsyncQueue *empty;       /* owned: Batch, to be filled */
  GAsyncQueue *full;        /* owned: Batch, to be taken */
  int stopping;             /* (atomic) */
  guint n_batches;          /* that were made; of the reading thread */

  /* Of the one who takes the rows. */
  Batch *batch; /* owned; NULL before the first */
  guint next_entry;
  guint next_problem;
  guint n_rows;
};

static Batch *
batch_new (void)
{
  Batch *self = g_new0 (Batch, 1);

  self->texts = g_string_chunk_new (TEXT_BLOCK);
  self->problems = g_ptr_array_new ();
  return self;
}

static void
batch_clear (Batch *self)
{
  self->n_entries = 0;
  g_string_chunk_clear (self->texts);
  for (guint i = 0; i < self->problems->len; i++)
    g_clear_pointer (&self->problems->pdata[i], mps_problem_free);
  g_ptr_array_set_size (self->problems, 0);
}

static void
batch_free (gpointer data)
{
  Batch *self = data;

  batch_clear (self);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->error);
  g_free (self);
}

static char *
keep_text (Batch *self, const char *text)
{
  return text ? g_string_chunk_insert (self->texts, text) : NULL;
}

/* The source's row is gone with its next one. */
static void
keep_row (Batch *self, const MpsPrinterRow *from, guint n_rows)
{
  Entry *entry = &self->entries[self->n_entries++];
  MpsPrinterRow *row = &entry->row;

  *entry = (Entry) { *from, n_rows, self->problems->len };
  row->printer.serial = keep_text (self, from->printer.serial);
  row->printer.model = keep_text (self, from->printer.model);
  row->printer.ip_address = keep_text (self, from->printer.ip_address);
  row->printer.host_name = keep_text (self, from->printer.host_name);
  row->printer.location = keep_text (self, from->printer.location);
  row->printer.asset_tag = keep_text (self, from->printer.asset_tag);
  row->printer.firmware = keep_text (self, from->printer.firmware);
  row->organization = keep_text (self, from->organization);
  row->agent = keep_text (self, from->agent);
  row->agent_version = keep_text (self, from->agent_version);
}

static void
fill (MpsPrinterAhead *self, Batch *batch)
{
  batch_clear (batch);
  while (batch->n_entries < BATCH_ROWS && !batch->is_last)
    {
      const MpsPrinterRow *row
          = mps_printer_source_next (self->source, batch->problems, &batch->error);

      batch->n_rows = mps_printer_source_get_n_rows (self->source);
      batch->is_last = row == NULL;
      if (row)
        keep_row (batch, row, batch->n_rows);
    }
  mps_printer_source_get_position (self->source, &batch->done, &batch->total);
}

static Batch *
get_empty (MpsPrinterAhead *self)
{
  Batch *batch = g_async_queue_try_pop (self->empty);

  if (batch)
    return batch;
  if (self->n_batches == MAX_BATCHES)
    return g_async_queue_pop (self->empty);
  self->n_batches++;
  return batch_new ();
}

static gpointer
read_ahead (gpointer data)
{
  MpsPrinterAhead *self = data;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      Batch *batch = get_empty (self);

      if (!g_atomic_int_get (&self->stopping))
        fill (self, batch);
      is_last = batch->is_last || g_atomic_int_get (&self->stopping);
      g_async_queue_push (self->full, batch);
    }
  return NULL;
}

static gboolean
is_large (MpsPrinterSource *source)
{
  guint64 done, total;

  mps_printer_source_get_position (source, &done, &total);
  return total > LARGE_FILE;
}

/**
 * mps_printer_ahead_new:
 * @source: (transfer none): a source that is open; nobody else touches it until this is freed
 *
 * Returns: (transfer full): a reader, which has begun if the source is large
 */
MpsPrinterAhead *
mps_printer_ahead_new (MpsPrinterSource *source)
{
  MpsPrinterAhead *self = g_new0 (MpsPrinterAhead, 1);

  self->source = g_object_ref (source);
  self->empty = g_async_queue_new_full (batch_free);
  self->full = g_async_queue_new_full (batch_free);
  if (!is_large (source))
    return self;
  self->thread = g_thread_new ("mps-reader", read_ahead, self);
  return self;
}

/**
 * mps_printer_ahead_free:
 * @self: (transfer full): a reader, which stops after the row that it reads
 */
void
mps_printer_ahead_free (MpsPrinterAhead *self)
{
  g_atomic_int_set (&self->stopping, TRUE);
  g_async_queue_push (self->empty, batch_new ());
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->batch, batch_free);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_object_unref (self->source);
  g_free (self);
}

/* Problems come in the order of the file, each before the row behind it. */
static void
hand_out_problems (MpsPrinterAhead *self, guint end, GPtrArray *problems)
{
  for (; self->next_problem < end; self->next_problem++)
    g_ptr_array_add (problems, g_steal_pointer (&self->batch->problems->pdata[self->next_problem]));
}

static void
take_batch (MpsPrinterAhead *self)
{
  if (self->batch)
    g_async_queue_push (self->empty, g_steal_pointer (&self->batch));
  self->batch = g_async_queue_pop (self->full);
  self->next_entry = 0;
  self->next_problem = 0;
}

/* Returns whether there is another entry to be taken. */
static gboolean
find_entry (MpsPrinterAhead *self, GPtrArray *problems, GError **error)
{
  while (self->batch == NULL || self->next_entry == self->batch->n_entries)
    {
      if (self->batch)
        {
          hand_out_problems (self, self->batch->problems->len, problems);
          self->n_rows = self->batch->n_rows;
        }
      if (self->batch && self->batch->is_last)
        {
          if (self->batch->error)
            g_propagate_error (error, g_steal_pointer (&self->batch->error));
          return FALSE;
        }
      take_batch (self);
    }
  return TRUE;
}

/**
 * mps_printer_ahead_next:
 * @self: a reader
 * @problems: (element-type MpsProblem): takes what is wrong with the rows that were skipped
 * @error: return location for a #GError: why the source can't be read on
 *
 * Returns: (transfer none) (nullable): the next good row, until the next call; %NULL at the end
 */
const MpsPrinterRow *
mps_printer_ahead_next (MpsPrinterAhead *self, GPtrArray *problems, GError **error)
{
  const Entry *entry;

  if (self->thread == NULL)
    return mps_printer_source_next (self->source, problems, error);
  if (!find_entry (self, problems, error))
    return NULL;
  entry = &self->batch->entries[self->next_entry++];
  hand_out_problems (self, entry->n_problems, problems);
  self->n_rows = entry->n_rows;
  return &entry->row;
}

/**
 * mps_printer_ahead_peek:
 * @self: a reader
 * @distance: from 0, which is the next row
 *
 * Returns: (transfer none) (nullable): the serial number of a row that will come; %NULL when it is
 *   not at hand
 */
const char *
mps_printer_ahead_peek (MpsPrinterAhead *self, guint distance)
{
  if (self->batch == NULL || self->next_entry + distance >= self->batch->n_entries)
    return NULL;
  return self->batch->entries[self->next_entry + distance].row.printer.serial;
}

/**
 * mps_printer_ahead_get_n_rows:
 * @self: a reader
 *
 * Returns: how many rows had been read, good and bad, when the last one was handed out
 */
guint
mps_printer_ahead_get_n_rows (MpsPrinterAhead *self)
{
  return self->thread ? self->n_rows : mps_printer_source_get_n_rows (self->source);
}

/**
 * mps_printer_ahead_get_position:
 * @self: a reader
 * @done: (out): how much was read, in bytes; about as far as the last row
 * @total: (out): of how much; 0 when unknown
 */
void
mps_printer_ahead_get_position (MpsPrinterAhead *self, guint64 *done, guint64 *total)
{
  if (self->thread == NULL)
    mps_printer_source_get_position (self->source, done, total);
  else
    {
      *done = self->batch ? self->batch->done : 0;
      *total = self->batch ? self->batch->total : 0;
    }
}
