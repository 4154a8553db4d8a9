/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/widgets/mps-lazy-list.h"

G_BEGIN_DECLS

/**
 * MpsTasksTable:
 *
 * The tasks of a lazy list in columns. The task ID, or a row, opens its page
 * (win.show-task).
 */
#define MPS_TYPE_TASKS_TABLE (mps_tasks_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsTasksTable, mps_tasks_table, MPS, TASKS_TABLE, AdwBin)

void mps_tasks_table_show (MpsTasksTable *self, MpsLazyList *tasks);

G_END_DECLS
