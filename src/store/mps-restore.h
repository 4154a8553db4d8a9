/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-progress.h"

G_BEGIN_DECLS

/**
 * MpsRestoreTally:
 * @printers: how many
 * @contacts: how many
 * @managed: how many of the printers are managed or pending
 * @last_change: (nullable): when its last task began, RFC 3339, UTC
 *
 * What a database holds.
 */
typedef struct {
  guint printers;
  guint contacts;
  guint managed;
  char *last_change;
} MpsRestoreTally;

/**
 * MpsRestoreLoss:
 * @managed: printers that are managed or pending now, and not so in the backup
 * @entitlements: organizations that are entitled now, and not in the backup
 * @acceptances: acceptances of the terms that the backup does not have
 * @requests: requests that the backup does not have, or does not know to have been exported
 * @history: lines of the history that the backup does not have
 * @printers: printers that the backup does not have
 * @contacts: contacts that the backup does not have
 * @tasks: tasks that were begun since
 *
 * What there is now, and will not be there after going back to a backup.
 */
typedef struct {
  guint managed;
  guint entitlements;
  guint acceptances;
  guint requests;
  guint history;
  guint printers;
  guint contacts;
  guint tasks;
} MpsRestoreLoss;

gboolean mps_restore_loss_is_irrevocable (const MpsRestoreLoss *loss);
GPtrArray *mps_restore_loss_list (const MpsRestoreLoss *loss);

/**
 * MpsRestore:
 *
 * Going back to a backup, in two steps: it is read, brought to this version,
 * checked and compared with what there is now; and then, if that is wanted,
 * it takes its place. Nothing changes before the second step, which is one
 * transaction: other windows and programs see all of it, or nothing.
 */
#define MPS_TYPE_RESTORE (mps_restore_get_type ())
G_DECLARE_FINAL_TYPE (MpsRestore, mps_restore, MPS, RESTORE, GObject)

void mps_restore_prepare_async (const char *database, const char *backup, MpsProgress *progress,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
MpsRestore *mps_restore_prepare_finish (GAsyncResult *result, GError **error);

const char *mps_restore_get_backup (MpsRestore *self);
const MpsRestoreTally *mps_restore_get_restored (MpsRestore *self);
const MpsRestoreTally *mps_restore_get_current (MpsRestore *self);
const MpsRestoreLoss *mps_restore_get_loss (MpsRestore *self);
GPtrArray *mps_restore_get_problems (MpsRestore *self);

void mps_restore_apply_async (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean mps_restore_apply_finish (MpsRestore *self, GAsyncResult *result, GError **error);
void mps_restore_close (MpsRestore *self);
const char *mps_restore_get_saved (MpsRestore *self);

G_END_DECLS
