/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mps-fleet-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsImportFleetResults:
 *
 * What an import of printers did: the counts, and the rejected rows with their
 * reasons. It stands in a navigation view, into which it pushes the details.
 */
#define MPS_TYPE_IMPORT_FLEET_RESULTS (mps_import_fleet_results_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportFleetResults, mps_import_fleet_results, MPS, IMPORT_FLEET_RESULTS,
                      AdwNavigationPage)

void mps_import_fleet_results_show (MpsImportFleetResults *self, const MpsPrinterImport *import,
                                    MpsFleetFile *file);

G_END_DECLS
