/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-contacts-dialog.h"

#include "mps-contacts-file-page.h"
#include "mps-feedback.h"
#include "mps-import-results-page.h"
#include "mps-progress-page.h"

#include <glib/gi18n.h>

struct _MpsImportContactsDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  AdwDialog *close_alert; /* weak */

  AdwNavigationView *navigation;
  MpsContactsFilePage *file_page;
  MpsProgressPage *progress_page;
  MpsImportResultsPage *results_page;
};

G_DEFINE_FINAL_TYPE (MpsImportContactsDialog, mps_import_contacts_dialog, ADW_TYPE_DIALOG)

static void
refresh_action (MpsImportContactsDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run",
                                 mps_contacts_file_page_get_ready (self->file_page));
}

/* There is nothing to cancel any more, so the question is taken back. */
static void
end (MpsImportContactsDialog *self)
{
  mps_progress_page_end (self->progress_page);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (self->close_alert != NULL)
    adw_dialog_force_close (self->close_alert);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsImportContactsDialog) self = user_data;
  g_autoptr (MpsContactsReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = mps_contacts_import_finish (MPS_STORE (source), result, &error);
  end (self);
  if (report == NULL)
    {
      adw_navigation_view_pop (self->navigation);
      mps_feedback_error (GTK_WIDGET (self), _ ("The Import Did Not Begin"), error);
      return;
    }
  mps_import_results_page_show (self->results_page, report,
                                mps_contacts_file_page_get_contacts_file (self->file_page));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->results_page));
}

static void
activate_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (widget);
  g_autoptr (MpsActivity) activity = mps_activity_begin (self->session, MPS_TASK_IMPORT_CONTACTS);

  mps_progress_page_begin (self->progress_page, activity);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->progress_page));
  mps_contacts_import_async (mps_session_get_store (self->session), self->organization,
                             mps_contacts_file_page_get_contacts_file (self->file_page), FALSE,
                             mps_activity_get_progress (activity),
                             mps_activity_get_cancellable (activity), on_imported,
                             g_object_ref (self));
}

/* What was imported before stays and is reported, so the dialog goes on to its results. */
static void
on_close_answered (MpsImportContactsDialog *self, const char *response)
{
  if (g_str_equal (response, "cancel-import"))
    mps_progress_page_cancel (self->progress_page);
}

static void
mps_import_contacts_dialog_close_attempt (AdwDialog *dialog)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (dialog);
  AdwDialog *alert;

  if (self->close_alert != NULL)
    return;
  alert = adw_alert_dialog_new (_ ("Cancel the Import?"),
                                _ ("Contacts that are imported already stay. The results say which "
                                   "were not imported."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "continue", _ ("Continue _Importing"),
                                  "cancel-import", _ ("_Cancel Import"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "continue");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "continue");
  g_signal_connect_object (alert, "response", G_CALLBACK (on_close_answered), dialog,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->close_alert, alert);
  adw_dialog_present (alert, GTK_WIDGET (dialog));
}

static void
mps_import_contacts_dialog_closed (AdwDialog *dialog)
{
  mps_contacts_file_page_cancel (MPS_IMPORT_CONTACTS_DIALOG (dialog)->file_page);
}

static void
mps_import_contacts_dialog_dispose (GObject *object)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (object);

  g_clear_weak_pointer (&self->close_alert);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_CONTACTS_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_import_contacts_dialog_parent_class)->dispose (object);
}

static void
mps_import_contacts_dialog_class_init (MpsImportContactsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwDialogClass *dialog_class = ADW_DIALOG_CLASS (klass);

  object_class->dispose = mps_import_contacts_dialog_dispose;
  dialog_class->close_attempt = mps_import_contacts_dialog_close_attempt;
  dialog_class->closed = mps_import_contacts_dialog_closed;

  g_type_ensure (MPS_TYPE_CONTACTS_FILE_PAGE);
  g_type_ensure (MPS_TYPE_IMPORT_RESULTS_PAGE);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, activate_run);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-contacts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, results_page);
  gtk_widget_class_bind_template_callback (widget_class, refresh_action);
}

static void
mps_import_contacts_dialog_init (MpsImportContactsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  refresh_action (self);
}

/**
 * mps_import_contacts_dialog_new:
 * @session: the session whose organization gets the contacts; not one that
 *   looks at all of them
 * @file: (nullable): the contacts file, where it is known already
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_import_contacts_dialog_new (MpsSession *session, GFile *file)
{
  MpsImportContactsDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  self = g_object_new (MPS_TYPE_IMPORT_CONTACTS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  mps_contacts_file_page_start (self->file_page, mps_session_get_store (session),
                                self->organization, file);
  return ADW_DIALOG (self);
}
