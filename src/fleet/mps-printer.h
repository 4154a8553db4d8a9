/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-column.h"
#include "mps-row-list.h"

G_BEGIN_DECLS

/**
 * MpsPrinter:
 *
 * The printer at one position of a #MpsPrinterList. Properties, all readable
 * strings for people unless said otherwise: serial, model, ip-address,
 * host-name, location, asset-tag, firmware, organization, agent,
 * agent-version, average-pages (grouped digits, "" when unknown), contact
 * (the contact's name), managed (label), communication (label), status (the
 * label of the first status, or of how many), id (int64), row (uint).
 */
#define MPS_TYPE_PRINTER (mps_printer_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinter, mps_printer, MPS, PRINTER, MpsRow)

char *mps_printer_dup_text (MpsPrinter *self, MpsPrinterColumn column);
char *mps_printer_dup_whole_text (MpsPrinter *self, MpsPrinterColumn column);

G_END_DECLS
