/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsCountryRow:
 *
 * A row that says which country is chosen, and opens a list of all of them, in
 * the user's language, to search. Unlike an #AdwComboRow, it can have none
 * chosen, Enter takes what is found, and accents and width do not matter.
 *
 * Property: code (string): the ISO 3166-1 alpha-2 code, "" for none.
 */
#define MPS_TYPE_COUNTRY_ROW (mps_country_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsCountryRow, mps_country_row, MPS, COUNTRY_ROW, AdwActionRow)

GtkWidget *mps_country_row_new (const char *title);
void mps_country_row_set_code (MpsCountryRow *self, const char *code);
const char *mps_country_row_get_code (MpsCountryRow *self);

G_END_DECLS
