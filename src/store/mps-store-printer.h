/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/**
 * MpsPrinterRequest:
 * @uuid: of the request
 * @created: RFC 3339, UTC; so are the other times
 * @exported_at: (nullable): when it was written into a file; %NULL when it was not yet
 * @accepted_by: who accepted the terms of use
 * @outcome: what the request came to for this printer; %MPS_MANAGED_PENDING until it is answered
 * @answered_at: (nullable): when the answer was imported
 *
 * The request by which a printer was to be added to MPS Express.
 */
typedef struct {
  char *uuid;
  char *created;
  char *exported_at;
  char *terms_version;
  char *terms_sha256;
  char *accepted_by;
  char *accepted_at;
  MpsManaged outcome;
  char *answered_at;
} MpsPrinterRequest;

/**
 * MpsPrinterEventKind:
 * @MPS_PRINTER_EVENT_ANSWER: a request was answered
 * @MPS_PRINTER_EVENT_HISTORY: a line of the history
 * @MPS_PRINTER_EVENT_REQUEST: a request was made, its terms accepted
 * @MPS_PRINTER_EVENT_TASK: a task had the printer among its items
 */
typedef enum {
  MPS_PRINTER_EVENT_ANSWER,
  MPS_PRINTER_EVENT_HISTORY,
  MPS_PRINTER_EVENT_REQUEST,
  MPS_PRINTER_EVENT_TASK,
} MpsPrinterEventKind;

/**
 * MpsPrinterEvent:
 * @at: RFC 3339, UTC
 * @who: "" where it is not known
 * @task: the task's id; 0 where it is none
 * @task_kind: of the task
 * @outcome: of the task's item: "done", "failed" or "not-done"; static
 * @answer: what the answer says
 * @text: the reason of an item or an answer, the UUID of a request, the detail of a line of the
 *   history; "" for none
 * @act: of a line of the history: its stable id
 *
 * Something that happened to a printer of this serial number. Members that @kind does not have
 * are empty.
 */
typedef struct {
  MpsPrinterEventKind kind;
  char *at;
  char *who;
  gint64 task;
  MpsTaskKind task_kind;
  const char *outcome;
  MpsManaged answer;
  char *text;
  char *act;
} MpsPrinterEvent;

#define MPS_PRINTER_MAX_EVENTS 200

/**
 * MpsPrinterDetails:
 * @failure_reason: why the registration failed; "" when it did not
 * @reported: it is managed or pending because a fleet list says so
 * @request: (nullable): the last request it was in
 * @events: (element-type MpsPrinterEvent): the newest first, %MPS_PRINTER_MAX_EVENTS at most
 *
 * What the store knows of one printer and the fleet in memory does not.
 */
typedef struct {
  char *failure_reason;
  gboolean reported;
  MpsPrinterRequest *request;
  GPtrArray *events;
} MpsPrinterDetails;

void mps_printer_details_free (MpsPrinterDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterDetails, mps_printer_details_free)

void mps_store_get_printer_async (MpsStore *self, gint64 printer, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
MpsPrinterDetails *mps_store_get_printer_finish (MpsStore *self, GAsyncResult *result,
                                                 GError **error);

G_END_DECLS
