/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-unenrollment.h"

#include "mps-rows.h"

#include <glib/gi18n.h>

/**
 * mps_unenrollment_get_reason:
 *
 * Returns: (transfer none): why a managed or pending printer stays, to be translated
 */
const char *
mps_unenrollment_get_reason (void)
{
  return N_ ("The printer is managed or pending in MPS Express and can’t be unenrolled.");
}

/**
 * mps_unenrollment_run_one:
 * @run: a task, in its transaction
 * @printer: a printer as it is now
 * @data: not used, so that this is a #MpsTargetFunc
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Takes the printer out of the list and adds the item; one that is managed or
 * pending stays and is a failed item (source: the seed, restrictions of
 * unenrolling).
 */
gboolean
mps_unenrollment_run_one (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data,
                          GError **error)
{
  MpsConnection *connection = run->job->connection;
  g_autoptr (MpsStatement) statement = NULL;

  if (mps_managed_is_protected (printer->managed))
    return mps_task_run_add_failed (run, printer->serial, "managed-printers",
                                    mps_unenrollment_get_reason (), error);
  statement = mps_connection_prepare (connection, "DELETE FROM printers WHERE id = ?");
  mps_statement_bind_int (statement, 1, printer->id);
  mps_job_remove_printer (run->job, printer->id);
  run->job->changes->history = TRUE;
  return mps_statement_run (statement, error)
         && mps_rows_add_history (connection, "unenroll", printer->serial, printer->model, error)
         && mps_task_run_add_done (run, printer->serial, error);
}
