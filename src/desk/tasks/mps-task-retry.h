/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mps_task_retry_is_sensible (MpsTask *task);
const char *mps_task_retry_get_hindrance (MpsSession *session, MpsTask *task);
void mps_task_retry (GtkWidget *widget, MpsSession *session, MpsTask *task);

G_END_DECLS
