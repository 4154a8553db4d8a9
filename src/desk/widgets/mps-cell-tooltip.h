/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mps_cell_tooltip_show (GtkWidget *cell, GtkTooltip *tooltip, const char *text);
gboolean mps_cell_tooltip_query (GtkWidget *cell, int x, int y, gboolean keyboard,
                                 GtkTooltip *tooltip);

G_END_DECLS
