/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include "store/mps-store-agents.h"

G_BEGIN_DECLS

/**
 * MpsAddressEffect:
 * @unenrolled: how many printers would be unenrolled
 * @kept: how many are managed or pending, and would stay, not communicating
 *
 * What a change of an agent's discovery criteria would do to its printers.
 */
typedef struct {
  guint unenrolled;
  guint kept;
} MpsAddressEffect;

void mps_address_preview_async (MpsSession *session, const MpsAgentRecord *agent,
                                MpsAddressChange change, const char *const *addresses,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean mps_address_preview_finish (GAsyncResult *result, MpsAddressEffect *effect,
                                     GError **error);

G_END_DECLS
