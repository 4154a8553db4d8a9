/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-printers.h"

G_BEGIN_DECLS

/**
 * MpsFleetFile:
 *
 * A fleet list, CSV or JSON, as a #MpsPrinterSource: decodes, splits and
 * checks it row by row (source: files.md "Fleet list"). Which of the two it is
 * is told by its first character, not by its name.
 */
#define MPS_TYPE_FLEET_FILE (mps_fleet_file_get_type ())
G_DECLARE_FINAL_TYPE (MpsFleetFile, mps_fleet_file, MPS, FLEET_FILE, GObject)

MpsFleetFile *mps_fleet_file_new (GFile *file, const char *encoding);

/* After the import: headers that were not understood, in file order, and the encoding. */
const char *const *mps_fleet_file_get_ignored_columns (MpsFleetFile *self);
const char *mps_fleet_file_get_encoding (MpsFleetFile *self);

G_END_DECLS
