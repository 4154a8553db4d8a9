/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-row-list.h"
#include "fleet/mps-row-set.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The positions of a list, of which GTK speaks, and the rows that stand there. */
MpsRowSet mps_row_positions_get_rows (MpsRowList *list, const GtkBitset *positions);
GtkBitset *mps_row_positions_of (MpsRowList *list, const MpsRowSet *rows, guint position,
                                 guint n_items);
void mps_row_positions_add_others (MpsRowList *list, const GtkBitset *positions,
                                   const MpsRowSet *from, MpsRowSet *rows);

G_END_DECLS
