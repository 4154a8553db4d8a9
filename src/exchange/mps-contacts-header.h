/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-records.h"

G_BEGIN_DECLS

/*
 * The header of a contacts file: all columns, in their order. Behind them may
 * stand those that mps_contacts_report_dup_rejected() adds, so that a file of
 * rejected rows can be corrected and imported again.
 */

#define MPS_N_REJECTED_COLUMNS 3

gboolean mps_contacts_header_check (const char *const *cells, guint n_cells, GError **error);
gboolean mps_contacts_header_is_japanese (const char *const *cells);
const char *mps_contacts_header_get_rejected_column (guint index, gboolean japanese);

G_END_DECLS
