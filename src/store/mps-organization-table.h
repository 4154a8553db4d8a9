/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationTable:
 *
 * The organizations by name, in memory as long as an import runs.
 */
typedef struct _MpsOrganizationTable MpsOrganizationTable;

MpsOrganizationTable *mps_organization_table_new (MpsConnection *connection, GError **error);
void mps_organization_table_free (MpsOrganizationTable *self);

gint64 mps_organization_table_find (MpsOrganizationTable *self, const char *name);

G_END_DECLS
