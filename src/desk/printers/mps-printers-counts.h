/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/widgets/mps-row-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsPrintersCounts:
 *
 * How many printers a table shows, how many are selected, and how many of those
 * its filter hides.
 */
#define MPS_TYPE_PRINTERS_COUNTS (mps_printers_counts_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrintersCounts, mps_printers_counts, MPS, PRINTERS_COUNTS, GtkBox)

void mps_printers_counts_follow (MpsPrintersCounts *self, MpsRowSelection *selection);

G_END_DECLS
