/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet-cell.h"

G_BEGIN_DECLS

/**
 * MpsFleetSerials:
 *
 * The serial numbers that a fleet list has had so far.
 */
typedef struct _MpsFleetSerials MpsFleetSerials;

MpsFleetSerials *mps_fleet_serials_new (void);
void mps_fleet_serials_free (MpsFleetSerials *self);

void mps_fleet_serials_expect (MpsFleetSerials *self, const char *serial);
gboolean mps_fleet_serials_take (MpsFleetSerials *self, const char *serial,
                                 const MpsFleetCells *cells, GPtrArray *problems);

G_END_DECLS
