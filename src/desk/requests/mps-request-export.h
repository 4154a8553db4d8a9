/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/mps-store.h"

G_BEGIN_DECLS

void mps_request_export_async (GtkWidget *widget, MpsStore *store, gint64 organization,
                               const char *again, GFile *file, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean mps_request_export_finish (GtkWidget *widget, GAsyncResult *result);

G_END_DECLS
