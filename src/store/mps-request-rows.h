/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-job.h"
#include "mps-store-programme.h"

G_BEGIN_DECLS

gint64 mps_request_rows_find (MpsConnection *connection, const char *uuid, gint64 organization,
                              GError **error);
gboolean mps_request_rows_find_organization (MpsConnection *connection, const char *uuid,
                                             char **organization, GError **error);
GPtrArray *mps_request_rows_list (MpsConnection *connection, gint64 organization, GError **error);
GArray *mps_request_rows_list_new (MpsConnection *connection, gint64 organization, GError **error);
MpsRequest *mps_request_rows_read (MpsConnection *connection, gint64 id, GError **error);
gboolean mps_request_rows_mark (MpsConnection *connection, gint64 id, const char *now,
                                GError **error);

G_END_DECLS
