/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-item-names.h"

#include <adwaita.h>

/* The classes of the items of a menu and of a list, which GTK keeps to itself. */
#define MENU_ITEM "GtkModelButton"
#define LIST_ITEM "GtkListItemWidget"

static gboolean
is_a (GtkWidget *widget, const char *type)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type);
}

/* GTK 4.18 says that an item is named by its label, which it hides from screen readers, so that the
 * item has no name at all. */
static void
name_menu_item (GtkWidget *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  if (text == NULL || *text == '\0')
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
name_menu_items (GtkWidget *widget)
{
  if (is_a (widget, MENU_ITEM))
    name_menu_item (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    name_menu_items (child);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* What can be chosen has no name either, unless its factory gives it one. The label stays the same
 * when the item shows another choice. */
static void
name_choice (GtkWidget *item)
{
  GtkWidget *label = find_label (item);

  if (label)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

static gboolean
is_choice (GtkWidget *widget)
{
  return is_a (widget, LIST_ITEM)
         && (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN)
             || gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW));
}

/* Also of the menus that GTK makes itself, such as those of the fields. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER_MENU (widget))
    name_menu_items (widget);
  else if (is_choice (widget))
    name_choice (widget);
  return G_SOURCE_CONTINUE;
}

/**
 * mps_item_names_install:
 *
 * Gives the items of every menu and of every drop-down list a name that screen
 * readers can say, each time they are shown. To be called once, when GTK is
 * ready.
 */
void
mps_item_names_install (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
