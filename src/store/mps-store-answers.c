/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-text.h"

#include "mps-request-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-targets.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  GPtrArray *items;
  char *file_name;
  MpsProgress *progress; /* (nullable) */
  MpsAnswerImport *result;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_ptr_array_unref (self->items);
  g_free (self->file_name);
  g_clear_object (&self->progress);
  g_free (self);
}

MpsAnswerItem *
mps_answer_item_new (void)
{
  return g_new0 (MpsAnswerItem, 1);
}

/**
 * mps_answer_item_free:
 * @self: (transfer full): an item
 */
void
mps_answer_item_free (MpsAnswerItem *self)
{
  g_free (self->request);
  g_free (self->serial);
  g_free (self->reason);
  g_free (self->path);
  g_free (self);
}

/**
 * mps_answer_import_free:
 * @self: (transfer full): the outcome of an import
 */
void
mps_answer_import_free (MpsAnswerImport *self)
{
  g_ptr_array_unref (self->registered_serials);
  g_ptr_array_unref (self->failures);
  g_ptr_array_unref (self->rejected);
  g_free (self);
}

/* The reason is marked for translation, or translated already; then it stays as it is. */
static gboolean
reject (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, const char *code,
        const char *reason, GError **error)
{
  g_ptr_array_add (self->result->rejected,
                   mps_problem_new (0, item->serial, code, "%s", _ (reason)));
  return mps_task_run_add_failed (run, item->serial, code, reason, error);
}

static gboolean
is_in_request (MpsJob *job, gint64 request, const char *serial, gboolean *in, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "SELECT 1 FROM request_printers WHERE request = ? AND serial = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, request);
  mps_statement_bind_text (statement, 2, serial);
  step = mps_statement_step (statement, error);
  *in = step == MPS_STEP_ROW;
  return step != MPS_STEP_ERROR;
}

/* The printer, if it waits for an answer to this request; 0 if not; -1 on error. */
static gint64
find_pending (MpsJob *job, gint64 request, const char *serial, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "SELECT printers.id FROM printers "
      "JOIN request_printers ON request_printers.request = printers.request "
      "AND request_printers.printer = printers.id "
      "WHERE printers.serial = ? AND printers.managed = ? AND printers.request = ? "
      "AND outcome IS NULL");
  MpsStep step;

  mps_statement_bind_text (statement, 1, serial);
  mps_statement_bind_int (statement, 2, MPS_MANAGED_PENDING);
  mps_statement_bind_int (statement, 3, request);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ERROR)
    return -1;
  return step == MPS_STEP_ROW ? mps_statement_get_int (statement, 0) : 0;
}

static gboolean
answer_request (MpsJob *job, gint64 request, gint64 printer, MpsManaged managed, const char *reason,
                GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE request_printers SET outcome = ?, reason = ?, answered_at = ? "
                       "WHERE request = ? AND printer = ?");

  mps_statement_bind_int (statement, 1, managed);
  mps_statement_bind_text (statement, 2, reason);
  mps_statement_bind_text (statement, 3, now);
  mps_statement_bind_int (statement, 4, request);
  mps_statement_bind_int (statement, 5, printer);
  return mps_statement_run (statement, error);
}

static gboolean
answer_printer (MpsJob *job, gint64 printer, MpsManaged managed, const char *reason, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE printers SET managed = ?, failure_reason = ? WHERE id = ?");

  mps_statement_bind_int (statement, 1, managed);
  mps_statement_bind_text (statement, 2, reason);
  mps_statement_bind_int (statement, 3, printer);
  mps_job_touch_printer (job, printer);
  return mps_statement_run (statement, error);
}

static void
count_item (MpsAnswerImport *result, const MpsAnswerItem *item, const char *serial,
            const char *reason)
{
  if (item->registered)
    {
      result->registered++;
      g_ptr_array_add (result->registered_serials, g_strdup (serial));
      return;
    }
  result->failed++;
  g_ptr_array_add (result->failures,
                   mps_problem_new (0, serial, "registration-failed", "%s", reason));
}

/* Whatever the spelling in the answer, what is kept has the serial number as the printer has it. */
static gboolean
apply_item (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, const char *serial,
            gint64 request, gint64 printer, GError **error)
{
  MpsManaged managed = item->registered ? MPS_MANAGED_MANAGED : MPS_MANAGED_FAILED;
  const char *reason = item->registered || item->reason == NULL ? "" : item->reason;
  g_autofree char *detail = mps_history_dup_answer_detail (item->registered, reason);

  count_item (self->result, item, serial, reason);
  run->job->changes->history = run->job->changes->requests = TRUE;
  return answer_request (run->job, request, printer, managed, reason, error)
         && answer_printer (run->job, printer, managed, reason, error)
         && mps_rows_add_history (run->job->connection, "answer", serial, detail, error)
         && mps_task_run_add_done (run, serial, error);
}

