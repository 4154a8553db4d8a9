/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-columns.h"

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-row-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPrintersTable:
 *
 * The table of printers, with the menu of what can be done with the selected
 * ones. It is ordered as its columns say.
 */
#define MPS_TYPE_PRINTERS_TABLE (mps_printers_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrintersTable, mps_printers_table, MPS, PRINTERS_TABLE, AdwBin)

void mps_printers_table_follow (MpsPrintersTable *self, MpsSession *session,
                                MpsRowSelection *selection);
MpsPrinterColumns *mps_printers_table_get_columns (MpsPrintersTable *self);
void mps_printers_table_set_context_menu (MpsPrintersTable *self, GMenuModel *menu);
void mps_printers_table_ask_for_serials (MpsPrintersTable *self);
void mps_printers_table_reveal (MpsPrintersTable *self, guint position);

G_END_DECLS
