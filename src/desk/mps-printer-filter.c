/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-filter.h"

#include <glib/gi18n.h>

struct _MpsPrinterFilter {
  GtkBox parent_instance;

  MpsPrinterList *list;

  GtkSearchEntry *search_entry;
  GtkDropDown *status_dropdown;
};

enum {
  CHANGED,
  STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsPrinterFilter, mps_printer_filter, GTK_TYPE_BOX)

static void
on_search_changed (MpsPrinterFilter *self)
{
  if (self->list == NULL)
    return;
  mps_row_list_set_search (MPS_ROW_LIST (self->list),
                           gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_stop_search (MpsPrinterFilter *self)
{
  mps_printer_filter_clear_search (self);
  g_signal_emit (self, signals[STOP], 0);
}

/* The first entry is any status, so a status is one before its position. */
static void
on_status_selected (MpsPrinterFilter *self)
{
  if (self->list == NULL)
    return;
  mps_printer_list_set_status (self->list,
                               (int) gtk_drop_down_get_selected (self->status_dropdown) - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
mps_printer_filter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_PRINTER_FILTER (widget)->search_entry));
}

static void
mps_printer_filter_dispose (GObject *object)
{
  g_clear_object (&MPS_PRINTER_FILTER (object)->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTER_FILTER);
  G_OBJECT_CLASS (mps_printer_filter_parent_class)->dispose (object);
}

static void
mps_printer_filter_class_init (MpsPrinterFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_printer_filter_dispose;
  widget_class->grab_focus = mps_printer_filter_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_PRINTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP] = g_signal_new ("stop", MPS_TYPE_PRINTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-printer-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, status_dropdown);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_status_selected);
}

static void
mps_printer_filter_init (MpsPrinterFilter *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (names, _ ("All statuses"));
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    gtk_string_list_append (names, mps_status_get_label (i));
  gtk_drop_down_set_model (self->status_dropdown, G_LIST_MODEL (names));
}

/**
 * mps_printer_filter_follow:
 * @self: a filter
 * @list: (transfer none): the list it filters
 * @table: (transfer none): where typing begins a search
 *
 * To be called once.
 */
void
mps_printer_filter_follow (MpsPrinterFilter *self, MpsPrinterList *list, GtkWidget *table)
{
  g_return_if_fail (MPS_IS_PRINTER_FILTER (self));
  g_return_if_fail (MPS_IS_PRINTER_LIST (list));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (list);
  gtk_search_entry_set_key_capture_widget (self->search_entry, table);
}

/**
 * mps_printer_filter_get_active:
 * @self: a filter
 *
 * Returns: whether anything may be hidden by it
 */
gboolean
mps_printer_filter_get_active (MpsPrinterFilter *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_FILTER (self), FALSE);
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry))
         || gtk_drop_down_get_selected (self->status_dropdown) != 0;
}

/**
 * mps_printer_filter_clear_search:
 * @self: a filter
 *
 * Returns: whether there was a search to clear
 */
gboolean
mps_printer_filter_clear_search (MpsPrinterFilter *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_FILTER (self), FALSE);
  if (!*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  return TRUE;
}

/**
 * mps_printer_filter_set_status:
 * @self: a filter
 * @status: the one to show, or %MPS_PRINTER_LIST_ANY_STATUS
 */
void
mps_printer_filter_set_status (MpsPrinterFilter *self, int status)
{
  g_return_if_fail (MPS_IS_PRINTER_FILTER (self));
  gtk_drop_down_set_selected (self->status_dropdown, (guint) (status + 1));
}
