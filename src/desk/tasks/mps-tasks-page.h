/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsTasksPage:
 *
 * What runs, and the tasks of the organization that is looked at and those of
 * none, the newest first. Actions: tasks.find, tasks.save.
 */
#define MPS_TYPE_TASKS_PAGE (mps_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsTasksPage, mps_tasks_page, MPS, TASKS_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_tasks_page_new (MpsSession *session);

G_END_DECLS
