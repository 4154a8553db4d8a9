/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsMainMenuButton:
 *
 * The main menu, which is on every page of the window that has one: the
 * databases and what concerns the program as a whole.
 */
#define MPS_TYPE_MAIN_MENU_BUTTON (mps_main_menu_button_get_type ())
G_DECLARE_FINAL_TYPE (MpsMainMenuButton, mps_main_menu_button, MPS, MAIN_MENU_BUTTON, AdwBin)

G_END_DECLS
