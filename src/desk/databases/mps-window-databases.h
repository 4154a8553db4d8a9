/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/window/mps-window.h"

G_BEGIN_DECLS

/*
 * Opening another database in place of the one that is open. Actions:
 * win.new-database, win.choose-database, win.open-recent (s: a URI),
 * win.try-sample, win.start-sample-over, win.leave-sample.
 */

void mps_window_databases_add_actions (MpsWindow *window);
gboolean mps_window_databases_check_idle (MpsWindow *self);
void mps_window_databases_update (MpsWindow *window);

G_END_DECLS
