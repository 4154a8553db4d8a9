/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-connection.h"

G_BEGIN_DECLS

GPtrArray *mps_organization_rows_list (MpsConnection *connection, GError **error);
gboolean mps_organization_rows_require (MpsConnection *connection, gint64 id, GError **error);
MpsOrganizationRecord *mps_organization_rows_read (MpsConnection *connection, gint64 id,
                                                   GError **error);
gboolean mps_organization_rows_check_name (MpsConnection *connection, gint64 id, const char *name,
                                           const char *identity, GError **error);

G_END_DECLS
