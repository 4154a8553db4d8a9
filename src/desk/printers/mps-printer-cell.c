/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-cell.h"

#include "desk/widgets/mps-cell-tooltip.h"

struct _MpsPrinterCell {
  GtkWidget parent_instance;

  MpsPrinterColumn column;
  MpsPrinter *printer; /* nullable: the one that is shown */
  gulong refresh_handler;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (MpsPrinterCell, mps_printer_cell, GTK_TYPE_WIDGET)

/* How wide each column is, in characters, and how it is written. A status is cut off in its middle:
 * whether something is so or not stands at its end in Japanese, and at the end of all stands how
 * many more statuses there are. */
static const struct {
  guint min_chars;
  guint natural_chars;
  gboolean is_numeric;
  gboolean is_at_end;
  gboolean is_long; /* may be cut off, and is told in full by a tooltip */
  GtkInscriptionOverflow overflow;
} looks[MPS_N_PRINTER_COLUMNS] = {
  [MPS_PRINTER_COLUMN_SERIAL] = { 16, 18, .is_numeric = TRUE },
  [MPS_PRINTER_COLUMN_MODEL] = { 13, 14 },
  [MPS_PRINTER_COLUMN_IP_ADDRESS] = { 14, 15, .is_numeric = TRUE },
  [MPS_PRINTER_COLUMN_HOST_NAME] = { 22, 20 },
  [MPS_PRINTER_COLUMN_LOCATION] = { 24, 26, .is_long = TRUE },
  [MPS_PRINTER_COLUMN_ASSET_TAG] = { 11, 12 },
  [MPS_PRINTER_COLUMN_FIRMWARE] = { 13, 14 },
  [MPS_PRINTER_COLUMN_ORGANIZATION] = { 18, 20 },
  [MPS_PRINTER_COLUMN_AGENT] = { 19, 21, .is_long = TRUE },
  [MPS_PRINTER_COLUMN_AGENT_VERSION] = { 8, 10, .is_numeric = TRUE },
  [MPS_PRINTER_COLUMN_AVERAGE_PAGES] = { 10, 10, .is_numeric = TRUE, .is_at_end = TRUE },
  [MPS_PRINTER_COLUMN_CONTACT] = { 18, 20, .is_long = TRUE },
  [MPS_PRINTER_COLUMN_MANAGED] = { 20, 21 },
  [MPS_PRINTER_COLUMN_COMMUNICATION] = { 16, 16 },
  [MPS_PRINTER_COLUMN_STATUS]
  = { 37, 40, .is_long = TRUE, .overflow = GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE },
};

static void
refresh (MpsPrinterCell *self)
{
  g_autofree char *text = mps_printer_dup_text (self->printer, self->column);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
}

/* A row says that it is another one whenever it may show something else. */
static void
set_printer (MpsPrinterCell *self, MpsPrinter *printer)
{
  if (self->printer)
    g_signal_handler_disconnect (self->printer, self->refresh_handler);
  g_set_object (&self->printer, printer);
  if (printer == NULL)
    return;
  self->refresh_handler
      = g_signal_connect_swapped (printer, "notify::row", G_CALLBACK (refresh), self);
  refresh (self);
}

static void
mps_printer_cell_dispose (GObject *object)
{
  MpsPrinterCell *self = MPS_PRINTER_CELL (object);

  set_printer (self, NULL);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (mps_printer_cell_parent_class)->dispose (object);
}

static void
mps_printer_cell_class_init (MpsPrinterCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_printer_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "printer-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mps_printer_cell_init (MpsPrinterCell *self)
{
}

/* Of a printer with several statuses, the cell has the first one only. */
static gboolean
on_query_tooltip (MpsPrinterCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *whole = NULL;

  if (self->printer)
    whole = mps_printer_dup_whole_text (self->printer, self->column);
  return mps_cell_tooltip_show (self->text, tooltip, whole);
}

/* The baseline is filled so that Japanese stands on the same line as Latin letters do. */
static GtkWidget *
make_text (MpsPrinterCell *self)
{
  const MpsPrinterColumn column = self->column;
  GtkWidget *text = g_object_new (
      GTK_TYPE_INSCRIPTION, "valign", GTK_ALIGN_BASELINE_FILL, "hexpand", TRUE, "text-overflow",
      looks[column].overflow ? looks[column].overflow : GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
      "min-chars", looks[column].min_chars, "nat-chars", looks[column].natural_chars, "xalign",
      looks[column].is_at_end ? 1.0f : 0.0f, NULL);

  if (looks[column].is_numeric)
    gtk_widget_add_css_class (text, "numeric");
  if (looks[column].is_long)
    {
      gtk_widget_set_has_tooltip (text, TRUE);
      g_signal_connect_swapped (text, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
    }
  return text;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer column)
{
  MpsPrinterCell *self = g_object_new (MPS_TYPE_PRINTER_CELL, NULL);

  self->column = GPOINTER_TO_UINT (column);
  self->text = make_text (self);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_column_view_cell_set_child (cell, GTK_WIDGET (self));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  set_printer (MPS_PRINTER_CELL (gtk_column_view_cell_get_child (cell)),
               gtk_column_view_cell_get_item (cell));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  set_printer (MPS_PRINTER_CELL (gtk_column_view_cell_get_child (cell)), NULL);
}

static GtkListItemFactory *
make_factory (MpsPrinterColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

/**
 * mps_printer_cell_column_new:
 * @column: of the printers that are to be shown
 *
 * Its sorter only makes the title one to click on: the list orders itself.
 *
 * Returns: (transfer full): a column of cells, with its id and title
 */
GtkColumnViewColumn *
mps_printer_cell_column_new (MpsPrinterColumn column)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  GtkColumnViewColumn *self
      = gtk_column_view_column_new (mps_printer_column_get_label (column), make_factory (column));

  gtk_column_view_column_set_id (self, mps_printer_column_get_id (column));
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_sorter (self, sorter);
  return self;
}
