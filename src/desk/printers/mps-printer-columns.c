/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-columns.h"

#include "mps-printer-cell.h"

#include <glib/gi18n.h>

struct _MpsPrinterColumns {
  GObject parent_instance;

  GtkColumnView *view; /* NULL when it is going away */
  MpsPrinterLayout layout;
  GSimpleActionGroup *actions;
  GMenu *shown_menu;
  gboolean is_setting; /* a whole layout, of which only the end is said */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsPrinterColumns, mps_printer_columns, G_TYPE_OBJECT)

static MpsPrinterColumn
get_number (GtkColumnViewColumn *column)
{
  const int number = mps_printer_column_from_id (gtk_column_view_column_get_id (column));

  g_assert (number >= 0);
  return number;
}

static GtkColumnViewColumn *
dup_column (MpsPrinterColumns *self, guint position)
{
  return g_list_model_get_item (gtk_column_view_get_columns (self->view), position);
}

static void
read_sort (MpsPrinterColumns *self, MpsPrinterLayout *layout)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  layout->sort_column = column ? get_number (column) : MPS_PRINTER_COLUMN_SERIAL;
  layout->descending
      = column && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
}

static void
read_column (MpsPrinterColumns *self, guint position, MpsPrinterLayout *layout)
{
  g_autoptr (GtkColumnViewColumn) column = dup_column (self, position);
  const MpsPrinterColumn number = get_number (column);

  layout->order[position] = number;
  layout->widths[number] = gtk_column_view_column_get_fixed_width (column);
  layout->visible[number]
      = !mps_printer_layout_is_optional (number) || gtk_column_view_column_get_visible (column);
}

/* A column that is moved is taken out first. */
static void
update (MpsPrinterColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  MpsPrinterLayout layout;

  if (self->is_setting || g_list_model_get_n_items (columns) < MPS_N_PRINTER_COLUMNS)
    return;
  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    read_column (self, i, &layout);
  read_sort (self, &layout);
  if (mps_printer_layout_equal (&layout, &self->layout))
    return;
  self->layout = layout;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Where the lines of writing begin is where the first column is. */
static gboolean
is_from_left (MpsPrinterColumns *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self->view)) != GTK_TEXT_DIR_RTL;
}

static void
activate_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsPrinterColumns *self = user_data;
  const int column = mps_printer_column_from_id (g_variant_get_string (parameter, NULL));
  const gboolean left = g_str_equal (g_action_get_name (G_ACTION (action)), "move-left");

  if (column >= 0 && self->view)
    mps_printer_columns_move (self, column, left == is_from_left (self) ? -1 : 1);
}

static const GActionEntry action_entries[] = {
  { "move-left", activate_move, "s" },
  { "move-right", activate_move, "s" },
};

static GMenuModel *
make_header_menu (MpsPrinterColumns *self, GtkColumnViewColumn *column)
{
  const char *id = gtk_column_view_column_get_id (column);
  g_autofree char *left = g_strdup_printf ("columns.move-left('%s')", id);
  g_autofree char *right = g_strdup_printf ("columns.move-right('%s')", id);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();

  g_menu_append (moves, _ ("Move _left"), left);
  g_menu_append (moves, _ ("Move _right"), right);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->shown_menu));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
add_to_menu (MpsPrinterColumns *self, GtkColumnViewColumn *column)
{
  const char *id = gtk_column_view_column_get_id (column);
  g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");
  g_autofree char *name = g_strdup_printf ("columns.%s", id);

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->shown_menu, gtk_column_view_column_get_title (column), name);
}

