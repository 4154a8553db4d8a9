/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-progress.h"

#include "mps-connection.h"
#include "mps-draft-file.h"

G_BEGIN_DECLS

/**
 * MpsDraft:
 * @file: where it is for now
 * @connection: (nullable): it, while it is open
 *
 * A copy of a database that is not where it belongs yet, readable by its owner
 * only. Freed, it is gone, unless it was moved into place.
 */
typedef struct {
  MpsDraftFile file;
  MpsConnection *connection;
} MpsDraft;

MpsDraft *mps_draft_new (const char *target, GError **error);
void mps_draft_free (MpsDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsDraft, mps_draft_free)

gboolean mps_draft_fill (MpsDraft *self, MpsConnection *from, MpsProgress *progress,
                         GCancellable *cancellable, GError **error);
gboolean mps_draft_close (MpsDraft *self, GError **error);
gboolean mps_draft_place (MpsDraft *self, const char *target, gboolean replace, GError **error);

G_END_DECLS
