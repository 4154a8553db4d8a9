/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-window.h"

G_BEGIN_DECLS

/* Files that are dropped on a window, on whichever page, or opened elsewhere, are imported. */

void mps_import_drop_enable (AdwApplicationWindow *window);
void mps_import_drop_open (GtkWidget *widget, MpsSession *session, GFile *file);
void mps_import_drop_hand_over (MpsWindow *window, GFile *file);
gboolean mps_import_drop_is_waiting (MpsWindow *window);
void mps_import_drop_take_over (MpsWindow *window);

G_END_DECLS
