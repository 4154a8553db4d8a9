/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-programme.h"

G_BEGIN_DECLS

/*
 * Enrolment requests and answers as JSON (source: files.md "Exchange").
 */

/* Exports what is not yet exported (or @again) to @file; finish: how many requests, or -1. */
void mps_exchange_export_async (MpsStore *store, gint64 organization, const char *again,
                                GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gssize mps_exchange_export_finish (MpsStore *store, GAsyncResult *result, GError **error);

void mps_exchange_import_async (MpsStore *store, gint64 organization, GFile *file,
                                MpsProgress *progress, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
MpsAnswerImport *mps_exchange_import_finish (MpsStore *store, GAsyncResult *result, GError **error);

/* Whether @file says at its beginning to be an answer. Blocks; any thread. */
gboolean mps_exchange_is_answer (GFile *file);

/* Reads and checks a policy file; MPS_ERROR_BAD_POLICY with JSON paths. Any thread. */
MpsPolicy *mps_exchange_read_policy (GFile *file, GCancellable *cancellable, GError **error);
void mps_exchange_read_policy_async (GFile *file, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
MpsPolicy *mps_exchange_read_policy_finish (GAsyncResult *result, GError **error);

/* (element-type MpsAnswerItem) or MPS_ERROR_BAD_ANSWER with JSON paths. Any thread. */
GPtrArray *mps_exchange_parse_answer (const char *json, gsize length, GError **error);

G_END_DECLS
