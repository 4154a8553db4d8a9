/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What one would make of GTK's own parts: an object for each printer in a GListStore, GTK's models
 * for filtering, sorting and selecting above it, and a column view with as many columns as ours.
 */
typedef struct {
  GtkWidget *window;
  GtkWidget *view;
  GListStore *store;
  GtkStringFilter *filter;
  GListModel *model;
} BenchGtkList;

void bench_gtk_list_show (BenchGtkList *self, const char *database);
/* One of the columns of the database's table. */
GtkColumnViewColumn *bench_gtk_list_get_column (BenchGtkList *self, const char *name);

G_END_DECLS
