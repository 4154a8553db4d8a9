/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mps_page_focus_keep (GtkWidget *page, GtkWidget *content);

G_END_DECLS
