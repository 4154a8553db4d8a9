/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mps-csv-writer.h"
#include "fleet/mps-printer-list.h"
#include "fleet/mps-progress.h"

G_BEGIN_DECLS

/* Exactly what a table shows: those columns, rows and that order. The headers
 * are those that an import understands, in the user's language. */
GBytes *mps_printers_export (MpsFleet *fleet, const guint32 *rows, guint n_rows,
                             const MpsPrinterColumn *columns, guint n_columns, MpsCsvFlags flags);
void mps_printers_export_async (MpsFleet *fleet, const guint32 *rows, guint n_rows,
                                const MpsPrinterColumn *columns, guint n_columns, MpsCsvFlags flags,
                                GFile *file, MpsProgress *progress, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean mps_printers_export_finish (GAsyncResult *result, guint *n_written, GError **error);

G_END_DECLS
