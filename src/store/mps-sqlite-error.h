/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

void mps_sqlite_set_error (GError **error, sqlite3 *db, int result, const char *path);
void mps_sqlite_set_result (GError **error, int result, const char *path);
void mps_sqlite_set_code (GError **error, MpsErrorCode code, const char *path);
void mps_sqlite_set_io_error (GError **error, const char *path, const char *cause);
void mps_sqlite_set_errno (GError **error, int code, const char *path);

G_END_DECLS
