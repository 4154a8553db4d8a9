/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-sort-button.h"

#include <glib/gi18n.h>

struct _MpsSortButton {
  AdwBin parent_instance;

  GtkColumnView *view; /* weak */

  GMenu *columns_section;
};

typedef enum {
  PROP_TABLE = 1,
  PROP_COLUMN,
  PROP_ORDER,
} MpsSortButtonProperty;

static GParamSpec *properties[PROP_ORDER + 1];

G_DEFINE_FINAL_TYPE (MpsSortButton, mps_sort_button, ADW_TYPE_BIN)

static GtkMenuButton *
get_button (MpsSortButton *self)
{
  return GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

/* The part of it that takes the keyboard, and so is what a screen reader tells of. */
static GtkAccessible *
get_toggle (MpsSortButton *self)
{
  return GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (get_button (self))));
}

static GtkColumnViewSorter *
get_sorter (MpsSortButton *self)
{
  return self->view ? GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view)) : NULL;
}

static GtkColumnViewColumn *
get_column (MpsSortButton *self)
{
  GtkColumnViewSorter *sorter = get_sorter (self);

  return sorter ? gtk_column_view_sorter_get_primary_sort_column (sorter) : NULL;
}

static GtkSortType
get_order (MpsSortButton *self)
{
  GtkColumnViewSorter *sorter = get_sorter (self);

  return sorter ? gtk_column_view_sorter_get_primary_sort_order (sorter) : GTK_SORT_ASCENDING;
}

static const char *
get_order_name (MpsSortButton *self)
{
  return get_order (self) == GTK_SORT_DESCENDING ? "descending" : "ascending";
}

static const char *
get_title (MpsSortButton *self)
{
  GtkColumnViewColumn *column = get_column (self);

  return column ? gtk_column_view_column_get_title (column) : "";
}

static char *
dup_sentence (MpsSortButton *self)
{
  if (get_column (self) == NULL)
    return g_strdup (_ ("Not sorted"));
  if (get_order (self) == GTK_SORT_DESCENDING)
    /* Translators: the title of a column. */
    return g_strdup_printf (_ ("Sorted by “%s”, descending"), get_title (self));
  /* Translators: the title of a column. */
  return g_strdup_printf (_ ("Sorted by “%s”, ascending"), get_title (self));
}

static void
on_sorter_changed (MpsSortButton *self)
{
  const gboolean descending = get_order (self) == GTK_SORT_DESCENDING;
  g_autofree char *sentence = dup_sentence (self);

  gtk_menu_button_set_icon_name (get_button (self), descending ? "view-sort-descending-symbolic"
                                                               : "view-sort-ascending-symbolic");
  gtk_accessible_update_property (get_toggle (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

/* A column that is not seen can be sorted by only while it is what the table is sorted by. */
static gboolean
is_offered (MpsSortButton *self, GtkColumnViewColumn *column)
{
  return gtk_column_view_column_get_sorter (column)
         && (gtk_column_view_column_get_visible (column) || column == get_column (self));
}

/* The columns may have been moved, hidden or shown since the menu was seen last. */
static void
fill_menu (GtkMenuButton *button, gpointer user_data)
{
  MpsSortButton *self = user_data;
  GListModel *columns = gtk_column_view_get_columns (self->view);

  g_menu_remove_all (self->columns_section);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *title = gtk_column_view_column_get_title (column);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      if (!is_offered (self, column))
        continue;
      g_menu_item_set_action_and_target (item, "sort.column", "s", title);
      g_menu_append_item (self->columns_section, item);
    }
}

static GtkColumnViewColumn *
find_column (MpsSortButton *self, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  return NULL;
}

static void
sort (MpsSortButton *self, GtkColumnViewColumn *column, GtkSortType order)
{
  g_autofree char *sentence = NULL;

  if (column == NULL || (column == get_column (self) && order == get_order (self)))
    return;
  gtk_column_view_sort_by_column (self->view, column, order);
  sentence = dup_sentence (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* An order without a column is that of the first one. */
static void
set_order (MpsSortButton *self, const char *name)
{
  g_autoptr (GtkColumnViewColumn) first
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);
  GtkColumnViewColumn *column = get_column (self);

  sort (self, column ? column : first,
        g_strcmp0 (name, "descending") == 0 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static GtkColumnView *
find_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *found = find_view (child);

      if (found)
        return found;
    }
  return NULL;
}

static void
set_table (MpsSortButton *self, GtkWidget *table)
{
  g_return_if_fail (self->view == NULL);
  g_set_weak_pointer (&self->view, find_view (table));
  g_return_if_fail (self->view != NULL);
  g_signal_connect_object (get_sorter (self), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (get_button (self), fill_menu, self, NULL);
  gtk_accessible_update_relation (get_toggle (self), GTK_ACCESSIBLE_RELATION_CONTROLS, self->view,
                                  NULL, -1);
  on_sorter_changed (self);
}

static void
mps_sort_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpsSortButton *self = MPS_SORT_BUTTON (object);

  switch ((MpsSortButtonProperty) id)
    {
    case PROP_TABLE:
      g_value_set_object (value, self->view);
      break;
    case PROP_COLUMN:
      g_value_set_string (value, get_title (self));
      break;
    case PROP_ORDER:
      g_value_set_string (value, get_order_name (self));
      break;
    }
}

static void
mps_sort_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpsSortButton *self = MPS_SORT_BUTTON (object);

  switch ((MpsSortButtonProperty) id)
    {
    case PROP_TABLE:
      if (g_value_get_object (value))
        set_table (self, g_value_get_object (value));
      break;
    case PROP_COLUMN:
      if (self->view && g_value_get_string (value))
        sort (self, find_column (self, g_value_get_string (value)), get_order (self));
      break;
    case PROP_ORDER:
      if (self->view)
        set_order (self, g_value_get_string (value));
      break;
    }
}

static void
mps_sort_button_dispose (GObject *object)
{
  MpsSortButton *self = MPS_SORT_BUTTON (object);

  g_clear_weak_pointer (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_SORT_BUTTON);
  G_OBJECT_CLASS (mps_sort_button_parent_class)->dispose (object);
}

static void
mps_sort_button_class_init (MpsSortButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mps_sort_button_get_property;
  object_class->set_property = mps_sort_button_set_property;
  object_class->dispose = mps_sort_button_dispose;
  properties[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_COLUMN] = g_param_spec_string ("column", NULL, NULL, "", flags);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "ascending", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_property_action (widget_class, "sort.column", "column");
  gtk_widget_class_install_property_action (widget_class, "sort.order", "order");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-sort-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsSortButton, columns_section);
}

static void
mps_sort_button_init (MpsSortButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
