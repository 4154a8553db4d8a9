/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-table.h"

#include "mps-printer-commands.h"

#include "fleet/mps-printer-list.h"
#include "fleet/mps-printer.h"

#include <glib/gi18n.h>

struct _MpsPrintersTable {
  AdwBin parent_instance;

  MpsRowList *list;
  GSettings *settings;
  GSimpleActionGroup *column_actions;
  GMenu *column_menu;
  gboolean applying_settings;

  GtkColumnView *view;
  GtkWidget *context_menu;
};

G_DEFINE_FINAL_TYPE (MpsPrintersTable, mps_printers_table, ADW_TYPE_BIN)

static MpsPrinterColumn
column_number (GtkColumnViewColumn *column)
{
  const int number = mps_printer_column_from_id (gtk_column_view_column_get_id (column));

  g_assert (number >= 0);
  return number;
}

/* The serial number says which printer it is, and the organization is shown when all of them
 * are; the others are the user's choice. */
static gboolean
is_optional (MpsPrinterColumn column)
{
  return column != MPS_PRINTER_COLUMN_SERIAL && column != MPS_PRINTER_COLUMN_ORGANIZATION;
}

/* The list orders row numbers by itself: a GtkSortListModel would make an object of every row.
 * A table that goes away sorts a last time, when there is nothing to sort any more. */
static void
on_sorter_changed (MpsPrintersTable *self)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;
  GtkSortType order;

  if (self->list == NULL)
    return;
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  order = gtk_column_view_sorter_get_primary_sort_order (sorter);
  mps_row_list_set_sort (self->list, column ? column_number (column) : MPS_PRINTER_COLUMN_SERIAL,
                         column && order == GTK_SORT_DESCENDING);
}

static void
save_columns (MpsPrintersTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (self->applying_settings)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (is_optional (column_number (column)) && gtk_column_view_column_get_visible (column))
        g_strv_builder_add (builder, gtk_column_view_column_get_id (column));
    }
  ids = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "printer-columns", (const char *const *) ids);
}

static void
apply_columns (MpsPrintersTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, "printer-columns");

  self->applying_settings = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (is_optional (column_number (column)))
        gtk_column_view_column_set_visible (
            column,
            g_strv_contains ((const char *const *) ids, gtk_column_view_column_get_id (column)));
    }
  self->applying_settings = FALSE;
}

static void
add_to_menu (MpsPrintersTable *self, GtkColumnViewColumn *column)
{
  const char *id = gtk_column_view_column_get_id (column);
  g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");
  g_autofree char *name = g_strdup_printf ("columns.%s", id);

  g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
  g_menu_append (self->column_menu, gtk_column_view_column_get_title (column), name);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (save_columns), self,
                           G_CONNECT_SWAPPED);
}

static void
prepare_columns (MpsPrintersTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const MpsPrinterColumn number = column_number (column);

      gtk_column_view_column_set_title (column, mps_printer_column_get_label (number));
      gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->column_menu));
      if (is_optional (number))
        add_to_menu (self, column);
      if (number == MPS_PRINTER_COLUMN_SERIAL)
        gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
    }
}

static GtkColumnViewColumn *
find_column (MpsPrintersTable *self, MpsPrinterColumn number)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column_number (column) == number)
        return column;
    }
  g_assert_not_reached ();
}

static char *
dup_row_name (GtkColumnViewRow *row, const char *serial, const char *model, const char *status)
{
  return g_strjoin (", ", serial ? serial : "", model, status, NULL);
}

/* A row is a widget of the column view's own, known by its CSS name. */
static GtkWidget *
find_row_widget (MpsPrintersTable *self, GtkWidget *widget)
{
  for (; widget && widget != GTK_WIDGET (self->view); widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "row"))
      return widget;
  return NULL;
}

