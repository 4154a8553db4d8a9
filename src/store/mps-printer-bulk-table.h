/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"
#include "mps-printer-bulk.h"

G_BEGIN_DECLS

/* What the table is called as long as it is there, and the columns that it has for those of
 * printers. A new printer has no contact: that column is there to be asked for, and always NULL. */
#define MPS_PRINTER_BULK_TABLE "bulk"
#define MPS_PRINTER_BULK_COLUMNS                                                                   \
  "serial, model, ip_address, host_name, location, asset_tag, firmware, organization, agent, "     \
  "average_pages, managed, communicating, reported"

gboolean mps_printer_bulk_offer (MpsPrinterBulk *printers, MpsConnection *connection,
                                 GError **error);
void mps_printer_bulk_withdraw (MpsConnection *connection);

G_END_DECLS
