/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task.h"

#include <glib/gi18n.h>

struct _MpsTask {
  GObject parent_instance;

  gint64 id;
  MpsTaskKind kind;
  MpsTaskState state;
  char *who;
  GDateTime *started;
  GDateTime *ended;
  guint done;
  guint failed;
  char *message;
  gint64 contact;
  gint64 organization;
  char *subject;
  GPtrArray *items;
};

typedef enum {
  PROP_ID = 1,
  PROP_KIND,
  PROP_STATE,
  PROP_WHO,
  PROP_STARTED,
  PROP_ENDED,
  PROP_DONE,
  PROP_FAILED,
} MpsTaskProperty;

static GParamSpec *properties[PROP_FAILED + 1];

G_DEFINE_FINAL_TYPE (MpsTask, mps_task, G_TYPE_OBJECT)

/**
 * mps_task_item_new:
 * @item: what it was about: a serial number, a line of a file
 * @outcome: "done", "failed" or "not-done"; static
 * @code: (nullable): the stable id of the reason
 * @reason: (nullable): the reason, for people
 *
 * Returns: (transfer full): an item; the texts but @outcome are copied
 */
MpsTaskItem *
mps_task_item_new (const char *item, const char *outcome, const char *code, const char *reason)
{
  MpsTaskItem *self = g_new0 (MpsTaskItem, 1);

  self->item = g_strdup (item);
  self->outcome = outcome;
  self->code = g_strdup (code);
  self->reason = g_strdup (reason);
  return self;
}

void
mps_task_item_free (MpsTaskItem *self)
{
  g_free (self->item);
  g_free (self->code);
  g_free (self->reason);
  g_free (self);
}

/**
 * mps_task_outcome_get_label:
 * @outcome: "done", "failed" or "not-done"
 *
 * Returns: (transfer none): the outcome for people, translated
 */
const char *
mps_task_outcome_get_label (const char *outcome)
{
  if (g_str_equal (outcome, "done"))
    return _ ("Done");
  if (g_str_equal (outcome, "failed"))
    return _ ("Failed");
  return _ ("Not done");
}

static void
mps_task_finalize (GObject *object)
{
  MpsTask *self = MPS_TASK (object);

  g_free (self->who);
  g_clear_pointer (&self->started, g_date_time_unref);
  g_clear_pointer (&self->ended, g_date_time_unref);
  g_free (self->message);
  g_free (self->subject);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (mps_task_parent_class)->finalize (object);
}

static void
mps_task_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsTask *self = MPS_TASK (object);

  switch ((MpsTaskProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_static_string (value, mps_task_kind_get_label (self->kind));
      break;
    case PROP_STATE:
      g_value_set_static_string (value, mps_task_state_get_label (self->state));
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_STARTED:
      g_value_set_boxed (value, self->started);
      break;
    case PROP_ENDED:
      g_value_set_boxed (value, self->ended);
      break;
    case PROP_DONE:
      g_value_set_uint (value, self->done);
      break;
    case PROP_FAILED:
      g_value_set_uint (value, self->failed);
      break;
    }
}

static void
mps_task_class_init (MpsTaskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_task_finalize;
  object_class->get_property = mps_task_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_STARTED] = g_param_spec_boxed ("started", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_ENDED] = g_param_spec_boxed ("ended", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FAILED] = g_param_spec_uint ("failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_task_init (MpsTask *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_task_item_free);
}

/**
 * mps_task_new:
 * @id: its number in the store
 * @kind: what was asked for
 * @state: how it stands
 * @who: who asked for it
 * @started: when it began, UTC
 * @ended: (nullable): when it ended, UTC
 * @done: how many items were done
 * @failed: how many items failed
 * @message: (nullable): what happened to it as a whole, for people
 *
 * Returns: (transfer full): a task without items
 */
