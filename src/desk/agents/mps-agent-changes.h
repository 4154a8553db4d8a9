/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include "store/mps-store-agents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mps_agent_changes_begin (GtkWidget *widget, MpsSession *session, gint64 agent,
                              MpsAgentChange change);

G_END_DECLS
