/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-window.h"

G_BEGIN_DECLS

void mps_window_actions_add (MpsWindow *window);

G_END_DECLS
