/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-file.h"

G_BEGIN_DECLS

/**
 * MpsImportRowPage:
 *
 * A row of a contacts file as a form, to be corrected where there is no room
 * for a table. What was changed is one correction, made when the page is left.
 */
#define MPS_TYPE_IMPORT_ROW_PAGE (mps_import_row_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportRowPage, mps_import_row_page, MPS, IMPORT_ROW_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *mps_import_row_page_new (MpsContactsFile *file, guint index);
void mps_import_row_page_apply (MpsImportRowPage *self);

G_END_DECLS
