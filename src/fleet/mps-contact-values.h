/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-list.h"

G_BEGIN_DECLS

/**
 * MpsContactValues:
 *
 * What is written in one field of an organization's contacts, each text once,
 * in the order of the user's language: the companies or cities to choose from,
 * of #MpsContactValue. Searched as any #MpsRowList. It follows the fleet.
 *
 * Property: loading, while the order is made, on a thread of its own; the list
 * is empty at first.
 */
#define MPS_TYPE_CONTACT_VALUES (mps_contact_values_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactValues, mps_contact_values, MPS, CONTACT_VALUES, MpsRowList)

MpsContactValues *mps_contact_values_new (MpsFleet *fleet, gint64 organization,
                                          MpsContactField field, const char *other);
gboolean mps_contact_values_get_loading (MpsContactValues *self);
const char *mps_contact_values_get_text (MpsContactValues *self, guint32 number);
guint mps_contact_values_get_n_contacts (MpsContactValues *self, guint32 number);

G_END_DECLS
