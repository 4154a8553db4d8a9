/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/window/mps-window.h"

G_BEGIN_DECLS

void mps_exchange_commands_add_actions (MpsWindow *window);
void mps_exchange_commands_drop (GtkWidget *widget, MpsSession *session, GFile *file);

G_END_DECLS
