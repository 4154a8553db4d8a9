/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/**
 * MpsAcceptance:
 * @at: RFC 3339, UTC; so are the other times
 * @organization: the name of the organization whose printers were added
 * @terms_text: the terms of use as they were shown
 * @terms_sha256: the sum that was kept of them
 * @language: in which they were shown: "en" or "ja"
 * @n_printers: how many printers were added
 * @request: the id of the request that was made; for mps_lookup_new_request_printers()
 * @request_uuid: its UUID
 * @exported_at: (nullable): when it was first written into a file; %NULL when it was not yet
 *
 * What somebody agreed to when printers were added to MPS Express.
 */
typedef struct {
  char *at;
  char *who;
  char *organization;
  char *terms_version;
  char *terms_sha256;
  char *terms_text;
  char *language;
  guint n_printers;
  gint64 request;
  char *request_uuid;
  char *exported_at;
} MpsAcceptance;

void mps_acceptance_free (MpsAcceptance *self);
gboolean mps_acceptance_is_intact (const MpsAcceptance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAcceptance, mps_acceptance_free)

void mps_store_get_acceptance_async (MpsStore *self, gint64 history, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
MpsAcceptance *mps_store_get_acceptance_finish (MpsStore *self, GAsyncResult *result,
                                                GError **error);

G_END_DECLS
