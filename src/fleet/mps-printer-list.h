/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-column.h"
#include "mps-row-list.h"

G_BEGIN_DECLS

/* Any status. */
#define MPS_PRINTER_LIST_ANY_STATUS (-1)

/**
 * MpsPrinterList:
 *
 * Printers, of #MpsPrinter, filtered by organization, status and search, and
 * sorted by a #MpsPrinterColumn. Property: status (int), one of #MpsStatus or
 * %MPS_PRINTER_LIST_ANY_STATUS.
 */
#define MPS_TYPE_PRINTER_LIST (mps_printer_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterList, mps_printer_list, MPS, PRINTER_LIST, MpsRowList)

MpsPrinterList *mps_printer_list_new (MpsFleet *fleet);
void mps_printer_list_set_status (MpsPrinterList *self, int status);

G_END_DECLS
