/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/window/mps-window.h"

G_BEGIN_DECLS

/* win.back-up and win.restore, for the database of the window, be it open or damaged. */
void mps_backup_commands_add_actions (MpsWindow *window);
gboolean mps_backup_commands_help_against (const GError *error);

G_END_DECLS
