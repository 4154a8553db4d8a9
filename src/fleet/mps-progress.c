/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-progress.h"

#include <stdatomic.h>

/* One frame of a display, in microseconds. */
#define FRAME (16 * G_TIME_SPAN_MILLISECOND)

struct _MpsProgress {
  GObject parent_instance;

  GMainContext *context;      /* where it was made; never changes */
  _Atomic guint64 done;       /* written by the worker */
  _Atomic guint64 total;      /* written by the worker */
  _Atomic gint64 task;        /* written by the worker */
  _Atomic gint64 last_notify; /* written on the context, monotonic time */
  atomic_bool pending;        /* whether a source is on its way to the context */
};

typedef enum {
  PROP_DONE = 1,
  PROP_TOTAL,
  PROP_FRACTION,
  PROP_TASK,
} MpsProgressProperty;

static GParamSpec *properties[PROP_TASK + 1];

G_DEFINE_FINAL_TYPE (MpsProgress, mps_progress, G_TYPE_OBJECT)

/* What is reported from here on is news again, so the flag falls before anyone reads. */
static gboolean
notify_on_context (gpointer data)
{
  MpsProgress *self = data;

  atomic_store (&self->last_notify, g_get_monotonic_time ());
  atomic_store (&self->pending, FALSE);
  for (guint i = PROP_DONE; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  return G_SOURCE_REMOVE;
}

static void
schedule_notify (MpsProgress *self)
{
  g_autoptr (GSource) source = g_timeout_source_new (0);

  g_source_set_ready_time (source, atomic_load (&self->last_notify) + FRAME);
  g_source_set_static_name (source, "[mps] progress");
  g_source_set_callback (source, notify_on_context, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
announce (MpsProgress *self)
{
  if (!atomic_exchange (&self->pending, TRUE))
    schedule_notify (self);
}

static void
mps_progress_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsProgress *self = MPS_PROGRESS (object);

  switch ((MpsProgressProperty) prop_id)
    {
    case PROP_DONE:
      g_value_set_uint64 (value, mps_progress_get_done (self));
      break;
    case PROP_TOTAL:
      g_value_set_uint64 (value, mps_progress_get_total (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, mps_progress_get_fraction (self));
      break;
    case PROP_TASK:
      g_value_set_int64 (value, mps_progress_get_task (self));
      break;
    }
}

static void
mps_progress_finalize (GObject *object)
{
  MpsProgress *self = MPS_PROGRESS (object);

  g_main_context_unref (self->context);
  G_OBJECT_CLASS (mps_progress_parent_class)->finalize (object);
}

static void
mps_progress_class_init (MpsProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_progress_finalize;
  object_class->get_property = mps_progress_get_property;

  properties[PROP_DONE] = g_param_spec_uint64 ("done", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_TOTAL] = g_param_spec_uint64 ("total", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, flags);
  properties[PROP_TASK] = g_param_spec_int64 ("task", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_progress_init (MpsProgress *self)
{
  self->context = g_main_context_ref_thread_default ();
}

/**
 * mps_progress_new:
 *
 * Returns: (transfer full): a progress that notifies on the caller's
 *   thread-default main context
 */
MpsProgress *
mps_progress_new (void)
{
  return g_object_new (MPS_TYPE_PROGRESS, NULL);
}

/**
 * mps_progress_report:
 * @self: a progress
 * @done: how much is done
 * @total: of how much, in the same unit; 0 when that is not known
 *
 * Says how far the work is. Any thread may call it, as often as it likes.
 */
void
mps_progress_report (MpsProgress *self, guint64 done, guint64 total)
{
  g_return_if_fail (MPS_IS_PROGRESS (self));

  atomic_store (&self->done, done);
  atomic_store (&self->total, total);
  announce (self);
}

guint64
mps_progress_get_done (MpsProgress *self)
{
  g_return_val_if_fail (MPS_IS_PROGRESS (self), 0);
  return atomic_load (&self->done);
}

guint64
mps_progress_get_total (MpsProgress *self)
{
  g_return_val_if_fail (MPS_IS_PROGRESS (self), 0);
  return atomic_load (&self->total);
}

/**
 * mps_progress_get_fraction:
 * @self: a progress
 *
 * Returns: how far the work is, 0 … 1; 0 when the total is not known
 */
double
mps_progress_get_fraction (MpsProgress *self)
{
  guint64 total = mps_progress_get_total (self);

  return total == 0 ? 0.0 : MIN ((double) mps_progress_get_done (self) / (double) total, 1.0);
}

/**
 * mps_progress_set_task:
 * @self: a progress
 * @task: the id of the task that the work has become; 0 when that is gone again
 *
 * Says which task it is. Any thread may call it.
 */
void
mps_progress_set_task (MpsProgress *self, gint64 task)
{
  g_return_if_fail (MPS_IS_PROGRESS (self));

  atomic_store (&self->task, task);
  announce (self);
}

/**
 * mps_progress_get_task:
 * @self: a progress
 *
 * Returns: the id of the task that the work has become; 0 as long as it is none
 */
gint64
mps_progress_get_task (MpsProgress *self)
{
  g_return_val_if_fail (MPS_IS_PROGRESS (self), 0);
  return atomic_load (&self->task);
}
