/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"
#include "fleet/mps-row-set.h"

G_BEGIN_DECLS

/**
 * MpsRowKind:
 * @changed_signal: what the fleet tells of changes
 * @find: the row of an id
 * @get_id: the id of a row
 * @is_alive: whether there is still something in a row
 *
 * How a fleet keeps what rows stand for: printers or contacts.
 */
typedef struct {
  const char *changed_signal;
  guint32 (*find) (MpsFleet *fleet, gint64 id);
  gint64 (*get_id) (MpsFleet *fleet, guint32 row);
  gboolean (*is_alive) (MpsFleet *fleet, guint32 row);
} MpsRowKind;

extern const MpsRowKind mps_row_kind_printers;
extern const MpsRowKind mps_row_kind_contacts;

void mps_row_kind_get_ids (const MpsRowKind *kind, MpsFleet *fleet, const MpsRowSet *rows,
                           GArray *ids);
MpsRowSet mps_row_kind_find (const MpsRowKind *kind, MpsFleet *fleet, const gint64 *ids,
                             guint n_ids);

G_END_DECLS
