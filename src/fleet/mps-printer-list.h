/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-column.h"
#include "mps-printer-criteria.h"
#include "mps-row-list.h"

G_BEGIN_DECLS

/**
 * MpsPrinterList:
 *
 * Printers, of #MpsPrinter, filtered by organization and #MpsPrinterCriteria, and
 * sorted by a #MpsPrinterColumn.
 */
#define MPS_TYPE_PRINTER_LIST (mps_printer_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterList, mps_printer_list, MPS, PRINTER_LIST, MpsRowList)

void mps_printer_list_init_class (MpsRowListClass *klass);
MpsPrinterList *mps_printer_list_new (MpsFleet *fleet);
void mps_printer_list_set_criteria (MpsPrinterList *self, const MpsPrinterCriteria *criteria);

G_END_DECLS
