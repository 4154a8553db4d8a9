/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsAgentTable:
 *
 * The agents by organization and name, in memory as long as an import runs:
 * they are few, and every row of the file names one.
 */
typedef struct _MpsAgentTable MpsAgentTable;

MpsAgentTable *mps_agent_table_new (MpsConnection *connection, GError **error);
void mps_agent_table_free (MpsAgentTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAgentTable, mps_agent_table_free)

const MpsAgentRecord *mps_agent_table_find (MpsAgentTable *self, gint64 id);
gint64 mps_agent_table_require (MpsAgentTable *self, gint64 organization, const char *name,
                                const MpsAgentKind *kind, const char *version, gboolean *changed,
                                GError **error);
gboolean mps_agent_table_write_seen (MpsAgentTable *self, GError **error);
gboolean mps_agent_table_has_changed (MpsAgentTable *self);

G_END_DECLS
