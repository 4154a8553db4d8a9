/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-table.h"

#include "desk/widgets/mps-cell-tooltip.h"
#include "desk/widgets/mps-gradual-rows.h"

#include "fleet/mps-contact-list.h"
#include "fleet/mps-contact.h"

struct _MpsContactsTable {
  AdwBin parent_instance;

  MpsRowList *list;

  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
};

G_DEFINE_FINAL_TYPE (MpsContactsTable, mps_contacts_table, ADW_TYPE_BIN)

/* The columns stand in the table in the order of MpsContactColumn. */
static int
find_column (MpsContactsTable *self, GtkColumnViewColumn *wanted)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column == wanted)
        return i;
    }
  g_assert_not_reached ();
}

/* The list orders row numbers by itself: a GtkSortListModel would make an object of every row.
 * A table that goes away sorts a last time, when there is nothing to sort any more. */
static void
on_sorter_changed (MpsContactsTable *self)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;
  GtkSortType order;

  if (self->list == NULL)
    return;
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  order = gtk_column_view_sorter_get_primary_sort_order (sorter);
  mps_row_list_set_sort (self->list, column ? find_column (self, column) : MPS_CONTACT_COLUMN_NAME,
                         column && order == GTK_SORT_DESCENDING);
}

static gint64
get_id (gpointer contact)
{
  gint64 id;

  g_object_get (contact, "id", &id, NULL);
  return id;
}

static void
on_row_activated (MpsContactsTable *self, guint position)
{
  g_autoptr (MpsRow) contact = mps_row_list_dup_row (self->list, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "contacts.update", "x", get_id (contact));
}

/* A click on a name edits; with a key that selects, it selects as anywhere else in the row. */
static void
on_name_clicked (GtkColumnViewCell *cell, int n_press, double x, double y, GtkGesture *click)
{
  const GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)),
                              "contacts.update", "x",
                              get_id (gtk_column_view_cell_get_item (cell)));
}

static void
on_printers_clicked (GtkColumnViewCell *cell, GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.show-printers", "(sx)", "contact",
                              get_id (gtk_column_view_cell_get_item (cell)));
}

static char *
dup_number (GtkListItem *item, guint number)
{
  return g_strdup_printf ("%'u", number);
}

static gboolean
is_assigned (GtkListItem *item, guint printers)
{
  return printers > 0;
}

static gboolean
mps_contacts_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_CONTACTS_TABLE (widget)->view));
}

static void
mps_contacts_table_dispose (GObject *object)
{
  g_clear_object (&MPS_CONTACTS_TABLE (object)->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACTS_TABLE);
  G_OBJECT_CLASS (mps_contacts_table_parent_class)->dispose (object);
}

static void
mps_contacts_table_class_init (MpsContactsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_contacts_table_dispose;
  widget_class->grab_focus = mps_contacts_table_grab_focus;
  g_type_ensure (MPS_TYPE_CONTACT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contacts-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactsTable, view);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsTable, name_column);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_printers_clicked);
  gtk_widget_class_bind_template_callback (widget_class, dup_number);
  gtk_widget_class_bind_template_callback (widget_class, is_assigned);
  gtk_widget_class_bind_template_callback (widget_class, mps_cell_tooltip_query);
}

static void
mps_contacts_table_init (MpsContactsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  gtk_column_view_sort_by_column (self->view, self->name_column, GTK_SORT_ASCENDING);
}

/**
 * mps_contacts_table_follow:
 * @self: a table
 * @selection: (transfer none): the contacts to show
 *
 * Shows the contacts of @selection; to be called once.
 */
void
mps_contacts_table_follow (MpsContactsTable *self, MpsRowSelection *selection)
{
  g_autoptr (MpsGradualRows) rows = NULL;

  g_return_if_fail (MPS_IS_CONTACTS_TABLE (self));
  g_return_if_fail (MPS_IS_ROW_SELECTION (selection));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (mps_row_selection_get_list (selection));
  on_sorter_changed (self);
  rows = mps_gradual_rows_new (g_object_ref (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
}
