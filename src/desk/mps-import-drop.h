/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Files that are dropped on a window, on whichever page, are imported. */

void mps_import_drop_enable (AdwApplicationWindow *window);
void mps_import_drop_open (GtkWidget *widget, MpsSession *session, GFile *file);

G_END_DECLS
