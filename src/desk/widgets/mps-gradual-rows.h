/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MPS_TYPE_GRADUAL_ROWS (mps_gradual_rows_get_type ())
G_DECLARE_FINAL_TYPE (MpsGradualRows, mps_gradual_rows, MPS, GRADUAL_ROWS, GObject)

MpsGradualRows *mps_gradual_rows_new (GtkSelectionModel *rows);
void mps_gradual_rows_finish (MpsGradualRows *self);

G_END_DECLS
