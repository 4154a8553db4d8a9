/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-retry.h"

#include "desk/contacts/mps-assign-undo.h"
#include "desk/eligibility/mps-enroll-dialog.h"
#include "desk/eligibility/mps-unenroll.h"
#include "desk/session/mps-activity.h"
#include "desk/widgets/mps-feedback.h"

#include "store/mps-lookup.h"
#include "store/mps-store-printers.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * Retry:
 * @serials: (element-type utf8): what was not done
 *
 * What is tried again, counted in references by g_rc_box. Main thread only, but for @serials,
 * which the store's thread fills.
 */
typedef struct {
  GtkWidget *widget;
  MpsSession *session;
  MpsTask *task;
  GPtrArray *serials;
  MpsActivity *activity;
} Retry;

static void
retry_clear (gpointer data)
{
  Retry *self = data;

  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_object (&self->task);
  g_clear_object (&self->activity);
  g_ptr_array_unref (self->serials);
}

static void
retry_unref (gpointer self)
{
  g_rc_box_release_full (self, retry_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Retry, retry_unref)

static gboolean
is_about_printers (MpsTask *task)
{
  const MpsTaskKind kind = mps_task_get_kind (task);

  return kind == MPS_TASK_ASSIGN || kind == MPS_TASK_ENROLL || kind == MPS_TASK_UNENROLL;
}

static gboolean
has_ended_in_part (MpsTask *task)
{
  const MpsTaskState state = mps_task_get_state (task);

  return state == MPS_TASK_COMPLETED_WITH_ERRORS || state == MPS_TASK_CANCELED;
}

/**
 * mps_task_retry_is_sensible:
 * @task: a task
 *
 * Returns: whether some of it was not done, and can be tried again as it is
 */
gboolean
mps_task_retry_is_sensible (MpsTask *task)
{
  g_return_val_if_fail (MPS_IS_TASK (task), FALSE);
  return is_about_printers (task) && has_ended_in_part (task);
}

/* What to do where to try the same again would come to the same. */
static const char *
get_advice (MpsTaskKind kind)
{
  switch (kind)
    {
    case MPS_TASK_IMPORT_PRINTERS:
      return _ ("Correct these lines in the file and import it again. What is imported already "
                "stays as it is.");
    case MPS_TASK_IMPORT_CONTACTS:
      return _ ("Correct these lines and import the file again. Contacts that exist already are "
                "passed over.");
    case MPS_TASK_LOAD_POLICY:
      return _ ("Load the policy again from its file.");
    case MPS_TASK_IMPORT_ANSWER:
      return _ ("Ask your Lexmark contact for an answer that is right, and import it. What was "
                "taken already is not taken twice.");
    case MPS_TASK_AGENT:
      return _ ("Look at the agent, and do it again there.");
    case MPS_TASK_ASSIGN:
    case MPS_TASK_ENROLL:
    case MPS_TASK_UNENROLL:
      break;
    }
  return NULL;
}

static const char *
get_assign_hindrance (MpsSession *session, MpsTask *task)
{
  MpsFleet *fleet = mps_session_get_fleet (session);

  if (mps_task_get_contact (task) == 0
      || mps_fleet_find_contact (fleet, mps_task_get_contact (task)) == MPS_NO_ROW)
    return _ ("The contact is not there any more. Assign another one to these printers.");
  return NULL;
}

/**
 * mps_task_retry_get_hindrance:
 * @session: what is open
 * @task: a task
 *
 * Returns: (nullable): why what was not done can't be tried again from here and what to do
 *   instead, translated; %NULL when it can, and when there is nothing to try again
 */
const char *
mps_task_retry_get_hindrance (MpsSession *session, MpsTask *task)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (MPS_IS_TASK (task), NULL);
  if (!has_ended_in_part (task))
    return NULL;
  if (!is_about_printers (task))
    return get_advice (mps_task_get_kind (task));
  if (mps_session_get_read_only (session)
      || (mps_task_get_organization (task) != 0
          && mps_session_get_organization (session) != mps_task_get_organization (task)))
    return _ ("Choose the organization of this task to try again what was not done.");
  if (mps_task_get_kind (task) == MPS_TASK_ASSIGN)
    return get_assign_hindrance (session, task);
  if (mps_task_get_kind (task) == MPS_TASK_ENROLL && !mps_session_get_entitled (session))
    return _ ("This organization is not entitled to MPS Express. Entitle it first.");
  return NULL;
}

