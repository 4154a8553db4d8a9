/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-assign-dialog.h"

#include "mps-assign-undo.h"
#include "mps-choose-contact-page.h"
#include "mps-create-contact-page.h"
#include "mps-replaced-contacts.h"

#include "desk/tasks/mps-task-report.h"
#include "desk/widgets/mps-discard-question.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-progress-page.h"
#include "desk/widgets/mps-report-page.h"

#include "store/mps-store-contacts.h"
#include "store/mps-store-printers.h"

#include <glib/gi18n.h>

struct _MpsAssignDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  gint64 *printers;
  gsize n_printers;
  GListModel *replaced;
  gboolean running;
  gboolean creating;
  gboolean changing; /* whether any printer has another contact than the one that is assigned */
  MpsTask *task;     /* (nullable): what was done, once it is */
  GtkWidget *window; /* (nullable): weak; where it is told when the dialog is closed */

  AdwNavigationView *navigation;
  MpsChooseContactPage *choose_page;
  MpsCreateContactPage *create_page;
  MpsProgressPage *progress_page;
};

G_DEFINE_FINAL_TYPE (MpsAssignDialog, mps_assign_dialog, ADW_TYPE_DIALOG)

static gboolean
is_creating (MpsAssignDialog *self)
{
  return adw_navigation_view_get_visible_page (self->navigation)
         == ADW_NAVIGATION_PAGE (self->create_page);
}

/* What was typed is not lost without a question, and what runs ends first. */
static void
refresh (MpsAssignDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assign.create",
                                 mps_create_contact_page_get_valid (self->create_page));
  adw_dialog_set_can_close (
      ADW_DIALOG (self),
      self->task != NULL
          || (!self->running && !mps_create_contact_page_get_modified (self->create_page)));
}

/* The contacts that are named are those of the page that is seen. */
static void
refresh_replaced (MpsAssignDialog *self)
{
  const gint64 contact
      = is_creating (self) ? 0 : mps_choose_contact_page_get_contact (self->choose_page);
  g_autofree char *sentence = NULL;
  guint n_replaced;

  g_clear_object (&self->replaced);
  self->replaced
      = mps_replaced_contacts_find (mps_session_get_fleet (self->session), self->printers,
                                    self->n_printers, contact, &n_replaced);
  if (n_replaced > 0)
    sentence = mps_replaced_contacts_dup_sentence (self->replaced, n_replaced);
  mps_choose_contact_page_set_replaced (self->choose_page, sentence);
  mps_create_contact_page_set_replaced (self->create_page, sentence);
}

static void
on_contact_changed (MpsAssignDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assign.run",
                                 mps_choose_contact_page_get_contact (self->choose_page) != 0);
  refresh_replaced (self);
}

static void
on_page_changed (MpsAssignDialog *self)
{
  GtkWidget *button = is_creating (self)
                          ? mps_create_contact_page_get_default_widget (self->create_page)
                          : mps_choose_contact_page_get_default_widget (self->choose_page);

  adw_dialog_set_default_widget (ADW_DIALOG (self), button);
  if (self->session)
    refresh_replaced (self);
}

static void
activate_show_replaced (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (widget);

  mps_report_page_push (GTK_WIDGET (self->navigation), _ ("Contacts that will be replaced"),
                        self->replaced, _ ("Printers"), _ ("Contact"), _ ("Company"));
}

static void
show_failure (MpsAssignDialog *self, const GError *error)
{
  const GError *told = mps_feedback_is_quiet (error) ? NULL : error;

  adw_navigation_view_pop (self->navigation);
  if (is_creating (self))
    mps_create_contact_page_set_error (self->create_page, told);
  else
    mps_choose_contact_page_set_error (self->choose_page, told);
}

static void
end (MpsAssignDialog *self, MpsTask *task, const GError *error)
{
  mps_progress_page_end (self->progress_page);
  self->running = FALSE;
  g_set_object (&self->task, task);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  refresh (self);
  if (task == NULL)
    show_failure (self, error);
  else if (mps_task_get_state (task) == MPS_TASK_COMPLETED)
    adw_dialog_close (ADW_DIALOG (self));
  else
    adw_navigation_view_push (
        self->navigation, mps_task_report_new_page (mps_session_get_store (self->session), task));
}

static void
on_assigned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAssignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_assign_contact_finish (MPS_STORE (source), result, &error);

  end (self, task, error);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAssignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task
      = mps_store_create_and_assign_finish (MPS_STORE (source), result, &error);

  end (self, task, error);
}

/* Returns: (transfer full): what runs from now on */
static MpsActivity *
begin (MpsAssignDialog *self)
{
  MpsActivity *activity = mps_activity_begin (self->session, MPS_TASK_ASSIGN);

  self->running = TRUE;
  mps_choose_contact_page_set_error (self->choose_page, NULL);
  mps_create_contact_page_set_error (self->create_page, NULL);
  mps_progress_page_begin (self->progress_page, activity);
  refresh (self);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->progress_page));
  return activity;
}

static void
assign (MpsAssignDialog *self, gint64 contact)
{
  g_autoptr (MpsActivity) activity = begin (self);

  self->creating = FALSE;
  self->changing = mps_replaced_contacts_get_any_change (mps_session_get_fleet (self->session),
                                                         self->printers, self->n_printers, contact);
  mps_store_assign_contact_async (
      mps_session_get_store (self->session), self->organization, contact,
      mps_targets_new_ids (self->printers, self->n_printers), mps_activity_get_progress (activity),
      mps_activity_get_cancellable (activity), on_assigned, g_object_ref (self));
}

