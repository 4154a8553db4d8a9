/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-columns.h"
#include "mps-row-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsExportDialog:
 *
 * Saves what a table of printers shows as CSV: its printers or the selected
 * ones, its columns and its order.
 */
#define MPS_TYPE_EXPORT_DIALOG (mps_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsExportDialog, mps_export_dialog, MPS, EXPORT_DIALOG, AdwDialog)

AdwDialog *mps_export_dialog_new (MpsRowSelection *selection, MpsPrinterColumns *columns);
void mps_export_dialog_save (MpsExportDialog *self, GFile *file);

G_END_DECLS
