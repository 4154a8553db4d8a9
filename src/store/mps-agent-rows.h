/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-connection.h"

G_BEGIN_DECLS

GPtrArray *mps_agent_rows_list (MpsConnection *connection, GError **error);
MpsAgentRecord *mps_agent_rows_read (MpsConnection *connection, gint64 organization, gint64 id,
                                     GError **error);
gboolean mps_agent_rows_refuse_managed (MpsConnection *connection, const MpsAgentRecord *agent,
                                        GError **error);

G_END_DECLS
