/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-order.h"

G_BEGIN_DECLS

/**
 * MpsRowWork:
 *
 * The making of the rows of a list, a little at a time: they are filtered, and
 * sorted before or after. It reads the fleet and the list's filter, which must
 * not change until it is done.
 */
typedef struct _MpsRowWork MpsRowWork;

MpsRowWork *mps_row_work_new (MpsRowList *list, MpsRowOrder *wanted, const MpsSearch *search);
void mps_row_work_start_from (MpsRowWork *self, const guint32 *rows, guint n_rows);
void mps_row_work_free (MpsRowWork *self);
gboolean mps_row_work_step (MpsRowWork *self);
guint32 *mps_row_work_steal_whole (MpsRowWork *self, guint *n_rows);
guint32 *mps_row_work_steal_kept (MpsRowWork *self, guint *n_rows);

G_END_DECLS
