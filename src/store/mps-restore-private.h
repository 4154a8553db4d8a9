/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"
#include "mps-draft.h"
#include "mps-restore.h"

G_BEGIN_DECLS

/* How long to wait for another process that writes, in milliseconds. */
#define MPS_RESTORE_BUSY_TIMEOUT 5000

struct _MpsRestore {
  GObject parent_instance;

  char *database;
  char *backup;

  /* Written by the thread of a step, read when it has ended. */
  MpsDraft *draft;        /* owned; what will take the place; NULL when it has */
  MpsConnection *current; /* owned; what there is now; NULL when it can't be read */
  gint64 data_version;    /* of what there was when it was compared */
  gboolean exists;        /* whether there is a file at all */
  MpsRestoreTally before; /* zero when it can't be read */
  MpsRestoreTally after;
  MpsRestoreLoss loss; /* zero when it can't be told */
  GPtrArray *problems; /* owned (element-type MpsProblem): what is wrong with the backup */
  char *saved;         /* owned; nullable: where what there was is kept */
};

/* On the thread of a step. */
gboolean mps_restore_prepare (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable,
                              GError **error);
gboolean mps_restore_read_tally (MpsConnection *connection, MpsRestoreTally *tally, GError **error);
gboolean mps_restore_compare (MpsConnection *current, const char *draft, MpsRestoreLoss *loss,
                              GError **error);
gboolean mps_restore_apply (MpsRestore *self, MpsProgress *progress, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
