/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet-row.h"

G_BEGIN_DECLS

/**
 * MpsFleetJson:
 *
 * A fleet list in JSON: a list of objects with the names of PRINTER, or what
 * `mpsctl printers list --json` prints.
 */
typedef struct _MpsFleetJson MpsFleetJson;

MpsFleetJson *mps_fleet_json_new (const char *text, gsize length, GError **error);
void mps_fleet_json_free (MpsFleetJson *self);
MpsImportColumns mps_fleet_json_get_columns (MpsFleetJson *self);
GStrv mps_fleet_json_dup_ignored (MpsFleetJson *self);
const MpsFleetCells *mps_fleet_json_next (MpsFleetJson *self, GPtrArray *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsFleetJson, mps_fleet_json_free)

G_END_DECLS
