/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-export.h"

/* A frame has 16 ms, of which this leaves most to the window. */
#define SLICE_MICROSECONDS 4000
#define ROWS_BETWEEN_LOOKS 32

static void
write_header (MpsCsvWriter *writer, const MpsPrinterColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    mps_csv_writer_cell (writer, mps_printer_column_get_label (columns[i]));
  mps_csv_writer_end_row (writer);
}

static void
write_row (MpsCsvWriter *writer, MpsFleet *fleet, guint32 row, const MpsPrinterColumn *columns,
           guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = mps_printer_column_dup_whole_text (columns[i], fleet, row);

      mps_csv_writer_cell (writer, text);
    }
  mps_csv_writer_end_row (writer);
}

/**
 * mps_printers_export:
 * @fleet: the fleet
 * @rows: (array length=n_rows): printers, in the order in which they are shown
 * @n_rows: how many
 * @columns: (array length=n_columns): the columns that are shown, in their order
 * @n_columns: how many
 * @flags: how to write
 *
 * What it writes can be imported again: the headers and words are those of a
 * fleet list in the user's language. Main thread.
 *
 * Returns: (transfer full): CSV
 */
GBytes *
mps_printers_export (MpsFleet *fleet, const guint32 *rows, guint n_rows,
                     const MpsPrinterColumn *columns, guint n_columns, MpsCsvFlags flags)
{
  g_autoptr (MpsCsvWriter) writer = mps_csv_writer_new (flags);

  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);

  write_header (writer, columns, n_columns);
  for (guint i = 0; i < n_rows; i++)
    write_row (writer, fleet, rows[i], columns, n_columns);
  return mps_csv_writer_steal (writer);
}

/**
 * Job:
 * @ids: of the printers, since a reload may number the rows anew
 * @next: the first of @ids that is not written yet
 * @n_written: how many of them were still there
 */
typedef struct {
  MpsFleet *fleet;
  GFile *file;
  MpsProgress *progress;
  MpsCsvWriter *writer;
  GBytes *contents;
  MpsPrinterColumn columns[MPS_N_PRINTER_COLUMNS];
  guint n_columns;
  gint64 *ids;
  guint n_ids;
  guint next;
  guint n_written;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->fleet);
  g_object_unref (job->file);
  g_clear_object (&job->progress);
  g_clear_pointer (&job->writer, mps_csv_writer_free);
  g_clear_pointer (&job->contents, g_bytes_unref);
  g_free (job->ids);
  g_free (job);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (mps_output_replace (job->file, job->contents, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_next (Job *job)
{
  const guint32 row = mps_fleet_find_printer (job->fleet, job->ids[job->next++]);

  if (row == MPS_NO_ROW || !mps_fleet_is_alive (job->fleet, row))
    return;
  write_row (job->writer, job->fleet, row, job->columns, job->n_columns);
  job->n_written++;
}

static gboolean
on_slice (gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  const gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  while (job->next < job->n_ids && g_get_monotonic_time () < end)
    for (guint i = 0; i < ROWS_BETWEEN_LOOKS && job->next < job->n_ids; i++)
      write_next (job);
  if (job->progress)
    mps_progress_report (job->progress, job->next, job->n_ids);
  if (job->next < job->n_ids)
    return G_SOURCE_CONTINUE;
  job->contents = mps_csv_writer_steal (job->writer);
  /* The thread may be the last to let go of the job, and these are the main thread's. */
  g_clear_object (&job->fleet);
  g_clear_object (&job->progress);
  g_task_run_in_thread (task, write_file);
  return G_SOURCE_REMOVE;
}

static Job *
job_new (MpsFleet *fleet, const guint32 *rows, guint n_rows, const MpsPrinterColumn *columns,
         guint n_columns, MpsCsvFlags flags)
{
  Job *job = g_new0 (Job, 1);

  job->fleet = g_object_ref (fleet);
  job->writer = mps_csv_writer_new (flags);
  job->ids = g_new (gint64, n_rows);
  job->n_ids = n_rows;
  job->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    job->columns[i] = columns[i];
  for (guint i = 0; i < n_rows; i++)
    job->ids[i] = mps_fleet_get_id (fleet, rows[i]);
  write_header (job->writer, columns, n_columns);
  return job;
}

/**
 * mps_printers_export_async:
 * @fleet: the fleet
 * @rows: (array length=n_rows): printers, in the order in which they are shown
 * @n_rows: how many
 * @columns: (array length=n_columns): the columns that are shown, in their order
 * @n_columns: how many, at most %MPS_N_PRINTER_COLUMNS
 * @flags: how to write
 * @file: a local file, which is replaced when all is written
 * @progress: (nullable): is told how many printers are written
 * @cancellable: (nullable): to stop before @file is replaced
 * @callback: is called when @file is in place, or nothing was changed
 * @user_data: for @callback
 *
 * Saves what mps_printers_export() makes, in slices that leave the main loop
 * free, whatever the fleet's size. A printer that is removed meanwhile is left
 * out, and one that changes is written as it is then. Main thread.
 */
void
mps_printers_export_async (MpsFleet *fleet, const guint32 *rows, guint n_rows,
                           const MpsPrinterColumn *columns, guint n_columns, MpsCsvFlags flags,
                           GFile *file, MpsProgress *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (MPS_IS_FLEET (fleet));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (n_columns <= MPS_N_PRINTER_COLUMNS);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, mps_printers_export_async);
  job = job_new (fleet, rows, n_rows, columns, n_columns, flags);
  job->file = g_object_ref (file);
  job->progress = progress ? g_object_ref (progress) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_slice, g_steal_pointer (&task), g_object_unref);
}

/**
 * mps_printers_export_finish:
 * @result: what the callback was given
 * @n_written: (out) (optional): how many printers were written
 * @error: as of mps_output_replace(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file is in place
 */
gboolean
mps_printers_export_finish (GAsyncResult *result, guint *n_written, GError **error)
{
  const Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  job = g_task_get_task_data (G_TASK (result));
  if (n_written)
    *n_written = job->n_written;
  return g_task_propagate_boolean (G_TASK (result), error);
}
