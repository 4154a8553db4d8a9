/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mps-import-run.h"

G_BEGIN_DECLS

/**
 * MpsImportResultsPage:
 *
 * The last step of a contacts import: what went in, what did not, and why.
 */
#define MPS_TYPE_IMPORT_RESULTS_PAGE (mps_import_results_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportResultsPage, mps_import_results_page, MPS, IMPORT_RESULTS_PAGE,
                      AdwNavigationPage)

void mps_import_results_page_show (MpsImportResultsPage *self, MpsImportRun *run);

G_END_DECLS
