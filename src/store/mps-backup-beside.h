/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsBackupBeside:
 *
 * A backup that is made on a thread of its own while what is to change the
 * database goes on. It is what was stored when it began; nothing may be
 * committed before it has ended well.
 */
typedef struct _MpsBackupBeside MpsBackupBeside;

gboolean mps_backup_beside_begin (MpsConnection *connection, GCancellable *cancellable,
                                  MpsBackupBeside **backup, GError **error);
gboolean mps_backup_beside_finish (MpsBackupBeside *self, GError **error);
void mps_backup_beside_free (MpsBackupBeside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsBackupBeside, mps_backup_beside_free)

G_END_DECLS
