/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-printer.h"

#include "fleet/mps-error.h"

#include "mps-store-private.h"
#include "mps-task-rows.h"

#include <glib/gi18n.h>

static void
request_free (MpsPrinterRequest *self)
{
  g_free (self->uuid);
  g_free (self->created);
  g_free (self->exported_at);
  g_free (self->terms_version);
  g_free (self->terms_sha256);
  g_free (self->accepted_by);
  g_free (self->accepted_at);
  g_free (self->answered_at);
  g_free (self);
}

static void
event_free (gpointer data)
{
  MpsPrinterEvent *self = data;

  g_free (self->at);
  g_free (self->who);
  g_free (self->text);
  g_free (self->act);
  g_free (self);
}

/**
 * mps_printer_details_free:
 * @self: (transfer full): details
 */
void
mps_printer_details_free (MpsPrinterDetails *self)
{
  g_free (self->failure_reason);
  g_clear_pointer (&self->request, request_free);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static char *
dup_text_or_null (MpsStatement *statement, int column)
{
  return mps_statement_is_null (statement, column) ? NULL
                                                   : mps_statement_dup_text (statement, column);
}

static gboolean
read_printer (MpsConnection *connection, gint64 printer, MpsPrinterDetails *details, char **serial,
              GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT serial, failure_reason, reported FROM printers WHERE id = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, printer);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_DONE)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL,
                 _ ("The printer is not in the list any more."));
  if (step != MPS_STEP_ROW)
    return FALSE;
  *serial = mps_statement_dup_text (statement, 0);
  details->failure_reason = mps_statement_dup_text (statement, 1);
  details->reported = mps_statement_get_int (statement, 2) != 0;
  return TRUE;
}

static MpsPrinterRequest *
read_request_row (MpsStatement *statement)
{
  MpsPrinterRequest *request = g_new0 (MpsPrinterRequest, 1);

  request->uuid = mps_statement_dup_text (statement, 0);
  request->created = mps_statement_dup_text (statement, 1);
  request->exported_at = dup_text_or_null (statement, 2);
  request->terms_version = mps_statement_dup_text (statement, 3);
  request->terms_sha256 = mps_statement_dup_text (statement, 4);
  request->accepted_by = mps_statement_dup_text (statement, 5);
  request->accepted_at = mps_statement_dup_text (statement, 6);
  request->outcome = mps_statement_is_null (statement, 7)
                         ? MPS_MANAGED_PENDING
                         : (MpsManaged) mps_statement_get_int (statement, 7);
  request->answered_at = dup_text_or_null (statement, 8);
  return request;
}

static gboolean
read_request (MpsConnection *connection, gint64 printer, MpsPrinterDetails *details, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection,
      "SELECT uuid, created, exported_at, terms_version, terms_sha256, who, at, outcome, "
      "answered_at FROM printers "
      "JOIN requests ON requests.id = printers.request "
      "JOIN acceptances ON acceptances.id = requests.acceptance "
      "JOIN request_printers ON request_printers.request = requests.id "
      "AND request_printers.printer = printers.id WHERE printers.id = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, printer);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    details->request = read_request_row (statement);
  return step != MPS_STEP_ERROR;
}

static MpsPrinterEvent *
read_event (MpsStatement *statement)
{
  MpsPrinterEvent *event = g_new0 (MpsPrinterEvent, 1);
  const int outcome = (int) mps_statement_get_int (statement, 5);

  event->kind = (MpsPrinterEventKind) mps_statement_get_int (statement, 0);
  event->at = mps_statement_dup_text (statement, 1);
  event->who = mps_statement_dup_text (statement, 2);
  event->task = mps_statement_get_int (statement, 3);
  event->task_kind = (MpsTaskKind) mps_statement_get_int (statement, 4);
  if (event->kind == MPS_PRINTER_EVENT_TASK)
    {
      event->outcome = mps_outcome_get_id ((MpsOutcome) outcome);
      event->text = mps_types_dup_translated (mps_statement_get_text (statement, 6));
    }
  else
    event->text = mps_statement_dup_text (statement, 6);
  if (event->kind == MPS_PRINTER_EVENT_ANSWER)
    event->answer = (MpsManaged) outcome;
  event->act = mps_statement_dup_text (statement, 7);
  return event;
}

