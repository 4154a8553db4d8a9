/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsOpenFileFunc:
 * @widget: the widget that asked, still in a window
 * @file: (transfer none): what the user has chosen
 */
typedef void (*MpsOpenFileFunc) (GtkWidget *widget, GFile *file);

void mps_open_file (GtkWidget *widget, const char *title, const char *kind,
                    const char *const *suffixes, MpsOpenFileFunc chosen);

G_END_DECLS
