/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"

G_BEGIN_DECLS

#define MPS_SCHEMA_VERSION 5
#define MPS_SCHEMA_APPLICATION_ID 0x4D505344 /* "MPSD" */

gboolean mps_schema_create (MpsConnection *connection, GError **error);
gboolean mps_schema_check_version (MpsConnection *connection, guint version, GError **error);
gboolean mps_schema_upgrade (MpsConnection *connection, GError **error);
gboolean mps_schema_compare (MpsConnection *connection, GPtrArray *problems, GError **error);

G_END_DECLS
