/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"
#include "mps-printer-runs.h"

G_BEGIN_DECLS

/* What the table is called as long as it is there, and its columns, which are those of printers. */
#define MPS_PRINTER_BULK_TABLE "bulk"
#define MPS_PRINTER_BULK_COLUMNS                                                                   \
  "serial, model, ip_address, host_name, location, asset_tag, firmware, organization, agent, "     \
  "average_pages, managed, communicating, reported"

/**
 * MpsBulkNotify:
 * @n_read: how many printers were read
 *
 * Told now and then while the table is read.
 */
typedef void (*MpsBulkNotify) (guint n_read, gpointer user_data);

gboolean mps_printer_bulk_offer (MpsPrinterRuns *printers, MpsConnection *connection,
                                 MpsBulkNotify notify, gpointer user_data, GError **error);
void mps_printer_bulk_withdraw (MpsConnection *connection);

G_END_DECLS
