/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-field-message.h"

struct _MpsFieldMessage {
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MpsFieldMessage, mps_field_message, ADW_TYPE_PREFERENCES_ROW)

static GtkWidget *
find_neighbour (GtkWidget *row, GtkDirectionType direction)
{
  const gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;

  do
    row = back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  while (row && !gtk_widget_get_visible (row));
  return row;
}

/* A list that meets a row without focus lets the keyboard out, past all rows that follow. */
static gboolean
mps_field_message_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *neighbour = find_neighbour (widget, direction);

  return neighbour && gtk_widget_child_focus (neighbour, direction);
}

static void
mps_field_message_class_init (MpsFieldMessageClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = mps_field_message_focus;
}

static void
mps_field_message_init (MpsFieldMessage *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-message");
  g_object_set (self, "activatable", FALSE, "focusable", FALSE, "visible", FALSE, "child",
                self->label, NULL);
}

/**
 * mps_field_message_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
mps_field_message_new (void)
{
  return g_object_new (MPS_TYPE_FIELD_MESSAGE, NULL);
}

/**
 * mps_field_message_set_text:
 * @self: a message
 * @text: (nullable): what is wrong, %NULL for nothing
 */
void
mps_field_message_set_text (MpsFieldMessage *self, const char *text)
{
  g_return_if_fail (MPS_IS_FIELD_MESSAGE (self));
  gtk_label_set_label (self->label, text ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text ? text : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

/**
 * mps_field_message_get_text:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): what is wrong, %NULL for nothing
 */
const char *
mps_field_message_get_text (MpsFieldMessage *self)
{
  g_return_val_if_fail (MPS_IS_FIELD_MESSAGE (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->label) : NULL;
}
