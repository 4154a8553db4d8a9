/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"

G_BEGIN_DECLS

gboolean mps_check_quick (MpsConnection *connection, const char *path, GError **error);
gboolean mps_check_file (MpsConnection *connection, GPtrArray *problems, GError **error);
gboolean mps_check_rules (MpsConnection *connection, GPtrArray *problems, GError **error);

G_END_DECLS
