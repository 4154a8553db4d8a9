/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-row.h"

G_BEGIN_DECLS

/**
 * MpsImportCell:
 *
 * A cell of the table of contacts that are checked before their import, which
 * says what is wrong with it and is edited in place.
 * F2, Enter or a click begin to edit; Enter, Tab and the loss of the focus end
 * it, and Escape gives it up.
 *
 * “edit” (action): begins to edit.
 * “entered”: when it or what is in it gets the focus.
 * “edited” (string): when the user has changed the text to this one.
 */
#define MPS_TYPE_IMPORT_CELL (mps_import_cell_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportCell, mps_import_cell, MPS, IMPORT_CELL, GtkWidget)

GtkWidget *mps_import_cell_new (guint column);
void mps_import_cell_set_row (MpsImportCell *self, MpsContactsRow *row);
MpsContactsRow *mps_import_cell_get_row (MpsImportCell *self);
guint mps_import_cell_get_column (MpsImportCell *self);
gboolean mps_import_cell_get_editing (MpsImportCell *self);

G_END_DECLS
