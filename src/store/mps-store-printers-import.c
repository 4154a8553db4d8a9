/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-printers.h"

#include "mps-agent-table.h"
#include "mps-backup.h"
#include "mps-organization-table.h"
#include "mps-printer-ahead.h"
#include "mps-printer-bulk-table.h"
#include "mps-printer-merge.h"
#include "mps-printer-rows.h"
#include "mps-organization-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-run.h"

#include <glib/gi18n.h>

/* How many rows pass between two reports of the progress. */
#define REPORT_INTERVAL 256

/* What a row of a file takes, in bytes, more or less. */
#define ROW_SIZE 128

typedef struct {
  /* What is asked for; of the main thread, not changed any more. */
  gint64 organization;
  MpsPrinterSource *source;
  char *file_name;
  MpsProgress *progress;

  /* While it runs. */
  MpsImportColumns columns;
  MpsPrinterAhead *rows;
  MpsPrinterRows *printers;
  MpsPrinterBulk *created; /* what is new, until all has been read */
  MpsAgentTable *agents;
  MpsOrganizationTable *organizations;
  MpsPrinterImport *result;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_object_unref (self->source);
  g_clear_object (&self->progress);
  g_free (self->file_name);
  g_free (self);
}

static void
end_work (Import *self)
{
  g_clear_pointer (&self->rows, mps_printer_ahead_free);
  g_clear_pointer (&self->printers, mps_printer_rows_free);
  g_clear_pointer (&self->created, mps_printer_bulk_free);
  g_clear_pointer (&self->agents, mps_agent_table_free);
  g_clear_pointer (&self->organizations, mps_organization_table_free);
}

/**
 * mps_printer_import_free:
 * @self: (transfer full): the outcome of an import
 */
