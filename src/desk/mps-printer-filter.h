/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-printer-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsPrinterFilter:
 *
 * The search entry and the choice of a status above a table of printers.
 *
 * "changed": after something else is searched for, whether or not that changed
 * the list.
 * "stop": the user is done with searching and wants to go on in the table.
 */
#define MPS_TYPE_PRINTER_FILTER (mps_printer_filter_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterFilter, mps_printer_filter, MPS, PRINTER_FILTER, GtkBox)

void mps_printer_filter_follow (MpsPrinterFilter *self, MpsPrinterList *list, GtkWidget *table);
gboolean mps_printer_filter_get_active (MpsPrinterFilter *self);
gboolean mps_printer_filter_clear_search (MpsPrinterFilter *self);
void mps_printer_filter_set_status (MpsPrinterFilter *self, int status);

G_END_DECLS
