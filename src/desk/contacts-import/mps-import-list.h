/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-row.h"

G_BEGIN_DECLS

/**
 * MpsImportList:
 *
 * The rows of a contacts file where there is no room for a table.
 *
 * “activated” (MpsContactsRow): when a row is to be opened.
 */
#define MPS_TYPE_IMPORT_LIST (mps_import_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportList, mps_import_list, MPS, IMPORT_LIST, AdwBin)

void mps_import_list_set_rows (MpsImportList *self, GListModel *rows);

G_END_DECLS
