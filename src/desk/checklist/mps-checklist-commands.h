/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mps-checklist-item.h"
#include "desk/session/mps-session.h"

G_BEGIN_DECLS

void mps_checklist_commands_begin (GtkWidget *widget, MpsSession *session, MpsChecklistStep step);
void mps_checklist_commands_begin_other (GtkWidget *widget, MpsSession *session,
                                         MpsChecklistStep step);

G_END_DECLS
