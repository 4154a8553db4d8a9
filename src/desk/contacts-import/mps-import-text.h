/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mps-contacts-row.h"

G_BEGIN_DECLS

/* What people are shown of the rows of a contacts file. */

char *mps_import_text_dup_title (guint column);
char *mps_import_text_dup_shown (MpsContactsRow *row, guint column);
char *mps_import_text_dup_name (MpsContactsRow *row);

G_END_DECLS
