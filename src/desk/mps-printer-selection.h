/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsPrinterSelection:
 *
 * The selected printers of a list: a set of printers, not of positions, so
 * that it follows them through sorting, filtering, change and reload. A
 * selected printer that the filter hides stays selected until another choice
 * is made; one that is removed leaves the set.
 *
 * "changed": after the set holds other printers. Main thread only.
 */
#define MPS_TYPE_PRINTER_SELECTION (mps_printer_selection_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterSelection, mps_printer_selection, MPS, PRINTER_SELECTION, GObject)

MpsPrinterSelection *mps_printer_selection_new (MpsRowList *list);
MpsRowList *mps_printer_selection_get_list (MpsPrinterSelection *self);
guint mps_printer_selection_get_n_selected (MpsPrinterSelection *self);
guint mps_printer_selection_count_shown (MpsPrinterSelection *self);
guint32 *mps_printer_selection_dup_rows (MpsPrinterSelection *self, guint *n_rows);
const gint64 *mps_printer_selection_get_ids (MpsPrinterSelection *self, gsize *n_ids);
void mps_printer_selection_clear (MpsPrinterSelection *self);

G_END_DECLS
