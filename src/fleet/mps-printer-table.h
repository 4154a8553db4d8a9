/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-dictionary.h"
#include "mps-ids.h"
#include "mps-match.h"
#include "mps-records.h"
#include "mps-serial-index.h"

G_BEGIN_DECLS

/* The texts that are a printer's own; those that many share are in dictionaries. */
typedef enum {
  MPS_PRINTER_TEXT_SERIAL,
  MPS_PRINTER_TEXT_IP_ADDRESS,
  MPS_PRINTER_TEXT_HOST_NAME,
  MPS_PRINTER_TEXT_ASSET_TAG,
} MpsPrinterText;

#define MPS_N_PRINTER_TEXTS 4

/**
 * MpsPrinterTable:
 *
 * The printers in columns, by row, ids ascending. Of a dead row only the id
 * is of any account.
 */
typedef struct {
  guint n_rows;
  guint n_allocated;
  guint n_alive;
  gint64 *id;
  gint64 *contact;
  guint32 *organization;
  guint32 *agent;
  guint32 *model;
  guint32 *location;
  guint32 *firmware;
  gint32 *average_pages;
  guint8 *managed;
  guint8 *communicating;
  guint8 *alive;
  MpsStatusMask *mask;
  MpsTextBlocks texts;
  MpsIdNumbers organizations;
  MpsIdNumbers agents;
  MpsDictionary models;
  MpsDictionary locations;
  MpsDictionary firmwares;
  MpsSerialIndex serials;
} MpsPrinterTable;

void mps_printer_table_init (MpsPrinterTable *self);
void mps_printer_table_clear (MpsPrinterTable *self);
guint32 mps_printer_table_find (const MpsPrinterTable *self, gint64 id);
guint32 mps_printer_table_append (MpsPrinterTable *self, const MpsPrinterRecord *record);
void mps_printer_table_update (MpsPrinterTable *self, guint32 row, const MpsPrinterRecord *record);
void mps_printer_table_remove (MpsPrinterTable *self, guint32 row);
MpsMatch *mps_printer_table_match (MpsPrinterTable *self, const MpsSearch *search);

G_END_DECLS
