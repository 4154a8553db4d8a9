/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-work.h"
#include "mps-store-private.h"
#include "mps-unenrollment.h"

#include <glib/gi18n.h>

static void
work_free (gpointer data)
{
  mps_printers_work_clear (data);
  g_free (data);
}

static gboolean
is_free (const MpsPrinterRecord *printer, gpointer data)
{
  return !mps_managed_is_protected (printer->managed);
}

/* All that could be unenrolled are not: those of other organizations are not spoken of. */
static GPtrArray *
list_managed (MpsPrintersWork *self, MpsJob *job)
{
  GPtrArray *problems = mps_problems_new ();

  for (guint i = 0; i < self->resolved->len; i++)
    {
      gint64 id = g_array_index (self->resolved, MpsTarget, i).id;
      g_autoptr (MpsPrinterRecord) printer = mps_targets_read (job->connection, id, NULL);

      if (printer && mps_managed_is_protected (printer->managed))
        g_ptr_array_add (problems, mps_problem_new (0, printer->serial, "managed-printers", "%s",
                                                    _ (mps_unenrollment_get_reason ())));
    }
  return problems;
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  MpsPrintersWork *self = data;
  g_autoptr (GPtrArray) managed = NULL;
  gboolean found;

  if (!mps_printers_work_look (self, job, self->organization, is_free, NULL, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  managed = list_managed (self, job);
  /* None is managed, so they are of other organizations: the task tells so of each. */
  if (managed->len == 0)
    return TRUE;
  g_propagate_error (
      error, mps_error_new_with_problems (
                 MPS_ERROR_MANAGED_PRINTERS, managed,
                 _ ("Printers that are managed or pending in MPS Express can’t be unenrolled. "
                    "Nothing was changed.")));
  return FALSE;
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  MpsPrintersWork *self = data;

  return mps_targets_run (self->resolved, run, self->organization, self->progress,
                          mps_unenrollment_run_one, NULL, error);
}

static gpointer
unenroll (MpsJob *job, gpointer data, GError **error)
{
  MpsPrintersWork *self = data;
  MpsTaskSpec spec
      = { MPS_TASK_UNENROLL, self->organization, 0, NULL, MPS_IRREVOCABLE, check, work };

  return mps_printers_work_run (self, job, &spec, self, error);
}

/**
 * mps_store_unenroll_async:
 * @self: a store
 * @organization: printers of others are failed items; 0 for any
 * @targets: (transfer full): the printers
 * @progress: (nullable): told of every printer
 * @cancellable: (nullable): those before a cancellation are gone
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Takes printers out of the list. Those that are managed or pending stay, and
 * are failed items (source: the seed, restrictions of unenrolling).
 */
void
mps_store_unenroll_async (MpsStore *self, gint64 organization, MpsTargets *targets,
                          MpsProgress *progress, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  MpsPrintersWork *data = g_new0 (MpsPrintersWork, 1);
  MpsStoreWork store_work = { unenroll, data, work_free, g_object_unref };

  mps_printers_work_init (data, organization, targets, progress);
  mps_store_run_async (self, mps_store_unenroll_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_unenroll_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_MANAGED_PRINTERS when there is nothing but
 *   managed and pending ones, MPS_ERROR_UNKNOWN_SERIAL when none of the printers is known
 *
 * Returns: (transfer full) (nullable): the task with all its items
 */
MpsTask *
mps_store_unenroll_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_unenroll_async, error);
}
