/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsBreakdown:
 *
 * How many of some printers have each status, and which: a counting sort of
 * their masks. A printer with two reasons counts in both.
 */
typedef struct _MpsBreakdown MpsBreakdown;

MpsBreakdown *mps_breakdown_new (MpsFleet *fleet, const guint32 *rows, guint n_rows);
void mps_breakdown_free (MpsBreakdown *self);
guint mps_breakdown_get_n_selected (MpsBreakdown *self);
guint mps_breakdown_get_count (MpsBreakdown *self, MpsStatus status);
const guint32 *mps_breakdown_get_rows (MpsBreakdown *self, MpsStatus status);
void mps_breakdown_sort_by_serial (MpsBreakdown *self, MpsFleet *fleet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsBreakdown, mps_breakdown_free)

G_END_DECLS
