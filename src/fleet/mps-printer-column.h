/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"

G_BEGIN_DECLS

typedef enum {
  MPS_PRINTER_COLUMN_SERIAL,
  MPS_PRINTER_COLUMN_MODEL,
  MPS_PRINTER_COLUMN_IP_ADDRESS,
  MPS_PRINTER_COLUMN_HOST_NAME,
  MPS_PRINTER_COLUMN_LOCATION,
  MPS_PRINTER_COLUMN_ASSET_TAG,
  MPS_PRINTER_COLUMN_FIRMWARE,
  MPS_PRINTER_COLUMN_ORGANIZATION,
  MPS_PRINTER_COLUMN_AGENT,
  MPS_PRINTER_COLUMN_AGENT_VERSION,
  MPS_PRINTER_COLUMN_AVERAGE_PAGES,
  MPS_PRINTER_COLUMN_CONTACT,
  MPS_PRINTER_COLUMN_MANAGED,
  MPS_PRINTER_COLUMN_COMMUNICATION,
  MPS_PRINTER_COLUMN_STATUS,
} MpsPrinterColumn;

#define MPS_N_PRINTER_COLUMNS 15

const char *mps_printer_column_get_id (MpsPrinterColumn column);
const char *mps_printer_column_get_label (MpsPrinterColumn column);
int mps_printer_column_from_id (const char *id);
char *mps_printer_column_dup_text (MpsPrinterColumn column, MpsFleet *fleet, guint32 row);
char *mps_printer_column_dup_whole_text (MpsPrinterColumn column, MpsFleet *fleet, guint32 row);

G_END_DECLS
