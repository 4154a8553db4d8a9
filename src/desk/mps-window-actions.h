/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-window.h"

G_BEGIN_DECLS

void mps_window_actions_add (MpsWindow *window);
void mps_window_actions_show_task (MpsWindow *window, gint64 task);

G_END_DECLS
