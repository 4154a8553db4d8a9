/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-backups.h"
#include "mps-connection.h"

G_BEGIN_DECLS

char *mps_backup_make (MpsConnection *connection, MpsBackupReason reason, GCancellable *cancellable,
                       GError **error);

G_END_DECLS
