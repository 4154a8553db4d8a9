/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organizations-table.h"

#include "desk/widgets/mps-cell-tooltip.h"

#include <glib/gi18n.h>

struct _MpsOrganizationsTable {
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkStringFilter *filter;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MpsOrganizationsTable, mps_organizations_table, ADW_TYPE_BIN)

static char *
dup_entitlement (GObject *cell, gboolean entitled)
{
  return g_strdup (entitled ? _ ("Entitled") : _ ("Not entitled"));
}

static char *
dup_number (GObject *cell, guint number)
{
  return g_strdup_printf ("%'u", number);
}

static char *
dup_row_name (GObject *row, const char *name, gboolean entitled)
{
  if (entitled)
    /* Translators: what a screen reader says of a row: the name of an organization. */
    return g_strdup_printf (_ ("%s, entitled to MPS Express"), name ? name : "");
  /* Translators: what a screen reader says of a row: the name of an organization. */
  return g_strdup_printf (_ ("%s, not entitled to MPS Express"), name ? name : "");
}

static void
show_page (GtkWidget *widget, MpsOrganizationItem *item)
{
  gtk_widget_activate_action (widget, "win.show-organization", "x",
                              mps_organization_item_get_id (item));
}

static void
on_row_activated (MpsOrganizationsTable *self, guint position)
{
  g_autoptr (MpsOrganizationItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  show_page (GTK_WIDGET (self), item);
}

static void
on_name_clicked (GtkColumnViewCell *cell, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  show_page (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)),
             gtk_column_view_cell_get_item (cell));
}

static void
on_changed (MpsOrganizationsTable *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Names and numbers that changed in their rows may be found by another search now, and stand in
 * another place. */
static void
on_counted (MpsOrganizationsTable *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  on_changed (self);
}

static gboolean
mps_organizations_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_ORGANIZATIONS_TABLE (widget)->view));
}

static void
mps_organizations_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ORGANIZATIONS_TABLE);
  G_OBJECT_CLASS (mps_organizations_table_parent_class)->dispose (object);
}

static void
mps_organizations_table_class_init (MpsOrganizationsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_organizations_table_dispose;
  widget_class->grab_focus = mps_organizations_table_grab_focus;
  changed_signal = g_signal_new ("changed", MPS_TYPE_ORGANIZATIONS_TABLE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MPS_TYPE_ORGANIZATION_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-organizations-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationsTable, view);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationsTable, selection);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationsTable, filtered);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationsTable, filter);
  gtk_widget_class_bind_template_callback (widget_class, dup_entitlement);
  gtk_widget_class_bind_template_callback (widget_class, dup_number);
  gtk_widget_class_bind_template_callback (widget_class, dup_row_name);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, mps_cell_tooltip_query);
}

static void
mps_organizations_table_init (MpsOrganizationsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_organizations_table_show:
 * @self: a table
 * @list: (transfer none): the organizations to show; set once
 */
void
mps_organizations_table_show (MpsOrganizationsTable *self, MpsOrganizationList *list)
{
  g_return_if_fail (MPS_IS_ORGANIZATIONS_TABLE (self));
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (list));
  g_signal_connect_object (list, "counted", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
}

/**
 * mps_organizations_table_set_search:
 * @self: a table
 * @search: what the names of those that are shown contain, in any case and width
 */
void
mps_organizations_table_set_search (MpsOrganizationsTable *self, const char *search)
{
  g_return_if_fail (MPS_IS_ORGANIZATIONS_TABLE (self));
  gtk_string_filter_set_search (self->filter, search);
  on_changed (self);
}

guint
mps_organizations_table_get_n_shown (MpsOrganizationsTable *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATIONS_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

/**
 * mps_organizations_table_get_chosen:
 * @self: a table
 *
 * Returns: the id of the chosen organization; 0 for none
 */
gint64
mps_organizations_table_get_chosen (MpsOrganizationsTable *self)
{
  MpsOrganizationItem *item;

  g_return_val_if_fail (MPS_IS_ORGANIZATIONS_TABLE (self), 0);
  item = gtk_single_selection_get_selected_item (self->selection);
  return item ? mps_organization_item_get_id (item) : 0;
}
