/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-job.h"

G_BEGIN_DECLS

/**
 * MpsPrinterRows:
 *
 * The table of printers, for finding and changing very many of them one after
 * the other: its statements stay prepared and at hand.
 */
typedef struct _MpsPrinterRows MpsPrinterRows;

MpsPrinterRows *mps_printer_rows_new (MpsJob *job, guint64 n_expected, GError **error);
void mps_printer_rows_free (MpsPrinterRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterRows, mps_printer_rows_free)

/* How many searches before its own a serial number is best expected. */
#define MPS_PRINTER_ROWS_AHEAD 16

guint mps_printer_rows_get_n_known (MpsPrinterRows *self);
void mps_printer_rows_expect (MpsPrinterRows *self, const char *serial);
gboolean mps_printer_rows_find (MpsPrinterRows *self, const char *serial,
                                const MpsPrinterRecord **found, GError **error);
gboolean mps_printer_rows_update (MpsPrinterRows *self, const MpsPrinterRecord *stored,
                                  const MpsPrinterRecord *printer, GError **error);

G_END_DECLS
