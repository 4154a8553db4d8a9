/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-cell-tooltip.h"

static gboolean
is_cut_off (GtkWidget *cell, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (cell);
}

/**
 * mps_cell_tooltip_show:
 * @cell: a #GtkInscription of one line, in a table
 * @tooltip: what is to be shown
 * @text: (nullable): all that there is to say
 *
 * Says @text where the cell has not room for it, or has something shorter.
 *
 * Returns: whether there is anything to say
 */
gboolean
mps_cell_tooltip_show (GtkWidget *cell, GtkTooltip *tooltip, const char *text)
{
  const char *shown = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  if (text == NULL || (g_strcmp0 (text, shown) == 0 && !is_cut_off (cell, text)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/**
 * mps_cell_tooltip_query:
 * @cell: a #GtkInscription of one line, in a table
 * @x: of no account
 * @y: of no account
 * @keyboard: of no account
 * @tooltip: what is to be shown
 *
 * Says in full what is cut off in the cell; for #GtkWidget::query-tooltip.
 * A text that is bound instead makes GTK ask the display server where the
 * pointer is whenever it changes, and wait for the answer: with some hundred
 * cells that takes longer than all the rest of showing other rows.
 *
 * Returns: whether there is anything to say
 */
gboolean
mps_cell_tooltip_query (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  return mps_cell_tooltip_show (cell, tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (cell)));
}
