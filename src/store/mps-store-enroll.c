/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-eligibility.h"

#include "mps-agent-table.h"
#include "mps-enrollment.h"
#include "mps-printers-work.h"
#include "mps-rows.h"
#include "mps-store-private.h"

#include <glib/gi18n.h>

typedef struct {
  MpsPrintersWork work;
  char *terms_version;
  char *language;

  /* While it runs. */
  MpsPolicy *policy; /* borrowed from the worker */
  MpsAgentTable *agents;
  GArray *eligible; /* gint64 */
} Enrolling;

static void
enrolling_free (gpointer data)
{
  Enrolling *self = data;

  mps_printers_work_clear (&self->work);
  g_clear_pointer (&self->agents, mps_agent_table_free);
  g_clear_pointer (&self->eligible, g_array_unref);
  g_free (self->terms_version);
  g_free (self->language);
  g_free (self);
}

static gboolean
check_organization (Enrolling *self, MpsJob *job, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "SELECT entitled, name FROM organizations WHERE id = ?");
  gint64 id = self->work.organization;

  if (id == 0)
    {
      g_set_error (error, MPS_ERROR, MPS_ERROR_ORGANIZATION_REQUIRED,
                   _ ("Choose the organization whose printers are to be added."));
      return FALSE;
    }
  if (!mps_rows_require_organization (job->connection, id, error))
    return FALSE;
  mps_statement_bind_int (statement, 1, id);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return FALSE;
  if (mps_statement_get_int (statement, 0) != 0)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_NOT_ENTITLED,
               _ ("“%s” is not entitled to MPS Express. Entitle it first."),
               mps_statement_get_text (statement, 1));
  return FALSE;
}

static gboolean
check_terms (Enrolling *self, MpsJob *job, GError **error)
{
  self->policy = mps_worker_read_policy (job->worker, error);
  if (self->policy == NULL)
    return FALSE;
  if (g_strcmp0 (self->terms_version, mps_policy_get_terms_version (self->policy)) == 0)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_TERMS_NOT_ACCEPTED,
               _ ("The terms of use are of the version %s. Read and accept that version."),
               mps_policy_get_terms_version (self->policy));
  return FALSE;
}

/* What is judged by: read in the transaction in which it is judged. */
static gboolean
prepare (Enrolling *self, MpsJob *job, GError **error)
{
  g_clear_pointer (&self->agents, mps_agent_table_free);
  if (!check_organization (self, job, error) || !check_terms (self, job, error))
    return FALSE;
  self->agents = mps_agent_table_new (job->connection, error);
  return self->agents != NULL;
}

static MpsStatusMask
judge (Enrolling *self, const MpsPrinterRecord *printer)
{
  return mps_eligibility_judge_record (self->policy, printer,
                                       mps_agent_table_find (self->agents, printer->agent));
}

static gboolean
is_eligible (const MpsPrinterRecord *printer, gpointer data)
{
  return judge (data, printer) == 0;
}

static char *
dup_labels (MpsStatusMask mask)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (int i = MPS_STATUS_ELIGIBLE + 1; i < MPS_N_STATUSES; i++)
    if (mps_status_mask_has (mask, (MpsStatus) i))
      g_strv_builder_add (labels, mps_status_get_label ((MpsStatus) i));
  list = g_strv_builder_end (labels);
  return g_strjoinv (" · ", list);
}

static const char *
get_first_id (MpsStatusMask mask)
{
  MpsStatus status = MPS_STATUS_ALREADY_MANAGED;

  while (!mps_status_mask_has (mask, status))
    status++;
  return mps_status_get_id (status);
}

static void
set_nothing_eligible (GError **error)
{
  g_set_error (error, MPS_ERROR, MPS_ERROR_NOTHING_ELIGIBLE,
               _ ("None of these printers is eligible for MPS Express. Look at their eligibility "
                  "status to see why."));
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  Enrolling *self = data;
  gboolean found = FALSE;

  if (!prepare (self, job, error))
    return FALSE;
  if (self->work.resolved->len > 0
      && !mps_printers_work_look (&self->work, job, self->work.organization, is_eligible, self,
                                  &found, error))
    return FALSE;
  if (!found)
    set_nothing_eligible (error);
  return found;
}

static gboolean
judge_one (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data, GError **error)
{
  Enrolling *self = data;
  MpsStatusMask mask = judge (self, printer);
  g_autofree char *labels = NULL;

  if (mask == 0)
    {
      g_array_append_val (self->eligible, printer->id);
      return mps_task_run_add_done (run, printer->serial, error);
    }
  labels = dup_labels (mask);
  return mps_task_run_add_failed (run, printer->serial, get_first_id (mask), labels, error);
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Enrolling *self = data;
  MpsEnrollment enrollment = { self->work.organization, self->policy, self->language, NULL };

  if (!prepare (self, run->job, error))
    return FALSE;
  g_array_set_size (self->eligible, 0);
  if (!mps_targets_run (self->work.resolved, run, self->work.organization, self->work.progress,
                        judge_one, self, error))
    return FALSE;
  enrollment.policy = self->policy;
  enrollment.printers = self->eligible;
  if (self->eligible->len > 0)
    return mps_enrollment_write (&enrollment, run->job, error);
  if (!run->canceled)
    set_nothing_eligible (error);
  return run->canceled;
}

static gpointer
enroll (MpsJob *job, gpointer data, GError **error)
{
  Enrolling *self = data;
  MpsTaskSpec spec
      = { MPS_TASK_ENROLL, self->work.organization, 0, NULL, MPS_IRREVOCABLE, check, work };

  return mps_printers_work_run (&self->work, job, &spec, self, error);
}

/**
 * mps_store_enroll_async:
 * @self: a store
 * @organization: an entitled organization; printers of others are failed items
 * @terms_version: the version of the terms of use that the user accepted
 * @language: the language in which they were shown, "en" or "ja"
 * @targets: (transfer full): the printers
 * @progress: (nullable): told of every printer
 * @cancellable: (nullable): those judged eligible before a cancellation are added
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Adds the printers that are eligible at that moment, judged inside the
 * transaction that adds them, together with the acceptance of the terms, the
 * request, and a line in the history. This can't be taken back.
 */
void
mps_store_enroll_async (MpsStore *self, gint64 organization, const char *terms_version,
                        const char *language, MpsTargets *targets, MpsProgress *progress,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Enrolling *data = g_new0 (Enrolling, 1);
  MpsStoreWork store_work = { enroll, data, enrolling_free, g_object_unref };

  mps_printers_work_init (&data->work, organization, targets, progress);
  data->terms_version = g_strdup (terms_version);
  data->language = g_strdup (language);
  data->eligible = g_array_new (FALSE, FALSE, sizeof (gint64));
  mps_store_run_async (self, mps_store_enroll_async, &store_work, cancellable, callback, user_data);
}

/**
 * mps_store_enroll_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_NOT_ENTITLED, MPS_ERROR_TERMS_NOT_ACCEPTED,
 *   MPS_ERROR_NOTHING_ELIGIBLE, MPS_ERROR_UNKNOWN_SERIAL, MPS_ERROR_ORGANIZATION_REQUIRED,
 *   MPS_ERROR_UNKNOWN_ORGANIZATION; then there is no task and no acceptance
 *
 * Returns: (transfer full) (nullable): the task with all its items; done is how many were added
 */
MpsTask *
mps_store_enroll_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_enroll_async, error);
}
