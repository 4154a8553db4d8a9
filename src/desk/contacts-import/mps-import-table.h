/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-row.h"

G_BEGIN_DECLS

/**
 * MpsImportTable:
 *
 * The rows of a contacts file as a table: line number, what becomes of the
 * row, and its cells, which are edited in place.
 *
 * “entered” (MpsContactsRow, uint): when the cell in this column of the row gets the focus.
 * “edited” (MpsContactsRow, uint, string): when the user has changed that cell to this text.
 *
 * A column is a #MpsContactField, or the place of a cell too many.
 */
#define MPS_TYPE_IMPORT_TABLE (mps_import_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportTable, mps_import_table, MPS, IMPORT_TABLE, AdwBin)

void mps_import_table_set_rows (MpsImportTable *self, GListModel *rows);
void mps_import_table_focus_cell (MpsImportTable *self, guint position, guint column);

G_END_DECLS
