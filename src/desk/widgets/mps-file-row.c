/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-file-row.h"

struct _MpsFileRow {
  AdwActionRow parent_instance;

  GtkWidget *spinner;
  GtkActionable *button;
};

typedef enum {
  PROP_CHOOSE_ACTION = 1,
} MpsFileRowProperty;

static GParamSpec *properties[PROP_CHOOSE_ACTION + 1];

G_DEFINE_FINAL_TYPE (MpsFileRow, mps_file_row, ADW_TYPE_ACTION_ROW)

static void
mps_file_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_FILE_ROW);
  G_OBJECT_CLASS (mps_file_row_parent_class)->dispose (object);
}

static void
mps_file_row_set_property (GObject *object, guint property_id, const GValue *value,
                           GParamSpec *pspec)
{
  MpsFileRow *self = MPS_FILE_ROW (object);

  switch ((MpsFileRowProperty) property_id)
    {
    case PROP_CHOOSE_ACTION:
      gtk_actionable_set_action_name (self->button, g_value_get_string (value));
      break;
    }
}

static void
mps_file_row_class_init (MpsFileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_file_row_dispose;
  object_class->set_property = mps_file_row_set_property;

  properties[PROP_CHOOSE_ACTION] = g_param_spec_string ("choose-action", NULL, NULL, NULL,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsFileRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MpsFileRow, button);
}

static void
mps_file_row_init (MpsFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_file_row_set_file:
 * @self: a file row
 * @file: what the user has chosen
 *
 * Shows the name of @file.
 */
void
mps_file_row_set_file (MpsFileRow *self, GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MPS_IS_FILE_ROW (self));
  g_return_if_fail (G_IS_FILE (file));
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
}

/**
 * mps_file_row_set_reading:
 * @self: a file row
 * @reading: whether the file is being read
 */
void
mps_file_row_set_reading (MpsFileRow *self, gboolean reading)
{
  g_return_if_fail (MPS_IS_FILE_ROW (self));
  gtk_widget_set_visible (self->spinner, reading);
}
