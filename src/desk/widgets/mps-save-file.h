/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mps_save_file (GtkWidget *widget, const char *title, const char *name, GBytes *contents);
void mps_save_file_write (GtkWidget *widget, GFile *file, GBytes *contents);
void mps_save_file_say_saved (GtkWidget *widget, GFile *file);
char *mps_save_file_dup_saved_text (GFile *file);

G_END_DECLS
