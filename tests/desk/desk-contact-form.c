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

static gboolean
has_search (gpointer row)
{
  return desk_find (row, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* As one does with the keyboard: opens the list, types the name, and presses Enter. */
void
desk_contact_form_choose_country (GtkWidget *root, const char *name)
{
  GtkWidget *row = desk_find_row (root, "Country");
  GtkWidget *entry;

  gtk_widget_grab_focus (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  desk_wait_until (has_search, row);
  entry = desk_find (row, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  desk_wait_for_text (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), name);
  g_signal_emit_by_name (entry, "activate");
  desk_wait_for_text (row, name);
}

void
desk_contact_form_fill (GtkWidget *root, const char *const *texts)
{
  for (int i = 0; i < MPS_CONTACT_COUNTRY; i++)
    desk_contact_form_type (root, i, texts[i]);
  desk_contact_form_choose_country (root, texts[MPS_CONTACT_COUNTRY]);
}
