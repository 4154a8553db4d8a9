/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-printers.h"

G_BEGIN_DECLS

/**
 * MpsFleetColumn:
 *
 * The columns of a fleet list (source: files.md "Fleet list").
 */
typedef enum {
  MPS_FLEET_SERIAL,
  MPS_FLEET_MODEL,
  MPS_FLEET_ORGANIZATION,
  MPS_FLEET_IP_ADDRESS,
  MPS_FLEET_HOST_NAME,
  MPS_FLEET_LOCATION,
  MPS_FLEET_ASSET_TAG,
  MPS_FLEET_FIRMWARE,
  MPS_FLEET_AVERAGE_PAGES,
  MPS_FLEET_MANAGED,
  MPS_FLEET_AGENT,
  MPS_FLEET_AGENT_KIND,
  MPS_FLEET_AGENT_VERSION,
  MPS_FLEET_COMMUNICATION,
} MpsFleetColumn;

#define MPS_N_FLEET_COLUMNS 14

/* The name in JSON, the headers of files, and what it is to an import; 0 for the required ones. */
const char *mps_fleet_column_get_id (MpsFleetColumn column);
const char *mps_fleet_column_get_header (MpsFleetColumn column);
MpsImportColumns mps_fleet_column_get_flag (MpsFleetColumn column);
int mps_fleet_column_from_id (const char *id);

/**
 * MpsFleetHeader:
 * @places: which cell of a row each column is, or -1
 * @n_cells: how many cells a row has
 * @columns: which optional columns there are
 * @ignored: (array zero-terminated=1): headers that were not understood, in file order
 *
 * How the header of a fleet list reads.
 */
typedef struct {
  int places[MPS_N_FLEET_COLUMNS];
  guint n_cells;
  MpsImportColumns columns;
  GStrv ignored;
} MpsFleetHeader;

gboolean mps_fleet_header_read (MpsFleetHeader *header, const char *const *cells, guint n_cells,
                                GError **error);
void mps_fleet_header_clear (MpsFleetHeader *header);

G_END_DECLS
