/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-row.h"

G_BEGIN_DECLS

/**
 * MpsImportState:
 *
 * What becomes of a row of a contacts file, as a sign and a word.
 */
#define MPS_TYPE_IMPORT_STATE (mps_import_state_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportState, mps_import_state, MPS, IMPORT_STATE, AdwBin)

const char *mps_import_state_get_label (MpsContactsRow *row);
void mps_import_state_set_row (MpsImportState *self, MpsContactsRow *row);

G_END_DECLS
