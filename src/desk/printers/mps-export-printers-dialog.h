/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-columns.h"
#include "desk/widgets/mps-row-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsExportPrintersDialog:
 *
 * Saves what a table of printers shows as CSV: its printers or the selected
 * ones, its columns and its order.
 */
#define MPS_TYPE_EXPORT_PRINTERS_DIALOG (mps_export_printers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsExportPrintersDialog, mps_export_printers_dialog, MPS,
                      EXPORT_PRINTERS_DIALOG, AdwDialog)

AdwDialog *mps_export_printers_dialog_new (MpsRowSelection *selection, MpsPrinterColumns *columns);
void mps_export_printers_dialog_save (MpsExportPrintersDialog *self, GFile *file);

G_END_DECLS
