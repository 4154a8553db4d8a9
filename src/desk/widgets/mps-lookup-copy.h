/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/mps-lookup.h"

G_BEGIN_DECLS

void mps_lookup_copy (GtkWidget *widget, MpsStore *store, MpsLookup *lookup);
void mps_lookup_save (GtkWidget *widget, MpsStore *store, MpsLookup *lookup, const char *name);

G_END_DECLS
