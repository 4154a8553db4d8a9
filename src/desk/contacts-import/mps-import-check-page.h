/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-import.h"

G_BEGIN_DECLS

/**
 * MpsImportCheckPage:
 *
 * The second step of a contacts import: what an import would do with each row,
 * and what is wrong, to be corrected on the spot. Its button activates
 * “import.run” of the dialog around it.
 *
 * Properties: ready (boolean): whether an import would add anything;
 * narrow (boolean, writable): whether there is no room for a table.
 */
#define MPS_TYPE_IMPORT_CHECK_PAGE (mps_import_check_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportCheckPage, mps_import_check_page, MPS, IMPORT_CHECK_PAGE,
                      AdwNavigationPage)

void mps_import_check_page_show (MpsImportCheckPage *self, MpsStore *store, gint64 organization,
                                 MpsContactsFile *file, gboolean again);
void mps_import_check_page_stop (MpsImportCheckPage *self);
gboolean mps_import_check_page_get_ready (MpsImportCheckPage *self);

G_END_DECLS
