/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"

G_BEGIN_DECLS

MpsConnection *mps_database_open (const char *path, gboolean create, guint busy_timeout,
                                  GError **error);
MpsConnection *mps_database_open_as_is (const char *path, guint busy_timeout, GError **error);
MpsConnection *mps_database_open_beside (MpsConnection *connection);
MpsConnection *mps_database_open_read_only (const char *path, GError **error);

G_END_DECLS