MpsTask *
mps_task_new (gint64 id, MpsTaskKind kind, MpsTaskState state, const char *who, GDateTime *started,
              GDateTime *ended, guint done, guint failed, const char *message)
{
  MpsTask *self = g_object_new (MPS_TYPE_TASK, NULL);

  self->id = id;
  self->kind = kind;
  self->state = state;
  self->who = g_strdup (who);
  self->started = started ? g_date_time_ref (started) : NULL;
  self->ended = ended ? g_date_time_ref (ended) : NULL;
  self->done = done;
  self->failed = failed;
  self->message = g_strdup (message);
  return self;
}

gint64
mps_task_get_id (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), 0);
  return self->id;
}

MpsTaskKind
mps_task_get_kind (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), MPS_TASK_IMPORT_PRINTERS);
  return self->kind;
}

MpsTaskState
mps_task_get_state (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), MPS_TASK_FAILED);
  return self->state;
}

const char *
mps_task_get_who (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), NULL);
  return self->who;
}

/**
 * mps_task_get_started:
 * @self: a task
 *
 * Returns: (transfer none) (nullable): when it began, UTC
 */
GDateTime *
mps_task_get_started (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), NULL);
  return self->started;
}

/**
 * mps_task_get_ended:
 * @self: a task
 *
 * Returns: (transfer none) (nullable): when it ended, UTC; %NULL while it runs
 */
GDateTime *
mps_task_get_ended (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), NULL);
  return self->ended;
}

guint
mps_task_get_done (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), 0);
  return self->done;
}

guint
mps_task_get_failed (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), 0);
  return self->failed;
}

/**
 * mps_task_get_message:
 * @self: a task
 *
 * Returns: (transfer none) (nullable): what happened to it as a whole, for people
 */
const char *
mps_task_get_message (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), NULL);
  return self->message;
}

/**
 * mps_task_get_organization:
 * @self: a task
 *
 * Returns: the id of the organization in which it worked; 0 for none or several
 */
gint64
mps_task_get_organization (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), 0);
  return self->organization;
}

void
mps_task_set_organization (MpsTask *self, gint64 organization)
{
  g_return_if_fail (MPS_IS_TASK (self));
  self->organization = organization;
}

/**
 * mps_task_get_subject:
 * @self: a task
 *
 * Returns: (transfer none): the name of the file that it read, or of the contact
 *   that it assigned; "" for none
 */
const char *
mps_task_get_subject (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), NULL);
  return self->subject ? self->subject : "";
}

void
mps_task_set_subject (MpsTask *self, const char *subject)
{
  g_return_if_fail (MPS_IS_TASK (self));
  g_set_str (&self->subject, subject);
}

/**
 * mps_task_get_items:
 * @self: a task
 *
 * Returns: (transfer none) (element-type MpsTaskItem): the items that were
 *   asked for, in the order of the work
 */
GPtrArray *
mps_task_get_items (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), NULL);
  return self->items;
}

/**
 * mps_task_get_contact:
 * @self: a task
 *
 * Returns: the id of the contact that it assigned, which may be gone meanwhile;
 *   0 for none. A task that has one can be undone.
 */
gint64
mps_task_get_contact (MpsTask *self)
{
  g_return_val_if_fail (MPS_IS_TASK (self), 0);
  return self->contact;
}

/**
 * mps_task_set_contact:
 * @self: a task that is still being read or made
 * @contact: the id of the contact that it assigned, or 0
 */
void
mps_task_set_contact (MpsTask *self, gint64 contact)
{
  g_return_if_fail (MPS_IS_TASK (self));
  self->contact = contact;
}

/**
 * mps_task_take_item:
 * @self: a task that is still being read or made
 * @item: (transfer full): an item
 *
 * Adds an item.
 */
void
mps_task_take_item (MpsTask *self, MpsTaskItem *item)
{
  g_return_if_fail (MPS_IS_TASK (self));

  g_ptr_array_add (self->items, item);
}
