/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-eligibility.h"

#include "mps-agent-table.h"
#include "mps-enrollment.h"
#include "mps-printers-work.h"
#include "mps-organization-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"

#include <glib/gi18n.h>

typedef struct {
  MpsPrintersWork work;
  char *terms_version;
  char *terms_sha256; /* (nullable): of the text that was shown */
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
  g_free (self->terms_sha256);
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
  if (!mps_organization_rows_require (job->connection, id, error))
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
is_text_accepted (Enrolling *self)
{
  g_autofree char *sha256 = mps_policy_dup_terms_sha256 (self->policy, self->language);

  return self->terms_sha256 == NULL || g_str_equal (self->terms_sha256, sha256);
}

static gboolean
check_terms (Enrolling *self, MpsJob *job, GError **error)
{
  const char *version;

  self->policy = mps_worker_read_policy (job->worker, error);
  if (self->policy == NULL)
    return FALSE;
  version = mps_policy_get_terms_version (self->policy);
  if (g_strcmp0 (self->terms_version, version) != 0)
    g_set_error (error, MPS_ERROR, MPS_ERROR_TERMS_NOT_ACCEPTED,
                 _ ("The terms of use are of the version %s. Read and accept that version."),
                 version);
  else if (is_text_accepted (self))
    return TRUE;
  else
    g_set_error (error, MPS_ERROR, MPS_ERROR_TERMS_NOT_ACCEPTED,
                 _ ("The text of the terms of use was replaced after it was shown, although it is "
                    "still of the version %s. Read and accept them as they are now."),
                 version);
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
  g_autofree char *reason = NULL;

  if (mask == 0)
    {
      g_array_append_val (self->eligible, printer->id);
      return mps_task_run_add_done (run, printer->serial, error);
    }
  reason = mps_status_mask_dup_english (mask);
  return mps_task_run_add_failed (run, printer->serial, get_first_id (mask), reason, error);
}

static gboolean
judge_and_write (Enrolling *self, MpsTaskRun *run, GError **error)
{
  MpsEnrollment enrollment = { self->work.organization, self->policy, self->language, NULL };

  g_array_set_size (self->eligible, 0);
  if (!mps_targets_run (self->work.resolved, run, self->work.organization, self->work.progress,
                        judge_one, self, error))
    return FALSE;
  if (run->canceled)
    return TRUE;
  if (self->eligible->len == 0)
    set_nothing_eligible (error);
  enrollment.printers = self->eligible;
  return self->eligible->len > 0 && mps_enrollment_write (&enrollment, run->job, error);
}

/* What can't be taken back is done as a whole or not at all: who stops it half-way wants none of
 * it, not those that happened to be judged first. */
static gboolean
leave_all (Enrolling *self, MpsTaskRun *run, GError **error)
{
  if (!mps_connection_exec (run->job->connection, "ROLLBACK TO enrolling", error))
    return FALSE;
  mps_task_run_forget_items (run);
  return mps_targets_leave (self->work.resolved, run, error);
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Enrolling *self = data;

  if (!prepare (self, run->job, error)
      || !mps_connection_exec (run->job->connection, "SAVEPOINT enrolling", error)
      || !judge_and_write (self, run, error))
    return FALSE;
  if (run->canceled || mps_job_is_cancelled (run->job))
    return leave_all (self, run, error);
  return TRUE;
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
 * @terms: the terms of use that the user accepted; with their @sha256 they must still be that
 *   very text, without it those of that version that are in force
 * @targets: (transfer full): the printers
 * @progress: (nullable): told of every printer
 * @cancellable: (nullable): until the moment in which they are added, a cancellation leaves all of
 *   them as they are; the task then is canceled and every printer an item that was not done
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Adds the printers that are eligible at that moment, judged inside the
 * transaction that adds them, together with the acceptance of the terms, the
 * request, and a line in the history. This can't be taken back.
 */
void
mps_store_enroll_async (MpsStore *self, gint64 organization, const MpsAcceptedTerms *terms,
                        MpsTargets *targets, MpsProgress *progress, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Enrolling *data = g_new0 (Enrolling, 1);
  MpsStoreWork store_work = { enroll, data, enrolling_free, g_object_unref };

  mps_printers_work_init (&data->work, organization, targets, progress);
  data->terms_version = g_strdup (terms->version);
  data->terms_sha256 = g_strdup (terms->sha256);
  data->language = g_strdup (terms->language);
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
