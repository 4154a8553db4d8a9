/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-job.h"
#include "mps-store.h"

G_BEGIN_DECLS

/**
 * MpsStoreWork:
 * @func: does the work, on the store's thread
 * @data: what @func is given
 * @destroy_data: (nullable): frees @data, on the main thread
 * @destroy_result: (nullable): frees a result that nobody takes
 */
typedef struct {
  MpsJobFunc func;
  gpointer data;
  GDestroyNotify destroy_data;
  GDestroyNotify destroy_result;
} MpsStoreWork;

void mps_store_run_async (MpsStore *self, gpointer source_tag, const MpsStoreWork *work,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
void mps_store_read_async (MpsStore *self, gpointer source_tag, const MpsStoreWork *work,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
gpointer mps_store_run_finish (MpsStore *self, GAsyncResult *result, gpointer source_tag,
                               GError **error);

G_END_DECLS
