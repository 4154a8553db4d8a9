/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-task.h"

#include "desk/session/mps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Taking back that a contact was assigned: each printer that still has it gets
 * the one back that it had before, or none.
 */
gboolean mps_assign_undo_get_possible (MpsTask *task);
void mps_assign_undo_begin (GtkWidget *widget, MpsSession *session, gint64 task);
void mps_assign_undo_offer (GtkWidget *widget, MpsSession *session, MpsTask *task, gboolean created,
                            gboolean changed);

G_END_DECLS
