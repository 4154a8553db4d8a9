/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"

G_BEGIN_DECLS

GListModel *mps_replaced_contacts_find (MpsFleet *fleet, const gint64 *printers, gsize n_printers,
                                        gint64 contact, guint *n_replaced);
char *mps_replaced_contacts_dup_sentence (GListModel *contacts, guint n_replaced);
gboolean mps_replaced_contacts_get_any_change (MpsFleet *fleet, const gint64 *printers,
                                               gsize n_printers, gint64 contact);

G_END_DECLS
