/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-records.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MpsContactsRowStatus:
 * @MPS_CONTACTS_ROW_INVALID: something in it is wrong
 * @MPS_CONTACTS_ROW_NEW: an import adds it
 * @MPS_CONTACTS_ROW_EXISTS: the last check or import found that its contact exists already
 * @MPS_CONTACTS_ROW_IMPORTED: an import added it
 * @MPS_CONTACTS_ROW_EXCLUDED: the user leaves it out
 *
 * What becomes of a row.
 */
typedef enum {
  MPS_CONTACTS_ROW_INVALID,
  MPS_CONTACTS_ROW_NEW,
  MPS_CONTACTS_ROW_EXISTS,
  MPS_CONTACTS_ROW_IMPORTED,
  MPS_CONTACTS_ROW_EXCLUDED,
} MpsContactsRowStatus;

#define MPS_N_CONTACTS_ROW_STATUSES (MPS_CONTACTS_ROW_EXCLUDED + 1)

/**
 * MpsContactsRow:
 *
 * A row of a contacts file: its cells as they stand in the file or were
 * corrected since, and what is wrong with them. It is changed through its
 * #MpsContactsFile, and says so by ::changed.
 */
#define MPS_TYPE_CONTACTS_ROW (mps_contacts_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsRow, mps_contacts_row, MPS, CONTACTS_ROW, GObject)

guint mps_contacts_row_get_line (MpsContactsRow *self);
const char *const *mps_contacts_row_get_cells (MpsContactsRow *self);
const char *mps_contacts_row_get_cell (MpsContactsRow *self, guint column);
gboolean mps_contacts_row_is_edited (MpsContactsRow *self);
const MpsContactRecord *mps_contacts_row_get_contact (MpsContactsRow *self);
MpsContactsRowStatus mps_contacts_row_get_status (MpsContactsRow *self);
GPtrArray *mps_contacts_row_get_problems (MpsContactsRow *self);
const MpsProblem *mps_contacts_row_get_problem (MpsContactsRow *self, MpsContactField field);
const MpsProblem *mps_contacts_row_get_shape_problem (MpsContactsRow *self);

G_END_DECLS
