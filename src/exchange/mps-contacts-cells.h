/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-records.h"
#include "mps-csv-reader.h"

G_BEGIN_DECLS

/* The cells of a row of a contacts file: how many there are, and what is wrong with them. */

typedef enum {
  MPS_CONTACTS_WHOLE,
  MPS_CONTACTS_UNCLOSED_QUOTE,
  MPS_CONTACTS_TOO_FEW_CELLS,
  MPS_CONTACTS_TOO_MANY_CELLS,
} MpsContactsShape;

GStrv mps_contacts_cells_dup (const MpsCsvRow *row, guint n_cells);
MpsContactsShape mps_contacts_cells_get_shape (const MpsCsvRow *row, guint n_columns);
GStrv mps_contacts_cells_dup_fitting (const char *const *cells, guint n_columns);
MpsContactRecord *mps_contacts_cells_check (const char *const *cells, MpsContactsShape shape,
                                            guint line, GPtrArray *problems);

G_END_DECLS
