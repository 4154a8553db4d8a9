/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-checklist-row.h"

#include "mps-checklist-commands.h"

struct _MpsChecklistRow {
  AdwPreferencesRow parent_instance;

  MpsChecklist *checklist;
  MpsChecklistItem *item;

  GtkWidget *icon;
  GtkWidget *text_label;
};

typedef enum {
  PROP_ITEM = 1,
} MpsChecklistRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (MpsChecklistRow, mps_checklist_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
has_text (MpsChecklistRow *self, const char *text)
{
  return text && *text;
}

static void
on_clicked (MpsChecklistRow *self)
{
  mps_checklist_commands_begin (GTK_WIDGET (self), mps_checklist_get_session (self->checklist),
                                mps_checklist_item_get_step (self->item));
}

static void
on_other_clicked (MpsChecklistRow *self)
{
  mps_checklist_commands_begin_other (GTK_WIDGET (self),
                                      mps_checklist_get_session (self->checklist),
                                      mps_checklist_item_get_step (self->item));
}

/* The sign's colour says the same as its shape and the words. */
static void
colour_icon (MpsChecklistRow *self)
{
  const MpsChecklistState state = mps_checklist_item_get_state (self->item);

  gtk_widget_remove_css_class (self->icon, "warning");
  gtk_widget_remove_css_class (self->icon, "success");
  if (state == MPS_CHECKLIST_TO_DO)
    gtk_widget_add_css_class (self->icon, "warning");
  else if (state == MPS_CHECKLIST_DONE)
    gtk_widget_add_css_class (self->icon, "success");
}

static void
mps_checklist_row_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  switch ((MpsChecklistRowProperty) property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, MPS_CHECKLIST_ROW (object)->item);
      break;
    }
}

static void
mps_checklist_row_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  switch ((MpsChecklistRowProperty) property_id)
    {
    case PROP_ITEM:
      MPS_CHECKLIST_ROW (object)->item = g_value_dup_object (value);
      break;
    }
}

static void
mps_checklist_row_dispose (GObject *object)
{
  MpsChecklistRow *self = MPS_CHECKLIST_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CHECKLIST_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->checklist);
  G_OBJECT_CLASS (mps_checklist_row_parent_class)->dispose (object);
}

static void
mps_checklist_row_class_init (MpsChecklistRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_checklist_row_dispose;
  object_class->get_property = mps_checklist_row_get_property;
  object_class->set_property = mps_checklist_row_set_property;

  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, MPS_TYPE_CHECKLIST_ITEM,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-checklist-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistRow, text_label);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_other_clicked);
}

static void
mps_checklist_row_init (MpsChecklistRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_checklist_row_new:
 * @checklist: (transfer none): a checklist
 * @step: the step to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mps_checklist_row_new (MpsChecklist *checklist, MpsChecklistStep step)
{
  MpsChecklistItem *item = mps_checklist_get_item (checklist, step);
  MpsChecklistRow *self = g_object_new (MPS_TYPE_CHECKLIST_ROW, "item", item, NULL);

  self->checklist = g_object_ref (checklist);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mps_checklist_item_get_title (item), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->text_label, NULL, -1);
  g_signal_connect_object (item, "notify::icon-name", G_CALLBACK (colour_icon), self,
                           G_CONNECT_SWAPPED);
  colour_icon (self);
  return GTK_WIDGET (self);
}
