/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-programme.h"

#include "fleet/mps-error.h"

#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-run.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  GPtrArray *items; /* MpsAnswerItem; of the main thread, not changed any more */
  char *file_name;
  MpsAnswerImport *result;
} Import;

/**
 * Registration:
 * @request: the row of the request; 0 when there is no such request
 * @printer: the row of the printer; 0 when the request does not have it
 * @pending: it waits for this answer
 */
typedef struct {
  gint64 request;
  gint64 printer;
  gboolean pending;
} Registration;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_ptr_array_unref (self->items);
  g_free (self->file_name);
  g_free (self);
}

/**
 * mps_answer_item_new:
 *
 * Returns: (transfer full): an item with empty texts, not registered
 */
MpsAnswerItem *
mps_answer_item_new (void)
{
  MpsAnswerItem *self = g_new0 (MpsAnswerItem, 1);

  self->request = g_strdup ("");
  self->serial = g_strdup ("");
  self->reason = g_strdup ("");
  self->path = g_strdup ("");
  return self;
}

void
mps_answer_item_free (MpsAnswerItem *self)
{
  g_free (self->request);
  g_free (self->serial);
  g_free (self->reason);
  g_free (self->path);
  g_free (self);
}

void
mps_answer_import_free (MpsAnswerImport *self)
{
  g_ptr_array_unref (self->rejected);
  g_free (self);
}

static gboolean
find_request (Import *self, MpsJob *job, const MpsAnswerItem *item, Registration *found,
              GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "SELECT id FROM requests WHERE uuid = ?1 AND (?2 = 0 OR organization = ?2)");
  MpsStep step;

  mps_statement_bind_text (statement, 1, item->request);
  mps_statement_bind_int (statement, 2, self->organization);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    found->request = mps_statement_get_int (statement, 0);
  return step != MPS_STEP_ERROR;
}

/* A printer is found by its serial number, which has an index, and else in the request itself: it
 * may have been unenrolled after it failed. */
static gboolean
find_printer (MpsJob *job, const MpsAnswerItem *item, Registration *found, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "SELECT printers.id, printers.managed = 1 AND printers.request IS ?1 AND outcome IS NULL "
      "FROM printers JOIN request_printers ON printer = printers.id AND "
      "  request_printers.request = ?1 WHERE printers.serial = ?2 "
      "UNION ALL "
      "SELECT printer, 0 FROM request_printers WHERE request = ?1 AND serial = ?2 "
      "LIMIT 1");
  MpsStep step;

  mps_statement_bind_int (statement, 1, found->request);
  mps_statement_bind_text (statement, 2, item->serial);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    {
      found->printer = mps_statement_get_int (statement, 0);
      found->pending = mps_statement_get_int (statement, 1) != 0;
    }
  return step != MPS_STEP_ERROR;
}

static gboolean
answer_request_printer (MpsJob *job, const MpsAnswerItem *item, const Registration *found,
                        MpsManaged outcome, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE request_printers SET outcome = ?, reason = ?, answered_at = ? "
                       "WHERE request = ? AND printer = ?");

  mps_statement_bind_int (statement, 1, outcome);
  mps_statement_bind_text (statement, 2, item->reason);
  mps_statement_bind_text (statement, 3, now);
  mps_statement_bind_int (statement, 4, found->request);
  mps_statement_bind_int (statement, 5, found->printer);
  return mps_statement_run (statement, error);
}

static gboolean
answer_printer (MpsJob *job, const MpsAnswerItem *item, const Registration *found,
                MpsManaged outcome, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE printers SET managed = ?, failure_reason = ? WHERE id = ?");

  mps_statement_bind_int (statement, 1, outcome);
  mps_statement_bind_text (statement, 2, item->reason);
  mps_statement_bind_int (statement, 3, found->printer);
  mps_job_touch_printer (job, found->printer);
  return mps_statement_run (statement, error);
}

