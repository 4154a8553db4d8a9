/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-job.h"

G_BEGIN_DECLS

gboolean mps_task_orphans_end (MpsJob *job, GError **error);
gboolean mps_task_orphans_end_all (MpsConnection *connection, GError **error);

G_END_DECLS
