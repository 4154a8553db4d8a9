/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-view-name-dialog.h"

#include <glib/gi18n.h>

struct _MpsViewNameDialog {
  AdwAlertDialog parent_instance;

  MpsPrinterViews *views;
  char *id; /* (nullable): of the view that is renamed */

  GtkEditable *row;
  GtkLabel *reason_label;
};

enum {
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsViewNameDialog, mps_view_name_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
dup_name (MpsViewNameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->row)));
}

static void
on_changed (MpsViewNameDialog *self)
{
  g_autofree char *name = dup_name (self);
  const char *reason = mps_printer_views_check_name (self->views, name, self->id);

  gtk_label_set_label (self->reason_label, reason ? reason : "");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "save", reason == NULL);
}

static void
on_response (MpsViewNameDialog *self, const char *response)
{
  g_autofree char *name = dup_name (self);

  if (g_str_equal (response, "save"))
    g_signal_emit (self, signals[NAMED], 0, name);
}

static void
mps_view_name_dialog_dispose (GObject *object)
{
  MpsViewNameDialog *self = MPS_VIEW_NAME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_VIEW_NAME_DIALOG);
  g_clear_object (&self->views);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (mps_view_name_dialog_parent_class)->dispose (object);
}

static void
mps_view_name_dialog_class_init (MpsViewNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_view_name_dialog_dispose;
  signals[NAMED] = g_signal_new ("named", MPS_TYPE_VIEW_NAME_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-view-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsViewNameDialog, row);
  gtk_widget_class_bind_template_child (widget_class, MpsViewNameDialog, reason_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
}

static void
mps_view_name_dialog_init (MpsViewNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_view_name_dialog_new:
 * @views: (transfer none): the views there are
 * @renamed: (nullable): the one that is to have another name; %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
mps_view_name_dialog_new (MpsPrinterViews *views, const MpsPrinterView *renamed)
{
  MpsViewNameDialog *self = g_object_new (MPS_TYPE_VIEW_NAME_DIALOG, NULL);

  self->views = g_object_ref (views);
  self->id = renamed ? g_strdup (renamed->id) : NULL;
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self),
                                renamed ? _ ("Rename view") : _ ("Save as new view"));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self),
                             renamed ? ""
                                     : _ ("A view keeps the columns, their widths, the order and "
                                          "the filter."));
  if (renamed)
    gtk_editable_set_text (self->row, renamed->name);
  return ADW_DIALOG (self);
}
