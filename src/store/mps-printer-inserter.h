/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-job.h"

G_BEGIN_DECLS

/**
 * MpsPrinterInserter:
 *
 * Writes new printers, however many, while they come in: some ten thousand at
 * a time, which another thread sorts by serial number before.
 */
typedef struct _MpsPrinterInserter MpsPrinterInserter;

MpsPrinterInserter *mps_printer_inserter_new (MpsJob *job, guint n_known);
void mps_printer_inserter_free (MpsPrinterInserter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterInserter, mps_printer_inserter_free)

gboolean mps_printer_inserter_add (MpsPrinterInserter *self, const MpsPrinterRecord *printer,
                                   GError **error);
gboolean mps_printer_inserter_finish (MpsPrinterInserter *self, GError **error);

G_END_DECLS
