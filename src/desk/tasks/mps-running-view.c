/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-running-view.h"

#include "mps-activity-row.h"
#include "desk/widgets/mps-lazy-list.h"

#include "store/mps-store-programme.h"

#include <glib/gi18n.h>

struct _MpsRunningView {
  AdwBin parent_instance;

  MpsSession *session;
  gint64 task;          /* the only one that is shown; 0 for all */
  MpsLazyList *running; /* the tasks that run anywhere */
  GPtrArray *held;      /* (element-type MpsLazyRow): those of them that are read */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MpsRunningView, mps_running_view, ADW_TYPE_BIN)

static gboolean
is_shown (MpsRunningView *self, gint64 task)
{
  return self->task == 0 || self->task == task;
}

static gboolean
is_mine (MpsRunningView *self, gint64 task)
{
  GListModel *activities = G_LIST_MODEL (mps_session_get_activities (self->session));
  const guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (MpsActivity) activity = g_list_model_get_item (activities, i);

      if (mps_activity_get_task (activity) == task)
        return TRUE;
    }
  return FALSE;
}

static void
add_activities (MpsRunningView *self)
{
  GListModel *activities = G_LIST_MODEL (mps_session_get_activities (self->session));
  const guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (MpsActivity) activity = g_list_model_get_item (activities, i);

      if (is_shown (self, mps_activity_get_task (activity)))
        gtk_list_box_append (self->list, mps_activity_row_new (activity));
    }
}

static GtkWidget *
make_other_row (MpsTask *task)
{
  g_autofree char *subtitle = g_strdup_printf (
      /* Translators: the ID of a task, and a user’s name. */
      _ ("Task %lld runs in another process, started by %s."), (long long) mps_task_get_id (task),
      mps_task_get_who (task));

  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                       mps_task_kind_get_label (mps_task_get_kind (task)), "subtitle", subtitle,
                       "action-name", "win.show-task", "action-target",
                       g_variant_new_int64 (mps_task_get_id (task)), NULL);
}

static void
add_others (MpsRunningView *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      gpointer task = (gpointer) mps_lazy_row_get_record (self->held->pdata[i]);

      if (task && mps_task_get_state (task) == MPS_TASK_RUNNING
          && is_shown (self, mps_task_get_id (task)) && !is_mine (self, mps_task_get_id (task)))
        gtk_list_box_append (self->list, make_other_row (task));
    }
}

static void
refresh (MpsRunningView *self)
{
  gtk_list_box_remove_all (self->list);
  add_activities (self);
  add_others (self);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/* They are few, so all of them are held, and read. */
static void
on_found (MpsRunningView *self)
{
  const guint n_running = g_list_model_get_n_items (G_LIST_MODEL (self->running));

  g_ptr_array_set_size (self->held, 0);
  for (guint i = 0; i < n_running; i++)
    {
      MpsLazyRow *row = g_list_model_get_item (G_LIST_MODEL (self->running), i);

      g_signal_handlers_disconnect_by_func (row, refresh, self);
      g_signal_connect_object (row, "notify::record", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->held, row);
    }
  refresh (self);
}

static void
on_activities_changed (MpsRunningView *self)
{
  GListModel *activities = G_LIST_MODEL (mps_session_get_activities (self->session));
  const guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (MpsActivity) activity = g_list_model_get_item (activities, i);

      g_signal_handlers_disconnect_by_func (activity, refresh, self);
      g_signal_connect_object (activity, "notify::task", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
on_store_changed (MpsRunningView *self, MpsChanges *changes)
{
  if (changes->tasks)
    mps_lazy_list_refresh (self->running);
}

/* Somebody who looks wants to know of a task that has crashed elsewhere. */
static void
mps_running_view_map (GtkWidget *widget)
{
  MpsRunningView *self = MPS_RUNNING_VIEW (widget);

  GTK_WIDGET_CLASS (mps_running_view_parent_class)->map (widget);
  if (self->session)
    mps_store_end_orphans (mps_session_get_store (self->session));
}

static void
mps_running_view_dispose (GObject *object)
{
  MpsRunningView *self = MPS_RUNNING_VIEW (object);

  g_clear_pointer (&self->held, g_ptr_array_unref);
  /* The template would unparent its own child, which the bin does not notice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_RUNNING_VIEW);
  g_clear_object (&self->running);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_running_view_parent_class)->dispose (object);
}

static void
mps_running_view_class_init (MpsRunningViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_running_view_dispose;
  widget_class->map = mps_running_view_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-running-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsRunningView, list);
}

static void
mps_running_view_init (MpsRunningView *self)
{
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_running_view_follow:
 * @self: a running view
 * @session: the session whose work is shown; can be set once
 * @task: the id of the only task that is shown; 0 for all
 */
void
mps_running_view_follow (MpsRunningView *self, MpsSession *session, gint64 task)
{
  MpsStore *store;

  g_return_if_fail (MPS_IS_RUNNING_VIEW (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  self->task = task;
  store = mps_session_get_store (session);
  self->running = mps_lazy_list_new (store);
  g_signal_connect_object (self->running, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_session_get_activities (session), "items-changed",
                           G_CALLBACK (on_activities_changed), self, G_CONNECT_SWAPPED);
  mps_lazy_list_set_lookup (self->running,
                            mps_lookup_new_tasks (0, MPS_LOOKUP_ANY, MPS_TASK_RUNNING, NULL));
  on_activities_changed (self);
}
