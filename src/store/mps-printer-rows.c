/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-rows.h"

#include "mps-rows.h"

struct _MpsPrinterRows {
  MpsJob *job;        /* borrowed */
  MpsStatement *find; /* the connection's, as the others */
  MpsStatement *insert;
  MpsStatement *update;
  gboolean was_empty;      /* there is nothing to be found but what was inserted */
  MpsPrinterRecord stored; /* texts borrowed from find */
};

#define INSERT                                                                                     \
  "INSERT INTO printers (organization, contact, agent, serial, model, ip_address, host_name, "     \
  "location, asset_tag, firmware, average_pages, managed, communicating, reported, folded) "       \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?12 IN (1, 2), ?14)"

/* A state that a list raises is the list's word. A printer that leaves a state leaves the reason
 * of a failure with it. */
#define UPDATE                                                                                     \
  "UPDATE printers SET organization = ?1, contact = ?2, agent = ?3, model = ?5, ip_address = ?6, " \
  "host_name = ?7, location = ?8, asset_tag = ?9, firmware = ?10, average_pages = ?11, "           \
  "managed = ?12, communicating = ?13, folded = ?14, "                                             \
  "reported = CASE WHEN managed <> ?12 THEN ?12 IN (1, 2) ELSE reported END, "                     \
  "failure_reason = CASE WHEN managed <> ?12 THEN '' ELSE failure_reason END "                     \
  "WHERE id = ?4"

/**
 * mps_printer_rows_new:
 * @job: a job with a transaction, which outlives it
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): the printers that there are
 */
MpsPrinterRows *
mps_printer_rows_new (MpsJob *job, GError **error)
{
  MpsPrinterRows *self;
  gint64 is_any;

  if (!mps_connection_query_int (job->connection, "SELECT EXISTS (SELECT 1 FROM printers)", &is_any,
                                 error))
    return NULL;
  self = g_new0 (MpsPrinterRows, 1);
  self->job = job;
  self->was_empty = !is_any;
  self->find = mps_connection_prepare (job->connection, "SELECT " MPS_ROWS_PRINTER
                                                        " FROM printers WHERE serial = ?");
  self->insert = mps_connection_prepare (job->connection, INSERT);
  self->update = mps_connection_prepare (job->connection, UPDATE);
  return self;
}

void
mps_printer_rows_free (MpsPrinterRows *self)
{
  mps_statement_release (self->find);
  mps_statement_release (self->insert);
  mps_statement_release (self->update);
  g_free (self);
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
  mps_statement_release (self->find);
  mps_statement_bind_text (self->find, 1, serial);
  step = mps_statement_step (self->find, error);
  *found = step == MPS_STEP_ROW ? &self->stored : NULL;
  if (step == MPS_STEP_ROW)
    mps_rows_borrow_printer (self->find, &self->stored);
  return step != MPS_STEP_ERROR;
}

static void
bind_printer (MpsStatement *statement, const MpsPrinterRecord *printer, const char *folded)
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
  mps_statement_bind_text (statement, 14, folded);
}

/**
 * mps_printer_rows_insert:
 * @self: the printers
 * @printer: a new one; its id is not used
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_printer_rows_insert (MpsPrinterRows *self, const MpsPrinterRecord *printer, GError **error)
{
  g_autofree char *folded = mps_rows_dup_folded_printer (printer);

  bind_printer (self->insert, printer, folded);
  mps_statement_bind_text (self->insert, 4, printer->serial);
  if (!mps_statement_run (self->insert, error))
    return FALSE;
  mps_job_touch_printer (self->job, mps_connection_get_last_id (self->job->connection));
  return TRUE;
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
  g_autofree char *folded = mps_rows_dup_folded_printer (printer);

  bind_printer (self->update, printer, folded);
  mps_statement_bind_int (self->update, 4, stored->id);
  if (!mps_statement_run (self->update, error))
    return FALSE;
  mps_job_touch_printer (self->job, stored->id);
  return TRUE;
}
