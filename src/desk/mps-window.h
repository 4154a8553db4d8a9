/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MPS_TYPE_WINDOW (mps_window_get_type ())
G_DECLARE_FINAL_TYPE (MpsWindow, mps_window, MPS, WINDOW, AdwApplicationWindow)

G_END_DECLS
