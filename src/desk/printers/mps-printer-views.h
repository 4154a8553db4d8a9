/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsPrinterViews:
 *
 * The views of the printers: first those that are built in, then the user's,
 * which are kept in the settings and shared by all windows. Main thread only.
 *
 * "changed": after there are others, or one has changed, here or elsewhere.
 */
#define MPS_TYPE_PRINTER_VIEWS (mps_printer_views_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterViews, mps_printer_views, MPS, PRINTER_VIEWS, GObject)

MpsPrinterViews *mps_printer_views_new (const char *database);
guint mps_printer_views_get_n (MpsPrinterViews *self);
const MpsPrinterView *mps_printer_views_get (MpsPrinterViews *self, guint position);
const MpsPrinterView *mps_printer_views_find (MpsPrinterViews *self, const char *id);
guint mps_printer_views_get_n_damaged (MpsPrinterViews *self);
const char *mps_printer_views_check_name (MpsPrinterViews *self, const char *name, const char *id);
void mps_printer_views_save (MpsPrinterViews *self, const MpsPrinterView *view);
void mps_printer_views_remove (MpsPrinterViews *self, const char *id);

G_END_DECLS
