/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-table.h"

#include "desk/widgets/mps-gradual-rows.h"

#include "mps-printer-commands.h"
#include "mps-serials-dialog.h"

#include "fleet/mps-printer-list.h"
#include "fleet/mps-printer.h"

#include <glib/gi18n.h>

struct _MpsPrintersTable {
  AdwBin parent_instance;

  MpsSession *session;
  MpsRowList *list;
  MpsRowSelection *selection;
  MpsGradualRows *rows; /* what the view knows of the selection */
  MpsPrinterColumns *columns;

  GtkColumnView *view;
  GtkWidget *context_menu;
};

G_DEFINE_FINAL_TYPE (MpsPrintersTable, mps_printers_table, ADW_TYPE_BIN)

/* The list orders row numbers by itself: a GtkSortListModel would make an object of every row.
 * A table that goes away sorts a last time, when there is nothing to sort any more. */
static void
sort (MpsPrintersTable *self)
{
  MpsPrinterLayout layout;

  if (self->list == NULL)
    return;
  mps_printer_columns_get_layout (self->columns, &layout);
  mps_row_list_set_sort (self->list, layout.sort_column, layout.descending);
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
      const graphene_point_t middle
          = GRAPHENE_POINT_INIT (24, (float) gtk_widget_get_height (focus) / 2);

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

/* The position of the first selected printer, or where none is. */
static guint
find_first_selected (GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION
                                        : gtk_bitset_get_minimum (selected);
}

static void
activate_select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (MPS_PRINTERS_TABLE (widget)->selection));
}

static void
activate_select_none (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_row_selection_clear (MPS_PRINTERS_TABLE (widget)->selection);
}

static void
go_to (MpsPrintersTable *self, guint position, GtkListScrollFlags flags)
{
  mps_gradual_rows_finish (self->rows);
  gtk_column_view_scroll_to (self->view, position, NULL, flags, NULL);
}

/* What was selected is seen, whatever the table was narrowed by. */
static void
on_serials_selected (MpsPrintersTable *self, const gint64 *printers, guint n_printers)
{
  guint position;

  gtk_widget_activate_action (GTK_WIDGET (self), "printers.show-all", NULL);
  mps_row_list_finish (self->list);
  mps_row_selection_select_ids (self->selection, printers, n_printers);
  position = find_first_selected (GTK_SELECTION_MODEL (self->selection));
  if (position != GTK_INVALID_LIST_POSITION)
    go_to (self, position, GTK_LIST_SCROLL_FOCUS);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
mps_printers_table_dispose (GObject *object)
{
  MpsPrintersTable *self = MPS_PRINTERS_TABLE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  if (self->columns)
    g_object_run_dispose (G_OBJECT (self->columns));
  g_clear_object (&self->columns);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTERS_TABLE);
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
  gtk_widget_class_install_action (widget_class, "table.select-all", NULL, activate_select_all);
  gtk_widget_class_install_action (widget_class, "table.select-none", NULL, activate_select_none);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  self->columns = mps_printer_columns_new (self->view);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mps_printer_columns_get_actions (self->columns));
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (sort), self, G_CONNECT_SWAPPED);
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
  self->session = g_object_ref (session);
  self->list = g_object_ref (mps_row_selection_get_list (selection));
  self->selection = g_object_ref (selection);
  self->rows = mps_gradual_rows_new (g_object_ref (GTK_SELECTION_MODEL (selection)));
  sort (self);
  mps_row_list_finish (self->list);
  g_object_bind_property (session, "read-only",
                          mps_printer_columns_find (self->columns, MPS_PRINTER_COLUMN_ORGANIZATION),
                          "visible", G_BINDING_SYNC_CREATE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
}

/**
 * mps_printers_table_get_columns:
 * @self: a table
 *
 * Returns: (transfer none): its columns
 */
MpsPrinterColumns *
mps_printers_table_get_columns (MpsPrintersTable *self)
{
  g_return_val_if_fail (MPS_IS_PRINTERS_TABLE (self), NULL);
  return self->columns;
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

/**
 * mps_printers_table_ask_for_serials:
 * @self: a table
 *
 * Opens the dialog that selects printers by their serial numbers. It selects
 * these and no others, and the table goes to the first of them.
 */
void
mps_printers_table_ask_for_serials (MpsPrintersTable *self)
{
  AdwDialog *dialog;

  g_return_if_fail (MPS_IS_PRINTERS_TABLE (self));
  dialog = mps_serials_dialog_new (self->session);
  g_signal_connect_object (dialog, "selected", G_CALLBACK (on_serials_selected), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * mps_printers_table_reveal:
 * @self: a table
 * @position: of a printer
 *
 * Scrolls to the printer, and leaves the keyboard where it is.
 */
void
mps_printers_table_reveal (MpsPrintersTable *self, guint position)
{
  g_return_if_fail (MPS_IS_PRINTERS_TABLE (self));
  go_to (self, position, GTK_LIST_SCROLL_NONE);
}
