/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-column.h"

G_BEGIN_DECLS

const char *mps_printer_keys_get_text (MpsFleet *fleet, MpsPrinterColumn column, guint32 row);
gboolean mps_printer_keys_get (MpsFleet *fleet, MpsPrinterColumn column, const guint32 *rows,
                               guint n_rows, guint64 *keys);
int mps_printer_keys_compare_texts (MpsFleet *fleet, MpsPrinterColumn column, guint32 a, guint32 b);
void mps_printer_keys_sort_by_serial (MpsFleet *fleet, guint32 *rows, guint n_rows);

G_END_DECLS
