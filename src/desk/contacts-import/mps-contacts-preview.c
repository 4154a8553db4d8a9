/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-preview.h"

#include "mps-import-text.h"

#include <glib/gi18n.h>

#define N_SHOWN 5

struct _MpsContactsPreview {
  AdwPreferencesGroup parent_instance;

  GtkWidget *rows[N_SHOWN];
};

G_DEFINE_FINAL_TYPE (MpsContactsPreview, mps_contacts_preview, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_address (MpsContactsRow *row)
{
  static const MpsContactField fields[] = { MPS_CONTACT_COMPANY, MPS_CONTACT_STATE_OR_PROVINCE,
                                            MPS_CONTACT_CITY, MPS_CONTACT_ADDRESS_LINE_1 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = mps_import_text_dup_shown (row, fields[i]);

      if (*text)
        g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  return g_strjoinv (", ", texts);
}

static void
show_row (GtkWidget *widget, MpsContactsRow *row)
{
  g_autofree char *name = mps_import_text_dup_name (row);
  g_autofree char *address = dup_address (row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), address);
}

static void
mps_contacts_preview_class_init (MpsContactsPreviewClass *klass)
{
}

static void
mps_contacts_preview_init (MpsContactsPreview *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("First contacts in the file"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (int i = 0; i < N_SHOWN; i++)
    {
      self->rows[i] = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[i]);
    }
}

/**
 * mps_contacts_preview_set_file:
 * @self: a contacts preview
 * @file: (nullable): the file; %NULL while none could be read
 */
void
mps_contacts_preview_set_file (MpsContactsPreview *self, MpsContactsFile *file)
{
  const guint n_rows = file ? mps_contacts_file_get_n_rows (file) : 0;

  g_return_if_fail (MPS_IS_CONTACTS_PREVIEW (self));
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
  for (guint i = 0; i < N_SHOWN; i++)
    {
      gtk_widget_set_visible (self->rows[i], i < n_rows);
      if (i < n_rows)
        show_row (self->rows[i], mps_contacts_file_get_row (file, i));
    }
}
