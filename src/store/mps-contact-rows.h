/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-job.h"

G_BEGIN_DECLS

gint64 mps_contact_rows_find (MpsConnection *connection, gint64 organization, const char *identity,
                              GError **error);
MpsContactRecord *mps_contact_rows_read (MpsConnection *connection, gint64 organization, gint64 id,
                                         GError **error);
gboolean mps_contact_rows_count_printers (MpsConnection *connection, gint64 id, guint *n_printers,
                                          GError **error);
gint64 mps_contact_rows_insert (MpsJob *job, gint64 organization, const MpsContactRecord *contact,
                                const char *identity, gint64 task, GError **error);
gboolean mps_contact_rows_delete (MpsJob *job, gint64 id, GError **error);
gboolean mps_contact_rows_check (MpsConnection *connection, const MpsContactRecord *contact,
                                 GError **error);
gint64 mps_contact_rows_save (MpsJob *job, const MpsContactRecord *contact, GError **error);

G_END_DECLS
