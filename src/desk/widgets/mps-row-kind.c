/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-kind.h"

const MpsRowKind mps_row_kind_printers
    = { "printers-changed", mps_fleet_find_printer, mps_fleet_get_id, mps_fleet_is_alive };
const MpsRowKind mps_row_kind_contacts = { "contacts-changed", mps_fleet_find_contact,
                                           mps_fleet_get_contact_id, mps_fleet_is_contact_alive };

/**
 * mps_row_kind_get_ids:
 * @kind: what the rows stand for
 * @fleet: a fleet
 * @rows: some of its rows
 * @ids: (element-type gint64): takes the id of each, in place of what was in it
 */
void
mps_row_kind_get_ids (const MpsRowKind *kind, MpsFleet *fleet, const MpsRowSet *rows, GArray *ids)
{
  g_autofree guint32 *ascending = g_new (guint32, rows->n_rows);
  const guint n_rows = mps_row_set_get_rows (rows, ascending);

  g_array_set_size (ids, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (ids, gint64, i) = kind->get_id (fleet, ascending[i]);
}

/**
 * mps_row_kind_find:
 * @kind: what the ids are of
 * @fleet: a fleet
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 *
 * A reload may number the rows anew, so they are found again by their ids.
 *
 * Returns: the rows of those that are in @fleet
 */
MpsRowSet
mps_row_kind_find (const MpsRowKind *kind, MpsFleet *fleet, const gint64 *ids, guint n_ids)
{
  MpsRowSet rows = {};

  for (guint i = 0; i < n_ids; i++)
    {
      const guint32 row = kind->find (fleet, ids[i]);

      if (row != MPS_NO_ROW)
        mps_row_set_add (&rows, row);
    }
  return rows;
}
