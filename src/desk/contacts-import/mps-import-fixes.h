/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-file.h"

G_BEGIN_DECLS

/**
 * MpsImportFixes:
 *
 * A button that opens a menu of what can be corrected all alike in a contacts
 * file. It is insensitive where there is nothing to correct so.
 */
#define MPS_TYPE_IMPORT_FIXES (mps_import_fixes_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportFixes, mps_import_fixes, MPS, IMPORT_FIXES, AdwBin)

void mps_import_fixes_set_file (MpsImportFixes *self, MpsContactsFile *file, GtkWidget *place);

G_END_DECLS