static gboolean
apply (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, const Registration *found,
       GError **error)
{
  MpsManaged outcome = item->registered ? MPS_MANAGED_MANAGED : MPS_MANAGED_FAILED;

  if (item->registered)
    self->result->registered++;
  else
    self->result->failed++;
  return answer_request_printer (run->job, item, found, outcome, error)
         && answer_printer (run->job, item, found, outcome, error)
         && mps_task_run_add_done (run, item->serial, error);
}

static gboolean
reject (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, const char *code,
        const char *reason, GError **error)
{
  g_ptr_array_add (self->result->rejected, mps_problem_new (0, item->serial, code, "%s", reason));
  return mps_task_run_add_failed (run, item->serial, code, reason, error);
}

/* Source: files "Exchange": only a printer of that request that is still pending changes. */
static gboolean
take_item (Import *self, MpsTaskRun *run, const MpsAnswerItem *item, GError **error)
{
  Registration found = { 0 };

  if (!find_request (self, run->job, item, &found, error))
    return FALSE;
  if (found.request == 0)
    return reject (self, run, item, "unknown-request",
                   _("This organization did not make the request that is answered. Choose the "
                     "organization that made it, or ask for the right answer."),
                   error);
  if (!find_printer (run->job, item, &found, error))
    return FALSE;
  if (found.printer == 0)
    return reject (self, run, item, "not-in-request",
                   _("The request does not have this printer. Ask your Lexmark contact about it."),
                   error);
  if (!found.pending)
    return reject (self, run, item, "not-pending",
                   _("The printer does not wait for an answer any more. Nothing was changed."),
                   error);
  return apply (self, run, item, &found, error);
}

static gboolean
add_history (Import *self, MpsTaskRun *run, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("registered %u, failed %u, rejected %u",
                                             self->result->registered, self->result->failed,
                                             self->result->rejected->len);

  if (self->result->registered + self->result->failed == 0)
    return TRUE;
  run->job->changes->history = TRUE;
  return mps_rows_add_history (run->job->connection, "answer",
                               self->file_name ? self->file_name : "", detail, error);
}

/* An answer is taken whole or, when it is canceled, not at all. */
static gboolean
take_items (MpsTaskRun *run, gpointer data, GError **error)
{
  Import *self = data;

  self->result->task = run->id;
  for (guint i = 0; i < self->items->len; i++)
    if (mps_job_set_error_if_cancelled (run->job, error)
        || !take_item (self, run, g_ptr_array_index (self->items, i), error))
      return FALSE;
  return add_history (self, run, error);
}

static gpointer
import_answer (MpsJob *job, gpointer data, GError **error)
{
  Import *self = data;
  const MpsTaskSpec spec = {
    .kind = MPS_TASK_IMPORT_ANSWER,
    .organization = self->organization,
    .total = self->items->len,
    .file_name = self->file_name,
    .durability = MPS_IRREVOCABLE,
    .work = take_items,
  };
  gint64 task;

  self->result = g_new0 (MpsAnswerImport, 1);
  self->result->rejected = mps_problems_new ();
  if (!mps_task_run (job, &spec, self, &task, error))
    g_clear_pointer (&self->result, mps_answer_import_free);
  return g_steal_pointer (&self->result);
}

/**
 * mps_store_import_answer_async:
 * @self: a store
 * @organization: whose requests may be answered; 0 for all
 * @items: (element-type MpsAnswerItem): the answers; not changed any more
 * @file_name: (nullable): where they come from
 * @cancellable: (nullable): a cancellable; canceled, nothing is taken
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_import_answer_async (MpsStore *self, gint64 organization, GPtrArray *items,
                               const char *file_name, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  Import *import = g_new0 (Import, 1);
  MpsStoreWork work = { import_answer, import, import_free,
                        (GDestroyNotify) mps_answer_import_free };

  import->organization = organization;
  import->items = g_ptr_array_ref (items);
  import->file_name = g_strdup (file_name);
  mps_store_run_async (self, mps_store_import_answer_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_import_answer_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): what was taken, and what was not
 */
MpsAnswerImport *
mps_store_import_answer_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_import_answer_async, error);
}
