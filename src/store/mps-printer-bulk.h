/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

G_BEGIN_DECLS

/**
 * MpsBulkText:
 *
 * The texts of a printer.
 */
typedef enum {
  MPS_BULK_SERIAL,
  MPS_BULK_MODEL,
  MPS_BULK_IP_ADDRESS,
  MPS_BULK_HOST_NAME,
  MPS_BULK_LOCATION,
  MPS_BULK_ASSET_TAG,
  MPS_BULK_FIRMWARE,
} MpsBulkText;

#define MPS_N_BULK_TEXTS 7

/**
 * MpsBulkPrinter:
 * @lengths: of each of the texts, in bytes
 * @texts: one after the other, each with a nul behind it
 *
 * A printer, among very many, in one piece. A new one has no contact yet, and
 * no id.
 */
typedef struct {
  gint64 id;
  gint64 organization;
  gint64 contact;
  gint64 agent;
  gint32 average_pages;
  guint32 lengths[MPS_N_BULK_TEXTS];
  guint8 managed;
  guint8 communicating;
  char texts[];
} MpsBulkPrinter;

/**
 * MpsPrinterBulk:
 *
 * Very many printers, to be written all at once or to be compared with a list.
 * They take the room of their texts and 80 bytes each.
 */
typedef struct _MpsPrinterBulk MpsPrinterBulk;

MpsPrinterBulk *mps_printer_bulk_new (void);
void mps_printer_bulk_free (MpsPrinterBulk *self);

void mps_printer_bulk_add (MpsPrinterBulk *self, const MpsPrinterRecord *printer);
void mps_printer_bulk_append (MpsPrinterBulk *self, MpsPrinterBulk *other);
void mps_printer_bulk_sort (MpsPrinterBulk *self);
guint mps_printer_bulk_get_length (MpsPrinterBulk *self);
const MpsBulkPrinter *mps_printer_bulk_get (MpsPrinterBulk *self, guint place);
void mps_printer_bulk_expect (MpsPrinterBulk *self, guint place);
void mps_printer_bulk_borrow (MpsPrinterBulk *self, guint place, MpsPrinterRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterBulk, mps_printer_bulk_free)

G_END_DECLS
