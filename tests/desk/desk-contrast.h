/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Measures in the picture of a window what of it has less contrast than WCAG 2 asks for (1.4.3 and
 * 1.4.11; in high contrast the enhanced 1.4.6): each text and each icon that is seen and can be
 * used, by the pixels that GTK draws for it.
 *
 * Returns: (element-type utf8): a line for each of them
 */
GPtrArray *desk_contrast_find_pale (GtkWidget *window, guint *n_measured);

G_END_DECLS
