/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-import.h"

G_BEGIN_DECLS

/**
 * MpsImportOutcome:
 *
 * The classes of the outcome of a contacts import, a row each. A row with
 * contacts in it opens its details as a page of the navigation view around it.
 */
#define MPS_TYPE_IMPORT_OUTCOME (mps_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportOutcome, mps_import_outcome, MPS, IMPORT_OUTCOME,
                      AdwPreferencesGroup)

void mps_import_outcome_set_report (MpsImportOutcome *self, const MpsContactsReport *report);

G_END_DECLS
