/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/widgets/mps-row-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsContactsTable:
 *
 * The table of contacts and its order. It asks the widgets around it to edit
 * the contact that is activated or whose name is clicked (contacts.update, x),
 * and to delete the selected ones (contacts.delete); and the window to show
 * the printers of the one whose number is clicked (win.show-printers).
 */
#define MPS_TYPE_CONTACTS_TABLE (mps_contacts_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsTable, mps_contacts_table, MPS, CONTACTS_TABLE, AdwBin)

void mps_contacts_table_follow (MpsContactsTable *self, MpsRowSelection *selection);

G_END_DECLS
