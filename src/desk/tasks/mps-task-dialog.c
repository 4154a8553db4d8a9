/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-dialog.h"

#include "mps-task-report.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-progress-page.h"
#include "desk/widgets/mps-report-view.h"

#include <glib/gi18n.h>

/* Shorter work is not worth a dialog that comes and goes. */
#define PATIENCE_MS 300

struct _MpsTaskDialog {
  AdwDialog parent_instance;

  GtkWidget *window; /* weak */
  MpsActivity *activity;
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

G_DEFINE_FINAL_TYPE (MpsTaskDialog, mps_task_dialog, ADW_TYPE_DIALOG)

static void
show (MpsTaskDialog *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->window && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_dialog_present (ADW_DIALOG (self), self->window);
}

static gboolean
on_patience_over (gpointer user_data)
{
  MpsTaskDialog *self = user_data;

  self->show_source = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
hide (MpsTaskDialog *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (gtk_widget_get_parent (GTK_WIDGET (self)))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
set_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_label (label, text);
}

static void
show_result (MpsTaskDialog *self, MpsTask *task)
{
  g_autoptr (GListModel) lines = mps_task_report_new_lines (task);

  adw_navigation_page_set_title (self->result_page,
                                 mps_task_state_get_label (mps_task_get_state (task)));
  set_number (self->task_id, self->task);
  mps_report_view_set_titles (self->not_done_view, NULL, _ ("Serial number"), _ ("Reason"));
  mps_report_view_set_lines (self->not_done_view, lines);
  adw_navigation_view_replace (self->navigation, &self->result_page, 1);
  mps_feedback_say (GTK_WIDGET (self), adw_navigation_page_get_title (self->result_page));
}

static void
on_task_activated (MpsTaskDialog *self)
{
  const gint64 task = self->task;
  GtkWidget *window = self->window;

  adw_dialog_close (ADW_DIALOG (self));
  if (window)
    gtk_widget_activate_action (window, "win.show-task", "x", task);
}

/* While it runs, Escape is a wish to stop it; the dialog then says what was done. */
static void
mps_task_dialog_close_attempt (AdwDialog *dialog)
{
  mps_progress_page_cancel (MPS_TASK_DIALOG (dialog)->progress_page);
}

static void
mps_task_dialog_dispose (GObject *object)
{
  MpsTaskDialog *self = MPS_TASK_DIALOG (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->activity);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_TASK_DIALOG);
  G_OBJECT_CLASS (mps_task_dialog_parent_class)->dispose (object);
}

static void
mps_task_dialog_class_init (MpsTaskDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_task_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_task_dialog_close_attempt;

  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  g_type_ensure (MPS_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-task-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, result_page);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, done_count);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, task_id);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, not_done_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskDialog, not_done_view);
  gtk_widget_class_bind_template_callback (widget_class, on_task_activated);
}

static void
mps_task_dialog_init (MpsTaskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_task_dialog_begin:
 * @window: the window that is told how it ends
 * @session: a session that looks at one organization
 * @kind: what is done
 * @title: what it is called, translated
 * @heading: what is being done, translated
 *
 * Returns: (transfer full): the dialog of work that begins now; it is shown when that takes a while
 */
MpsTaskDialog *
mps_task_dialog_begin (GtkWidget *window, MpsSession *session, MpsTaskKind kind, const char *title,
                       const char *heading)
{
  MpsTaskDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (window), NULL);
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_ref_sink (g_object_new (MPS_TYPE_TASK_DIALOG, "title", title, NULL));
  g_object_set (self->progress_page, "title", title, "heading", heading, NULL);
  g_set_weak_pointer (&self->window, window);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  self->activity = mps_activity_begin (session, kind);
  mps_progress_page_begin (self->progress_page, self->activity);
  self->show_source = g_timeout_add (PATIENCE_MS, on_patience_over, self);
  return self;
}

/**
 * mps_task_dialog_get_progress:
 * @self: a dialog whose work has not ended
 *
 * Returns: (transfer none): for the work to tell how far it is
 */
MpsProgress *
mps_task_dialog_get_progress (MpsTaskDialog *self)
{
  g_return_val_if_fail (MPS_IS_TASK_DIALOG (self), NULL);
  return mps_activity_get_progress (self->activity);
}

/**
 * mps_task_dialog_get_cancellable:
 * @self: a dialog whose work has not ended
 *
 * Returns: (transfer none): what cancels the work
 */
GCancellable *
mps_task_dialog_get_cancellable (MpsTaskDialog *self)
{
  g_return_val_if_fail (MPS_IS_TASK_DIALOG (self), NULL);
  return mps_activity_get_cancellable (self->activity);
}

/**
 * mps_task_dialog_end:
 * @self: a dialog whose work has done everything
 * @toast: what was done, translated
 */
void
mps_task_dialog_end (MpsTaskDialog *self, const char *toast)
{
  g_return_if_fail (MPS_IS_TASK_DIALOG (self));
  mps_progress_page_end (self->progress_page);
  hide (self);
  if (self->window)
    mps_feedback_toast (self->window, toast);
}

/**
 * mps_task_dialog_end_failed:
 * @self: a dialog whose work was refused or failed
 * @heading: what could not be done, translated
 * @error: why
 */
void
mps_task_dialog_end_failed (MpsTaskDialog *self, const char *heading, const GError *error)
{
  g_return_if_fail (MPS_IS_TASK_DIALOG (self));
  mps_progress_page_end (self->progress_page);
  hide (self);
  if (self->window)
    mps_feedback_error (self->window, heading, error);
}

/**
 * mps_task_dialog_end_partly:
 * @self: a dialog whose work did not do everything
 * @task: what became of it, with its items
 * @n_done: how many printers were unenrolled
 * @not_done: what the list of what was not done is of, translated
 *
 * Shows what was not done, item by item, with the reasons.
 */
void
mps_task_dialog_end_partly (MpsTaskDialog *self, MpsTask *task, guint n_done, const char *not_done)
{
  g_return_if_fail (MPS_IS_TASK_DIALOG (self));
  g_return_if_fail (MPS_IS_TASK (task));
  mps_progress_page_end (self->progress_page);
  self->task = mps_task_get_id (task);
  set_number (self->done_count, n_done);
  gtk_label_set_label (self->not_done_label, not_done);
  show_result (self, task);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  show (self);
}
