/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-printer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsPrinterCell:
 *
 * What one column of a table shows of one printer. A jump in a large table
 * fills more than a thousand of these before the next frame, so that they are
 * made and filled without a template and without expressions.
 */
#define MPS_TYPE_PRINTER_CELL (mps_printer_cell_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterCell, mps_printer_cell, MPS, PRINTER_CELL, GtkWidget)

GtkColumnViewColumn *mps_printer_cell_column_new (MpsPrinterColumn column);

G_END_DECLS
