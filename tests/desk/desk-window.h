/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/window/mps-window.h"

G_BEGIN_DECLS

/* The program's own window on a database, beside that of the fixture. */
MpsWindow *desk_open_window (const char *path, MpsStoreOpenMode mode);
/* Also proves that a closed window leaves nothing of its database behind. */
void desk_close_window (MpsWindow *window);

G_END_DECLS
