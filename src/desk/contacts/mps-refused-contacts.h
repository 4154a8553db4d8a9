/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"
#include "store/mps-store-contacts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Contacts that are not deleted because they are assigned to printers, and the
 * way to these. @refused: (element-type MpsContactRefusal), not empty.
 */
AdwDialog *mps_refused_contacts_new_dialog (MpsFleet *fleet, GArray *refused, GtkWidget *widget);
void mps_refused_contacts_add_list (AdwAlertDialog *alert, MpsFleet *fleet, GArray *refused,
                                    GtkWidget *widget);

G_END_DECLS
