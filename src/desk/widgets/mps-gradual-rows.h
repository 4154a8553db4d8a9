/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *mps_gradual_rows_new (GListModel *rows);

G_END_DECLS
