/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"

G_BEGIN_DECLS

/*
 * What the headers of all CSV files have in common: case, width and spaces do
 * not matter, and another separator than the comma is told by its name.
 */

char *mps_csv_header_fold (const char *header);
gboolean mps_csv_header_matches (const char *folded, const char *english, const char *japanese);
gboolean mps_csv_header_check_separator (const char *const *cells, guint n_cells, GError **error);
char *mps_csv_header_dup_list (const char *const *cells, guint n_cells);

G_END_DECLS
