/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-contact-form.h"

GtkEditable *
desk_contact_form_get_entry (GtkWidget *root, MpsContactField field)
{
  GtkWidget *row = desk_find_row (root, mps_contact_field_get_header (field));

  g_assert_true (GTK_IS_EDITABLE (row));
  return GTK_EDITABLE (row);
}

void
desk_contact_form_type (GtkWidget *root, MpsContactField field, const char *text)
{
  gtk_editable_set_text (desk_contact_form_get_entry (root, field), text);
}

void
desk_contact_form_choose_country (GtkWidget *root, const char *name)
{
  AdwComboRow *row = ADW_COMBO_ROW (desk_find_row (root, "Country"));
  GListModel *names = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (item), name))
        adw_combo_row_set_selected (row, i);
    }
}

void
desk_contact_form_fill (GtkWidget *root, const char *const *texts)
{
  for (int i = 0; i < MPS_CONTACT_COUNTRY; i++)
    desk_contact_form_type (root, i, texts[i]);
  desk_contact_form_choose_country (root, texts[MPS_CONTACT_COUNTRY]);
}
