/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-notifier.h"

#include "desk/session/mps-activity.h"

#include "store/mps-lookup.h"

#include <glib/gi18n.h>

/* Shorter work is waited for. */
#define LONG_SECONDS 10.0

struct _MpsTaskNotifier {
  GObject parent_instance;

  GtkWindow *window;         /* weak */
  GApplication *application; /* owned, NULL for none */
  MpsStore *store;
  GCancellable *cancellable;
  GPtrArray *shown; /* (element-type utf8): ids of notifications */
};

G_DEFINE_FINAL_TYPE (MpsTaskNotifier, mps_task_notifier, G_TYPE_OBJECT)

static void
withdraw (MpsTaskNotifier *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    g_application_withdraw_notification (self->application, self->shown->pdata[i]);
  g_ptr_array_set_size (self->shown, 0);
}

static gboolean
is_seen (MpsTaskNotifier *self)
{
  return self->window == NULL || gtk_window_is_active (self->window);
}

static void
on_active_changed (MpsTaskNotifier *self)
{
  if (is_seen (self))
    withdraw (self);
}

/**
 * mps_task_notifier_dup_body:
 * @task: an ended task
 *
 * Returns: (transfer full): how it ended, with numbers
 */
char *
mps_task_notifier_dup_body (MpsTask *task)
{
  const guint done = mps_task_get_done (task), failed = mps_task_get_failed (task);

  switch (mps_task_get_state (task))
    {
    case MPS_TASK_COMPLETED:
      return g_strdup_printf (
          ngettext ("Completed: %'u item was done.", "Completed: %'u items were done.", done),
          done);
    case MPS_TASK_COMPLETED_WITH_ERRORS:
      return g_strdup_printf (_ ("Completed with errors: done %'u, failed %'u."), done, failed);
    case MPS_TASK_CANCELED:
      return g_strdup_printf (
          ngettext ("Canceled: %'u item was done.", "Canceled: %'u items were done.", done), done);
    case MPS_TASK_FAILED:
      return g_strdup (mps_task_get_message (task));
    case MPS_TASK_RUNNING:
      break;
    }
  return g_strdup (mps_task_state_get_label (mps_task_get_state (task)));
}

static void
send (MpsTaskNotifier *self, MpsTask *task)
{
  const gint64 id = mps_task_get_id (task);
  const char *path = mps_store_get_path (self->store);
  g_autofree char *name = g_strdup_printf ("task-%u-%" G_GINT64_FORMAT, g_str_hash (path), id);
  g_autofree char *body = mps_task_notifier_dup_body (task);
  g_autoptr (GNotification) notification
      = g_notification_new (mps_task_kind_get_label (mps_task_get_kind (task)));

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-task", "(sx)", path, id);
  g_application_send_notification (self->application, name, notification);
  g_ptr_array_add (self->shown, g_steal_pointer (&name));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsTaskNotifier) self = user_data;
  g_autoptr (GPtrArray) tasks = mps_store_lookup_records_finish (MPS_STORE (source), result, NULL);

  /* It may have been seen meanwhile. */
  if (tasks && tasks->pdata[0] && self->application && !is_seen (self))
    send (self, tasks->pdata[0]);
}

static void
on_done (MpsTaskNotifier *self, GParamSpec *pspec, MpsActivity *activity)
{
  const gint64 task = mps_activity_get_task (activity);
  g_autoptr (MpsLookup) lookup = NULL;

  if (task == 0 || is_seen (self)
      || (mps_activity_get_seconds (activity) < LONG_SECONDS
          && !mps_activity_get_background (activity)))
    return;
  lookup = mps_lookup_new_tasks (0, MPS_LOOKUP_ANY, MPS_LOOKUP_ANY, NULL);
  mps_store_lookup_records_async (self->store, lookup, &task, 1, self->cancellable, on_read,
                                  g_object_ref (self));
}

static void
on_activities_changed (MpsTaskNotifier *self, guint position, guint n_removed, guint n_added,
                       GListModel *activities)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (MpsActivity) activity = g_list_model_get_item (activities, i);

      g_signal_connect_object (activity, "notify::done", G_CALLBACK (on_done), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
mps_task_notifier_dispose (GObject *object)
{
  MpsTaskNotifier *self = MPS_TASK_NOTIFIER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->application);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (mps_task_notifier_parent_class)->dispose (object);
}

static void
mps_task_notifier_class_init (MpsTaskNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_task_notifier_dispose;
}

static void
mps_task_notifier_init (MpsTaskNotifier *self)
{
  self->cancellable = g_cancellable_new ();
  self->shown = g_ptr_array_new_with_free_func (g_free);
}

/**
 * mps_task_notifier_new:
 * @window: a window; without an application there is nobody to tell
 * @session: the session whose work it tells of
 *
 * Returns: (transfer full): a notifier; what it has told stays when it goes
 */
MpsTaskNotifier *
mps_task_notifier_new (GtkWindow *window, MpsSession *session)
{
  MpsTaskNotifier *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_TASK_NOTIFIER, NULL);
  g_set_weak_pointer (&self->window, window);
  g_set_object (&self->application, G_APPLICATION (gtk_window_get_application (window)));
  self->store = g_object_ref (mps_session_get_store (session));
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_session_get_activities (session), "items-changed",
                           G_CALLBACK (on_activities_changed), self, G_CONNECT_SWAPPED);
  return self;
}
