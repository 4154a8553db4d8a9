/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet-cell.h"

G_BEGIN_DECLS

/**
 * MpsFleetRow:
 * @row: what was checked; its texts are those of the cells or in @made, and not to be freed
 * @made: (element-type utf8): what had to be changed
 *
 * A row that is complete only if it was found good.
 */
typedef struct {
  MpsPrinterRow row;
  GPtrArray *made;
} MpsFleetRow;

void mps_fleet_row_init (MpsFleetRow *self);
void mps_fleet_row_clear (MpsFleetRow *self);
gboolean mps_fleet_row_check (MpsFleetRow *self, const MpsFleetCells *cells, GPtrArray *problems);

G_END_DECLS
