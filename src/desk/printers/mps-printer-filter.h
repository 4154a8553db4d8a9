/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-printer-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPrinterFilter:
 *
 * The search entry and the choosers above a table of printers, and what else
 * it is narrowed by. Actions: filter.find (Ctrl+F), filter.any-contact,
 * filter.any-agent.
 *
 * "changed": after the table is narrowed by something else, whether or not that
 * changed the list.
 * "stop": the user is done with searching and wants to go on in the table.
 */
#define MPS_TYPE_PRINTER_FILTER (mps_printer_filter_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterFilter, mps_printer_filter, MPS, PRINTER_FILTER, AdwBin)

void mps_printer_filter_follow (MpsPrinterFilter *self, MpsPrinterList *list, GtkWidget *table);
void mps_printer_filter_set_criteria (MpsPrinterFilter *self, const MpsPrinterCriteria *criteria);
const MpsPrinterCriteria *mps_printer_filter_get_criteria (MpsPrinterFilter *self);
gboolean mps_printer_filter_clear_search (MpsPrinterFilter *self);

G_END_DECLS
