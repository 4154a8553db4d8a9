/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"
#include "fleet/mps-progress.h"
#include "fleet/mps-task.h"
#include "rules/mps-policy.h"

G_BEGIN_DECLS

/**
 * MpsStore:
 *
 * The database file. All SQL runs on the store's own threads: what writes one
 * job after the other, each in one transaction, and beside it what is only
 * looked up (mps-lookup.h).
 *
 * "changed" (MpsChanges *): after each commit of this process, and after
 * another process wrote (then with `reload`), on the main context in which the
 * store was opened, and before the callback of the job that wrote.
 *
 * All `_async` functions are called on, and call back on, that main context.
 * Errors are of %MPS_ERROR, or %G_IO_ERROR_CANCELLED.
 */
#define MPS_TYPE_STORE (mps_store_get_type ())
G_DECLARE_FINAL_TYPE (MpsStore, mps_store, MPS, STORE, GObject)

typedef enum {
  MPS_STORE_OPEN_EXISTING, /* a file that is not there is an error */
  MPS_STORE_OPEN_CREATE,   /* made when it is not there */
} MpsStoreOpenMode;

char *mps_store_dup_default_path (void);
void mps_store_open_async (const char *path, MpsStoreOpenMode mode, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
MpsStore *mps_store_open_finish (GAsyncResult *result, GError **error);
void mps_store_close (MpsStore *self);
void mps_store_close_async (MpsStore *self, GAsyncReadyCallback callback, gpointer user_data);
void mps_store_close_finish (MpsStore *self, GAsyncResult *result);
const char *mps_store_get_path (MpsStore *self);
MpsPolicy *mps_store_get_policy (MpsStore *self);

/* The picture: a fleet that follows the store from then on. */
void mps_store_load_fleet_async (MpsStore *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
MpsFleet *mps_store_load_fleet_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
