/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What spreadsheets make of cells, and how it is undone. */

gboolean mps_csv_cell_is_formula (const char *text);
gboolean mps_csv_cell_is_constant (const char *text);
char *mps_csv_cell_dup_safe (const char *text);
char *mps_csv_cell_dup_text (const char *cell);
void mps_csv_cell_append_pasted (GString *line, const char *text);
void mps_csv_cell_append_pasted_row (GString *text, const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
