/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *mps_printer_commands_get_assign_hindrance (MpsSession *session, guint n_printers);
const char *mps_printer_commands_get_enroll_hindrance (MpsSession *session, guint n_printers);
void mps_printer_commands_show (GtkWidget *widget, MpsFleet *fleet, guint32 row);
void mps_printer_commands_assign (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                                  guint n_rows);
void mps_printer_commands_create_and_assign (GtkWidget *widget, MpsSession *session,
                                             const guint32 *rows, guint n_rows);
void mps_printer_commands_enroll (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                                  guint n_rows);
void mps_printer_commands_unenroll (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                                    guint n_rows);
void mps_printer_commands_copy (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                                guint n_rows);
void mps_printer_commands_remedy (GtkWidget *widget, MpsSession *session, MpsStatus status,
                                  const guint32 *rows, guint n_rows);

G_END_DECLS
