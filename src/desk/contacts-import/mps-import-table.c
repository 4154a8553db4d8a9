/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-table.h"

#include "mps-import-cell.h"
#include "mps-import-state.h"
#include "mps-import-text.h"

#include <glib/gi18n.h>

/* Where a row has more cells too many, its commas are no separators of cells. */
#define MAX_SURPLUS 5

struct _MpsImportTable {
  AdwBin parent_instance;

  GtkColumnView *view;
  GPtrArray *columns; /* GtkColumnViewColumn: those of the cells, by their place in a row */
  GtkColumnViewColumn *focus_column; /* one of them, or NULL */
};

enum {
  ENTERED,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsImportTable, mps_import_table, ADW_TYPE_BIN)

static char *
line_text (GtkListItem *item, MpsContactsRow *row)
{
  return row ? g_strdup_printf ("%u", mps_contacts_row_get_line (row)) : NULL;
}

static char *
row_label (GtkColumnViewRow *item, MpsContactsRow *row)
{
  /* Translators: a row of a file; %u is its line number */
  return row ? g_strdup_printf (_ ("Line %u"), mps_contacts_row_get_line (row)) : NULL;
}

static void
on_entered (MpsImportTable *self, MpsImportCell *cell)
{
  self->focus_column = self->columns->pdata[mps_import_cell_get_column (cell)];
  g_signal_emit (self, signals[ENTERED], 0, mps_import_cell_get_row (cell),
                 mps_import_cell_get_column (cell));
}

static void
on_edited (MpsImportTable *self, const char *text, MpsImportCell *cell)
{
  g_signal_emit (self, signals[EDITED], 0, mps_import_cell_get_row (cell),
                 mps_import_cell_get_column (cell), text);
}

static guint
find_column (MpsImportTable *self, GtkListItemFactory *factory)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (gtk_column_view_column_get_factory (self->columns->pdata[i]) == factory)
      return i;
  g_assert_not_reached ();
}

static void
on_setup_cell (MpsImportTable *self, GtkColumnViewCell *cell, GtkListItemFactory *factory)
{
  GtkWidget *child = mps_import_cell_new (find_column (self, factory));

  g_signal_connect_object (child, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  gtk_column_view_cell_set_child (cell, child);
}

static void
on_bind_cell (MpsImportTable *self, GtkColumnViewCell *cell)
{
  mps_import_cell_set_row (MPS_IMPORT_CELL (gtk_column_view_cell_get_child (cell)),
                           gtk_column_view_cell_get_item (cell));
}

static void
on_unbind_cell (MpsImportTable *self, GtkColumnViewCell *cell)
{
  mps_import_cell_set_row (MPS_IMPORT_CELL (gtk_column_view_cell_get_child (cell)), NULL);
}

static void
on_setup_state (MpsImportTable *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, g_object_new (MPS_TYPE_IMPORT_STATE, NULL));
}

static void
on_bind_state (MpsImportTable *self, GtkColumnViewCell *cell)
{
  mps_import_state_set_row (MPS_IMPORT_STATE (gtk_column_view_cell_get_child (cell)),
                            gtk_column_view_cell_get_item (cell));
}

static void
on_unbind_state (MpsImportTable *self, GtkColumnViewCell *cell)
{
  mps_import_state_set_row (MPS_IMPORT_STATE (gtk_column_view_cell_get_child (cell)), NULL);
}

static void
add_column (MpsImportTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = mps_import_text_dup_title (self->columns->len);
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cell), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (column, TRUE);
  g_ptr_array_add (self->columns, column);
  gtk_column_view_append_column (self->view, column);
}

/* A row with cells too many shows them, so that what belongs elsewhere can be moved there. */
static void
fit_columns (MpsImportTable *self, GListModel *rows)
{
  guint n_columns = MPS_N_CONTACT_FIELDS;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MpsContactsRow) row = g_list_model_get_item (rows, i);
      const char *const *cells = mps_contacts_row_get_cells (row);

      n_columns = MAX (n_columns, g_strv_length ((char **) cells));
    }
  n_columns = MIN (n_columns, MPS_N_CONTACT_FIELDS + MAX_SURPLUS);
  while (self->columns->len < n_columns)
    add_column (self);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (self->columns->pdata[i], i < n_columns);
}

/* GTK 4.18 leaks the neighbour of a column that had the focus when that is removed, so it has to
 * have none. */
static void
remove_columns (MpsImportTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (column != self->focus_column)
        gtk_column_view_remove_column (self->view, column);
    }
}

static void
mps_import_table_dispose (GObject *object)
{
  if (MPS_IMPORT_TABLE (object)->view)
    remove_columns (MPS_IMPORT_TABLE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_TABLE);
  G_OBJECT_CLASS (mps_import_table_parent_class)->dispose (object);
}

static void
mps_import_table_finalize (GObject *object)
{
  g_ptr_array_unref (MPS_IMPORT_TABLE (object)->columns);
  G_OBJECT_CLASS (mps_import_table_parent_class)->finalize (object);
}

static void
mps_import_table_class_init (MpsImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_import_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = mps_import_table_finalize;
  signals[ENTERED] = g_signal_new ("entered", MPS_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, MPS_TYPE_CONTACTS_ROW, G_TYPE_UINT);
  signals[EDITED]
      = g_signal_new ("edited", MPS_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, MPS_TYPE_CONTACTS_ROW, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-import-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportTable, view);
  gtk_widget_class_bind_template_callback (widget_class, line_text);
  gtk_widget_class_bind_template_callback (widget_class, row_label);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_state);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_state);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_state);
}

static void
mps_import_table_init (MpsImportTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mps_import_table_set_rows:
 * @self: a table
 * @rows: (transfer none) (nullable): a list of #MpsContactsRow
 */
void
mps_import_table_set_rows (MpsImportTable *self, GListModel *rows)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (MPS_IS_IMPORT_TABLE (self));
  g_return_if_fail (rows == NULL || G_IS_LIST_MODEL (rows));
  fit_columns (self, rows);
  model = rows ? gtk_no_selection_new (g_object_ref (rows)) : NULL;
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

/**
 * mps_import_table_focus_cell:
 * @self: a table
 * @position: a position in its list
 * @column: the place of a cell in its row
 *
 * Scrolls to a cell and gives it the focus.
 */
void
mps_import_table_focus_cell (MpsImportTable *self, guint position, guint column)
{
  g_return_if_fail (MPS_IS_IMPORT_TABLE (self));
  g_return_if_fail (column < self->columns->len);
  gtk_column_view_scroll_to (self->view, position, self->columns->pdata[column],
                             GTK_LIST_SCROLL_FOCUS, NULL);
}
