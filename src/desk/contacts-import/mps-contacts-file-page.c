/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-file-page.h"

#include "mps-contacts-preview.h"
#include "desk/widgets/mps-encoding-row.h"
#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-file-row.h"
#include "desk/widgets/mps-open-file.h"
#include "desk/widgets/mps-save-file.h"

#include <glib/gi18n.h>

struct _MpsContactsFilePage {
  AdwNavigationPage parent_instance;

  GFile *file;
  MpsContactsFile *contacts_file;
  GCancellable *cancellable;
  gboolean ready;

  GtkStack *stack;
  MpsFileRow *file_row;
  MpsEncodingRow *encoding_row;
  MpsErrorView *error_view;
  AdwActionRow *columns_row;
  MpsContactsPreview *preview;
};

typedef enum {
  PROP_READY = 1,
} MpsContactsFilePageProperty;

static GParamSpec *properties[PROP_READY + 1];

G_DEFINE_FINAL_TYPE (MpsContactsFilePage, mps_contacts_file_page, ADW_TYPE_NAVIGATION_PAGE)

static void
set_ready (MpsContactsFilePage *self, gboolean ready)
{
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
show_error (MpsContactsFilePage *self, const GError *error)
{
  mps_file_row_set_reading (self->file_row, FALSE);
  mps_error_view_set_error (self->error_view, error);
}

static void
show_columns (MpsContactsFilePage *self)
{
  const char *const *header = mps_contacts_file_get_header (self->contacts_file);
  g_autofree char *names = g_strjoinv (", ", (char **) header);

  adw_action_row_set_subtitle (self->columns_row, names);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), TRUE);
}

static void
show_contacts_file (MpsContactsFilePage *self)
{
  guint n_rows = mps_contacts_file_get_n_rows (self->contacts_file);
  g_autofree char *found = NULL;
  g_autofree char *rows = NULL;

  rows = g_strdup_printf (ngettext ("%u contact in the file", "%u contacts in the file", n_rows),
                          n_rows);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file_row), rows);
  /* Translators: %s is the name of a text encoding, as UTF-8 */
  found = g_strdup_printf (_ ("Read as %s"), mps_contacts_file_get_encoding (self->contacts_file));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), found);
  show_columns (self);
  mps_contacts_preview_set_file (self->preview, self->contacts_file);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsContactsFilePage) self = user_data;
  g_autoptr (MpsContactsFile) contacts_file = NULL;
  g_autoptr (GError) error = NULL;

  contacts_file = mps_contacts_file_load_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (contacts_file == NULL)
    {
      show_error (self, error);
      return;
    }
  g_set_object (&self->contacts_file, contacts_file);
  mps_file_row_set_reading (self->file_row, FALSE);
  show_contacts_file (self);
  set_ready (self, mps_contacts_file_get_n_rows (contacts_file) > 0);
}

static void
load (MpsContactsFilePage *self)
{
  mps_contacts_file_page_cancel (self);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->contacts_file);
  set_ready (self, FALSE);
  mps_error_view_set_error (self->error_view, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file_row), "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), "");
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), FALSE);
  mps_contacts_preview_set_file (self->preview, NULL);
  mps_file_row_set_reading (self->file_row, TRUE);
  mps_contacts_file_load_async (self->file, mps_encoding_row_get_encoding (self->encoding_row),
                                self->cancellable, on_loaded, g_object_ref (self));
}

static void
set_file (MpsContactsFilePage *self, GFile *file)
{
  g_set_object (&self->file, file);
  mps_file_row_set_file (self->file_row, file);
  gtk_stack_set_visible_child_name (self->stack, "file");
  load (self);
}

static void
on_encoding_changed (MpsContactsFilePage *self)
{
  if (self->file != NULL)
    load (self);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file)
{
  set_file (MPS_CONTACTS_FILE_PAGE (widget), file);
}

static void
activate_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_open_file (widget, _ ("Choose a contacts file"), _ ("Contacts files (CSV, TXT)"),
                 (const char *const[]) { "csv", "txt", NULL }, on_file_chosen);
}

static const char *
get_sample_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "ja") || g_str_equal (names[i], "en"))
      return names[i];
  return "en";
}

static void
activate_save_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GBytes) sample = mps_contacts_file_dup_sample (get_sample_language ());

  mps_save_file (widget, _ ("Save sample file"), "contacts.csv", sample);
}

static gboolean
on_drop (MpsContactsFilePage *self, const GValue *value)
{
  set_file (self, g_value_get_object (value));
  return TRUE;
}

static void
mps_contacts_file_page_dispose (GObject *object)
{
  MpsContactsFilePage *self = MPS_CONTACTS_FILE_PAGE (object);

  mps_contacts_file_page_cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACTS_FILE_PAGE);
  g_clear_object (&self->file);
  g_clear_object (&self->contacts_file);
  G_OBJECT_CLASS (mps_contacts_file_page_parent_class)->dispose (object);
}

static void
mps_contacts_file_page_get_property (GObject *object, guint property_id, GValue *value,
                                     GParamSpec *pspec)
{
  MpsContactsFilePage *self = MPS_CONTACTS_FILE_PAGE (object);

  switch ((MpsContactsFilePageProperty) property_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    }
}

static void
mps_contacts_file_page_class_init (MpsContactsFilePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_contacts_file_page_dispose;
  object_class->get_property = mps_contacts_file_page_get_property;

  properties[PROP_READY]
      = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MPS_TYPE_CONTACTS_PREVIEW);
  g_type_ensure (MPS_TYPE_ENCODING_ROW);
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_FILE_ROW);
  gtk_widget_class_install_action (widget_class, "file.choose", NULL, activate_choose);
  gtk_widget_class_install_action (widget_class, "file.save-sample", NULL, activate_save_sample);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contacts-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactsFilePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsFilePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsFilePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsFilePage, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsFilePage, columns_row);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsFilePage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
}

static void
mps_contacts_file_page_init (MpsContactsFilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_contacts_file_page_set_file:
 * @self: a contacts file page
 * @file: the contacts file that the user has chosen
 *
 * Reads @file and shows what was understood of it.
 */
void
mps_contacts_file_page_set_file (MpsContactsFilePage *self, GFile *file)
{
  g_return_if_fail (MPS_IS_CONTACTS_FILE_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));
  set_file (self, file);
}

/**
 * mps_contacts_file_page_cancel:
 * @self: a contacts file page
 *
 * Stops reading, since nobody waits for it any more.
 */
void
mps_contacts_file_page_cancel (MpsContactsFilePage *self)
{
  g_return_if_fail (MPS_IS_CONTACTS_FILE_PAGE (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * mps_contacts_file_page_get_contacts_file:
 * @self: a contacts file page
 *
 * Returns: (transfer none) (nullable): the file that was read, if one could be
 */
MpsContactsFile *
mps_contacts_file_page_get_contacts_file (MpsContactsFilePage *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE_PAGE (self), NULL);
  return self->contacts_file;
}

/**
 * mps_contacts_file_page_get_ready:
 * @self: a contacts file page
 *
 * Returns: whether a file was read that has contacts
 */
gboolean
mps_contacts_file_page_get_ready (MpsContactsFilePage *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE_PAGE (self), FALSE);
  return self->ready;
}
