/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-job.h"
#include "mps-printer-rows.h"
#include "mps-store-printers.h"

G_BEGIN_DECLS

/**
 * MpsPrinterImporter:
 *
 * Takes the rows of a fleet list: what each of them makes of the printer that
 * there is, its agent and its organization.
 */
typedef struct _MpsPrinterImporter MpsPrinterImporter;

MpsPrinterImporter *mps_printer_importer_new (MpsJob *job, gint64 organization,
                                              MpsImportColumns columns, guint64 n_expected,
                                              MpsPrinterImport *result, GError **error);
void mps_printer_importer_free (MpsPrinterImporter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterImporter, mps_printer_importer_free)

void mps_printer_importer_expect (MpsPrinterImporter *self, const char *serial);
gboolean mps_printer_importer_take (MpsPrinterImporter *self, const MpsPrinterRow *row,
                                    GError **error);
gboolean mps_printer_importer_finish (MpsPrinterImporter *self, GError **error);

G_END_DECLS
