/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-contact-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsContactFilter:
 *
 * The search entry and the choices of a company and a city above a list of
 * contacts, which all have to hold.
 *
 * "changed": after something else is searched for, whether or not that changed
 * the list.
 * "activate": Enter was pressed in the search entry.
 * "stop": the user is done with searching and wants to go on in the list.
 */
#define MPS_TYPE_CONTACT_FILTER (mps_contact_filter_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactFilter, mps_contact_filter, MPS, CONTACT_FILTER, GtkBox)

void mps_contact_filter_follow (MpsContactFilter *self, MpsContactList *list, GtkWidget *table);
gboolean mps_contact_filter_get_active (MpsContactFilter *self);
void mps_contact_filter_clear (MpsContactFilter *self);
void mps_contact_filter_clear_values (MpsContactFilter *self);

G_END_DECLS
