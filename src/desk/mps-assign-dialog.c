/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-assign-dialog.h"

#include "mps-contact-chooser.h"
#include "mps-error-view.h"
#include "mps-feedback.h"
#include "mps-progress-page.h"
#include "mps-replaced-contacts.h"
#include "mps-report-page.h"
#include "mps-task-report.h"

#include "store/mps-store-printers.h"

#include <glib/gi18n.h>

struct _MpsAssignDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  gint64 *printers;
  gsize n_printers;
  GListModel *replaced;

  AdwNavigationView *navigation;
  AdwWindowTitle *window_title;
  AdwBanner *replaced_banner;
  MpsContactChooser *chooser;
  MpsErrorView *error_view;
  MpsProgressPage *progress_page;
};

G_DEFINE_FINAL_TYPE (MpsAssignDialog, mps_assign_dialog, ADW_TYPE_DIALOG)

static void
refresh_replaced (MpsAssignDialog *self)
{
  g_autofree char *sentence = NULL;
  guint n_replaced;

  g_clear_object (&self->replaced);
  self->replaced = mps_replaced_contacts_find (
      mps_session_get_fleet (self->session), self->printers, self->n_printers,
      mps_contact_chooser_get_contact (self->chooser), &n_replaced);
  adw_banner_set_revealed (self->replaced_banner, n_replaced > 0);
  if (n_replaced == 0)
    return;
  sentence = mps_replaced_contacts_dup_sentence (self->replaced, n_replaced);
  adw_banner_set_title (self->replaced_banner, sentence);
}

static void
on_contact_changed (MpsAssignDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assign.run",
                                 mps_contact_chooser_get_contact (self->chooser) != 0);
  refresh_replaced (self);
}

static void
show_replaced (MpsAssignDialog *self)
{
  adw_navigation_view_push (
      self->navigation, mps_report_page_new (_ ("Contacts that will be replaced"), self->replaced,
                                             _ ("Printers"), _ ("Contact"), _ ("Company")));
}

static void
show_failure (MpsAssignDialog *self, const GError *error)
{
  adw_navigation_view_pop (self->navigation);
  mps_error_view_set_error (self->error_view, mps_feedback_is_quiet (error) ? NULL : error);
}

static void
show_success (MpsAssignDialog *self, guint n_done)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("The contact was assigned to %u printer.",
                                   "The contact was assigned to %u printers.", n_done),
                         n_done);

  mps_feedback_toast (GTK_WIDGET (self), text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_assigned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAssignDialog) self = user_data;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  task = mps_store_assign_contact_finish (MPS_STORE (source), result, &error);
  mps_progress_page_end (self->progress_page);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (task == NULL)
    show_failure (self, error);
  else if (mps_task_get_state (task) == MPS_TASK_COMPLETED)
    show_success (self, mps_task_get_done (task));
  else
    adw_navigation_view_push (self->navigation, mps_task_report_new_page (task));
}

static void
activate_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (widget);
  g_autoptr (MpsActivity) activity = mps_activity_begin (self->session, MPS_TASK_ASSIGN);

  mps_error_view_set_error (self->error_view, NULL);
  mps_progress_page_begin (self->progress_page, activity);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->progress_page));
  mps_store_assign_contact_async (
      mps_session_get_store (self->session), self->organization,
      mps_contact_chooser_get_contact (self->chooser),
      mps_targets_new_ids (self->printers, self->n_printers), mps_activity_get_progress (activity),
      mps_activity_get_cancellable (activity), on_assigned, g_object_ref (self));
}

static void
on_chooser_activated (MpsAssignDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assign.run", NULL);
}

/* While it runs, Escape is a wish to stop it; the dialog then says what was done. */
static void
mps_assign_dialog_close_attempt (AdwDialog *dialog)
{
  mps_progress_page_cancel (MPS_ASSIGN_DIALOG (dialog)->progress_page);
}

static void
mps_assign_dialog_dispose (GObject *object)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ASSIGN_DIALOG);
  g_clear_object (&self->replaced);
  g_clear_object (&self->session);
  g_clear_pointer (&self->printers, g_free);
  G_OBJECT_CLASS (mps_assign_dialog_parent_class)->dispose (object);
}

static void
mps_assign_dialog_class_init (MpsAssignDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_assign_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_assign_dialog_close_attempt;

  g_type_ensure (MPS_TYPE_CONTACT_CHOOSER);
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  gtk_widget_class_install_action (widget_class, "assign.run", NULL, activate_run);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, replaced_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, progress_page);
  gtk_widget_class_bind_template_callback (widget_class, on_contact_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chooser_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_replaced);
}

static void
mps_assign_dialog_init (MpsAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_assign_dialog_new:
 * @session: the session whose organization the printers belong to
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_assign_dialog_new (MpsSession *session, const gint64 *printers, gsize n_printers)
{
  g_autofree char *subtitle = NULL;
  MpsAssignDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  self = g_object_new (MPS_TYPE_ASSIGN_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  self->printers = g_memdup2 (printers, n_printers * sizeof *printers);
  self->n_printers = n_printers;
  subtitle = g_strdup_printf (ngettext ("For %u printer", "For %u printers", (gulong) n_printers),
                              (guint) n_printers);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  mps_contact_chooser_set_session (self->chooser, session);
  on_contact_changed (self);
  return ADW_DIALOG (self);
}
