/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsTaskItemsView:
 *
 * What became of each item of a task, of any number: those that were not done
 * or all of them, searched, to be copied or saved. Actions: items.copy,
 * items.save, items.search.
 */
#define MPS_TYPE_TASK_ITEMS_VIEW (mps_task_items_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsTaskItemsView, mps_task_items_view, MPS, TASK_ITEMS_VIEW, AdwBin)

GtkWidget *mps_task_items_view_new (MpsStore *store, MpsTask *task);
void mps_task_items_view_show (MpsTaskItemsView *self, MpsStore *store, MpsTask *task);

G_END_DECLS
