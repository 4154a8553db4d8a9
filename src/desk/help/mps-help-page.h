/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-help-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mps_help_page_new (MpsHelpBook *book, const MpsHelpTopic *topic);

G_END_DECLS
