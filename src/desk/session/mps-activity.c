/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-activity.h"

struct _MpsActivity {
  GObject parent_instance;

  GListStore *list; /* owned, until it is done: where it is registered; NULL for none */
  MpsTaskKind kind;
  MpsProgress *progress;
  GCancellable *cancellable;
  gint64 begun; /* monotonic time */
  gboolean background;
  gboolean done;
};

typedef enum {
  PROP_KIND = 1,
  PROP_PROGRESS,
  PROP_TASK,
  PROP_CANCELING,
  PROP_BACKGROUND,
  PROP_DONE,
} MpsActivityProperty;

static GParamSpec *properties[PROP_DONE + 1];

G_DEFINE_FINAL_TYPE (MpsActivity, mps_activity, G_TYPE_OBJECT)

static void
on_task_changed (MpsActivity *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TASK]);
}

static void
mps_activity_dispose (GObject *object)
{
  MpsActivity *self = MPS_ACTIVITY (object);

  g_clear_object (&self->list);
  g_clear_object (&self->progress);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (mps_activity_parent_class)->dispose (object);
}

static void
mps_activity_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsActivity *self = MPS_ACTIVITY (object);

  switch ((MpsActivityProperty) property_id)
    {
    case PROP_KIND:
      g_value_set_string (value, mps_task_kind_get_label (self->kind));
      break;
    case PROP_PROGRESS:
      g_value_set_object (value, self->progress);
      break;
    case PROP_TASK:
      g_value_set_int64 (value, mps_activity_get_task (self));
      break;
    case PROP_CANCELING:
      g_value_set_boolean (value, mps_activity_get_canceling (self));
      break;
    case PROP_BACKGROUND:
      g_value_set_boolean (value, self->background);
      break;
    case PROP_DONE:
      g_value_set_boolean (value, self->done);
      break;
    }
}

static void
mps_activity_set_property (GObject *object, guint property_id, const GValue *value,
                           GParamSpec *pspec)
{
  switch ((MpsActivityProperty) property_id)
    {
    case PROP_BACKGROUND:
      mps_activity_set_background (MPS_ACTIVITY (object), g_value_get_boolean (value));
      break;
    case PROP_KIND:
    case PROP_PROGRESS:
    case PROP_TASK:
    case PROP_CANCELING:
    case PROP_DONE:
      g_assert_not_reached ();
    }
}

static void
mps_activity_class_init (MpsActivityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mps_activity_dispose;
  object_class->get_property = mps_activity_get_property;
  object_class->set_property = mps_activity_set_property;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_PROGRESS]
      = g_param_spec_object ("progress", NULL, NULL, MPS_TYPE_PROGRESS, flags);
  properties[PROP_TASK] = g_param_spec_int64 ("task", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CANCELING] = g_param_spec_boolean ("canceling", NULL, NULL, FALSE, flags);
  properties[PROP_BACKGROUND]
      = g_param_spec_boolean ("background", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_DONE] = g_param_spec_boolean ("done", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_activity_init (MpsActivity *self)
{
  self->progress = mps_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->begun = g_get_monotonic_time ();
  g_signal_connect_object (self->progress, "notify::task", G_CALLBACK (on_task_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mps_activity_begin:
 * @session: the session of the window that begins the work
 * @kind: what it is
 *
 * Makes a progress and a cancellable for work that is about to begin, and
 * registers it, so that the window knows of it. mps_activity_end() is called
 * when the work calls back, however that ended.
 *
 * Returns: (transfer full): the activity
 */
MpsActivity *
mps_activity_begin (MpsSession *session, MpsTaskKind kind)
{
  MpsActivity *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ACTIVITY, NULL);
  self->kind = kind;
  self->list = g_object_ref (mps_session_get_activities (session));
  g_list_store_append (self->list, self);
  return self;
}

/**
 * mps_activity_begin_unlisted:
 *
 * The same for work that becomes no task, and that only the dialog that begins
 * it needs to know of.
 *
 * Returns: (transfer full): the activity, of no kind
 */
MpsActivity *
mps_activity_begin_unlisted (void)
{
  return g_object_new (MPS_TYPE_ACTIVITY, NULL);
}

/**
 * mps_activity_cancel:
 * @self: an activity
 *
 * Asks the work to stop. It ends when it has put things in order.
 */
void
mps_activity_cancel (MpsActivity *self)
{
  g_return_if_fail (MPS_IS_ACTIVITY (self));
  if (mps_activity_get_canceling (self))
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANCELING]);
}

/**
 * mps_activity_end:
 * @self: an activity whose work has called back
 *
 * Takes it out of its session's list and says that it is done.
 */
void
mps_activity_end (MpsActivity *self)
{
  guint position;

  g_return_if_fail (MPS_IS_ACTIVITY (self));
  if (self->done)
    return;
  g_object_ref (self);
  self->done = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DONE]);
  if (self->list && g_list_store_find (self->list, self, &position))
    g_list_store_remove (self->list, position);
  g_clear_object (&self->list);
  g_object_unref (self);
}

MpsTaskKind
mps_activity_get_kind (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), MPS_TASK_IMPORT_PRINTERS);
  return self->kind;
}

/**
 * mps_activity_get_progress:
 * @self: an activity
 *
 * Returns: (transfer none): what the work is to be given
 */
MpsProgress *
mps_activity_get_progress (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), NULL);
  return self->progress;
}

/**
 * mps_activity_get_cancellable:
 * @self: an activity
 *
 * Returns: (transfer none): what the work is to be given
 */
GCancellable *
mps_activity_get_cancellable (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), NULL);
  return self->cancellable;
}

/**
 * mps_activity_get_task:
 * @self: an activity
 *
 * Returns: the id of the task that it has become; 0 as long as it is none
 */
gint64
mps_activity_get_task (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), 0);
  return mps_progress_get_task (self->progress);
}

gboolean
mps_activity_get_canceling (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), FALSE);
  return g_cancellable_is_cancelled (self->cancellable);
}

gboolean
mps_activity_get_background (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), FALSE);
  return self->background;
}

/**
 * mps_activity_set_background:
 * @self: an activity
 * @background: whether it goes on without the dialog that began it
 */
void
mps_activity_set_background (MpsActivity *self, gboolean background)
{
  g_return_if_fail (MPS_IS_ACTIVITY (self));
  if (self->background == background)
    return;
  self->background = background;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKGROUND]);
}

gboolean
mps_activity_get_done (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), TRUE);
  return self->done;
}

/**
 * mps_activity_get_seconds:
 * @self: an activity
 *
 * Returns: how long ago it began, in seconds
 */
double
mps_activity_get_seconds (MpsActivity *self)
{
  g_return_val_if_fail (MPS_IS_ACTIVITY (self), 0.0);
  return (double) (g_get_monotonic_time () - self->begun) / G_TIME_SPAN_SECOND;
}
