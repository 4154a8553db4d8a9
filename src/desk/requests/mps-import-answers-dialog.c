/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-answers-dialog.h"

#include "mps-answers-result-page.h"
#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-file-row.h"
#include "desk/widgets/mps-open-file.h"
#include "desk/widgets/mps-progress-page.h"

#include "exchange/mps-exchange-file.h"

#include <glib/gi18n.h>

struct _MpsImportAnswersDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  GFile *file;

  AdwNavigationView *navigation;
  AdwWindowTitle *title;
  MpsErrorView *error_view;
  MpsFileRow *file_row;
  MpsProgressPage *progress_page;
  MpsAnswersResultPage *result_page;
};

G_DEFINE_FINAL_TYPE (MpsImportAnswersDialog, mps_import_answers_dialog, ADW_TYPE_DIALOG)

static void
set_file (MpsImportAnswersDialog *self, GFile *file)
{
  g_set_object (&self->file, file);
  mps_file_row_set_file (self->file_row, file);
  mps_error_view_set_error (self->error_view, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.import", TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsImportAnswersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  MpsAnswerImport *import;

  import = mps_exchange_import_finish (MPS_STORE (source), result, &error);
  mps_progress_page_end (self->progress_page);
  if (import == NULL)
    {
      adw_navigation_view_pop (self->navigation);
      mps_error_view_set_error (self->error_view, mps_feedback_is_quiet (error) ? NULL : error);
      return;
    }
  mps_answers_result_page_show (self->result_page, mps_session_get_fleet (self->session), import);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->result_page));
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportAnswersDialog *self = MPS_IMPORT_ANSWERS_DIALOG (widget);
  g_autoptr (MpsActivity) activity = mps_activity_begin (self->session, MPS_TASK_IMPORT_ANSWER);

  mps_error_view_set_error (self->error_view, NULL);
  mps_progress_page_run (self->progress_page, self->navigation, activity);
  mps_exchange_import_async (mps_session_get_store (self->session), self->organization, self->file,
                             mps_activity_get_progress (activity),
                             mps_activity_get_cancellable (activity), on_imported,
                             g_object_ref (self));
}

static void
on_file_chosen (GtkWidget *widget, GFile *file)
{
  set_file (MPS_IMPORT_ANSWERS_DIALOG (widget), file);
}

static void
activate_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_open_file (widget, _ ("Choose an answer"), _ ("Answers (JSON)"),
                 (const char *const[]) { "json", NULL }, on_file_chosen);
}

static gboolean
on_drop (MpsImportAnswersDialog *self, const GValue *value)
{
  set_file (self, g_value_get_object (value));
  return TRUE;
}

static void
mps_import_answers_dialog_dispose (GObject *object)
{
  MpsImportAnswersDialog *self = MPS_IMPORT_ANSWERS_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_ANSWERS_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mps_import_answers_dialog_parent_class)->dispose (object);
}

static void
mps_import_answers_dialog_class_init (MpsImportAnswersDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_import_answers_dialog_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_FILE_ROW);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  g_type_ensure (MPS_TYPE_ANSWERS_RESULT_PAGE);
  gtk_widget_class_install_action (widget_class, "answers.choose", NULL, activate_choose);
  gtk_widget_class_install_action (widget_class, "answers.import", NULL, activate_import);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-answers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportAnswersDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsImportAnswersDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MpsImportAnswersDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsImportAnswersDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportAnswersDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportAnswersDialog, result_page);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
}

static void
mps_import_answers_dialog_init (MpsImportAnswersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.import", FALSE);
}

/**
 * mps_import_answers_dialog_new:
 * @session: the session whose organization's requests are answered
 * @file: (nullable): the answer, where the user has chosen it already
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_import_answers_dialog_new (MpsSession *session, GFile *file)
{
  MpsImportAnswersDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  self = g_object_new (MPS_TYPE_IMPORT_ANSWERS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  adw_window_title_set_subtitle (self->title, mps_session_get_organization_name (session));
  if (file)
    set_file (self, file);
  return ADW_DIALOG (self);
}