static GArray *
find_ids (Retry *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i + 1 < self->serials->len; i++)
    {
      const guint32 row = mps_fleet_find_serial (fleet, self->serials->pdata[i]);
      const gint64 id = row == MPS_NO_ROW ? 0 : mps_fleet_get_id (fleet, row);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
on_assigned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Retry) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_assign_contact_finish (MPS_STORE (source), result, &error);

  mps_activity_end (self->activity);
  if (task == NULL)
    mps_feedback_error (self->widget, _ ("Contact not assigned"), error);
  else if (mps_task_get_state (task) == MPS_TASK_COMPLETED)
    mps_assign_undo_offer (self->widget, self->session, task, FALSE, FALSE);
  else
    gtk_widget_activate_action (self->widget, "win.show-task", "x", mps_task_get_id (task));
}

static void
assign (Retry *self)
{
  self->activity = mps_activity_begin (self->session, MPS_TASK_ASSIGN);
  mps_store_assign_contact_async (
      mps_session_get_store (self->session), mps_task_get_organization (self->task),
      mps_task_get_contact (self->task),
      mps_targets_new_serials ((const char *const *) self->serials->pdata),
      mps_activity_get_progress (self->activity), mps_activity_get_cancellable (self->activity),
      on_assigned, g_rc_box_acquire (self));
}

/* Whatever can't be taken back is asked for again: the terms, or a confirmation. */
static void
begin (Retry *self)
{
  g_autoptr (GArray) ids = find_ids (self);

  if (ids->len == 0)
    mps_feedback_toast (self->widget, _ ("None of these printers is in the list any more."));
  else if (mps_task_get_kind (self->task) == MPS_TASK_ASSIGN)
    assign (self);
  else if (mps_task_get_kind (self->task) == MPS_TASK_UNENROLL)
    mps_unenroll_begin (self->widget, self->session, (const gint64 *) ids->data, ids->len);
  else
    adw_dialog_present (mps_enroll_dialog_new (self->session, (const gint64 *) ids->data, ids->len),
                        self->widget);
}

static void
add_serial (gconstpointer record, gpointer user_data)
{
  const MpsTaskItem *item = record;

  g_ptr_array_add (((Retry *) user_data)->serials, g_strdup (item->item));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Retry) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!mps_store_lookup_each_finish (MPS_STORE (source), result, &error))
    {
      mps_feedback_error (self->widget, _ ("Task not read"), error);
      return;
    }
  g_ptr_array_add (self->serials, NULL);
  begin (self);
}

/**
 * mps_task_retry:
 * @widget: the widget from which it was asked for
 * @session: what is open, at the organization of the task
 * @task: an ended task for which there is no hindrance
 *
 * Tries again what was not done, as a new task, and only that: assigns the
 * same contact, or opens what asks before it unenrolls or adds.
 */
void
mps_task_retry (GtkWidget *widget, MpsSession *session, MpsTask *task)
{
  Retry *self = g_rc_box_new0 (Retry);
  g_autoptr (MpsLookup) lookup = mps_lookup_new_task_items (mps_task_get_id (task), FALSE, NULL);

  self->widget = g_object_ref (widget);
  self->session = g_object_ref (session);
  self->task = g_object_ref (task);
  self->serials = g_ptr_array_new_with_free_func (g_free);
  mps_store_lookup_each_async (mps_session_get_store (session), lookup, add_serial, self, NULL,
                               NULL, on_read, self);
}
