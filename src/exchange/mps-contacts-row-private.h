/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contacts-row.h"
#include "mps-csv-reader.h"

G_BEGIN_DECLS

/* How rows come to be and change; only for the contacts file and what works on it. */

MpsContactsRow *mps_contacts_row_new (const MpsCsvRow *row, guint n_columns);
gboolean mps_contacts_row_set_cells (MpsContactsRow *self, const char *const *cells);
gboolean mps_contacts_row_get_excluded (MpsContactsRow *self);
gboolean mps_contacts_row_set_excluded (MpsContactsRow *self, gboolean excluded);

/*
 * What a check or import found. A row that an import has told of is settled: the next one
 * leaves it out. The revision counts the changes, so that what a check found out about the
 * cells before is not said of those after.
 */
guint mps_contacts_row_get_revision (MpsContactsRow *self);
gboolean mps_contacts_row_is_settled (MpsContactsRow *self);
void mps_contacts_row_set_outcome (MpsContactsRow *self, gboolean exists, gboolean settled);

G_END_DECLS