/* What happened is told once: answers are those of the requests and not the lines of the history
 * about them, and of unenrolling the line, which stays, and not the item. The items of imports and
 * of policies are no printers. Times are whole seconds; within one, a printer is assigned, then
 * added, answered and unenrolled. */
#define EVENTS                                                                                     \
  "SELECT ?2 AS event, started AS moment, who, tasks.id AS task, kind, outcome, "                  \
  "coalesce (reason, ''), '', iif (kind IN (?11, ?12), 4, 2) AS place "                            \
  "FROM task_items JOIN tasks ON tasks.id = task_items.task "                                      \
  "WHERE item = ?1 AND kind NOT IN (?6, ?7, ?8) AND NOT (kind = ?9 AND outcome = ?10) "            \
  "UNION ALL "                                                                                     \
  "SELECT ?3, created, who, 0, 0, 0, uuid, '', 3 FROM request_printers "                           \
  "JOIN requests ON requests.id = request_printers.request "                                       \
  "JOIN acceptances ON acceptances.id = requests.acceptance WHERE serial = ?1 "                    \
  "UNION ALL "                                                                                     \
  "SELECT ?4, answered_at, '', 0, 0, outcome, reason, '', 1 FROM request_printers "                \
  "WHERE serial = ?1 AND outcome IS NOT NULL "                                                     \
  "UNION ALL "                                                                                     \
  "SELECT ?5, at, who, 0, 0, 0, detail, act, 0 FROM history "                                      \
  "WHERE subject = ?1 AND act NOT IN ('answer', 'enroll', 'entitle', 'policy') "                   \
  "ORDER BY moment DESC, place, task DESC LIMIT ?13"

static MpsStatement *
prepare_events (MpsConnection *connection, const char *serial)
{
  const int parameters[] = {
    MPS_PRINTER_EVENT_TASK,    MPS_PRINTER_EVENT_REQUEST, MPS_PRINTER_EVENT_ANSWER,
    MPS_PRINTER_EVENT_HISTORY, MPS_TASK_IMPORT_PRINTERS,  MPS_TASK_IMPORT_CONTACTS,
    MPS_TASK_LOAD_POLICY,      MPS_TASK_UNENROLL,         MPS_OUTCOME_DONE,
    MPS_TASK_ASSIGN,           MPS_TASK_ENROLL,           MPS_PRINTER_MAX_EVENTS,
  };
  MpsStatement *statement = mps_connection_prepare (connection, EVENTS);

  mps_statement_bind_text (statement, 1, serial);
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    mps_statement_bind_int (statement, (int) i + 2, parameters[i]);
  return statement;
}

static gboolean
read_events (MpsConnection *connection, const char *serial, GPtrArray *events, GError **error)
{
  g_autoptr (MpsStatement) statement = prepare_events (connection, serial);
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (events, read_event (statement));
  return step == MPS_STEP_DONE;
}

static gpointer
get_printer (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (MpsPrinterDetails) details = g_new0 (MpsPrinterDetails, 1);
  g_autofree char *serial = NULL;
  const gint64 printer = *(const gint64 *) data;

  details->events = g_ptr_array_new_with_free_func (event_free);
  if (!read_printer (job->connection, printer, details, &serial, error)
      || !read_request (job->connection, printer, details, error)
      || !read_events (job->connection, serial, details->events, error))
    return NULL;
  return g_steal_pointer (&details);
}

/**
 * mps_store_get_printer_async:
 * @self: a store
 * @printer: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Reads what the store knows of a printer and the fleet in memory does not: its request, why it
 * failed, and what happened to it.
 */
void
mps_store_get_printer_async (MpsStore *self, gint64 printer, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { get_printer, g_memdup2 (&printer, sizeof printer), g_free,
                        (GDestroyNotify) mps_printer_details_free };

  mps_store_run_async (self, mps_store_get_printer_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_get_printer_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_SERIAL when the printer is gone
 *
 * Returns: (transfer full) (nullable): the details
 */
MpsPrinterDetails *
mps_store_get_printer_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_get_printer_async, error);
}
