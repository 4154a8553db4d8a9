/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mps_database_files_is_part (const char *path);
gboolean mps_database_files_is_any (const char *path);
gboolean mps_database_files_has_lost_log (const char *path);
int mps_database_files_move_log (const char *from, const char *to);

G_END_DECLS
