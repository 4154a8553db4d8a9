/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a form in which a country is chosen by its name in the user's language. */

GtkWidget *mps_country_row_new (const char *title);
const char *mps_country_row_get_code (AdwComboRow *row);
void mps_country_row_set_code (AdwComboRow *row, const char *code);

G_END_DECLS
