/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsPrinterColumns:
 *
 * The columns of a table of printers: which are shown, in which order and how
 * wide, and by which the printers are ordered. Whoever is at the table changes
 * that by dragging and clicking, from the menu of a header, and with the
 * keyboard in the dialog of columns.
 *
 * Actions, to be inserted as “columns”: one of each optional column's id
 * (boolean), move-left (s), move-right (s): the id of a column.
 *
 * "changed": after the layout is another one, whoever changed it.
 */
#define MPS_TYPE_PRINTER_COLUMNS (mps_printer_columns_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterColumns, mps_printer_columns, MPS, PRINTER_COLUMNS, GObject)

MpsPrinterColumns *mps_printer_columns_new (GtkColumnView *view);
GActionGroup *mps_printer_columns_get_actions (MpsPrinterColumns *self);
GtkColumnViewColumn *mps_printer_columns_find (MpsPrinterColumns *self, MpsPrinterColumn column);
void mps_printer_columns_get_layout (MpsPrinterColumns *self, MpsPrinterLayout *layout);
void mps_printer_columns_set_layout (MpsPrinterColumns *self, const MpsPrinterLayout *layout);
guint mps_printer_columns_get_shown (MpsPrinterColumns *self,
                                     MpsPrinterColumn shown[MPS_N_PRINTER_COLUMNS]);
gboolean mps_printer_columns_move (MpsPrinterColumns *self, MpsPrinterColumn column, int by);

G_END_DECLS
