/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-address-changes.h"

#include "mps-address-preview.h"
#include "mps-agent-work.h"

#include "desk/widgets/mps-feedback.h"

#include <glib/gi18n.h>

/* The addresses are items of the task, too; the others are printers. */
static guint
count_items (MpsAgentWork *self, MpsTask *task, const char *outcome, gboolean printers)
{
  GPtrArray *items = mps_task_get_items (task);
  guint n_items = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const MpsTaskItem *item = items->pdata[i];
      const gboolean is_address = g_strv_contains ((const char *const *) self->words, item->item);

      n_items += g_str_equal (item->outcome, outcome) && is_address != printers;
    }
  return n_items;
}

static char *
dup_added (guint n_addresses, guint n_found)
{
  if (n_found == 0)
    return g_strdup_printf (ngettext ("%'u address was added to the discovery criteria.",
                                      "%'u addresses were added to the discovery criteria.",
                                      n_addresses),
                            n_addresses);
  return g_strdup_printf (
      ngettext ("The discovery criteria were changed. %'u printer communicates again.",
                "The discovery criteria were changed. %'u printers communicate again.", n_found),
      n_found);
}

static char *
dup_lost (guint n_unenrolled)
{
  if (n_unenrolled == 0)
    return g_strdup (_ ("The discovery criteria were changed. No printer was unenrolled."));
  return g_strdup_printf (
      ngettext ("The discovery criteria were changed, and %'u printer was unenrolled.",
                "The discovery criteria were changed, and %'u printers were unenrolled.",
                n_unenrolled),
      n_unenrolled);
}

static char *
dup_success (MpsAgentWork *self, MpsTask *task)
{
  const guint n_printers = count_items (self, task, "done", TRUE);

  return self->change == MPS_ADDRESS_INCLUDE
             ? dup_added (count_items (self, task, "done", FALSE), n_printers)
             : dup_lost (n_printers);
}

static char *
dup_kept (guint n_kept)
{
  if (n_kept == 0)
    return g_strdup (_ ("What was not done:"));
  return g_strdup_printf (
      ngettext ("%'u printer is managed or pending in MPS Express and stays in the list as “Not "
                "communicating”. When its address is added again, it communicates again.",
                "%'u printers are managed or pending in MPS Express and stay in the list as “Not "
                "communicating”. When their addresses are added again, they communicate again.",
                n_kept),
      n_kept);
}

static void
show_result (MpsAgentWork *self, MpsTask *task)
{
  g_autofree char *kept = dup_kept (count_items (self, task, "failed", TRUE));

  mps_task_dialog_end_partly (self->dialog, task, count_items (self, task, "done", TRUE), kept);
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAgentWork) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_change_addresses_finish (MPS_STORE (source), result, &error);
  g_autofree char *success = NULL;

  if (task == NULL)
    {
      mps_task_dialog_end_failed (self->dialog, _ ("Criteria not changed"), error);
      return;
    }
  if (mps_task_get_state (task) != MPS_TASK_COMPLETED)
    {
      show_result (self, task);
      return;
    }
  success = dup_success (self, task);
  mps_task_dialog_end (self->dialog, success);
}

static void
run (MpsAgentWork *self)
{
  mps_agent_work_begin (self, _ ("Discovery criteria"), _ ("Changing the discovery criteria…"));
  mps_store_change_addresses_async (
      mps_session_get_store (self->session), mps_session_get_organization (self->session),
      self->agent, (MpsAddressChange) self->change, (const char *const *) self->words,
      mps_task_dialog_get_progress (self->dialog), mps_task_dialog_get_cancellable (self->dialog),
      on_changed, mps_agent_work_ref (self));
}

static char *
dup_what (MpsAgentWork *self)
{
  const guint n_addresses = g_strv_length (self->words);

  if (self->change == MPS_ADDRESS_REMOVE)
    return g_strdup_printf (_ ("“%s” will not be one of the agent’s discovery criteria any more."),
                            self->words[0]);
  return g_strdup_printf (ngettext ("The agent will not look at %'u address any more.",
                                    "The agent will not look at %'u addresses any more.",
                                    n_addresses),
                          n_addresses);
}

static char *
dup_unenrolled (guint n_unenrolled)
{
  if (n_unenrolled == 0)
    return g_strdup (_ ("No printer will be unenrolled."));
  return g_strdup_printf (
      ngettext ("%'u printer is found there only and will be unenrolled. This can’t be undone: it "
                "only comes back when a fleet list that has it is imported.",
                "%'u printers are found there only and will be unenrolled. This can’t be undone: "
                "they only come back when a fleet list that has them is imported.",
                n_unenrolled),
      n_unenrolled);
}

static char *
dup_question (MpsAgentWork *self, const MpsAddressEffect *effect)
{
  g_autofree char *what = dup_what (self);
  g_autofree char *unenrolled = dup_unenrolled (effect->unenrolled);
  g_autofree char *kept = NULL;

  if (effect->kept > 0)
    kept = g_strdup_printf (
        ngettext ("%'u printer is managed or pending in MPS Express and stays in the list as “Not "
                  "communicating”, until its address is added again.",
                  "%'u printers are managed or pending in MPS Express and stay in the list as “Not "
                  "communicating”, until their addresses are added again.",
                  effect->kept),
        effect->kept);
  return g_strjoin ("\n\n", what, unenrolled, kept, NULL);
}

static void
ask (MpsAgentWork *self, const MpsAddressEffect *effect)
{
  const gboolean removes = self->change == MPS_ADDRESS_REMOVE;
  g_autofree char *question = dup_question (self, effect);
  AdwAlertDialog *alert
      = mps_feedback_question_new (removes ? _ ("Remove address?") : _ ("Exclude addresses?"),
                                   question, "change", removes ? _ ("_Remove") : _ ("_Exclude"));

  mps_agent_work_present (self, alert, "change", run);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAgentWork) self = user_data;
  MpsAddressEffect effect;

  if (mps_address_preview_finish (result, &effect, NULL) && gtk_widget_get_mapped (self->window))
    ask (self, &effect);
}

/**
 * mps_address_changes_begin:
 * @widget: the widget from which it was asked for
 * @session: a session that looks at one organization
 * @agent: the id of an agent
 * @change: what becomes of the addresses
 * @addresses: at least one, as mps_address_get_text() spells it; to be removed, one
 *
 * Changes the agent's discovery criteria; after asking, with the numbers, where
 * printers may be unenrolled by it.
 */
void
mps_address_changes_begin (GtkWidget *widget, MpsSession *session, gint64 agent,
                           MpsAddressChange change, const char *const *addresses)
{
  g_autoptr (MpsAgentWork) self = NULL;
  const MpsAgentRecord *record;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (!mps_session_get_read_only (session));
  record = mps_fleet_find_agent (mps_session_get_fleet (session), agent);
  g_return_if_fail (record != NULL);
  self = mps_agent_work_new (widget, session, agent, change, addresses);
  if (change == MPS_ADDRESS_INCLUDE)
    run (self);
  else
    mps_address_preview_async (session, record, change, addresses, NULL, on_previewed,
                               mps_agent_work_ref (self));
}
