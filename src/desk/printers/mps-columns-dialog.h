/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-columns.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsColumnsDialog:
 *
 * Which columns a table of printers shows, in which order, and by which the
 * printers are ordered: all that can be done at the table's header, for the
 * keyboard and for narrow windows. What is chosen is seen at once.
 */
#define MPS_TYPE_COLUMNS_DIALOG (mps_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsColumnsDialog, mps_columns_dialog, MPS, COLUMNS_DIALOG, AdwDialog)

AdwDialog *mps_columns_dialog_new (MpsPrinterColumns *columns);

G_END_DECLS