static void
show_context_menu (MpsPrintersTable *self, double x, double y)
{
  if (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (self->context_menu)) == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
on_secondary_pressed (MpsPrintersTable *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = find_row_widget (self, picked);

  if (row == NULL)
    return;
  if (!(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  show_context_menu (self, x, y);
}

static void
activate_show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrintersTable *self = MPS_PRINTERS_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_point_t point = GRAPHENE_POINT_INIT (12, 12);

  if (focus && gtk_widget_is_ancestor (focus, widget))
    {
      const graphene_point_t middle = GRAPHENE_POINT_INIT (24, gtk_widget_get_height (focus) / 2);

      if (!gtk_widget_compute_point (focus, widget, &middle, &point))
        point = GRAPHENE_POINT_INIT (12, 12);
    }
  show_context_menu (self, point.x, point.y);
}

static void
on_activate (MpsPrintersTable *self, guint position)
{
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  mps_printer_commands_show (GTK_WIDGET (self), mps_row_get_fleet (item), mps_row_get_row (item));
}

static void
mps_printers_table_dispose (GObject *object)
{
  MpsPrintersTable *self = MPS_PRINTERS_TABLE (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTERS_TABLE);
  g_clear_object (&self->settings);
  g_clear_object (&self->column_actions);
  g_clear_object (&self->column_menu);
  G_OBJECT_CLASS (mps_printers_table_parent_class)->dispose (object);
}

static void
mps_printers_table_class_init (MpsPrintersTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_printers_table_dispose;
  g_type_ensure (MPS_TYPE_PRINTER);
  gtk_widget_class_install_action (widget_class, "table.show-menu", NULL, activate_show_menu);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-printers-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersTable, view);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersTable, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, dup_row_name);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
mps_printers_table_init (MpsPrintersTable *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->column_actions = g_simple_action_group_new ();
  self->column_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  prepare_columns (self);
  apply_columns (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  G_ACTION_GROUP (self->column_actions));
  g_signal_connect_object (self->settings, "changed::printer-columns", G_CALLBACK (apply_columns),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
}

/**
 * mps_printers_table_follow:
 * @self: a table
 * @session: (transfer none): the session
 * @selection: (transfer none): the printers to show
 *
 * Shows the printers of @selection; to be called once.
 */
void
mps_printers_table_follow (MpsPrintersTable *self, MpsSession *session, MpsRowSelection *selection)
{
  g_return_if_fail (MPS_IS_PRINTERS_TABLE (self));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (MPS_IS_ROW_SELECTION (selection));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (mps_row_selection_get_list (selection));
  on_sorter_changed (self);
  g_object_bind_property (session, "read-only", find_column (self, MPS_PRINTER_COLUMN_ORGANIZATION),
                          "visible", G_BINDING_SYNC_CREATE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * mps_printers_table_get_column_actions:
 * @self: a table
 *
 * Returns: (transfer none): an action for each optional column, to be inserted
 *   as “columns” where its menu is shown
 */
GActionGroup *
mps_printers_table_get_column_actions (MpsPrintersTable *self)
{
  g_return_val_if_fail (MPS_IS_PRINTERS_TABLE (self), NULL);
  return G_ACTION_GROUP (self->column_actions);
}

/**
 * mps_printers_table_get_column_menu:
 * @self: a table
 *
 * Returns: (transfer none): a menu to choose the columns from
 */
GMenuModel *
mps_printers_table_get_column_menu (MpsPrintersTable *self)
{
  g_return_val_if_fail (MPS_IS_PRINTERS_TABLE (self), NULL);
  return G_MENU_MODEL (self->column_menu);
}

/**
 * mps_printers_table_set_context_menu:
 * @self: a table
 * @menu: (transfer none): what can be done with the selected printers
 */
void
mps_printers_table_set_context_menu (MpsPrintersTable *self, GMenuModel *menu)
{
  g_return_if_fail (MPS_IS_PRINTERS_TABLE (self));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->context_menu), menu);
}
