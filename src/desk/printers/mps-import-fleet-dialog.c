/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-fleet-dialog.h"

#include "mps-import-fleet-results.h"

#include "desk/widgets/mps-encoding-row.h"
#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-file-row.h"
#include "desk/widgets/mps-open-file.h"
#include "desk/widgets/mps-progress-page.h"

#include <glib/gi18n.h>

struct _MpsImportFleetDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  GFile *file;
  MpsFleetFile *source;

  AdwNavigationView *navigation;
  MpsErrorView *error_view;
  MpsFileRow *file_row;
  MpsEncodingRow *encoding_row;
  MpsProgressPage *progress_page;
  MpsImportFleetResults *results_page;
};

G_DEFINE_FINAL_TYPE (MpsImportFleetDialog, mps_import_fleet_dialog, ADW_TYPE_DIALOG)

static void
set_file (MpsImportFleetDialog *self, GFile *file)
{
  g_set_object (&self->file, file);
  mps_file_row_set_file (self->file_row, file);
  mps_error_view_set_error (self->error_view, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fleet.import", TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsImportFleetDialog) self = user_data;
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = mps_store_import_printers_finish (MPS_STORE (source), result, &error);
  mps_progress_page_end (self->progress_page);
  if (import == NULL)
    {
      adw_navigation_view_pop (self->navigation);
      if (!mps_feedback_is_quiet (error))
        mps_error_view_set_error (self->error_view, error);
      return;
    }
  mps_import_fleet_results_show (self->results_page, import, self->source);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->results_page));
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportFleetDialog *self = MPS_IMPORT_FLEET_DIALOG (widget);
  g_autoptr (MpsActivity) activity = mps_activity_begin (self->session, MPS_TASK_IMPORT_PRINTERS);
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->file_row));

  g_clear_object (&self->source);
  self->source
      = mps_fleet_file_new (self->file, mps_encoding_row_get_encoding (self->encoding_row));
  mps_progress_page_run (self->progress_page, self->navigation, activity);
  mps_error_view_set_error (self->error_view, NULL);
  mps_store_import_printers_async (
      mps_session_get_store (self->session), self->organization, MPS_PRINTER_SOURCE (self->source),
      name, mps_activity_get_progress (activity), mps_activity_get_cancellable (activity),
      on_imported, g_object_ref (self));
}

static void
on_file_chosen (GtkWidget *widget, GFile *file)
{
  set_file (MPS_IMPORT_FLEET_DIALOG (widget), file);
}

static void
activate_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_open_file (widget, _ ("Choose a fleet list"), _ ("Fleet lists (CSV, TXT, JSON)"),
                 (const char *const[]) { "csv", "txt", "json", NULL }, on_file_chosen);
}

static gboolean
on_drop (MpsImportFleetDialog *self, const GValue *value)
{
  set_file (self, g_value_get_object (value));
  return TRUE;
}

static void
mps_import_fleet_dialog_dispose (GObject *object)
{
  MpsImportFleetDialog *self = MPS_IMPORT_FLEET_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_FLEET_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (mps_import_fleet_dialog_parent_class)->dispose (object);
}

static void
mps_import_fleet_dialog_class_init (MpsImportFleetDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_import_fleet_dialog_dispose;
  g_type_ensure (MPS_TYPE_ENCODING_ROW);
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_FILE_ROW);
  g_type_ensure (MPS_TYPE_IMPORT_FLEET_RESULTS);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  gtk_widget_class_install_action (widget_class, "fleet.choose", NULL, activate_choose);
  gtk_widget_class_install_action (widget_class, "fleet.import", NULL, activate_import);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-fleet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetDialog, results_page);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
}

static void
mps_import_fleet_dialog_init (MpsImportFleetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fleet.import", FALSE);
}

/**
 * mps_import_fleet_dialog_new:
 * @session: the session into whose organization to import
 * @file: (nullable): the file, where the user has chosen one already
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
mps_import_fleet_dialog_new (MpsSession *session, GFile *file)
{
  MpsImportFleetDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  self = g_object_new (MPS_TYPE_IMPORT_FLEET_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  if (file)
    set_file (self, file);
  return ADW_DIALOG (self);
}
