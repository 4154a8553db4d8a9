/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-layout.h"

/* Wider than any screen. */
#define MAX_WIDTH 10000

static gboolean
is_placed (const MpsPrinterLayout *self, guint n_placed, MpsPrinterColumn column)
{
  for (guint i = 0; i < n_placed; i++)
    if (self->order[i] == column)
      return TRUE;
  return FALSE;
}

/* Those that nothing is said of come last, in the order in which they are numbered. */
static void
place_others (MpsPrinterLayout *self, guint n_placed)
{
  for (MpsPrinterColumn column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    if (!is_placed (self, n_placed, column))
      self->order[n_placed++] = column;
}

static void
clear (MpsPrinterLayout *self)
{
  for (MpsPrinterColumn column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    {
      self->visible[column] = !mps_printer_layout_is_optional (column);
      self->widths[column] = MPS_NATURAL_WIDTH;
    }
}

/**
 * mps_printer_layout_init:
 * @self: (out caller-allocates): a layout
 * @visible: (array length=n_visible): the columns to show, from left to right,
 *   each once, the serial number first
 * @n_visible: how many
 *
 * Makes a layout of those columns in their natural widths, by serial number.
 */
void
mps_printer_layout_init (MpsPrinterLayout *self, const MpsPrinterColumn *visible, guint n_visible)
{
  *self = (MpsPrinterLayout) { .sort_column = MPS_PRINTER_COLUMN_SERIAL };
  clear (self);
  for (guint i = 0; i < n_visible; i++)
    {
      self->order[i] = visible[i];
      self->visible[visible[i]] = TRUE;
    }
  place_others (self, n_visible);
}

/**
 * mps_printer_layout_is_optional:
 * @column: a column
 *
 * Returns: whether it is the user's choice to show it: the serial number says which printer it
 *   is, and the organization is shown when all of them are
 */
gboolean
mps_printer_layout_is_optional (MpsPrinterColumn column)
{
  return column != MPS_PRINTER_COLUMN_SERIAL && column != MPS_PRINTER_COLUMN_ORGANIZATION;
}

/**
 * mps_printer_layout_equal:
 * @self: a layout
 * @other: another one
 *
 * Returns: whether a table looks the same with both
 */
gboolean
mps_printer_layout_equal (const MpsPrinterLayout *self, const MpsPrinterLayout *other)
{
  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    if (self->order[i] != other->order[i] || !self->visible[i] != !other->visible[i]
        || self->widths[i] != other->widths[i])
      return FALSE;
  return self->sort_column == other->sort_column && !self->descending == !other->descending;
}

/**
 * mps_printer_layout_columns_to_variant:
 * @self: a layout
 *
 * Returns: (transfer floating): of each column from left to right its id,
 *   whether it is shown, and its width: a(sbi)
 */
GVariant *
mps_printer_layout_columns_to_variant (const MpsPrinterLayout *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sbi)"));

  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    {
      const MpsPrinterColumn column = self->order[i];

      g_variant_builder_add (&builder, "(sbi)", mps_printer_column_get_id (column),
                             self->visible[column], self->widths[column]);
    }
  return g_variant_builder_end (&builder);
}

static gboolean
is_width (int width)
{
  return width == MPS_NATURAL_WIDTH || (width > 0 && width <= MAX_WIDTH);
}

/**
 * mps_printer_layout_take_columns:
 * @self: a layout
 * @columns: what mps_printer_layout_columns_to_variant() made, or anything else
 *
 * Columns that it does not name are not shown.
 *
 * Returns: %FALSE if it can't be understood; @self is of no use then
 */
gboolean
mps_printer_layout_take_columns (MpsPrinterLayout *self, GVariant *columns)
{
  GVariantIter iter;
  const char *id;
  gboolean visible;
  guint n_placed = 0;
  int width;

  if (!g_variant_is_of_type (columns, G_VARIANT_TYPE ("a(sbi)")))
    return FALSE;
  clear (self);
  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "(&sbi)", &id, &visible, &width))
    {
      const int column = mps_printer_column_from_id (id);

      if (column < 0 || is_placed (self, n_placed, column) || !is_width (width))
        return FALSE;
      self->order[n_placed++] = column;
      self->visible[column] = visible || !mps_printer_layout_is_optional (column);
      self->widths[column] = width;
    }
  place_others (self, n_placed);
  return TRUE;
}

/**
 * mps_printer_layout_sort_to_variant:
 * @self: a layout
 *
 * Returns: (transfer floating): the id of the column that orders the printers,
 *   and whether the highest come first: (sb)
 */
GVariant *
mps_printer_layout_sort_to_variant (const MpsPrinterLayout *self)
{
  return g_variant_new ("(sb)", mps_printer_column_get_id (self->sort_column), self->descending);
}

/**
 * mps_printer_layout_take_sort:
 * @self: a layout
 * @sort: what mps_printer_layout_sort_to_variant() made, or anything else
 *
 * Returns: %FALSE if it can't be understood
 */
gboolean
mps_printer_layout_take_sort (MpsPrinterLayout *self, GVariant *sort)
{
  const char *id;
  int column;

  if (!g_variant_is_of_type (sort, G_VARIANT_TYPE ("(sb)")))
    return FALSE;
  g_variant_get (sort, "(&sb)", &id, &self->descending);
  column = mps_printer_column_from_id (id);
  if (column < 0)
    return FALSE;
  self->sort_column = column;
  return TRUE;
}
