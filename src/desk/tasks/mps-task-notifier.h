/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsTaskNotifier:
 *
 * Tells on the desktop that long work of a window has ended while its user
 * looked elsewhere. What was told is withdrawn when the window is seen again.
 * Main thread only.
 */
#define MPS_TYPE_TASK_NOTIFIER (mps_task_notifier_get_type ())
G_DECLARE_FINAL_TYPE (MpsTaskNotifier, mps_task_notifier, MPS, TASK_NOTIFIER, GObject)

MpsTaskNotifier *mps_task_notifier_new (GtkWindow *window, MpsSession *session);
char *mps_task_notifier_dup_body (MpsTask *task);

G_END_DECLS
