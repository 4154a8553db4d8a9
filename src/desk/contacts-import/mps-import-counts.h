/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-file.h"

G_BEGIN_DECLS

/**
 * MpsImportCounts:
 *
 * How many rows of a contacts file are new, exist already, are invalid and
 * were left out.
 */
#define MPS_TYPE_IMPORT_COUNTS (mps_import_counts_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportCounts, mps_import_counts, MPS, IMPORT_COUNTS, AdwBin)

void mps_import_counts_show (MpsImportCounts *self, MpsContactsFile *file);

G_END_DECLS
