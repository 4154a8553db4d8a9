/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-printer-criteria.h"

#include "mps-printer-layout.h"

G_BEGIN_DECLS

/* How many characters the name of a view has at most. */
#define MPS_MAX_VIEW_NAME 64

/**
 * MpsPrinterView:
 * @id: what settings know it by
 * @name: what people know it by
 * @database: (nullable): the database file that it is for; %NULL for any. One that is narrowed to
 *   a contact or agent is for the database where those are.
 * @is_built_in: whether it is always there and never changes
 * @layout: the columns and the order
 * @criteria: by what the printers are narrowed
 *
 * A way of looking at the printers that has a name.
 */
typedef struct {
  char *id;
  char *name;
  char *database;
  gboolean is_built_in;
  MpsPrinterLayout layout;
  MpsPrinterCriteria *criteria;
} MpsPrinterView;

MpsPrinterView *mps_printer_view_new (const char *name);
MpsPrinterView *mps_printer_view_new_standard (void);
MpsPrinterView *mps_printer_view_new_managed (void);
MpsPrinterView *mps_printer_view_copy (const MpsPrinterView *self);
void mps_printer_view_free (MpsPrinterView *self);
void mps_printer_view_set (MpsPrinterView *self, const char *database,
                           const MpsPrinterLayout *layout, const MpsPrinterCriteria *criteria);
gboolean mps_printer_view_shows (const MpsPrinterView *self, const MpsPrinterLayout *layout,
                                 const MpsPrinterCriteria *criteria);
GVariant *mps_printer_view_to_variant (const MpsPrinterView *self);
MpsPrinterView *mps_printer_view_from_variant (GVariant *variant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterView, mps_printer_view_free)

G_END_DECLS
