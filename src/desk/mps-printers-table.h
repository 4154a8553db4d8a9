/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-selection.h"
#include "mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPrintersTable:
 *
 * The table of printers: its columns, their choice and their order. Which
 * columns are shown is kept in the settings.
 */
#define MPS_TYPE_PRINTERS_TABLE (mps_printers_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrintersTable, mps_printers_table, MPS, PRINTERS_TABLE, AdwBin)

void mps_printers_table_follow (MpsPrintersTable *self, MpsSession *session,
                                MpsRowSelection *selection);
GActionGroup *mps_printers_table_get_column_actions (MpsPrintersTable *self);
GMenuModel *mps_printers_table_get_column_menu (MpsPrintersTable *self);
void mps_printers_table_set_context_menu (MpsPrintersTable *self, GMenuModel *menu);

G_END_DECLS
