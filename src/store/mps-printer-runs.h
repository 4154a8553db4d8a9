/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-bulk.h"

G_BEGIN_DECLS

/**
 * MpsPrinterRuns:
 *
 * Very many printers that are read back in the order of their serial numbers.
 * They are sorted while they come in, some ten thousand at a time, so that
 * little is left to do at the end, and what is read back lies one after the
 * other in memory.
 */
typedef struct _MpsPrinterRuns MpsPrinterRuns;

MpsPrinterRuns *mps_printer_runs_new (void);
void mps_printer_runs_free (MpsPrinterRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterRuns, mps_printer_runs_free)

void mps_printer_runs_add (MpsPrinterRuns *self, const MpsPrinterRecord *printer);
guint mps_printer_runs_get_length (MpsPrinterRuns *self);

void mps_printer_runs_sort (MpsPrinterRuns *self);
const MpsBulkPrinter *mps_printer_runs_first (MpsPrinterRuns *self);
const MpsBulkPrinter *mps_printer_runs_next (MpsPrinterRuns *self);

G_END_DECLS
