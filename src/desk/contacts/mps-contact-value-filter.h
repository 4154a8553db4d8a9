/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-contact-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsContactValueFilter:
 *
 * Chooses the one company or city to show contacts of, from a list that is
 * searched, and says which one it is.
 *
 * Property: text (string, nullable): what is chosen, %NULL for anything.
 */
#define MPS_TYPE_CONTACT_VALUE_FILTER (mps_contact_value_filter_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactValueFilter, mps_contact_value_filter, MPS, CONTACT_VALUE_FILTER,
                      GtkBox)

void mps_contact_value_filter_follow (MpsContactValueFilter *self, MpsContactList *list,
                                      MpsContactField field);
void mps_contact_value_filter_set_other (MpsContactValueFilter *self, const char *other);
void mps_contact_value_filter_set_text (MpsContactValueFilter *self, const char *text);
const char *mps_contact_value_filter_get_text (MpsContactValueFilter *self);

G_END_DECLS
