/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-printers.h"

#include "mps-backup-beside.h"
#include "mps-organization-rows.h"
#include "mps-printer-ahead.h"
#include "mps-printer-importer.h"
#include "mps-store-private.h"
#include "mps-task-run.h"

/* How many rows pass between two reports of the progress. */
#define REPORT_INTERVAL 256

/* What a row of a file takes, in bytes, more or less. */
#define ROW_SIZE 128

/* How large a first list is, in bytes, of which it matters how it is written. */
#define BULK_SIZE (256 * 1024)

typedef struct {
  /* What is asked for; of the main thread, not changed any more. */
  gint64 organization;
  MpsPrinterSource *source;
  char *file_name;
  MpsProgress *progress;

  /* While it runs. */
  MpsImportColumns columns;
  MpsPrinterAhead *rows;
  guint64 size;            /* of the list, in bytes; 0 when unknown */
  MpsBackupBeside *backup; /* (nullable): owned; of what was stored before */
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
report (Import *self)
{
  guint64 done, total;

  if (self->progress == NULL)
    return;
  mps_printer_ahead_get_position (self->rows, &done, &total);
  mps_progress_report (self->progress, done, total);
}

static gboolean
take_rows (Import *self, MpsPrinterImporter *importer, MpsTaskRun *run, GError **error)
{
  GPtrArray *problems = self->result->problems;
  GError *local_error = NULL;
  const MpsPrinterRow *row;

  for (guint i = 0; !run->canceled; i++)
    {
      row = mps_printer_ahead_next (self->rows, problems, &local_error);
      if (row == NULL)
        break;
      mps_printer_importer_expect (importer,
                                   mps_printer_ahead_peek (self->rows, MPS_PRINTER_ROWS_AHEAD));
      if (!mps_printer_importer_take (importer, row, &local_error))
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

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (MpsPrinterImporter) importer = mps_printer_importer_new (
      run->job, self->organization, self->columns, self->size / ROW_SIZE, self->result, error);

  return importer && take_rows (self, importer, run, error)
         && mps_printer_importer_finish (importer, error) && record_problems (self, run, error)
         && (self->backup == NULL || mps_backup_beside_finish (self->backup, error));
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  const Import *self = data;

  return self->organization == 0
         || mps_organization_rows_require (job->connection, self->organization, error);
}

/* What is written only once does not grow with a fleet, but with what a list adds to it. */
static gboolean
find_durability (Import *self, MpsJob *job, MpsDurability *durability, GError **error)
{
  gint64 is_any;

  if (!mps_connection_query_int (job->connection, "SELECT EXISTS (SELECT 1 FROM printers)", &is_any,
                                 error))
    return FALSE;
  *durability = !is_any && self->size >= BULK_SIZE ? MPS_BULK : MPS_DURABLE;
  return TRUE;
}

/* What is written without a log must be nobody else's, so that the backup does not go on meanwhile.
 */
static gboolean
begin_backup (Import *self, MpsJob *job, MpsDurability durability, GError **error)
{
  return mps_backup_beside_begin (job->connection, job->cancellable, &self->backup, error)
         && (self->backup == NULL || durability != MPS_BULK
             || mps_backup_beside_finish (self->backup, error));
}

static gboolean
run_task (Import *self, MpsJob *job, GError **error)
{
  MpsTaskSpec spec = { MPS_TASK_IMPORT_PRINTERS,
                       self->organization,
                       0,
                       self->file_name,
                       MPS_DURABLE,
                       check,
                       work,
                       self->progress };

  return find_durability (self, job, &spec.durability, error)
         && begin_backup (self, job, spec.durability, error)
         && mps_task_run (job, &spec, self, &self->result->task, error);
}

static gpointer
import_printers (MpsJob *job, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (MpsPrinterImport) result = g_new0 (MpsPrinterImport, 1);
  gboolean done;
  guint64 position;

  result->problems = mps_problems_new ();
  self->result = result;
  if (!mps_printer_source_open (self->source, &self->columns, job->cancellable, error))
    return NULL;
  mps_printer_source_get_position (self->source, &position, &self->size);
  /* It is read on while the printers that there are are looked at. */
  self->rows = mps_printer_ahead_new (self->source);
  done = run_task (self, job, error);
  g_clear_pointer (&self->backup, mps_backup_beside_free);
  g_clear_pointer (&self->rows, mps_printer_ahead_free);
  return done ? g_steal_pointer (&result) : NULL;
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
 * A database that has printers or contacts is backed up as it was before; when that fails,
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
