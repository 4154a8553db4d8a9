/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include "store/mps-store-agents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mps_address_changes_begin (GtkWidget *widget, MpsSession *session, gint64 agent,
                                MpsAddressChange change, const char *const *addresses);

G_END_DECLS
