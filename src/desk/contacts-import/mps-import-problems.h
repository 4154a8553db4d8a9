/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mps-contacts-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is wrong with the rows of a contacts file, for those who look for it. */

gboolean mps_import_problems_find (GListModel *rows, gboolean forward, guint *position,
                                   guint *column);
guint mps_import_problems_find_row (GListModel *rows, MpsContactsRow *row);
char *mps_import_problems_dup_message (MpsContactsRow *row, guint column);
void mps_import_problems_push (GtkWidget *widget, MpsContactsFile *file);

G_END_DECLS
