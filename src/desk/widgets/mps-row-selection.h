/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsRowSelection:
 *
 * The selected printers of an #MpsPrinterList or contacts of an
 * #MpsContactList: a set of them, not of positions, so that it follows them
 * through sorting, filtering, change and reload. One that the filter hides
 * stays selected until another choice is made; one that is removed leaves the
 * set.
 *
 * "changed": after the set holds others. Main thread only.
 */
#define MPS_TYPE_ROW_SELECTION (mps_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (MpsRowSelection, mps_row_selection, MPS, ROW_SELECTION, GObject)

MpsRowSelection *mps_row_selection_new (MpsRowList *list);
MpsRowList *mps_row_selection_get_list (MpsRowSelection *self);
guint mps_row_selection_get_n_selected (MpsRowSelection *self);
guint mps_row_selection_count_shown (MpsRowSelection *self);
guint32 *mps_row_selection_dup_rows (MpsRowSelection *self, guint *n_rows);
const gint64 *mps_row_selection_get_ids (MpsRowSelection *self, gsize *n_ids);
void mps_row_selection_select_ids (MpsRowSelection *self, const gint64 *ids, guint n_ids);
void mps_row_selection_clear (MpsRowSelection *self);

G_END_DECLS
