/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-encoding-row.h"

#include "exchange/mps-text-input.h"

#include <glib/gi18n.h>

struct _MpsEncodingRow {
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (MpsEncodingRow, mps_encoding_row, ADW_TYPE_COMBO_ROW)

static void
mps_encoding_row_class_init (MpsEncodingRowClass *klass)
{
}

/* The first entry of the list leaves it to the reader to find out. */
static void
mps_encoding_row_init (MpsEncodingRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Automatic"));
  gtk_string_list_splice (names, 1, 0, mps_text_input_get_encodings ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Text encoding"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
}

/**
 * mps_encoding_row_get_encoding:
 * @self: an encoding row
 *
 * Returns: (transfer none) (nullable): what the user has chosen, or %NULL to find out
 */
const char *
mps_encoding_row_get_encoding (MpsEncodingRow *self)
{
  guint selected;

  g_return_val_if_fail (MPS_IS_ENCODING_ROW (self), NULL);
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return mps_text_input_get_encodings ()[selected - 1];
}