static void
activate_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (widget);

  assign (self, mps_choose_contact_page_get_contact (self->choose_page));
}

static void
activate_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (widget);

  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->create_page));
}

static void
activate_create (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (widget);
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();
  g_autoptr (MpsActivity) activity = NULL;

  if (!mps_create_contact_page_read (self->create_page, contact))
    return;
  contact->organization = self->organization;
  self->creating = self->changing = TRUE;
  activity = begin (self);
  mps_store_create_and_assign_async (
      mps_session_get_store (self->session), contact,
      mps_targets_new_ids (self->printers, self->n_printers), mps_activity_get_progress (activity),
      mps_activity_get_cancellable (activity), on_created, g_object_ref (self));
}

static void
on_existing_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAssignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactRecord) contact
      = mps_store_find_contact_finish (MPS_STORE (source), result, &error);

  if (self->session == NULL || self->running)
    return;
  if (contact)
    assign (self, contact->id);
  else
    mps_create_contact_page_set_error (self->create_page, error);
}

static void
activate_existing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (widget);
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();

  if (!mps_create_contact_page_read (self->create_page, contact))
    return;
  contact->organization = self->organization;
  mps_store_find_contact_async (mps_session_get_store (self->session), contact, NULL,
                                on_existing_found, g_object_ref (self));
}

/* While it runs, Escape is a wish to stop it; the dialog then says what was done. */
static void
mps_assign_dialog_close_attempt (AdwDialog *dialog)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (dialog);

  if (self->running)
    mps_progress_page_cancel (self->progress_page);
  else
    mps_discard_question_ask (dialog, _ ("What you changed in this contact was not saved."));
}

static void
mps_assign_dialog_closed (AdwDialog *dialog)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (dialog);

  if (self->task && self->window && mps_task_get_done (self->task) > 0)
    mps_assign_undo_offer (self->window, self->session, self->task, self->creating, self->changing);
}

static void
mps_assign_dialog_dispose (GObject *object)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ASSIGN_DIALOG);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->task);
  g_clear_object (&self->replaced);
  g_clear_object (&self->session);
  g_clear_pointer (&self->printers, g_free);
  G_OBJECT_CLASS (mps_assign_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "assign.run", NULL, activate_run);
  gtk_widget_class_install_action (widget_class, "assign.new", NULL, activate_new);
  gtk_widget_class_install_action (widget_class, "assign.create", NULL, activate_create);
  gtk_widget_class_install_action (widget_class, "assign.existing", NULL, activate_existing);
  gtk_widget_class_install_action (widget_class, "assign.show-replaced", NULL,
                                   activate_show_replaced);
}

static void
mps_assign_dialog_class_init (MpsAssignDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_assign_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_assign_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = mps_assign_dialog_closed;

  g_type_ensure (MPS_TYPE_CHOOSE_CONTACT_PAGE);
  g_type_ensure (MPS_TYPE_CREATE_CONTACT_PAGE);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, choose_page);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, create_page);
  gtk_widget_class_bind_template_child (widget_class, MpsAssignDialog, progress_page);
  gtk_widget_class_bind_template_callback (widget_class, on_contact_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
mps_assign_dialog_init (MpsAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MpsAssignDialog *
new_dialog (MpsSession *session, const gint64 *printers, gsize n_printers)
{
  MpsAssignDialog *self = g_object_new (MPS_TYPE_ASSIGN_DIALOG, NULL);
  g_autofree char *subtitle = g_strdup_printf (
      ngettext ("For %'u printer", "For %'u printers", (gulong) n_printers), (guint) n_printers);

  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  self->printers = g_memdup2 (printers, n_printers * sizeof *printers);
  self->n_printers = n_printers;
  mps_choose_contact_page_set_subtitle (self->choose_page, subtitle);
  mps_create_contact_page_set_subtitle (self->create_page, subtitle);
  mps_choose_contact_page_set_session (self->choose_page, session);
  adw_dialog_set_focus (ADW_DIALOG (self), mps_choose_contact_page_get_chooser (self->choose_page));
  return self;
}

/**
 * mps_assign_dialog_new:
 * @session: the session whose organization the printers belong to
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 *
 * Returns: (transfer floating): a dialog that lets choose a contact, to be presented
 */
AdwDialog *
mps_assign_dialog_new (MpsSession *session, const gint64 *printers, gsize n_printers)
{
  MpsAssignDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  self = new_dialog (session, printers, n_printers);
  on_contact_changed (self);
  on_page_changed (self);
  refresh (self);
  return ADW_DIALOG (self);
}

/**
 * mps_assign_dialog_new_create:
 * @session: the session whose organization the printers belong to
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 *
 * Returns: (transfer floating): a dialog that creates the contact, to be presented
 */
AdwDialog *
mps_assign_dialog_new_create (MpsSession *session, const gint64 *printers, gsize n_printers)
{
  MpsAssignDialog *self = MPS_ASSIGN_DIALOG (mps_assign_dialog_new (session, printers, n_printers));
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self->create_page);

  adw_navigation_view_replace (self->navigation, &page, 1);
  adw_dialog_set_focus (ADW_DIALOG (self), NULL);
  adw_dialog_set_title (ADW_DIALOG (self), adw_navigation_page_get_title (page));
  return ADW_DIALOG (self);
}
