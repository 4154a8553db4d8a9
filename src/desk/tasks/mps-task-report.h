/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "fleet/mps-fleet.h"
#include "fleet/mps-task.h"
#include "store/mps-store.h"

G_BEGIN_DECLS

GListModel *mps_task_report_new_lines (MpsTask *task);
GListModel *mps_task_report_new_done_lines (MpsTask *task, MpsFleet *fleet);
AdwNavigationPage *mps_task_report_new_page (MpsStore *store, MpsTask *task);

G_END_DECLS
