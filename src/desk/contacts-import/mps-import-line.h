/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-row.h"

G_BEGIN_DECLS

/**
 * MpsImportLine:
 *
 * A row of a contacts file where there is no room for a table: who it is, what
 * becomes of it, and every reason why it can't be imported.
 */
#define MPS_TYPE_IMPORT_LINE (mps_import_line_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportLine, mps_import_line, MPS, IMPORT_LINE, AdwBin)

char *mps_import_line_dup_spoken (MpsContactsRow *row);
void mps_import_line_set_row (MpsImportLine *self, MpsContactsRow *row);

G_END_DECLS
