/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-gtk-list.h"

#include <sqlite3.h>

static const char *const names[]
    = { "serial",   "model",         "ip-address", "host-name", "location", "asset-tag",
        "firmware", "average-pages", "managed",    "agent",     "contact",  "organization" };

#define COLUMNS                                                                                    \
  "serial, model, ip_address, host_name, location, asset_tag, firmware, average_pages, managed, "  \
  "agent, contact, organization"

#define BENCH_TYPE_PRINTER (bench_printer_get_type ())
G_DECLARE_FINAL_TYPE (BenchPrinter, bench_printer, BENCH, PRINTER, GObject)

struct _BenchPrinter {
  GObject parent_instance;

  char *texts[G_N_ELEMENTS (names)];
};

G_DEFINE_FINAL_TYPE (BenchPrinter, bench_printer, G_TYPE_OBJECT)

static void
bench_printer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, BENCH_PRINTER (object)->texts[prop_id - 1]);
}

static void
bench_printer_finalize (GObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (BENCH_PRINTER (object)->texts[i]);
  G_OBJECT_CLASS (bench_printer_parent_class)->finalize (object);
}

static void
bench_printer_class_init (BenchPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = bench_printer_get_property;
  G_OBJECT_CLASS (klass)->finalize = bench_printer_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_class_install_property (
        G_OBJECT_CLASS (klass), i + 1,
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE));
}

static void
bench_printer_init (BenchPrinter *self)
{
}

static BenchPrinter *
read_printer (sqlite3_stmt *statement)
{
  BenchPrinter *printer = g_object_new (BENCH_TYPE_PRINTER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    printer->texts[i] = g_strdup ((const char *) sqlite3_column_text (statement, (int) i));
  return printer;
}

/* All at once, which is the quickest way to fill it. */
static void
fill_store (GListStore *store, const char *database)
{
  g_autoptr (GPtrArray) printers = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3 *sql;
  sqlite3_stmt *statement;

  if (sqlite3_open_v2 (database, &sql, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (sql, "SELECT " COLUMNS " FROM printers ORDER BY id", -1, &statement,
                             NULL)
             != SQLITE_OK)
    g_error ("sqlite3: %s", sqlite3_errmsg (sql));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (printers, read_printer (statement));
  sqlite3_finalize (statement);
  sqlite3_close (sql);
  g_list_store_splice (store, 0, 0, printers->pdata, printers->len);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 8);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), 14);
  gtk_column_view_cell_set_child (cell, text);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer column)
{
  BenchPrinter *printer = gtk_column_view_cell_get_item (cell);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            printer->texts[GPOINTER_TO_UINT (column)]);
}

static void
add_column (GtkColumnView *view, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (
      gtk_string_sorter_new (gtk_property_expression_new (BENCH_TYPE_PRINTER, NULL, names[i])));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
  column = gtk_column_view_column_new (names[i], factory);
  gtk_column_view_column_set_id (column, names[i]);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
}

static GtkWidget *
make_view (void)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_column (GTK_COLUMN_VIEW (view), i);
  return view;
}

static GtkStringFilter *
make_filter (void)
{
  GtkStringFilter *filter
      = gtk_string_filter_new (gtk_property_expression_new (BENCH_TYPE_PRINTER, NULL, "location"));

  gtk_string_filter_set_match_mode (filter, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  return filter;
}

/* The models own each other from the last to the first. */
static void
make_models (BenchGtkList *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view));
  GListModel *filtered, *sorted;

  self->store = g_list_store_new (BENCH_TYPE_PRINTER);
  self->filter = make_filter ();
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (self->store),
                                                      GTK_FILTER (g_object_ref (self->filter))));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (filtered, g_object_ref (sorter)));
  self->model = G_LIST_MODEL (gtk_multi_selection_new (sorted));
}

void
bench_gtk_list_show (BenchGtkList *self, const char *database)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = make_view ();
  make_models (self);
  fill_store (self->store, database);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 760);
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
}

GtkColumnViewColumn *
bench_gtk_list_get_column (BenchGtkList *self, const char *name)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_id (column), name))
        return column;
    }
  g_return_val_if_reached (NULL);
}
