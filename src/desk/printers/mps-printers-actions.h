/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-row-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What can be done to the selected printers, from the buttons below their
 * table, its context menu and the menu of the page: a table of actions.
 */
void mps_printers_actions_install (GtkWidgetClass *widget_class,
                                   GtkWidgetActionActivateFunc activate);
void mps_printers_actions_update (GtkWidget *widget, MpsSession *session, guint n_selected);
void mps_printers_actions_activate (GtkWidget *widget, const char *name, MpsSession *session,
                                    MpsRowSelection *selection);
void mps_printers_actions_explain (GtkWidget *box, MpsSession *session, guint n_selected);

G_END_DECLS
