/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-history.h"

#include "mps-store.h"

G_BEGIN_DECLS

/* Makes @policy the one in force, as a task and with a line in the history. */
void mps_store_load_policy_async (MpsStore *self, MpsPolicy *policy, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean mps_store_load_policy_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsPolicyOrigin:
 * @at: when it was put in force, RFC 3339, UTC
 * @who: by whom
 * @is_first: whether it is the sample policy with which every database begins
 */
typedef struct {
  char *at;
  char *who;
  gboolean is_first;
} MpsPolicyOrigin;

void mps_policy_origin_free (MpsPolicyOrigin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPolicyOrigin, mps_policy_origin_free)

void mps_store_get_policy_origin_async (MpsStore *self, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
MpsPolicyOrigin *mps_store_get_policy_origin_finish (MpsStore *self, GAsyncResult *result,
                                                     GError **error);

/**
 * MpsRequestPrinter: one printer of a request, as it was when it was added.
 */
typedef struct {
  char *serial;
  char *model;
  MpsContactRecord *contact;
} MpsRequestPrinter;

/**
 * MpsRequest:
 * @id: a UUID
 * @created: RFC 3339, UTC
 * @accepted_at: RFC 3339, UTC
 * @printers: (element-type MpsRequestPrinter)
 */
typedef struct {
  char *id;
  char *created;
  char *organization;
  char *terms_version;
  char *terms_sha256;
  char *accepted_by;
  char *accepted_at;
  GPtrArray *printers;
} MpsRequest;

void mps_request_free (MpsRequest *self);

/**
 * MpsRequestWriter:
 * @requests: (element-type MpsRequest)
 *
 * Puts the requests where they are wanted, durably, on the store thread. Only
 * when it returns %TRUE are they marked as exported.
 */
typedef gboolean (*MpsRequestWriter) (GPtrArray *requests, gpointer user_data, GError **error);

/*
 * The requests not yet exported of @organization (0: of all), or with @again
 * that one; marked in the same transaction in which @writer wrote them.
 */
void mps_store_export_requests_async (MpsStore *self, gint64 organization, const char *again,
                                      MpsRequestWriter writer, gpointer writer_data,
                                      GDestroyNotify writer_destroy, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gssize mps_store_export_requests_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsRequestSummary:
 * @id: a UUID
 * @created: RFC 3339, UTC
 * @organization: its name
 * @exported_at: (nullable): RFC 3339, UTC; %NULL when it was not exported yet
 * @n_printers: how many it asks for
 * @n_answered: how many of them an answer was imported for
 */
typedef struct {
  char *id;
  char *created;
  char *organization;
  char *exported_at;
  guint n_printers;
  guint n_answered;
} MpsRequestSummary;

void mps_request_summary_free (MpsRequestSummary *self);

/* (element-type MpsRequestSummary), newest first; of @organization, or with 0 of all */
void mps_store_list_requests_async (MpsStore *self, gint64 organization, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *mps_store_list_requests_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsAnswerItem:
 * @registered: or failed, with @reason
 * @path: where it stands in the file, for messages
 */
typedef struct {
  char *request;
  char *serial;
  gboolean registered;
  char *reason;
  char *path;
} MpsAnswerItem;

MpsAnswerItem *mps_answer_item_new (void);
void mps_answer_item_free (MpsAnswerItem *self);

/**
 * MpsAnswerImport:
 * @registered_serials: (element-type utf8): the printers that are managed now
 * @failures: (element-type MpsProblem): the printers whose registration failed: column is the
 *   serial number, reason what the answer says, which may be nothing
 * @rejected: (element-type MpsProblem): column is the serial number; codes
 *   not-in-request, not-pending, unknown-request
 * @not_done: how many were left when it was canceled
 */
typedef struct {
  gint64 task;
  guint registered;
  guint failed;
  guint not_done;
  GPtrArray *registered_serials;
  GPtrArray *failures;
  GPtrArray *rejected;
} MpsAnswerImport;

void mps_answer_import_free (MpsAnswerImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAnswerImport, mps_answer_import_free)

/* @items: (element-type MpsAnswerItem) (transfer none): not changed any more */
void mps_store_import_answer_async (MpsStore *self, gint64 organization, GPtrArray *items,
                                    const char *file_name, MpsProgress *progress,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
MpsAnswerImport *mps_store_import_answer_finish (MpsStore *self, GAsyncResult *result,
                                                 GError **error);

/* (element-type MpsTask), newest first, without items */
void mps_store_list_tasks_async (MpsStore *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *mps_store_list_tasks_finish (MpsStore *self, GAsyncResult *result, GError **error);

/* @all_items: the outcome of every item, else of the failed ones */
void mps_store_get_task_async (MpsStore *self, gint64 task, gboolean all_items,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
MpsTask *mps_store_get_task_finish (MpsStore *self, GAsyncResult *result, GError **error);

/* Ends the tasks of other processes that are no more. */
void mps_store_end_orphans (MpsStore *self);

/* (element-type MpsHistoryEntry), oldest first */
void mps_store_list_history_async (MpsStore *self, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *mps_store_list_history_finish (MpsStore *self, GAsyncResult *result, GError **error);

/* The file's integrity and that of its rules; (element-type MpsProblem), empty when all is well. */
void mps_store_check_async (MpsStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
GPtrArray *mps_store_check_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
