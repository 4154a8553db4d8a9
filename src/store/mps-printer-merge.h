/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store-printers.h"

G_BEGIN_DECLS

gboolean mps_printer_merge_may_become (MpsManaged from, MpsManaged to);
void mps_printer_merge (MpsPrinterRecord *merged, const MpsPrinterRecord *stored,
                        const MpsPrinterRecord *row, MpsImportColumns columns);
gboolean mps_printer_merge_is_equal (const MpsPrinterRecord *a, const MpsPrinterRecord *b);

G_END_DECLS
