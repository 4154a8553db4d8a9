/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-printer-column.h"

G_BEGIN_DECLS

/* A column that is as wide as its texts want it. */
#define MPS_NATURAL_WIDTH (-1)

/**
 * MpsPrinterLayout:
 * @order: all columns, from left to right
 * @visible: by column; the serial number always is, and whether the
 *   organization is follows from what is looked at, not from this
 * @widths: by column, in pixels, or %MPS_NATURAL_WIDTH
 * @sort_column: by what the printers are ordered
 * @descending: the highest first
 *
 * How a table of printers is laid out. It may be copied by assignment.
 */
typedef struct {
  MpsPrinterColumn order[MPS_N_PRINTER_COLUMNS];
  gboolean visible[MPS_N_PRINTER_COLUMNS];
  int widths[MPS_N_PRINTER_COLUMNS];
  MpsPrinterColumn sort_column;
  gboolean descending;
} MpsPrinterLayout;

void mps_printer_layout_init (MpsPrinterLayout *self, const MpsPrinterColumn *visible,
                              guint n_visible);
gboolean mps_printer_layout_equal (const MpsPrinterLayout *self, const MpsPrinterLayout *other);
gboolean mps_printer_layout_is_optional (MpsPrinterColumn column);
GVariant *mps_printer_layout_columns_to_variant (const MpsPrinterLayout *self);
gboolean mps_printer_layout_take_columns (MpsPrinterLayout *self, GVariant *columns);
GVariant *mps_printer_layout_sort_to_variant (const MpsPrinterLayout *self);
gboolean mps_printer_layout_take_sort (MpsPrinterLayout *self, GVariant *sort);

G_END_DECLS
