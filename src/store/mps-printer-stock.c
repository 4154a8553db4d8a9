/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-stock.h"

#include "fleet/mps-text-index.h"

#include "mps-database.h"
#include "mps-printer-bulk.h"
#include "mps-rows.h"

#define N_EXPECTED 16

/* From this many on, two threads read half of them each. */
#define MANY_PRINTERS 50000

/* Printers of a part of all ids. */
typedef struct {
  MpsConnection *connection; /* borrowed; of the thread that reads */
  MpsPrinterBulk *printers;  /* borrowed; where they go */
  gint64 after;              /* an id, which is the last of the part before */
  gint64 last;               /* another one */
  GError *error;             /* owned; why they can't be read */
} Part;

struct _MpsPrinterStock {
  MpsPrinterBulk *printers;
  MpsTextIndex *places;         /* in printers, by serial number */
  guint32 expected[N_EXPECTED]; /* the hashes of the last serial numbers that were expected */
  guint n_expected;
};

static gpointer
read_part (gpointer data)
{
  Part *part = data;
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      part->connection, "SELECT " MPS_ROWS_PRINTER " FROM printers WHERE id > ?1 AND id <= ?2");
  MpsPrinterRecord record;

  mps_statement_bind_int (statement, 1, part->after);
  mps_statement_bind_int (statement, 2, part->last);
  while (mps_statement_step (statement, &part->error) == MPS_STEP_ROW)
    {
      mps_rows_borrow_printer (statement, &record);
      mps_printer_bulk_add (part->printers, &record);
    }
  return NULL;
}

/* Both see the same printers: nobody else can change them meanwhile. */
static void
read_halves (Part *first, MpsConnection *beside)
{
  const gint64 middle = first->last / 2;
  g_autoptr (MpsPrinterBulk) printers = mps_printer_bulk_new ();
  Part second = { beside, printers, middle, first->last, NULL };
  GThread *thread = g_thread_new ("mps-stock", read_part, &second);

  first->last = middle;
  read_part (first);
  g_thread_join (thread);
  mps_printer_bulk_append (first->printers, g_steal_pointer (&printers));
  if (second.error && first->error == NULL)
    first->error = g_steal_pointer (&second.error);
  g_clear_error (&second.error);
}

static gboolean
read_printers (MpsPrinterStock *self, MpsConnection *connection, GError **error)
{
  Part all = { connection, self->printers, G_MININT64, 0, NULL };
  g_autoptr (MpsConnection) beside = NULL;

  if (!mps_connection_query_int (connection, "SELECT max (id) FROM printers", &all.last, error))
    return FALSE;
  if (all.last >= MANY_PRINTERS)
    beside = mps_database_open_beside (connection);
  if (beside)
    read_halves (&all, beside);
  else
    read_part (&all);
  if (all.error)
    g_propagate_error (error, all.error);
  return all.error == NULL;
}

/* The serial number is the first of a printer's texts. */
static const char *
serial_at (MpsPrinterStock *self, guint place)
{
  return mps_printer_bulk_get (self->printers, place)->texts;
}

static void
index_printers (MpsPrinterStock *self)
{
  const guint n = mps_printer_bulk_get_length (self->printers);

  mps_text_index_reserve (self->places, n);
  for (guint i = 0; i < n; i++)
    {
      const guint ahead = MIN (i + N_EXPECTED, n - 1);

      mps_text_index_expect (self->places, mps_text_index_hash (serial_at (self, ahead)));
      mps_text_index_add (self->places, serial_at (self, i));
    }
}

/**
 * mps_printer_stock_new:
 * @connection: a database with a transaction
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): the printers as they are now
 */
MpsPrinterStock *
mps_printer_stock_new (MpsConnection *connection, GError **error)
{
  g_autoptr (MpsPrinterStock) self = g_new0 (MpsPrinterStock, 1);

  self->printers = mps_printer_bulk_new ();
  self->places = mps_text_index_new ();
  if (!read_printers (self, connection, error))
    return NULL;
  index_printers (self);
  return g_steal_pointer (&self);
}

void
mps_printer_stock_free (MpsPrinterStock *self)
{
  mps_text_index_free (self->places);
  mps_printer_bulk_free (self->printers);
  g_free (self);
}

guint
mps_printer_stock_get_length (MpsPrinterStock *self)
{
  return mps_printer_bulk_get_length (self->printers);
}

/* The second step, which begins with what the first one has fetched. */
static void
fetch_printer (MpsPrinterStock *self, guint32 hash)
{
  const guint32 place = mps_text_index_guess (self->places, hash);

  if (place != MPS_TEXT_INDEX_NONE)
    mps_printer_bulk_expect (self->printers, place);
}

/**
 * mps_printer_stock_expect:
 * @self: the printers
 * @serial: a serial number that will be looked for after some others
 *
 * Lets the processor fetch what mps_printer_stock_find() looks at, which lies
 * anywhere in memory: to wait for it takes longer than all else.
 */
void
mps_printer_stock_expect (MpsPrinterStock *self, const char *serial)
{
  const guint now = self->n_expected++;

  self->expected[now % N_EXPECTED] = mps_text_index_hash (serial);
  mps_text_index_expect (self->places, self->expected[now % N_EXPECTED]);
  fetch_printer (self, self->expected[(now + N_EXPECTED / 2) % N_EXPECTED]);
}

/**
 * mps_printer_stock_find:
 * @self: the printers
 * @serial: a serial number, as it is stored
 * @record: (out caller-allocates): the printer; its texts are those of @self, and not to be freed
 *
 * Returns: whether there is such a printer
 */
gboolean
mps_printer_stock_find (MpsPrinterStock *self, const char *serial, MpsPrinterRecord *record)
{
  const guint32 place = mps_text_index_find (self->places, serial);

  if (place == MPS_TEXT_INDEX_NONE)
    return FALSE;
  mps_printer_bulk_borrow (self->printers, place, record);
  return TRUE;
}
