/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-printer.h"

G_BEGIN_DECLS

/**
 * MpsPrinterReader:
 *
 * Keeps what the store knows of one printer up to date. Main thread only.
 *
 * "changed": the details were read, or could not be.
 */
#define MPS_TYPE_PRINTER_READER (mps_printer_reader_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterReader, mps_printer_reader, MPS, PRINTER_READER, GObject)

MpsPrinterReader *mps_printer_reader_new (MpsStore *store, gint64 printer);
void mps_printer_reader_read (MpsPrinterReader *self);
void mps_printer_reader_stop (MpsPrinterReader *self);
const MpsPrinterDetails *mps_printer_reader_get_details (MpsPrinterReader *self);
const GError *mps_printer_reader_get_error (MpsPrinterReader *self);

G_END_DECLS
