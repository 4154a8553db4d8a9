/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the template of the eligibility sidebar computes for its lines from their properties. */
void mps_eligibility_cells_bind (GtkWidgetClass *widget_class);

G_END_DECLS
