/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-status-row.h"

#include "desk/help/mps-help-window.h"

struct _MpsStatusRow {
  AdwPreferencesRow parent_instance;

  MpsEligibilityItem *item;
};

typedef enum {
  PROP_ITEM = 1,
} MpsStatusRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (MpsStatusRow, mps_status_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
has_text (MpsStatusRow *self, const char *text)
{
  return text && *text;
}

static gboolean
is_unhindered (MpsStatusRow *self, const char *hindrance)
{
  return hindrance == NULL;
}

static void
on_clicked (MpsStatusRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "printer.remedy", "u",
                              (guint) mps_eligibility_item_get_status (self->item));
}

static void
on_help_clicked (MpsStatusRow *self)
{
  mps_help_show_status (GTK_WIDGET (self), mps_eligibility_item_get_status (self->item));
}

static void
mps_status_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MpsStatusRowProperty) property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, MPS_STATUS_ROW (object)->item);
      break;
    }
}

static void
mps_status_row_set_property (GObject *object, guint property_id, const GValue *value,
                             GParamSpec *pspec)
{
  switch ((MpsStatusRowProperty) property_id)
    {
    case PROP_ITEM:
      MPS_STATUS_ROW (object)->item = g_value_dup_object (value);
      break;
    }
}

static void
mps_status_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_STATUS_ROW);
  g_clear_object (&MPS_STATUS_ROW (object)->item);
  G_OBJECT_CLASS (mps_status_row_parent_class)->dispose (object);
}

static void
mps_status_row_class_init (MpsStatusRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_status_row_dispose;
  object_class->get_property = mps_status_row_get_property;
  object_class->set_property = mps_status_row_set_property;

  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, MPS_TYPE_ELIGIBILITY_ITEM,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-status-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, is_unhindered);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_help_clicked);
}

static void
mps_status_row_init (MpsStatusRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_status_row_new:
 * @status: a status
 *
 * Returns: (transfer floating): a row that shows it of one printer
 */
GtkWidget *
mps_status_row_new (MpsStatus status)
{
  g_autoptr (MpsEligibilityItem) item
      = mps_eligibility_item_new (MPS_ELIGIBILITY_EXPLANATION, status);

  GtkWidget *row;

  mps_eligibility_item_set_count (item, 1, 1);
  row = g_object_new (MPS_TYPE_STATUS_ROW, "item", item, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, mps_status_get_label (status),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mps_status_get_explanation (status, 1), -1);
  return row;
}

/**
 * mps_status_row_set_hindrance:
 * @self: a status row
 * @hindrance: (nullable): why the remedy can't be begun now, translated
 */
void
mps_status_row_set_hindrance (MpsStatusRow *self, const char *hindrance)
{
  g_return_if_fail (MPS_IS_STATUS_ROW (self));
  mps_eligibility_item_set_hindrance (self->item, hindrance);
}
