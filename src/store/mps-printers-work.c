/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-work.h"

#include <glib/gi18n.h>

/**
 * mps_printers_work_init:
 * @self: a structure on its way to the store's thread
 * @organization: an organization, or 0
 * @targets: (transfer full): the printers
 * @progress: (nullable): told of every printer
 */
void
mps_printers_work_init (MpsPrintersWork *self, gint64 organization, MpsTargets *targets,
                        MpsProgress *progress)
{
  self->organization = organization;
  self->targets = targets;
  g_set_object (&self->progress, progress);
}

void
mps_printers_work_clear (MpsPrintersWork *self)
{
  g_clear_pointer (&self->targets, mps_targets_free);
  g_clear_pointer (&self->resolved, g_array_unref);
  g_clear_object (&self->progress);
}

static GPtrArray *
list_unknown (GArray *targets)
{
  GPtrArray *problems = mps_problems_new ();

  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (problems,
                     mps_problem_new (0, g_array_index (targets, MpsTarget, i).serial,
                                      "unknown-serial",
                                      _ ("There is no printer with this serial number.")));
  return problems;
}

/**
 * mps_printers_work_look:
 * @self: what was asked for, running
 * @job: a job with a transaction
 * @organization: printers of others don't count; 0 for any
 * @test: whether there is something to be done to a printer
 * @data: for @test
 * @found: (out): whether there is such a printer
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_SERIAL
 *
 * Returns: %FALSE, with an error, when none of the printers is known
 */
gboolean
mps_printers_work_look (MpsPrintersWork *self, MpsJob *job, gint64 organization, MpsTargetTest test,
                        gpointer data, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) unknown = NULL;
  gboolean known;

  if (!mps_targets_find (self->resolved, job->connection, organization, test, data, &known, found,
                         error))
    return FALSE;
  if (known)
    return TRUE;
  unknown = list_unknown (self->resolved);
  g_propagate_error (
      error, mps_error_new_with_problems (
                 MPS_ERROR_UNKNOWN_SERIAL, unknown,
                 _ ("None of these printers is known. Check the serial numbers, or import the "
                    "printers first.")));
  return FALSE;
}

/**
 * mps_printers_work_run:
 * @self: what was asked for
 * @job: a job without a transaction
 * @spec: the task; its total and its progress are filled in
 * @data: for the functions of @spec
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the task as it ended, with all its items
 */
MpsTask *
mps_printers_work_run (MpsPrintersWork *self, MpsJob *job, MpsTaskSpec *spec, gpointer data,
                       GError **error)
{
  self->resolved = mps_targets_resolve (self->targets, job->connection, error);
  if (self->resolved == NULL)
    return NULL;
  spec->total = self->resolved->len;
  spec->progress = self->progress;
  return mps_task_run_to_task (job, spec, data, error);
}
