/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/widgets/mps-sort-button.h"

typedef struct {
  GtkWidget *button;
  GtkColumnView *view;
  GListModel *sorted;
} Table;

static char *
dup_reversed (GObject *item, gpointer data)
{
  return g_strreverse (g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item))));
}

/* A column of texts as they are, or of what they are when read from the end. */
static GtkColumnViewColumn *
add_column (Table *self, const char *title, gboolean reversed)
{
  GtkExpression *expression
      = reversed ? gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                G_CALLBACK (dup_reversed), NULL, NULL)
                 : gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (expression));
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, NULL);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->view, column);
  return column;
}

/* The button finds the view that is somewhere in the table. */
static void
show_table (DeskFixture *fixture, Table *self)
{
  const char *const texts[] = { "ac", "bb", "ca", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  add_column (self, "Text", FALSE);
  add_column (self, "End", TRUE);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (gtk_string_list_new (texts)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->sorted = G_LIST_MODEL (sorted);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_no_selection_new (self->sorted)));
  g_object_unref (gtk_column_view_get_model (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->button = g_object_new (MPS_TYPE_SORT_BUTTON, "table", scrolled, NULL);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), scrolled);
  desk_show (fixture, box);
}

static void
expect_order (Table *self, const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->sorted); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (self->sorted, i);

      g_string_append_printf (order, "%s ", gtk_string_object_get_string (item));
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
expect_said (Table *self, const char *sentence)
{
  GtkWidget *button = desk_find (self->button, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);
}

static void
test_menu (DeskFixture *fixture, gconstpointer data)
{
  Table table;

  show_table (fixture, &table);
  expect_said (&table, "Not sorted");
  gtk_widget_activate_action (table.button, "sort.column", "s", "End");
  expect_order (&table, "ca bb ac ");
  expect_said (&table, "Sorted by “End”, ascending");
  gtk_widget_activate_action (table.button, "sort.order", "s", "descending");
  expect_order (&table, "ac bb ca ");
  expect_said (&table, "Sorted by “End”, descending");
  /* The order stays when the column becomes another. */
  gtk_widget_activate_action (table.button, "sort.column", "s", "Text");
  expect_order (&table, "ca bb ac ");
}

/* An order alone is that of the first column. */
static void
test_order_first (DeskFixture *fixture, gconstpointer data)
{
  Table table;

  show_table (fixture, &table);
  gtk_widget_activate_action (table.button, "sort.order", "s", "descending");
  expect_order (&table, "ca bb ac ");
  expect_said (&table, "Sorted by “Text”, descending");
}

/* What is sorted by a click on a title is said as well. */
static void
test_title (DeskFixture *fixture, gconstpointer data)
{
  Table table;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autofree char *title = NULL, *order = NULL;

  show_table (fixture, &table);
  column = g_list_model_get_item (gtk_column_view_get_columns (table.view), 1);
  gtk_column_view_sort_by_column (table.view, column, GTK_SORT_DESCENDING);
  expect_said (&table, "Sorted by “End”, descending");
  g_object_get (table.button, "column", &title, "order", &order, NULL);
  g_assert_cmpstr (title, ==, "End");
  g_assert_cmpstr (order, ==, "descending");
}

static guint
count_offered (Table *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (desk_find (self->button, GTK_TYPE_MENU_BUTTON));
  g_autoptr (GMenuModel) columns = NULL;

  gtk_menu_button_popup (button);
  columns = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (button), 0,
                                        G_MENU_LINK_SECTION);
  gtk_menu_button_popdown (button);
  return (guint) g_menu_model_get_n_items (columns);
}

/* What is hidden is not offered, unless it is what the table is sorted by. */
static void
test_hidden (DeskFixture *fixture, gconstpointer data)
{
  Table table;
  g_autoptr (GtkColumnViewColumn) column = NULL;

  show_table (fixture, &table);
  column = g_list_model_get_item (gtk_column_view_get_columns (table.view), 1);
  g_assert_cmpuint (count_offered (&table), ==, 2);
  gtk_column_view_column_set_visible (column, FALSE);
  g_assert_cmpuint (count_offered (&table), ==, 1);
  gtk_column_view_sort_by_column (table.view, column, GTK_SORT_ASCENDING);
  g_assert_cmpuint (count_offered (&table), ==, 2);
  gtk_column_view_column_set_sorter (column, NULL);
  g_assert_cmpuint (count_offered (&table), ==, 1);
}

static void
add_tests (void)
{
  desk_fixture_add ("/sort-button/menu", test_menu);
  desk_fixture_add ("/sort-button/order-first", test_order_first);
  desk_fixture_add ("/sort-button/title", test_title);
  desk_fixture_add ("/sort-button/hidden", test_hidden);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
