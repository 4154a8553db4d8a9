/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-counts.h"

#include <glib/gi18n.h>

struct _MpsPrintersCounts {
  GtkBox parent_instance;

  MpsRowSelection *selection;

  GtkLabel *shown_label;
  GtkLabel *selected_label;
};

G_DEFINE_FINAL_TYPE (MpsPrintersCounts, mps_printers_counts, GTK_TYPE_BOX)

static char *
dup_selected_text (guint n_selected, guint n_hidden)
{
  if (n_selected == 0)
    return g_strdup ("");
  if (n_hidden == 0)
    return g_strdup_printf (ngettext ("%'u selected", "%'u selected", n_selected), n_selected);
  /* Translators: the second number is how many of the selected printers the search hides. */
  return g_strdup_printf (
      ngettext ("%'u selected (%'u hidden)", "%'u selected (%'u hidden)", n_selected), n_selected,
      n_hidden);
}

static void
update (MpsPrintersCounts *self)
{
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const guint n_selected = mps_row_selection_get_n_selected (self->selection);
  const guint n_hidden = n_selected - mps_row_selection_count_shown (self->selection);
  g_autofree char *shown = NULL, *selected = dup_selected_text (n_selected, n_hidden);

  shown = g_strdup_printf (ngettext ("%'u printer", "%'u printers", n_shown), n_shown);
  gtk_label_set_label (self->shown_label, shown);
  gtk_label_set_label (self->selected_label, selected);
}

static void
mps_printers_counts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTERS_COUNTS);
  g_clear_object (&MPS_PRINTERS_COUNTS (object)->selection);
  G_OBJECT_CLASS (mps_printers_counts_parent_class)->dispose (object);
}

static void
mps_printers_counts_class_init (MpsPrintersCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_printers_counts_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-printers-counts.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersCounts, shown_label);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersCounts, selected_label);
}

static void
mps_printers_counts_init (MpsPrintersCounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_printers_counts_follow:
 * @self: counts
 * @selection: (transfer none): the printers to count
 *
 * To be called once.
 */
void
mps_printers_counts_follow (MpsPrintersCounts *self, MpsRowSelection *selection)
{
  g_return_if_fail (MPS_IS_PRINTERS_COUNTS (self));
  g_return_if_fail (MPS_IS_ROW_SELECTION (selection));
  g_return_if_fail (self->selection == NULL);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (mps_row_selection_get_list (selection), "rows-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
