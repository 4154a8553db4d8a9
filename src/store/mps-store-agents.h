/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/**
 * MpsAgentChange:
 * @MPS_AGENT_ACTIVATE: it looks for printers again
 * @MPS_AGENT_DEACTIVATE: it does no more, and its printers are unenrolled
 * @MPS_AGENT_DELETE: it is gone, and its printers are unenrolled
 */
typedef enum {
  MPS_AGENT_ACTIVATE,
  MPS_AGENT_DEACTIVATE,
  MPS_AGENT_DELETE,
} MpsAgentChange;

/* MPS_ERROR_MANAGED_PRINTERS, and no task, when the agent has managed or pending printers and
 * @change would unenroll them. @organization: whose the agent must be; 0 for any. */
void mps_store_change_agent_async (MpsStore *self, gint64 organization, gint64 agent,
                                   MpsAgentChange change, MpsProgress *progress,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
MpsTask *mps_store_change_agent_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsAddressChange:
 * @MPS_ADDRESS_INCLUDE: the agent looks there
 * @MPS_ADDRESS_EXCLUDE: it does not look there, though another address has it do so
 * @MPS_ADDRESS_REMOVE: that is no criterion any more
 */
typedef enum {
  MPS_ADDRESS_INCLUDE,
  MPS_ADDRESS_EXCLUDE,
  MPS_ADDRESS_REMOVE,
} MpsAddressChange;

/*
 * Printers of the agent that its criteria find no more are unenrolled, but managed and pending
 * ones stay, not communicating, and are failed items; those found again communicate again.
 * MPS_ERROR_BAD_ADDRESS, and no task, when one of @addresses is none.
 */
void mps_store_change_addresses_async (MpsStore *self, gint64 organization, gint64 agent,
                                       MpsAddressChange change, const char *const *addresses,
                                       MpsProgress *progress, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
MpsTask *mps_store_change_addresses_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
