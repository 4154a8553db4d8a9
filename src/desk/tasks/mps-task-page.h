/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsTaskPage:
 *
 * All there is to know of one task: its facts, what happened to it as a whole,
 * and what became of each of its items. It follows a task that still runs.
 * Actions: task.retry,
 * task.undo.
 */
#define MPS_TYPE_TASK_PAGE (mps_task_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsTaskPage, mps_task_page, MPS, TASK_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_task_page_new (MpsSession *session, gint64 task);
gint64 mps_task_page_get_task (MpsTaskPage *self);

G_END_DECLS
