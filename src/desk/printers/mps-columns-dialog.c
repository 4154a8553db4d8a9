/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-columns-dialog.h"

#include <glib/gi18n.h>

struct _MpsColumnsDialog {
  AdwDialog parent_instance;

  MpsPrinterColumns *columns;
  gboolean is_showing;                     /* whether widgets change because the layout did */
  GtkWidget *rows[MPS_N_PRINTER_COLUMNS];  /* by column */
  GtkWidget *ups[MPS_N_PRINTER_COLUMNS];   /* by column */
  GtkWidget *downs[MPS_N_PRINTER_COLUMNS]; /* by column */

  AdwComboRow *sort_row;
  AdwSwitchRow *descending_row;
  AdwPreferencesGroup *columns_group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MpsColumnsDialog, mps_columns_dialog, ADW_TYPE_DIALOG)

static int
find_position (const MpsPrinterLayout *layout, MpsPrinterColumn column)
{
  for (int i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    if (layout->order[i] == column)
      return i;
  g_assert_not_reached ();
}

static MpsPrinterColumn
find_column (MpsColumnsDialog *self, gconstpointer row)
{
  for (MpsPrinterColumn column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    if (self->rows[column] == row)
      return column;
  g_assert_not_reached ();
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  MpsColumnsDialog *self = user_data;
  MpsPrinterLayout layout;

  mps_printer_columns_get_layout (self->columns, &layout);
  return find_position (&layout, find_column (self, a))
         - find_position (&layout, find_column (self, b));
}

static void
show_layout (MpsColumnsDialog *self)
{
  MpsPrinterLayout layout;

  mps_printer_columns_get_layout (self->columns, &layout);
  self->is_showing = TRUE;
  gtk_list_box_invalidate_sort (self->list);
  for (int i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    {
      gtk_widget_set_sensitive (self->ups[layout.order[i]], i > 0);
      gtk_widget_set_sensitive (self->downs[layout.order[i]], i < MPS_N_PRINTER_COLUMNS - 1);
    }
  adw_combo_row_set_selected (self->sort_row, layout.sort_column);
  adw_switch_row_set_active (self->descending_row, layout.descending);
  self->is_showing = FALSE;
}

static void
on_sort_chosen (MpsColumnsDialog *self)
{
  MpsPrinterLayout layout;

  if (self->columns == NULL || self->is_showing)
    return;
  mps_printer_columns_get_layout (self->columns, &layout);
  layout.sort_column = adw_combo_row_get_selected (self->sort_row);
  layout.descending = adw_switch_row_get_active (self->descending_row);
  mps_printer_columns_set_layout (self->columns, &layout);
}

static void
move (MpsColumnsDialog *self, MpsPrinterColumn column, int by)
{
  MpsPrinterLayout layout;
  int position;

  mps_printer_columns_get_layout (self->columns, &layout);
  position = find_position (&layout, column);
  if (position + by < 0 || position + by >= MPS_N_PRINTER_COLUMNS)
    return;
  layout.order[position] = layout.order[position + by];
  layout.order[position + by] = column;
  mps_printer_columns_set_layout (self->columns, &layout);
}

static void
activate_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const int column = mps_printer_column_from_id (g_variant_get_string (parameter, NULL));

  g_return_if_fail (column >= 0);
  move (MPS_COLUMNS_DIALOG (widget), column, g_str_equal (action, "dialog.up") ? -1 : 1);
}

static void
activate_move_focused (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsColumnsDialog *self = MPS_COLUMNS_DIALOG (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)))
    move (self, find_column (self, row), g_str_equal (action, "dialog.focused-up") ? -1 : 1);
}

static GtkWidget *
new_button (const char *icon, const char *action, MpsPrinterColumn column, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    mps_printer_column_get_id (column));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_check (AdwActionRow *row, MpsPrinterColumn column)
{
  g_autofree char *action = g_strdup_printf ("columns.%s", mps_printer_column_get_id (column));
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (mps_printer_layout_is_optional (column))
    gtk_actionable_set_action_name (GTK_ACTIONABLE (check), action);
  else
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_sensitive (check, FALSE);
    }
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
}

static void
add_row (MpsColumnsDialog *self, MpsPrinterColumn column)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mps_printer_column_get_label (column));
  if (column == MPS_PRINTER_COLUMN_ORGANIZATION)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Shown when all organizations are"));
  if (column == MPS_PRINTER_COLUMN_SERIAL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Always shown"));
  add_check (ADW_ACTION_ROW (row), column);
  self->rows[column] = row;
  self->ups[column] = new_button ("go-up-symbolic", "dialog.up", column,
                                  rtl ? _ ("Move to the right") : _ ("Move to the left"));
  self->downs[column] = new_button ("go-down-symbolic", "dialog.down", column,
                                    rtl ? _ ("Move to the left") : _ ("Move to the right"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->ups[column]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->downs[column]);
  gtk_list_box_append (self->list, row);
}

static void
mps_columns_dialog_dispose (GObject *object)
{
  MpsColumnsDialog *self = MPS_COLUMNS_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_COLUMNS_DIALOG);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (mps_columns_dialog_parent_class)->dispose (object);
}

static void
mps_columns_dialog_class_init (MpsColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_columns_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "dialog.up", "s", activate_move);
  gtk_widget_class_install_action (widget_class, "dialog.down", "s", activate_move);
  gtk_widget_class_install_action (widget_class, "dialog.focused-up", NULL, activate_move_focused);
  gtk_widget_class_install_action (widget_class, "dialog.focused-down", NULL,
                                   activate_move_focused);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsColumnsDialog, sort_row);
  gtk_widget_class_bind_template_child (widget_class, MpsColumnsDialog, descending_row);
  gtk_widget_class_bind_template_child (widget_class, MpsColumnsDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, MpsColumnsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_chosen);
}

static void
mps_columns_dialog_init (MpsColumnsDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    adw_preferences_group_set_description (
        self->columns_group, _ ("From right to left. Alt+Up and Alt+Down move a column."));
  for (MpsPrinterColumn column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    {
      gtk_string_list_append (labels, mps_printer_column_get_label (column));
      add_row (self, column);
    }
  adw_combo_row_set_model (self->sort_row, G_LIST_MODEL (labels));
}

/**
 * mps_columns_dialog_new:
 * @columns: (transfer none): the columns of a table
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
mps_columns_dialog_new (MpsPrinterColumns *columns)
{
  MpsColumnsDialog *self = g_object_new (MPS_TYPE_COLUMNS_DIALOG, NULL);

  g_return_val_if_fail (MPS_IS_PRINTER_COLUMNS (columns), NULL);
  self->columns = g_object_ref (columns);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mps_printer_columns_get_actions (columns));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  g_signal_connect_object (columns, "changed", G_CALLBACK (show_layout), self, G_CONNECT_SWAPPED);
  show_layout (self);
  return ADW_DIALOG (self);
}
