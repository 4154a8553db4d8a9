/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-unenroll-dialog.h"

#include "mps-feedback.h"
#include "mps-progress-page.h"
#include "mps-report-view.h"
#include "mps-task-report.h"

#include "store/mps-store-printers.h"

#include <glib/gi18n.h>

/* Shorter work is not worth a dialog that comes and goes. */
#define PATIENCE_MS 300

struct _MpsUnenrollDialog {
  AdwDialog parent_instance;

  GtkWidget *window; /* weak */
  gint64 task;
  guint show_source;

  AdwNavigationView *navigation;
  MpsProgressPage *progress_page;
  AdwNavigationPage *result_page;
  GtkLabel *done_count;
  GtkLabel *task_id;
  GtkLabel *not_done_label;
  MpsReportView *not_done_view;
};

G_DEFINE_FINAL_TYPE (MpsUnenrollDialog, mps_unenroll_dialog, ADW_TYPE_DIALOG)

static void
show (MpsUnenrollDialog *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->window && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_dialog_present (ADW_DIALOG (self), self->window);
}

static gboolean
on_patience_over (gpointer user_data)
{
  MpsUnenrollDialog *self = user_data;

  self->show_source = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
hide (MpsUnenrollDialog *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (gtk_widget_get_parent (GTK_WIDGET (self)))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
tell_of_success (MpsUnenrollDialog *self, guint n_done)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%'u printer was unenrolled.", "%'u printers were unenrolled.", n_done), n_done);

  if (self->window)
    mps_feedback_toast (self->window, text);
}

static void
set_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_label (label, text);
}

static void
show_result (MpsUnenrollDialog *self, MpsTask *task)
{
  g_autoptr (GListModel) lines = mps_task_report_new_lines (task);
  const guint n_not_done = g_list_model_get_n_items (lines);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%'u printer was not unenrolled:", "%'u printers were not unenrolled:", n_not_done),
      n_not_done);

  self->task = mps_task_get_id (task);
  adw_navigation_page_set_title (self->result_page,
                                 mps_task_state_get_label (mps_task_get_state (task)));
  set_number (self->done_count, mps_task_get_done (task));
  set_number (self->task_id, self->task);
  gtk_label_set_label (self->not_done_label, heading);
  mps_report_view_set_titles (self->not_done_view, NULL, _ ("Serial number"), _ ("Reason"));
  mps_report_view_set_lines (self->not_done_view, lines);
  adw_navigation_view_replace (self->navigation, &self->result_page, 1);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  show (self);
}

static void
on_unenrolled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsUnenrollDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_unenroll_finish (MPS_STORE (source), result, &error);

  mps_progress_page_end (self->progress_page);
  if (task && mps_task_get_state (task) != MPS_TASK_COMPLETED)
    {
      show_result (self, task);
      return;
    }
  hide (self);
  if (task)
    tell_of_success (self, mps_task_get_done (task));
  else if (self->window)
    mps_feedback_error (self->window, _ ("Not unenrolled"), error);
}

static void
on_task_activated (MpsUnenrollDialog *self)
{
  const gint64 task = self->task;
  GtkWidget *window = self->window;

  adw_dialog_close (ADW_DIALOG (self));
  if (window)
    gtk_widget_activate_action (window, "win.show-task", "x", task);
}

/* While it runs, Escape is a wish to stop it; the dialog then says what was done. */
static void
mps_unenroll_dialog_close_attempt (AdwDialog *dialog)
{
  mps_progress_page_cancel (MPS_UNENROLL_DIALOG (dialog)->progress_page);
}

static void
mps_unenroll_dialog_dispose (GObject *object)
{
  MpsUnenrollDialog *self = MPS_UNENROLL_DIALOG (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_UNENROLL_DIALOG);
  G_OBJECT_CLASS (mps_unenroll_dialog_parent_class)->dispose (object);
}

static void
mps_unenroll_dialog_class_init (MpsUnenrollDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_unenroll_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_unenroll_dialog_close_attempt;

  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  g_type_ensure (MPS_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-unenroll-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, result_page);
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, done_count);
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, task_id);
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, not_done_label);
  gtk_widget_class_bind_template_child (widget_class, MpsUnenrollDialog, not_done_view);
  gtk_widget_class_bind_template_callback (widget_class, on_task_activated);
}

static void
mps_unenroll_dialog_init (MpsUnenrollDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_unenroll_dialog_run:
 * @window: the window that is told how it ends
 * @session: a session that looks at one organization
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 *
 * Unenrolls the printers, without asking. A dialog is shown when that takes a
 * while and when some of them stay.
 */
void
mps_unenroll_dialog_run (GtkWidget *window, MpsSession *session, const gint64 *printers,
                         gsize n_printers)
{
  g_autoptr (MpsUnenrollDialog) self = NULL;
  g_autoptr (MpsActivity) activity = NULL;

  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (MPS_IS_SESSION (session));
  self = g_object_ref_sink (g_object_new (MPS_TYPE_UNENROLL_DIALOG, NULL));
  g_set_weak_pointer (&self->window, window);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  activity = mps_activity_begin (session, MPS_TASK_UNENROLL);
  mps_progress_page_begin (self->progress_page, activity);
  self->show_source = g_timeout_add (PATIENCE_MS, on_patience_over, self);
  mps_store_unenroll_async (
      mps_session_get_store (session), mps_session_get_organization (session),
      mps_targets_new_ids (printers, n_printers), mps_activity_get_progress (activity),
      mps_activity_get_cancellable (activity), on_unenrolled, g_object_ref (self));
}