/* Says whose request it is, where it is not of the organization that is worked in. */
static gboolean
reject_unknown (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, GError **error)
{
  g_autofree char *organization = NULL;
  g_autofree char *reason = NULL;

  if (!mps_request_rows_find_organization (run->job->connection, item->request, &organization,
                                           error))
    return FALSE;
  if (organization == NULL)
    return reject (self, run, item, "unknown-request",
                   N_ ("This database has no request that is answered here. Open the one that the "
                       "request was exported from."),
                   error);
  reason = g_strdup_printf (_ ("The request that is answered is of “%s”. Choose that organization "
                               "and import the answer there."),
                            organization);
  return reject (self, run, item, "unknown-request", reason, error);
}

static gboolean
reject_not_pending (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, gint64 request,
                    const char *serial, GError **error)
{
  gboolean in;

  if (!is_in_request (run->job, request, serial, &in, error))
    return FALSE;
  if (!in)
    return reject (
        self, run, item, "not-in-request",
        N_ ("The request does not have this printer. Ask your Lexmark contact about it."), error);
  return reject (self, run, item, "not-pending",
                 N_ ("The printer does not wait for an answer any more. Nothing was changed."),
                 error);
}

static gboolean
import_item (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, GError **error)
{
  g_autofree char *serial = mps_text_dup_serial (item->serial);
  gint64 request, printer;

  request = mps_request_rows_find (run->job->connection, item->request, self->organization, error);
  if (request == 0)
    return reject_unknown (self, run, item, error);
  if (request < 0 || (printer = find_pending (run->job, request, serial, error)) < 0)
    return FALSE;
  if (printer > 0)
    return apply_item (self, run, item, serial, request, printer, error);
  return reject_not_pending (self, run, item, request, serial, error);
}

static gboolean
leave_item (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, GError **error)
{
  self->result->not_done++;
  return mps_task_run_add_not_done (run, item->serial, error);
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Import *self = data;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MpsAnswerItem *item = g_ptr_array_index (self->items, i);

      if (run->canceled || mps_job_is_cancelled (run->job) ? !leave_item (self, run, item, error)
                                                           : !import_item (self, run, item, error))
        return FALSE;
      if (self->progress)
        mps_progress_report (self->progress, i + 1, self->items->len);
    }
  return TRUE;
}

static MpsAnswerImport *
result_new (void)
{
  MpsAnswerImport *result = g_new0 (MpsAnswerImport, 1);

  result->registered_serials = g_ptr_array_new_with_free_func (g_free);
  result->failures = mps_problems_new ();
  result->rejected = mps_problems_new ();
  return result;
}

static gpointer
import_answer (MpsJob *job, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (MpsAnswerImport) result = result_new ();
  MpsTaskSpec spec = { MPS_TASK_IMPORT_ANSWER,
                       self->organization,
                       self->items->len,
                       self->file_name,
                       MPS_IRREVOCABLE,
                       NULL,
                       work };

  spec.progress = self->progress;
  self->result = result;
  if (!mps_task_run (job, &spec, self, &result->task, error))
    return NULL;
  return g_steal_pointer (&result);
}

/**
 * mps_store_import_answer_async:
 * @self: a store
 * @organization: whose requests it may answer; 0 for any
 * @items: (element-type MpsAnswerItem): not changed any more
 * @file_name: (nullable): what the task says it is about
 * @progress: (nullable): told of every item
 * @cancellable: (nullable): what was answered before a cancellation stays
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Takes an answer item by item: only a printer of its request that is still
 * pending becomes managed, or failed. The same answer twice changes nothing
 * the second time.
 */
void
mps_store_import_answer_async (MpsStore *self, gint64 organization, GPtrArray *items,
                               const char *file_name, MpsProgress *progress,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Import *data = g_new0 (Import, 1);
  MpsStoreWork store_work
      = { import_answer, data, import_free, (GDestroyNotify) mps_answer_import_free };

  data->organization = organization;
  data->items = g_ptr_array_ref (items);
  data->file_name = g_strdup (file_name);
  g_set_object (&data->progress, progress);
  mps_store_run_async (self, mps_store_import_answer_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_import_answer_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what became of the items
 */
MpsAnswerImport *
mps_store_import_answer_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_import_answer_async, error);
}