static void
add_column (MpsPrinterColumns *self, MpsPrinterColumn number)
{
  g_autoptr (GtkColumnViewColumn) column = mps_printer_cell_column_new (number);
  g_autoptr (GMenuModel) menu = make_header_menu (self, column);

  gtk_column_view_append_column (self->view, column);
  gtk_column_view_column_set_header_menu (column, menu);
  if (mps_printer_layout_is_optional (number))
    add_to_menu (self, column);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/* What becomes of the columns when their view goes away is nobody's choice. */
static void
mps_printer_columns_dispose (GObject *object)
{
  MpsPrinterColumns *self = MPS_PRINTER_COLUMNS (object);

  if (self->view)
    {
      for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
        {
          g_autoptr (GtkColumnViewColumn) column = dup_column (self, i);

          g_signal_handlers_disconnect_by_data (column, self);
        }
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      self->view = NULL;
    }
  G_OBJECT_CLASS (mps_printer_columns_parent_class)->dispose (object);
}

static void
mps_printer_columns_finalize (GObject *object)
{
  MpsPrinterColumns *self = MPS_PRINTER_COLUMNS (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->shown_menu);
  G_OBJECT_CLASS (mps_printer_columns_parent_class)->finalize (object);
}

static void
mps_printer_columns_class_init (MpsPrinterColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_printer_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = mps_printer_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_PRINTER_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_printer_columns_init (MpsPrinterColumns *self)
{
  self->actions = g_simple_action_group_new ();
  self->shown_menu = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
}

/**
 * mps_printer_columns_new:
 * @view: (transfer none): a view without columns; g_object_run_dispose() what
 *   is made before the view goes away
 *
 * Adds a column for each #MpsPrinterColumn, of its id.
 *
 * Returns: (transfer full): the columns of @view
 */
MpsPrinterColumns *
mps_printer_columns_new (GtkColumnView *view)
{
  MpsPrinterColumns *self = g_object_new (MPS_TYPE_PRINTER_COLUMNS, NULL);

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  self->view = view;
  for (MpsPrinterColumn number = 0; number < MPS_N_PRINTER_COLUMNS; number++)
    add_column (self, number);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_sort_by_column (view, mps_printer_columns_find (self, MPS_PRINTER_COLUMN_SERIAL),
                                  GTK_SORT_ASCENDING);
  update (self);
  return self;
}

/**
 * mps_printer_columns_get_actions:
 * @self: columns
 *
 * Returns: (transfer none): to be inserted as “columns” where their menus are
 */
GActionGroup *
mps_printer_columns_get_actions (MpsPrinterColumns *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_COLUMNS (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

/**
 * mps_printer_columns_find:
 * @self: columns
 * @column: one of them
 *
 * Returns: (transfer none): the column of the view
 */
GtkColumnViewColumn *
mps_printer_columns_find (MpsPrinterColumns *self, MpsPrinterColumn column)
{
  g_return_val_if_fail (MPS_IS_PRINTER_COLUMNS (self), NULL);
  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) found = dup_column (self, i);

      if (get_number (found) == column)
        return found;
    }
  g_assert_not_reached ();
}

/**
 * mps_printer_columns_get_layout:
 * @self: columns
 * @layout: (out caller-allocates): how they are laid out now
 */
void
mps_printer_columns_get_layout (MpsPrinterColumns *self, MpsPrinterLayout *layout)
{
  g_return_if_fail (MPS_IS_PRINTER_COLUMNS (self));
  *layout = self->layout;
}

static void
set_column (MpsPrinterColumns *self, const MpsPrinterLayout *layout, guint position)
{
  const MpsPrinterColumn number = layout->order[position];
  GtkColumnViewColumn *column = mps_printer_columns_find (self, number);
  g_autoptr (GtkColumnViewColumn) there = dup_column (self, position);

  if (there != column)
    gtk_column_view_insert_column (self->view, position, column);
  if (mps_printer_layout_is_optional (number))
    gtk_column_view_column_set_visible (column, layout->visible[number]);
  gtk_column_view_column_set_fixed_width (column, layout->widths[number]);
}

static void
set_sort (MpsPrinterColumns *self, const MpsPrinterLayout *layout)
{
  if (self->layout.sort_column == layout->sort_column
      && !self->layout.descending == !layout->descending)
    return;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, mps_printer_columns_find (self, layout->sort_column),
                                  layout->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * mps_printer_columns_set_layout:
 * @self: columns
 * @layout: how to lay them out
 */
void
mps_printer_columns_set_layout (MpsPrinterColumns *self, const MpsPrinterLayout *layout)
{
  g_return_if_fail (MPS_IS_PRINTER_COLUMNS (self));
  if (self->view == NULL || mps_printer_layout_equal (&self->layout, layout))
    return;
  self->is_setting = TRUE;
  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    set_column (self, layout, i);
  set_sort (self, layout);
  self->is_setting = FALSE;
  update (self);
}

/**
 * mps_printer_columns_get_shown:
 * @self: columns
 * @shown: (out caller-allocates): those that are seen, from left to right
 *
 * Returns: how many are seen; none when the view is going away
 */
guint
mps_printer_columns_get_shown (MpsPrinterColumns *self,
                               MpsPrinterColumn shown[MPS_N_PRINTER_COLUMNS])
{
  guint n_shown = 0;

  g_return_val_if_fail (MPS_IS_PRINTER_COLUMNS (self), 0);
  for (guint i = 0; self->view && i < MPS_N_PRINTER_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = dup_column (self, i);

      if (gtk_column_view_column_get_visible (column))
        shown[n_shown++] = get_number (column);
    }
  return n_shown;
}

/* The next place in that direction where a column is that is seen. */
static int
find_next_shown (MpsPrinterColumns *self, int position, int step)
{
  for (int i = position + step; i >= 0 && i < MPS_N_PRINTER_COLUMNS; i += step)
    {
      g_autoptr (GtkColumnViewColumn) column = dup_column (self, (guint) i);

      if (gtk_column_view_column_get_visible (column))
        return i;
    }
  return -1;
}

/**
 * mps_printer_columns_move:
 * @self: columns
 * @column: one of them
 * @by: -1 to the left, 1 to the right
 *
 * Moves a column past the next one that is shown.
 *
 * Returns: %FALSE if there is none
 */
gboolean
mps_printer_columns_move (MpsPrinterColumns *self, MpsPrinterColumn column, int by)
{
  GtkColumnViewColumn *moved;

  g_return_val_if_fail (MPS_IS_PRINTER_COLUMNS (self), FALSE);
  g_return_val_if_fail (by == -1 || by == 1, FALSE);
  if (self->view == NULL)
    return FALSE;
  moved = mps_printer_columns_find (self, column);
  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) there = dup_column (self, i);
      const int next = there == moved ? find_next_shown (self, (int) i, by) : -1;

      if (next >= 0)
        {
          gtk_column_view_insert_column (self->view, (guint) next, moved);
          return TRUE;
        }
    }
  return FALSE;
}
