/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/widgets/mps-lazy-list.h"

G_BEGIN_DECLS

GListModel *mps_task_lines_new (MpsLazyList *items);

G_END_DECLS
