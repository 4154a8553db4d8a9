/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-activity.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsTaskDialog:
 *
 * How far some work on printers is, where it takes long enough to be seen, and
 * what was not done, where there is anything. Whoever holds it begins the work
 * and ends it with one of the `end` functions.
 */
#define MPS_TYPE_TASK_DIALOG (mps_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsTaskDialog, mps_task_dialog, MPS, TASK_DIALOG, AdwDialog)

MpsTaskDialog *mps_task_dialog_begin (GtkWidget *window, MpsSession *session, MpsTaskKind kind,
                                      const char *title, const char *heading);
MpsProgress *mps_task_dialog_get_progress (MpsTaskDialog *self);
GCancellable *mps_task_dialog_get_cancellable (MpsTaskDialog *self);
void mps_task_dialog_end (MpsTaskDialog *self, const char *toast);
void mps_task_dialog_end_failed (MpsTaskDialog *self, const char *heading, const GError *error);
void mps_task_dialog_end_partly (MpsTaskDialog *self, MpsTask *task, guint n_done,
                                 const char *not_done);

G_END_DECLS
