/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-runs.h"

#include <string.h>

/* How many printers are sorted at once: ten megabytes, which a processor has at hand. */
#define RUN_LENGTH 65536

/* The next printer of a run. */
typedef struct {
  guint64 key; /* the first bytes of its serial number, of which most comparisons need no more */
  const MpsBulkPrinter *printer;
  MpsPrinterBulk *run; /* borrowed */
  guint place;
} Head;

struct _MpsPrinterRuns {
  GPtrArray *runs;      /* owned: MpsPrinterBulk; all but the last are sorted */
  MpsPrinterBulk *last; /* borrowed; takes what is added */
  guint n_printers;
  GArray
      *heads; /* Head, of the runs that go on; a heap, whose first has the lowest serial number */
};

static void
begin_run (MpsPrinterRuns *self)
{
  self->last = mps_printer_bulk_new ();
  g_ptr_array_add (self->runs, self->last);
}

MpsPrinterRuns *
mps_printer_runs_new (void)
{
  MpsPrinterRuns *self = g_new0 (MpsPrinterRuns, 1);

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_printer_bulk_free);
  self->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  begin_run (self);
  return self;
}

void
mps_printer_runs_free (MpsPrinterRuns *self)
{
  g_ptr_array_unref (self->runs);
  g_array_unref (self->heads);
  g_free (self);
}

/**
 * mps_printer_runs_add:
 * @self: printers that were not sorted
 * @printer: another one, which is copied
 */
void
mps_printer_runs_add (MpsPrinterRuns *self, const MpsPrinterRecord *printer)
{
  if (mps_printer_bulk_get_length (self->last) == RUN_LENGTH)
    {
      mps_printer_bulk_sort (self->last);
      begin_run (self);
    }
  mps_printer_bulk_add (self->last, printer);
  self->n_printers++;
}

guint
mps_printer_runs_get_length (MpsPrinterRuns *self)
{
  return self->n_printers;
}

/**
 * mps_printer_runs_sort:
 * @self: printers; none is added any more
 *
 * Without it a small number, of less than some ten thousand, is read back in
 * the order in which it was added.
 */
void
mps_printer_runs_sort (MpsPrinterRuns *self)
{
  mps_printer_bulk_sort (self->last);
}

/* Keys compare as strcmp() does. */
static guint64
key_of (const char *text)
{
  guint64 key = 0;

  for (guint shift = 64; shift > 0 && *text; text++)
    key |= (guint64) (guint8) *text << (shift -= 8);
  return key;
}

/* Returns whether the head has one; else its run has ended. */
static gboolean
go_to (Head *head, guint place)
{
  head->place = place;
  if (place == mps_printer_bulk_get_length (head->run))
    return FALSE;
  head->printer = mps_printer_bulk_get (head->run, place);
  head->key = key_of (head->printer->texts);
  return TRUE;
}

static gboolean
is_before (const Head *a, const Head *b)
{
  if (a->key != b->key)
    return a->key < b->key;
  return strcmp (a->printer->texts, b->printer->texts) < 0;
}

/* Lets a head sink until none below it comes before it. */
static void
sink (MpsPrinterRuns *self, guint at)
{
  Head *heads = (Head *) (gpointer) self->heads->data;
  const Head sinking = heads[at];

  for (guint below = 2 * at + 1; below < self->heads->len; below = 2 * at + 1)
    {
      if (below + 1 < self->heads->len && is_before (&heads[below + 1], &heads[below]))
        below++;
      if (!is_before (&heads[below], &sinking))
        break;
      heads[at] = heads[below];
      at = below;
    }
  heads[at] = sinking;
}

static const MpsBulkPrinter *
get_first (MpsPrinterRuns *self)
{
  return self->heads->len > 0 ? g_array_index (self->heads, Head, 0).printer : NULL;
}

/**
 * mps_printer_runs_first:
 * @self: printers; none is added any more
 *
 * Begins to read them back.
 *
 * Returns: (transfer none) (nullable): the first one; %NULL if there is none
 */
const MpsBulkPrinter *
mps_printer_runs_first (MpsPrinterRuns *self)
{
  g_array_set_size (self->heads, 0);
  for (guint i = 0; i < self->runs->len; i++)
    {
      Head head = { .run = self->runs->pdata[i] };

      if (go_to (&head, 0))
        g_array_append_val (self->heads, head);
    }
  for (guint at = self->heads->len; at > 0; at--)
    sink (self, at - 1);
  return get_first (self);
}

/**
 * mps_printer_runs_next:
 * @self: printers that are being read back, and not yet to their end
 *
 * Returns: (transfer none) (nullable): the next one; %NULL at the end
 */
const MpsBulkPrinter *
mps_printer_runs_next (MpsPrinterRuns *self)
{
  Head *first = &g_array_index (self->heads, Head, 0);

  if (!go_to (first, first->place + 1))
    g_array_remove_index_fast (self->heads, 0);
  if (self->heads->len > 1)
    sink (self, 0);
  return get_first (self);
}
