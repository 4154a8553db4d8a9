/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mps_unenroll_begin (GtkWidget *widget, MpsSession *session, const gint64 *printers,
                         gsize n_printers);

G_END_DECLS
