/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-rows.h"

#include "mps-printer-stock.h"
#include "mps-rows.h"

struct _MpsPrinterRows {
  MpsJob *job;        /* borrowed */
  MpsStatement *find; /* the connection's, as the others */
  MpsStatement *update;
  gboolean was_empty;      /* there is nothing to be found */
  MpsPrinterStock *stock;  /* (nullable): all that can be found, when very many are looked for */
  MpsPrinterRecord stored; /* texts borrowed from stock or find */
};

/* From this many on it may be worth the while to read all printers at once. */
#define MANY_PRINTERS 2000

/* When more than this part of all printers is looked for, all are read at once. */
#define STOCK_SHARE 8

/* A state that a list raises is the list's word. A printer that leaves a state leaves the reason
 * of a failure with it. */
#define UPDATE                                                                                     \
  "UPDATE printers SET organization = ?1, contact = ?2, agent = ?3, model = ?5, ip_address = ?6, " \
  "host_name = ?7, location = ?8, asset_tag = ?9, firmware = ?10, average_pages = ?11, "           \
  "managed = ?12, communicating = ?13, "                                                           \
  "reported = CASE WHEN managed <> ?12 THEN ?12 IN (1, 2) ELSE reported END, "                     \
  "failure_reason = CASE WHEN managed <> ?12 THEN '' ELSE failure_reason END "                     \
  "WHERE id = ?4"

/**
 * mps_printer_rows_new:
 * @job: a job with a transaction, which outlives it
 * @n_expected: about how many printers will be looked for
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): the printers that there are
 */
MpsPrinterRows *
mps_printer_rows_new (MpsJob *job, guint64 n_expected, GError **error)
{
  g_autoptr (MpsPrinterRows) self = g_new0 (MpsPrinterRows, 1);
  gint64 last_id;

  self->job = job;
  if (!mps_connection_query_int (job->connection, "SELECT max (id) FROM printers", &last_id, error))
    return NULL;
  self->was_empty = last_id == 0;
  if (!self->was_empty && n_expected >= MANY_PRINTERS
      && n_expected >= (guint64) last_id / STOCK_SHARE
      && (self->stock = mps_printer_stock_new (job->connection, error)) == NULL)
    return NULL;
  self->find = mps_connection_prepare (job->connection, "SELECT " MPS_ROWS_PRINTER
                                                        " FROM printers WHERE serial = ?");
  self->update = mps_connection_prepare (job->connection, UPDATE);
  return g_steal_pointer (&self);
}

void
mps_printer_rows_free (MpsPrinterRows *self)
{
  g_clear_pointer (&self->find, mps_statement_release);
  g_clear_pointer (&self->update, mps_statement_release);
  g_clear_pointer (&self->stock, mps_printer_stock_free);
  g_free (self);
}

/**
 * mps_printer_rows_get_n_known:
 * @self: the printers
 *
 * Returns: how many there are, when they are all in memory; %G_MAXUINT when each is looked for in
 *   the table
 */
guint
mps_printer_rows_get_n_known (MpsPrinterRows *self)
{
  if (self->was_empty)
    return 0;
  return self->stock ? mps_printer_stock_get_length (self->stock) : G_MAXUINT;
}

/**
 * mps_printer_rows_expect:
 * @self: the printers
 * @serial: (nullable): a serial number that will be looked for soon
 *
 * Makes its search short.
 */
void
mps_printer_rows_expect (MpsPrinterRows *self, const char *serial)
{
  if (self->stock && serial)
    mps_printer_stock_expect (self->stock, serial);
}

/**
 * mps_printer_rows_find:
 * @self: the printers
 * @serial: a serial number, as it is stored, that was not inserted before
 * @found: (out) (nullable): the printer, valid until the next search; %NULL when there is none
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether it could be looked for
 */
gboolean
mps_printer_rows_find (MpsPrinterRows *self, const char *serial, const MpsPrinterRecord **found,
                       GError **error)
{
  MpsStep step;

  *found = NULL;
  if (self->was_empty)
    return TRUE;
  if (self->stock)
    {
      if (mps_printer_stock_find (self->stock, serial, &self->stored))
        *found = &self->stored;
      return TRUE;
    }
  mps_statement_release (self->find);
  mps_statement_bind_text (self->find, 1, serial);
  step = mps_statement_step (self->find, error);
  *found = step == MPS_STEP_ROW ? &self->stored : NULL;
  if (step == MPS_STEP_ROW)
    mps_rows_borrow_printer (self->find, &self->stored);
  return step != MPS_STEP_ERROR;
}

static void
bind_printer (MpsStatement *statement, const MpsPrinterRecord *printer)
{
  mps_statement_bind_int (statement, 1, printer->organization);
  mps_statement_bind_id (statement, 2, printer->contact);
  mps_statement_bind_id (statement, 3, printer->agent);
  mps_statement_bind_text (statement, 5, printer->model);
  mps_statement_bind_text (statement, 6, printer->ip_address);
  mps_statement_bind_text (statement, 7, printer->host_name);
  mps_statement_bind_text (statement, 8, printer->location);
  mps_statement_bind_text (statement, 9, printer->asset_tag);
  mps_statement_bind_text (statement, 10, printer->firmware);
  if (printer->average_pages == MPS_PAGES_UNKNOWN)
    mps_statement_bind_text (statement, 11, NULL);
  else
    mps_statement_bind_int (statement, 11, printer->average_pages);
  mps_statement_bind_int (statement, 12, printer->managed);
  mps_statement_bind_int (statement, 13, printer->communicating);
}

/**
 * mps_printer_rows_update:
 * @self: the printers
 * @stored: what is stored
 * @printer: what it becomes
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_printer_rows_update (MpsPrinterRows *self, const MpsPrinterRecord *stored,
                         const MpsPrinterRecord *printer, GError **error)
{
  bind_printer (self->update, printer);
  mps_statement_bind_int (self->update, 4, stored->id);
  if (!mps_statement_run (self->update, error))
    return FALSE;
  mps_job_touch_printer (self->job, stored->id);
  return TRUE;
}
