/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-contacts-dialog.h"

#include "mps-contacts-file-page.h"
#include "mps-import-check-page.h"
#include "mps-import-results-page.h"
#include "mps-import-row-page.h"
#include "mps-import-run.h"

#include "desk/widgets/mps-discard-question.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-progress-page.h"

#include <glib/gi18n.h>

struct _MpsImportContactsDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  MpsContactsFile *file; /* that is checked or imported */
  gboolean corrected;    /* since the last import of it */
  MpsImportRun *run;     /* the last one; NULL before the first */
  GtkWidget *window;     /* weak: where the end of an import is told of */

  AdwNavigationView *navigation;
  MpsContactsFilePage *file_page;
  MpsImportCheckPage *check_page;
  MpsProgressPage *progress_page;
  MpsImportResultsPage *results_page;
};

G_DEFINE_FINAL_TYPE (MpsImportContactsDialog, mps_import_contacts_dialog, ADW_TYPE_DIALOG)

static void
refresh_actions (MpsImportContactsDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.check",
                                 mps_contacts_file_page_get_ready (self->file_page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run",
                                 mps_import_check_page_get_ready (self->check_page));
}

static void
on_corrected (MpsImportContactsDialog *self)
{
  self->corrected = mps_contacts_file_get_can_undo (self->file);
}

static void
set_file (MpsImportContactsDialog *self, MpsContactsFile *file)
{
  if (self->file == file)
    return;
  if (self->file)
    g_signal_handlers_disconnect_by_func (self->file, on_corrected, self);
  g_set_object (&self->file, file);
  self->corrected = FALSE;
  g_signal_connect_object (file, "changed", G_CALLBACK (on_corrected), self, G_CONNECT_SWAPPED);
}

/* From the results, too, one goes back to the check and from there to the file. */
static void
show_check (MpsImportContactsDialog *self)
{
  AdwNavigationPage *pages[]
      = { ADW_NAVIGATION_PAGE (self->file_page), ADW_NAVIGATION_PAGE (self->check_page) };
  const gboolean again = self->run && mps_import_run_get_file (self->run) == self->file;

  mps_import_check_page_show (self->check_page, mps_session_get_store (self->session),
                              self->organization, self->file, again);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  if (adw_navigation_view_get_visible_page (self->navigation) == pages[0])
    adw_navigation_view_push (self->navigation, pages[1]);
  else
    adw_navigation_view_replace (self->navigation, pages, G_N_ELEMENTS (pages));
}

static void
activate_check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (widget);

  set_file (self, mps_contacts_file_page_get_contacts_file (self->file_page));
  show_check (self);
}

static void
activate_correct (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_check (MPS_IMPORT_CONTACTS_DIALOG (widget));
}

static void
show_results (MpsImportContactsDialog *self)
{
  self->corrected = FALSE;
  mps_import_results_page_show (self->results_page, self->run);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->results_page));
}

static void
on_done (MpsImportContactsDialog *self)
{
  const GError *error = mps_import_run_get_error (self->run);

  if (error == NULL)
    {
      show_results (self);
      return;
    }
  adw_navigation_view_pop (self->navigation);
  mps_feedback_error (GTK_WIDGET (self), _ ("Import not started"), error);
}

static void
activate_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (widget);

  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  g_clear_object (&self->run);
  self->run = mps_import_run_begin (self->session, self->organization, self->file);
  g_signal_connect_object (self->run, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  mps_progress_page_begin (self->progress_page, mps_import_run_get_activity (self->run));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->progress_page));
}

static MpsImportContactsDialog *
create (MpsSession *session, gint64 organization)
{
  MpsImportContactsDialog *self = g_object_new (MPS_TYPE_IMPORT_CONTACTS_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->organization = organization;
  return self;
}

static void
reopen (GtkWidget *widget, gpointer run)
{
  MpsImportContactsDialog *self
      = create (mps_import_run_get_session (run), mps_import_run_get_organization (run));

  self->run = g_object_ref (run);
  set_file (self, mps_import_run_get_file (run));
  show_results (self);
  adw_dialog_present (ADW_DIALOG (self), widget);
}

static void
on_done_in_background (GtkWidget *window, MpsImportRun *run)
{
  g_autofree char *summary = NULL;

  if (mps_import_run_get_error (run))
    {
      mps_feedback_error (window, _ ("Import not started"), mps_import_run_get_error (run));
      return;
    }
  summary = mps_import_run_dup_summary (run);
  mps_feedback_toast_with_button (window, summary, TRUE, _ ("Show _results"), reopen,
                                  g_object_ref (run), g_object_unref);
}

/* What runs goes on, and is told of in the window when it is done. */
static void
mps_import_contacts_dialog_closed (AdwDialog *dialog)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (dialog);

  mps_contacts_file_page_cancel (self->file_page);
  mps_import_check_page_stop (self->check_page);
  if (self->run == NULL || mps_activity_get_done (mps_import_run_get_activity (self->run)))
    return;
  g_signal_handlers_disconnect_by_func (self->run, on_done, self);
  mps_activity_set_background (mps_import_run_get_activity (self->run), TRUE);
  if (self->window)
    g_signal_connect_object (self->run, "done", G_CALLBACK (on_done_in_background), self->window,
                             G_CONNECT_SWAPPED);
}

/* Corrections are lost with the dialog, except where they are imported or going to be. */
static void
mps_import_contacts_dialog_close_attempt (AdwDialog *dialog)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (dialog);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (MPS_IS_IMPORT_ROW_PAGE (page))
    mps_import_row_page_apply (MPS_IMPORT_ROW_PAGE (page));
  if (page == ADW_NAVIGATION_PAGE (self->progress_page)
      || page == ADW_NAVIGATION_PAGE (self->results_page) || !self->corrected)
    adw_dialog_force_close (dialog);
  else
    mps_discard_question_ask (dialog, _ ("The contacts were not imported, and what you corrected "
                                         "is not saved in the file."));
}

static void
mps_import_contacts_dialog_dispose (GObject *object)
{
  MpsImportContactsDialog *self = MPS_IMPORT_CONTACTS_DIALOG (object);

  g_clear_weak_pointer (&self->window);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_CONTACTS_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_object (&self->run);
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
  g_type_ensure (MPS_TYPE_IMPORT_CHECK_PAGE);
  g_type_ensure (MPS_TYPE_IMPORT_RESULTS_PAGE);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  gtk_widget_class_install_action (widget_class, "import.check", NULL, activate_check);
  gtk_widget_class_install_action (widget_class, "import.correct", NULL, activate_correct);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, activate_run);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-contacts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, check_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportContactsDialog, results_page);
  gtk_widget_class_bind_template_callback (widget_class, refresh_actions);
}

static void
mps_import_contacts_dialog_init (MpsImportContactsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  refresh_actions (self);
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
  self = create (session, mps_session_get_organization (session));
  if (file)
    mps_contacts_file_page_set_file (self->file_page, file);
  return ADW_DIALOG (self);
}
