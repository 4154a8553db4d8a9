/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/**
 * MpsLookup:
 *
 * What of a long table somebody wants to see: which rows, and what they have
 * to contain. It never changes, so that any thread may use it. Rows are known
 * by their keys, and become records when they are looked at.
 *
 * A search is for words, all of which a row must have, as it is shown to
 * people; case, width and accents don't matter. NULL or "" is none.
 */
typedef struct _MpsLookup MpsLookup;

/**
 * MpsLookupKind:
 * @MPS_LOOKUP_TASKS: the tasks, the newest first; records are #MpsTask without items
 * @MPS_LOOKUP_TASK_ITEMS: the items of a task, in the order of the work; #MpsTaskItem
 * @MPS_LOOKUP_HISTORY: the history, the newest first; #MpsHistoryEntry
 * @MPS_LOOKUP_REQUEST_PRINTERS: the printers of a request, by serial number; #MpsRequestLine
 */
typedef enum {
  MPS_LOOKUP_TASKS,
  MPS_LOOKUP_TASK_ITEMS,
  MPS_LOOKUP_HISTORY,
  MPS_LOOKUP_REQUEST_PRINTERS,
} MpsLookupKind;

#define MPS_LOOKUP_ANY (-1)

/**
 * MpsRequestLine:
 * @contact: the name of the contact, as it was when the printer was added
 * @outcome: what the answer said; %MPS_MANAGED_PENDING as long as there is none
 * @reason: of the answer; "" for none
 */
typedef struct {
  char *serial;
  char *model;
  char *contact;
  MpsManaged outcome;
  char *reason;
} MpsRequestLine;

MpsLookup *mps_lookup_new_tasks (gint64 organization, int kind, int state, const char *search);
MpsLookup *mps_lookup_new_task_items (gint64 task, gboolean all, const char *search);
MpsLookup *mps_lookup_new_history (const char *act, const char *search);
MpsLookup *mps_lookup_new_request_printers (gint64 request, const char *search);
MpsLookup *mps_lookup_ref (MpsLookup *self);
void mps_lookup_unref (MpsLookup *self);
MpsLookupKind mps_lookup_get_kind (MpsLookup *self);
void mps_lookup_free_record (MpsLookup *self, gpointer record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsLookup, mps_lookup_unref)

void mps_store_lookup_keys_async (MpsStore *self, MpsLookup *lookup, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
GArray *mps_store_lookup_keys_finish (MpsStore *self, GAsyncResult *result, GError **error);

void mps_store_lookup_records_async (MpsStore *self, MpsLookup *lookup, const gint64 *keys,
                                     gsize n_keys, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *mps_store_lookup_records_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsLookupFunc:
 * @record: a record, which belongs to the caller
 * @user_data: what was given with it
 *
 * Takes one record, on the store's thread.
 */
typedef void (*MpsLookupFunc) (gconstpointer record, gpointer user_data);

void mps_store_lookup_each_async (MpsStore *self, MpsLookup *lookup, MpsLookupFunc func,
                                  gpointer func_data, GDestroyNotify func_destroy,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean mps_store_lookup_each_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
