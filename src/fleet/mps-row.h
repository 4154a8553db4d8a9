/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsRow:
 *
 * What is at one position of a list: it shows whichever row stands there, and
 * notifies all of its properties when that changes. Whoever wants to keep a
 * printer or contact takes its id. Properties: id (int64), row (uint); 0 and
 * %MPS_NO_ROW when the list has become too short for the position.
 */
#define MPS_TYPE_ROW (mps_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpsRow, mps_row, MPS, ROW, GObject)

struct _MpsRowClass {
  GObjectClass parent_class;

  /* The id of what stands in @row, or 0 when nothing does. */
  gint64 (*get_id) (MpsFleet *fleet, guint32 row);
  /* Notifies every property of the subclass. */
  void (*refresh) (MpsRow *self);
};

MpsFleet *mps_row_get_fleet (MpsRow *self);
guint32 mps_row_get_row (MpsRow *self);

/* For the list: first all rows are put where they stand, then they are refreshed. */
void mps_row_set (MpsRow *self, MpsFleet *fleet, guint32 row);
void mps_row_refresh (MpsRow *self);

G_END_DECLS
