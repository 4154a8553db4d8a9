/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-page.h"

#include "mps-running-view.h"
#include "mps-task-items-view.h"
#include "mps-task-retry.h"

#include "desk/contacts/mps-assign-undo.h"
#include "desk/widgets/mps-feedback.h"

#include "fleet/mps-time.h"
#include "store/mps-lookup.h"

#include <glib/gi18n.h>

struct _MpsTaskPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  gint64 id;
  MpsTask *task;
  GCancellable *cancellable;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *gone_page;
  GtkWidget *buttons_box;
  GtkWidget *retry_button;
  GtkWidget *undo_button;
  MpsRunningView *running_view;
  GtkLabel *state_label;
  GtkLabel *who_label;
  GtkLabel *started_label;
  GtkLabel *ended_label;
  GtkLabel *done_label;
  GtkLabel *failed_label;
  GtkWidget *subject_box;
  GtkLabel *subject_label;
  GtkLabel *message_label;
  GtkLabel *hint_label;
  MpsTaskItemsView *items_view;
};

G_DEFINE_FINAL_TYPE (MpsTaskPage, mps_task_page, ADW_TYPE_NAVIGATION_PAGE)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_number (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%'u", number);

  gtk_label_set_label (label, text);
}

static void
set_time (GtkLabel *label, GDateTime *time)
{
  g_autofree char *text = mps_time_dup_text (time);

  gtk_label_set_label (label, *text ? text : "–");
}

static void
show_facts (MpsTaskPage *self)
{
  const char *subject = mps_task_get_subject (self->task);

  adw_window_title_set_subtitle (self->window_title,
                                 mps_task_kind_get_label (mps_task_get_kind (self->task)));
  gtk_label_set_label (self->state_label,
                       mps_task_state_get_label (mps_task_get_state (self->task)));
  gtk_label_set_label (self->who_label, mps_task_get_who (self->task));
  set_time (self->started_label, mps_task_get_started (self->task));
  set_time (self->ended_label, mps_task_get_ended (self->task));
  set_number (self->done_label, mps_task_get_done (self->task));
  set_number (self->failed_label, mps_task_get_failed (self->task));
  gtk_label_set_label (self->subject_label, subject);
  gtk_widget_set_visible (self->subject_box, *subject != '\0');
  set_text (self->message_label, mps_task_get_message (self->task));
}

static void
show_retry (MpsTaskPage *self)
{
  const gboolean sensible = mps_task_retry_is_sensible (self->task);
  const gboolean undoable = mps_assign_undo_get_possible (self->task);
  const char *hindrance = mps_task_retry_get_hindrance (self->session, self->task);

  gtk_widget_set_visible (self->retry_button, sensible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.retry", hindrance == NULL);
  gtk_widget_set_visible (self->undo_button, undoable);
  gtk_widget_set_visible (self->buttons_box, sensible || undoable);
  set_text (self->hint_label, hindrance);
}

static void
show_task (MpsTaskPage *self, MpsTask *task)
{
  g_set_object (&self->task, task);
  show_facts (self);
  show_retry (self);
  mps_task_items_view_show (self->items_view, mps_session_get_store (self->session), task);
  gtk_stack_set_visible_child_name (self->stack, "task");
}

static gboolean
is_shown_ended (MpsTaskPage *self)
{
  return self->task && mps_task_get_state (self->task) != MPS_TASK_RUNNING;
}

/* An ended task changes only in what is said of it as a whole, when its work was undone. */
static gboolean
is_news (MpsTaskPage *self, MpsTask *task)
{
  return !is_shown_ended (self)
         || g_strcmp0 (mps_task_get_message (self->task), mps_task_get_message (task)) != 0;
}

/* A task that was refused as a whole has left nothing. */
static void
show_gone (MpsTaskPage *self, const GError *error)
{
  adw_status_page_set_title (self->gone_page, error ? _ ("Task not read") : _ ("No such task"));
  if (error)
    mps_feedback_describe (self->gone_page, error);
  else
    adw_status_page_set_description (self->gone_page,
                                     _ ("It was refused, and nothing was changed."));
  gtk_stack_set_visible_child_name (self->stack, "gone");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsTaskPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks
      = mps_store_lookup_records_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (tasks == NULL || tasks->pdata[0] == NULL)
    {
      if (!is_shown_ended (self))
        show_gone (self, error);
    }
  else if (is_news (self, tasks->pdata[0]))
    show_task (self, tasks->pdata[0]);
}

static void
read_task (MpsTaskPage *self)
{
  g_autoptr (MpsLookup) lookup = mps_lookup_new_tasks (0, MPS_LOOKUP_ANY, MPS_LOOKUP_ANY, NULL);

  mps_store_lookup_records_async (mps_session_get_store (self->session), lookup, &self->id, 1,
                                  self->cancellable, on_read, g_object_ref (self));
}

static void
on_store_changed (MpsTaskPage *self, MpsChanges *changes)
{
  if (changes->tasks)
    read_task (self);
}

static void
on_session_changed (MpsTaskPage *self)
{
  if (self->task)
    show_retry (self);
}

static void
activate_retry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsTaskPage *self = MPS_TASK_PAGE (widget);

  mps_task_retry (widget, self->session, self->task);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsTaskPage *self = MPS_TASK_PAGE (widget);

  mps_assign_undo_begin (widget, self->session, self->id);
}

static void
mps_task_page_dispose (GObject *object)
{
  MpsTaskPage *self = MPS_TASK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_TASK_PAGE);
  g_clear_object (&self->task);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_task_page_parent_class)->dispose (object);
}

static void
mps_task_page_class_init (MpsTaskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_task_page_dispose;
  g_type_ensure (MPS_TYPE_RUNNING_VIEW);
  g_type_ensure (MPS_TYPE_TASK_ITEMS_VIEW);
  gtk_widget_class_install_action (widget_class, "task.retry", NULL, activate_retry);
  gtk_widget_class_install_action (widget_class, "task.undo", NULL, activate_undo);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-task-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, gone_page);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, running_view);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, who_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, started_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, ended_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, done_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, failed_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, subject_box);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, subject_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskPage, items_view);
}

static void
mps_task_page_init (MpsTaskPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.retry", FALSE);
}

/**
 * mps_task_page_new:
 * @session: what is open
 * @task: the id of a task
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_task_page_new (MpsSession *session, gint64 task)
{
  MpsTaskPage *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  title = g_strdup_printf (_ ("Task %lld"), (long long) task);
  self = g_object_new (MPS_TYPE_TASK_PAGE, "title", title, NULL);
  self->session = g_object_ref (session);
  self->id = task;
  adw_window_title_set_title (self->window_title, title);
  mps_running_view_follow (self->running_view, session, task);
  g_signal_connect_object (mps_session_get_store (session), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  read_task (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * mps_task_page_get_task:
 * @self: a task page
 *
 * Returns: the id of its task
 */
gint64
mps_task_page_get_task (MpsTaskPage *self)
{
  g_return_val_if_fail (MPS_IS_TASK_PAGE (self), 0);
  return self->id;
}
