/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-export-printers-dialog.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-progress-page.h"
#include "desk/widgets/mps-save-file.h"

#include "exchange/mps-printers-export.h"

#include <glib/gi18n.h>

struct _MpsExportPrintersDialog {
  AdwDialog parent_instance;

  MpsRowSelection *selection;
  MpsPrinterColumns *columns;
  GFile *file;

  AdwNavigationView *navigation;
  MpsErrorView *error_view;
  AdwActionRow *printers_row;
  AdwActionRow *columns_row;
  AdwSwitchRow *selected_row;
  AdwSwitchRow *mark_row;
  MpsProgressPage *progress_page;
};

G_DEFINE_FINAL_TYPE (MpsExportPrintersDialog, mps_export_printers_dialog, ADW_TYPE_DIALOG)

static gboolean
wants_selected (MpsExportPrintersDialog *self)
{
  return adw_switch_row_get_active (self->selected_row)
         && mps_row_selection_get_n_selected (self->selection) > 0;
}

static void
show_counts (MpsExportPrintersDialog *self)
{
  const guint n_selected = mps_row_selection_get_n_selected (self->selection);
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const guint n_printers = wants_selected (self) ? n_selected : n_shown;
  g_autofree char *text
      = g_strdup_printf (ngettext ("%'u printer", "%'u printers", n_printers), n_printers);

  adw_action_row_set_subtitle (self->printers_row, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selected_row), n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", n_printers > 0);
}

static void
show_columns (MpsExportPrintersDialog *self)
{
  MpsPrinterColumn shown[MPS_N_PRINTER_COLUMNS];
  const guint n_shown = mps_printer_columns_get_shown (self->columns, shown);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_shown; i++)
    g_strv_builder_add (builder, mps_printer_column_get_label (shown[i]));
  labels = g_strv_builder_end (builder);
  /* Translators: what stands between the names of columns in a list of them. */
  text = g_strjoinv (_ (", "), labels);
  adw_action_row_set_subtitle (self->columns_row, text);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsExportPrintersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean saved = mps_printers_export_finish (result, NULL, &error);

  mps_progress_page_end (self->progress_page);
  /* The window may have gone before the work was canceled. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!saved)
    {
      adw_navigation_view_pop (self->navigation);
      if (!mps_feedback_is_quiet (error))
        mps_error_view_set_error (self->error_view, error);
      return;
    }
  mps_save_file_say_saved (GTK_WIDGET (self), self->file);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsExportPrintersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file)
    mps_export_printers_dialog_save (self, file);
  else if (!mps_feedback_is_quiet (error))
    mps_error_view_set_error (self->error_view, error);
}

static void
activate_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Export printers"));
  gtk_file_dialog_set_initial_name (dialog, _ ("printers.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_chosen,
                        g_object_ref (widget));
}

static void
mps_export_printers_dialog_dispose (GObject *object)
{
  MpsExportPrintersDialog *self = MPS_EXPORT_PRINTERS_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_EXPORT_PRINTERS_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->columns);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mps_export_printers_dialog_parent_class)->dispose (object);
}

static void
mps_export_printers_dialog_class_init (MpsExportPrintersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_export_printers_dialog_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, activate_choose);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-export-printers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, printers_row);
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, selected_row);
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, MpsExportPrintersDialog, progress_page);
  gtk_widget_class_bind_template_callback (widget_class, show_counts);
}

static void
mps_export_printers_dialog_init (MpsExportPrintersDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "export-byte-order-mark", self->mark_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * mps_export_printers_dialog_new:
 * @selection: (transfer none): the printers of a table, and which are selected
 * @columns: (transfer none): the table's columns
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
mps_export_printers_dialog_new (MpsRowSelection *selection, MpsPrinterColumns *columns)
{
  MpsExportPrintersDialog *self;

  g_return_val_if_fail (MPS_IS_ROW_SELECTION (selection), NULL);
  g_return_val_if_fail (MPS_IS_PRINTER_COLUMNS (columns), NULL);
  self = g_object_new (MPS_TYPE_EXPORT_PRINTERS_DIALOG, NULL);
  self->selection = g_object_ref (selection);
  self->columns = g_object_ref (columns);
  g_signal_connect_object (selection, "changed", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_row_selection_get_list (selection), "rows-changed",
                           G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  show_counts (self);
  show_columns (self);
  return ADW_DIALOG (self);
}

/**
 * mps_export_printers_dialog_save:
 * @self: a dialog that is presented
 * @file: where to save
 *
 * Saves what the table shows now; what follows the choice of a place.
 */
void
mps_export_printers_dialog_save (MpsExportPrintersDialog *self, GFile *file)
{
  g_autoptr (MpsActivity) activity = mps_activity_begin_unlisted ();
  MpsRowList *list = mps_row_selection_get_list (self->selection);
  MpsPrinterColumn shown[MPS_N_PRINTER_COLUMNS];
  const guint n_shown = mps_printer_columns_get_shown (self->columns, shown);
  g_autofree guint32 *selected = NULL;
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (list, &n_rows);
  MpsCsvFlags flags = MPS_CSV_SAFE;

  g_return_if_fail (MPS_IS_EXPORT_PRINTERS_DIALOG (self));
  if (wants_selected (self))
    rows = selected = mps_row_selection_dup_rows (self->selection, &n_rows);
  if (adw_switch_row_get_active (self->mark_row))
    flags |= MPS_CSV_BOM;
  g_set_object (&self->file, file);
  mps_error_view_set_error (self->error_view, NULL);
  mps_progress_page_run (self->progress_page, self->navigation, activity);
  mps_printers_export_async (mps_row_list_get_fleet (list), rows, n_rows, shown, n_shown, flags,
                             file, mps_activity_get_progress (activity),
                             mps_activity_get_cancellable (activity), on_saved,
                             g_object_ref (self));
}