void
mps_printer_import_free (MpsPrinterImport *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static void
reject (Import *self, const MpsPrinterRow *row, const char *column, const char *code,
        const char *reason)
{
  g_ptr_array_add (self->result->problems, mps_problem_new (row->line, column, code, "%s", reason));
}

static void
reject_organization (Import *self, const MpsPrinterRow *row)
{
  if (*row->organization)
    reject (self, row, "Organization", "unknown-organization",
            _ ("There is no organization with this name. Correct it, or add the organization "
               "first."));
  else
    reject (self, row, "Organization", "unknown-organization",
            _ ("The row names no organization. Enter one, or choose the organization to import "
               "into."));
}

static void
reject_state (Import *self, const MpsPrinterRow *row)
{
  reject (self, row, "Lexmark Managed", "managed-state",
          _ ("The printer is managed or pending in MPS Express. A fleet list can’t take it out, or "
             "move it to another organization."));
}

/* Where the row belongs: what it names, else the chosen one; a printer that the file does not
 * place stays where it is. 0 when there is none. */
static gint64
find_organization (Import *self, const MpsPrinterRow *row, const MpsPrinterRecord *stored)
{
  if ((self->columns & MPS_IMPORT_ORGANIZATION) && *row->organization)
    return mps_organization_table_find (self->organizations, row->organization);
  if (stored && (!(self->columns & MPS_IMPORT_ORGANIZATION) || self->organization == 0))
    return stored->organization;
  return self->organization;
}

static gboolean
resolve_agent (Import *self, const MpsPrinterRow *row, MpsPrinterRecord *merged, gboolean *changed,
               GError **error)
{
  const MpsAgentKind *kind = self->columns & MPS_IMPORT_AGENT_KIND ? &row->agent_kind : NULL;
  const char *version = self->columns & MPS_IMPORT_AGENT_VERSION ? row->agent_version : NULL;

  merged->agent = 0;
  if (row->agent == NULL || *row->agent == '\0')
    return TRUE;
  merged->agent = mps_agent_table_require (self->agents, merged->organization, row->agent, kind,
                                           version, changed, error);
  return merged->agent != 0;
}

/* The agent of a printer that moves is of the organization it leaves; the file does not say that
 * it has none, so one of the same name goes with it. */
static gboolean
move_agent (Import *self, MpsPrinterRecord *merged, gboolean *changed, GError **error)
{
  const MpsAgentRecord *agent = mps_agent_table_find (self->agents, merged->agent);

  if (agent == NULL || agent->organization == merged->organization)
    return TRUE;
  merged->agent = mps_agent_table_require (self->agents, merged->organization, agent->name,
                                           &agent->kind, agent->version, changed, error);
  return merged->agent != 0;
}

static gboolean
resolve_references (Import *self, const MpsPrinterRow *row, const MpsPrinterRecord *stored,
                    MpsPrinterRecord *merged, gboolean *changed, GError **error)
{
  /* A contact belongs to one organization, and does not move with the printer. */
  if (stored && merged->organization != stored->organization)
    merged->contact = 0;
  if (self->columns & MPS_IMPORT_AGENT)
    return resolve_agent (self, row, merged, changed, error);
  return move_agent (self, merged, changed, error);
}

static gboolean
is_protected_from (const MpsPrinterRecord *stored, const MpsPrinterRecord *merged)
{
  return !mps_printer_merge_may_become (stored->managed, merged->managed)
         || (mps_managed_is_protected (stored->managed)
             && stored->organization != merged->organization);
}

static gboolean
store_row (Import *self, const MpsPrinterRecord *stored, const MpsPrinterRecord *merged,
           gboolean agent_changed, GError **error)
{
  if (stored == NULL)
    {
      self->result->created++;
      mps_printer_bulk_add (self->created, merged);
      return TRUE;
    }
  if (mps_printer_merge_is_equal (stored, merged))
    {
      if (agent_changed)
        self->result->updated++;
      else
        self->result->unchanged++;
      return TRUE;
    }
  self->result->updated++;
  return mps_printer_rows_update (self->printers, stored, merged, error);
}

static gboolean
import_row (Import *self, const MpsPrinterRow *row, GError **error)
{
  static const MpsPrinterRecord nothing = { .serial = (char *) "",
                                            .model = (char *) "",
                                            .ip_address = (char *) "",
                                            .host_name = (char *) "",
                                            .location = (char *) "",
                                            .asset_tag = (char *) "",
                                            .firmware = (char *) "",
                                            .average_pages = MPS_PAGES_UNKNOWN,
                                            .communicating = TRUE };
  const MpsPrinterRecord *stored;
  MpsPrinterRecord merged;
  gboolean agent_changed = FALSE;

  if (!mps_printer_rows_find (self->printers, row->printer.serial, &stored, error))
    return FALSE;
  mps_printer_merge (&merged, stored ? stored : &nothing, &row->printer, self->columns);
  merged.organization = find_organization (self, row, stored);
  if (merged.organization == 0)
    reject_organization (self, row);
  else if (stored && is_protected_from (stored, &merged))
    reject_state (self, row);
  else
    return resolve_references (self, row, stored, &merged, &agent_changed, error)
           && store_row (self, stored, &merged, agent_changed, error);
  return TRUE;
}

static void
report (Import *self)
{
  guint64 done, total;

  if (self->progress == NULL)
    return;
  mps_printer_ahead_get_position (self->rows, &done, &total);
  /* What is read is half of the work; the other half is to write it. */
  mps_progress_report (self->progress, done, 2 * total);
}

static gboolean
import_rows (Import *self, MpsTaskRun *run, GError **error)
{
  GPtrArray *problems = self->result->problems;
  GError *local_error = NULL;
  const MpsPrinterRow *row;

  for (guint i = 0; !run->canceled; i++)
    {
      row = mps_printer_ahead_next (self->rows, problems, &local_error);
      if (row == NULL)
        break;
      mps_printer_rows_expect (self->printers,
                               mps_printer_ahead_peek (self->rows, MPS_PRINTER_ROWS_AHEAD));
      if (!import_row (self, row, &local_error))
        break;
      if (i % REPORT_INTERVAL == 0)
        report (self);
      run->canceled = mps_job_is_cancelled (run->job);
    }
  report (self);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      run->canceled = TRUE;
      g_clear_error (&local_error);
    }
  if (local_error)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static gboolean
record_problems (Import *self, MpsTaskRun *run, GError **error)
{
  MpsPrinterImport *result = self->result;

  result->rows = mps_printer_ahead_get_n_rows (self->rows);
  result->rejected = result->rows - result->created - result->updated - result->unchanged;
  result->canceled = run->canceled;
  run->done = result->created + result->updated + result->unchanged;
  run->failed = result->rejected;
  for (guint i = 0; i < result->problems->len; i++)
    if (!mps_task_run_add_problem (run, g_ptr_array_index (result->problems, i), error))
      return FALSE;
  return TRUE;
}

static void
on_written (guint n_written, gpointer user_data)
{
  Import *self = user_data;
  const guint n_created = mps_printer_bulk_get_length (self->created);

  if (self->progress)
    mps_progress_report (self->progress, n_created + n_written, 2 * (guint64) n_created);
}

/* No row of the list has to do with another one, so that what is new can wait until the end. */
static gboolean
insert_created (Import *self, GError **error)
{
  return mps_printer_rows_insert (self->printers, self->created, on_written, self, error);
}

static gboolean
begin_work (Import *self, MpsJob *job, GError **error)
{
  guint64 done, size;

  mps_printer_source_get_position (self->source, &done, &size);
  /* It begins to read while the printers are looked at. */
  self->rows = mps_printer_ahead_new (self->source);
  self->printers = mps_printer_rows_new (job, size / ROW_SIZE, error);
  if (self->printers)
    self->agents = mps_agent_table_new (job->connection, error);
  if (self->agents)
    self->organizations = mps_organization_table_new (job->connection, error);
  self->created = mps_printer_bulk_new ();
  return self->organizations != NULL;
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Import *self = data;
  const gboolean done = begin_work (self, run->job, error) && import_rows (self, run, error)
                        && insert_created (self, error)
                        && mps_agent_table_write_seen (self->agents, error)
                        && record_problems (self, run, error);

  if (self->agents)
    run->job->agents = mps_agent_table_has_changed (self->agents);
  end_work (self);
  return done;
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  const Import *self = data;

  return self->organization == 0
         || mps_organization_rows_require (job->connection, self->organization, error);
}

static gpointer
import_printers (MpsJob *job, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (MpsPrinterImport) result = g_new0 (MpsPrinterImport, 1);
  MpsTaskSpec spec = { MPS_TASK_IMPORT_PRINTERS,
                       self->organization,
                       0,
                       self->file_name,
                       MPS_DURABLE,
                       check,
                       work,
                       self->progress };

  result->problems = mps_problems_new ();
  self->result = result;
  if (!mps_printer_source_open (self->source, &self->columns, job->cancellable, error)
      || !mps_backup_make_before_import (job->connection, job->cancellable, error)
      || !mps_task_run (job, &spec, self, &result->task, error))
    return NULL;
  return g_steal_pointer (&result);
}

/**
 * mps_store_import_printers_async:
 * @self: a store
 * @organization: the chosen one, for rows that name none; 0 when all rows must name one
 * @source: where the rows come from; opened on the store's thread and read on another
 * @file_name: (nullable): what the task says it is about
 * @progress: (nullable): told how much of the source was read
 * @cancellable: (nullable): what was read before a cancellation stays
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Makes printers of the rows and updates those whose serial number is known.
 * It never removes one, nor lowers or moves one that is managed or pending.
 * A database that has printers or contacts is backed up before; when that fails,
 * nothing is imported.
 */
void
mps_store_import_printers_async (MpsStore *self, gint64 organization, MpsPrinterSource *source,
                                 const char *file_name, MpsProgress *progress,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Import *data = g_new0 (Import, 1);
  MpsStoreWork store_work
      = { import_printers, data, import_free, (GDestroyNotify) mps_printer_import_free };

  data->organization = organization;
  data->source = g_object_ref (source);
  data->file_name = g_strdup (file_name);
  g_set_object (&data->progress, progress);
  mps_store_run_async (self, mps_store_import_printers_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_import_printers_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: what the source refuses the whole file for;
 *   MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: (transfer full) (nullable): what became of the rows
 */
MpsPrinterImport *
mps_store_import_printers_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_import_printers_async, error);
}
