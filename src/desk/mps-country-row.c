/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-country-row.h"

#include "rules/mps-countries.h"

/* A row of choices always has one chosen, so the first of them is none; the countries follow. */
#define NO_COUNTRY 0

/**
 * mps_country_row_new:
 * @title: the title of the row
 *
 * Returns: (transfer floating): an #AdwComboRow whose list can be searched
 */
GtkWidget *
mps_country_row_new (const char *title)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]) { "", NULL });
  g_autoptr (GtkExpression) name
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 0; i < mps_countries_get_n (); i++)
    gtk_string_list_append (names, mps_countries_get_name (i));
  return g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "expression", name, "model", names,
                       "enable-search", TRUE, "search-match-mode",
                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING, NULL);
}

/**
 * mps_country_row_get_code:
 * @row: a country row
 *
 * Returns: (transfer none): the ISO 3166-1 alpha-2 code of the country; "" when none is chosen
 */
const char *
mps_country_row_get_code (AdwComboRow *row)
{
  const guint country = adw_combo_row_get_selected (row);

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), "");
  return country == NO_COUNTRY ? "" : mps_countries_get_code (country - 1);
}

/**
 * mps_country_row_set_code:
 * @row: a country row
 * @code: an ISO 3166-1 alpha-2 code; none is chosen when it is of no country
 */
void
mps_country_row_set_code (AdwComboRow *row, const char *code)
{
  guint country = NO_COUNTRY;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  for (guint i = 0; i < mps_countries_get_n () && country == NO_COUNTRY; i++)
    if (g_str_equal (mps_countries_get_code (i), code))
      country = i + 1;
  adw_combo_row_set_selected (row, country);
}
