/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-assign-undo.h"

#include "desk/session/mps-activity.h"
#include "desk/tasks/mps-task-report.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-report-view.h"

#include "store/mps-store-printers.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define REPORT_HEIGHT 180

/**
 * Undo:
 * @task: the task that assigned the contact
 * @widget: (nullable): where it was asked for, once it was
 * @activity: (nullable): the work, once it has begun
 *
 * Main thread only.
 */
typedef struct {
  MpsSession *session;
  gint64 task;
  GtkWidget *widget;
  MpsActivity *activity;
} Undo;

static Undo *
undo_new (MpsSession *session, gint64 task)
{
  Undo *self = g_new0 (Undo, 1);

  self->session = g_object_ref (session);
  self->task = task;
  return self;
}

static void
undo_free (gpointer data)
{
  Undo *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->widget);
  g_clear_object (&self->activity);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

static char *
dup_undone_text (guint n_done)
{
  return g_strdup_printf (ngettext ("The assignment was undone for %'u printer.",
                                    "The assignment was undone for %'u printers.", n_done),
                          n_done);
}

/* What keeps the contact, and why. */
static void
show_report (Undo *self, MpsTask *task)
{
  g_autoptr (GListModel) lines = mps_task_report_new_lines (task);
  g_autofree char *text = dup_undone_text (mps_task_get_done (task));
  AdwDialog *alert = adw_alert_dialog_new (_ ("Partly undone"), text);
  GtkWidget *view = g_object_new (MPS_TYPE_REPORT_VIEW, "height-request", REPORT_HEIGHT, NULL);

  mps_report_view_set_titles (MPS_REPORT_VIEW (view), NULL, _ ("Serial number"), _ ("Reason"));
  mps_report_view_set_lines (MPS_REPORT_VIEW (view), lines);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), view);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, self->widget);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Undo) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_undo_assignment_finish (MPS_STORE (source), result, &error);
  g_autofree char *text = NULL;

  mps_activity_end (self->activity);
  /* The window may be gone, and nobody can be told. */
  if (gtk_widget_get_root (self->widget) == NULL)
    return;
  if (task == NULL)
    mps_feedback_error (self->widget, _ ("Assignment not undone"), error);
  else if (mps_task_get_state (task) != MPS_TASK_COMPLETED)
    show_report (self, task);
  else
    {
      text = dup_undone_text (mps_task_get_done (task));
      mps_feedback_toast (self->widget, text);
    }
}

/**
 * mps_assign_undo_get_possible:
 * @task: a task
 *
 * Returns: whether it assigned a contact, so that mps_assign_undo_begin() may
 *   be offered. The printers may have been changed since; the undo then says so.
 */
gboolean
mps_assign_undo_get_possible (MpsTask *task)
{
  return mps_task_get_contact (task) != 0 && mps_task_get_done (task) > 0
         && mps_task_get_state (task) != MPS_TASK_RUNNING;
}

/**
 * mps_assign_undo_begin:
 * @widget: a widget in the window in which it was asked for
 * @session: the session
 * @task: the id of a task that assigned a contact
 *
 * Undoes the assignment and tells what came of it.
 */
void
mps_assign_undo_begin (GtkWidget *widget, MpsSession *session, gint64 task)
{
  Undo *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (MPS_IS_SESSION (session));
  self = undo_new (session, task);
  self->widget = g_object_ref (widget);
  self->activity = mps_activity_begin (session, MPS_TASK_ASSIGN);
  mps_store_undo_assignment_async (mps_session_get_store (session), task,
                                   mps_activity_get_progress (self->activity),
                                   mps_activity_get_cancellable (self->activity), on_undone, self);
}

static void
begin (GtkWidget *widget, gpointer data)
{
  Undo *offered = data;

  mps_assign_undo_begin (widget, offered->session, offered->task);
}

static char *
dup_done_text (guint n_done, gboolean created)
{
  if (created)
    return g_strdup_printf (ngettext ("The contact was created and assigned to %'u printer.",
                                      "The contact was created and assigned to %'u printers.",
                                      n_done),
                            n_done);
  return g_strdup_printf (ngettext ("The contact was assigned to %'u printer.",
                                    "The contact was assigned to %'u printers.", n_done),
                          n_done);
}

/**
 * mps_assign_undo_offer:
 * @widget: a widget in the window that is told about
 * @session: the session
 * @task: the task that assigned a contact
 * @created: whether the contact was created for it; it is kept
 * @changed: whether any printer had another contact before, or none
 *
 * Says in a toast what was assigned, and offers to undo it if there is anything
 * to undo.
 */
void
mps_assign_undo_offer (GtkWidget *widget, MpsSession *session, MpsTask *task, gboolean created,
                       gboolean changed)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (MPS_IS_TASK (task));
  text = dup_done_text (mps_task_get_done (task), created);
  if (changed)
    mps_feedback_toast_with_undo (widget, text, begin, undo_new (session, mps_task_get_id (task)),
                                  undo_free);
  else
    mps_feedback_toast (widget, text);
}
