/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet-columns.h"

G_BEGIN_DECLS

/**
 * MpsFleetCells:
 * @line: the line of the file, from 1
 * @path: (nullable): the JSON path of the printer, for messages
 * @texts: by column; %NULL where the file does not have it
 *
 * What a fleet list says about one printer, not yet checked.
 */
typedef struct {
  guint line;
  const char *path;
  const char *texts[MPS_N_FLEET_COLUMNS];
} MpsFleetCells;

gboolean mps_fleet_row_check (MpsPrinterRow *row, const MpsFleetCells *cells, GPtrArray *problems);
char *mps_fleet_row_dup_column (const MpsFleetCells *cells, MpsFleetColumn column);
void mps_fleet_row_clear (MpsPrinterRow *row);

G_END_DECLS
