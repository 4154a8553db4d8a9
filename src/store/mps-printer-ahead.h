/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store-printers.h"

G_BEGIN_DECLS

/**
 * MpsPrinterAhead:
 *
 * Reads a large source on a thread of its own, some batches of rows ahead of the one
 * who takes them, so that reading a file and writing the database go on at the
 * same time. To the one who takes them it is as if the source was read row by
 * row: what is told of rows and problems is as of the row that was taken last.
 */
typedef struct _MpsPrinterAhead MpsPrinterAhead;

MpsPrinterAhead *mps_printer_ahead_new (MpsPrinterSource *source);
void mps_printer_ahead_free (MpsPrinterAhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterAhead, mps_printer_ahead_free)

const MpsPrinterRow *mps_printer_ahead_next (MpsPrinterAhead *self, GPtrArray *problems,
                                             GError **error);
const char *mps_printer_ahead_peek (MpsPrinterAhead *self, guint distance);
guint mps_printer_ahead_get_n_rows (MpsPrinterAhead *self);
void mps_printer_ahead_get_position (MpsPrinterAhead *self, guint64 *done, guint64 *total);

G_END_DECLS
