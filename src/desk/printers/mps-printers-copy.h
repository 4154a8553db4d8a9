/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "fleet/mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsPrintersCopy:
 * @MPS_PRINTERS_COPY_NAMES: serial number and model, a printer a line, a tab between
 * @MPS_PRINTERS_COPY_TEXT: the same with all statuses
 * @MPS_PRINTERS_COPY_CSV: the same as CSV, with a header
 */
typedef enum {
  MPS_PRINTERS_COPY_NAMES,
  MPS_PRINTERS_COPY_TEXT,
  MPS_PRINTERS_COPY_CSV,
} MpsPrintersCopy;

void mps_printers_copy (GtkWidget *widget, MpsFleet *fleet, MpsPrintersCopy form,
                        const guint32 *rows, guint n_rows);

G_END_DECLS
