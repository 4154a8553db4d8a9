/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

gint64 mps_organization_commands_get_parent (MpsSession *session);
const char *mps_organization_commands_get_delete_hindrance (MpsSession *session,
                                                            gint64 organization);
void mps_organization_commands_add (GtkWidget *widget, MpsSession *session);
void mps_organization_commands_rename (GtkWidget *widget, MpsSession *session, gint64 organization);
void mps_organization_commands_delete (GtkWidget *widget, MpsSession *session, gint64 organization);

G_END_DECLS
