/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-changes.h"

#include "mps-agent-work.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-view.h"

#include "fleet/mps-agent-counts.h"

#include <glib/gi18n.h>

/* Nobody reads further; the page of printers has all of them. */
#define MAX_REFUSING 50
#define LIST_HEIGHT 180

static const char *
get_title (MpsAgentChange change)
{
  switch (change)
    {
    case MPS_AGENT_ACTIVATE:
      return _ ("Activate agent");
    case MPS_AGENT_DEACTIVATE:
      return _ ("Deactivate agent");
    case MPS_AGENT_DELETE:
      return _ ("Delete agent");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_failure (MpsAgentChange change)
{
  switch (change)
    {
    case MPS_AGENT_ACTIVATE:
      return _ ("Agent not activated");
    case MPS_AGENT_DEACTIVATE:
      return _ ("Agent not deactivated");
    case MPS_AGENT_DELETE:
      return _ ("Agent not deleted");
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_deactivated (guint n_unenrolled)
{
  if (n_unenrolled == 0)
    return g_strdup (_ ("The agent is inactive now."));
  return g_strdup_printf (
      ngettext ("The agent is inactive now, and its %'u printer was unenrolled.",
                "The agent is inactive now, and its %'u printers were unenrolled.", n_unenrolled),
      n_unenrolled);
}

static char *
dup_deleted (guint n_unenrolled)
{
  if (n_unenrolled == 0)
    return g_strdup (_ ("The agent was deleted."));
  return g_strdup_printf (ngettext ("The agent was deleted, and its %'u printer was unenrolled.",
                                    "The agent was deleted, and its %'u printers were unenrolled.",
                                    n_unenrolled),
                          n_unenrolled);
}

/* The agent itself is an item of the task, too. */
static char *
dup_success (MpsAgentWork *self, MpsTask *task)
{
  const guint n_done = mps_task_get_done (task);
  const guint n_unenrolled = n_done > 0 ? n_done - 1 : 0;

  switch ((MpsAgentChange) self->change)
    {
    case MPS_AGENT_ACTIVATE:
      return g_strdup (_ ("The agent is active now."));
    case MPS_AGENT_DEACTIVATE:
      return dup_deactivated (n_unenrolled);
    case MPS_AGENT_DELETE:
      return dup_deleted (n_unenrolled);
    }
  g_return_val_if_reached (NULL);
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsAgentWork) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_change_agent_finish (MPS_STORE (source), result, &error);
  g_autofree char *success = NULL;

  if (task == NULL)
    {
      mps_task_dialog_end_failed (self->dialog, get_failure (self->change), error);
      return;
    }
  if (mps_task_get_state (task) != MPS_TASK_COMPLETED)
    {
      mps_task_dialog_end_partly (self->dialog, task, mps_task_get_done (task),
                                  _ ("The agent stays as it is. What was not done:"));
      return;
    }
  success = dup_success (self, task);
  mps_task_dialog_end (self->dialog, success);
}

static void
run (MpsAgentWork *self)
{
  mps_agent_work_begin (self, get_title (self->change), _ ("Unenrolling printers…"));
  mps_store_change_agent_async (
      mps_session_get_store (self->session), mps_session_get_organization (self->session),
      self->agent, self->change, mps_task_dialog_get_progress (self->dialog),
      mps_task_dialog_get_cancellable (self->dialog), on_changed, mps_agent_work_ref (self));
}

static char *
dup_consequence (guint n_printers)
{
  if (n_printers == 0)
    return g_strdup (_ ("It has no printers, so none is unenrolled."));
  return g_strdup_printf (
      ngettext ("Its %'u printer will be unenrolled. This can’t be undone: it only comes back "
                "when a fleet list that has it is imported.",
                "Its %'u printers will be unenrolled. This can’t be undone: they only come back "
                "when a fleet list that has them is imported.",
                n_printers),
      n_printers);
}

static char *
dup_question (MpsAgentWork *self, guint n_printers)
{
  g_autofree char *what = NULL;
  g_autofree char *consequence = dup_consequence (n_printers);

  if (self->change == MPS_AGENT_DELETE)
    what = g_strdup_printf (_ ("“%s” will be deleted with its discovery criteria. This can’t be "
                               "undone: it only comes back with a fleet list that names it."),
                            self->words[0]);
  else
    what = g_strdup_printf (
        _ ("“%s” will not look for printers any more, until it is activated again."),
        self->words[0]);
  return g_strjoin ("\n\n", what, consequence, NULL);
}

static void
ask (MpsAgentWork *self, guint n_printers)
{
  const gboolean deletes = self->change == MPS_AGENT_DELETE;
  g_autofree char *question = dup_question (self, n_printers);
  AdwAlertDialog *alert
      = mps_feedback_question_new (deletes ? _ ("Delete agent?") : _ ("Deactivate agent?"),
                                   question, "change", deletes ? _ ("_Delete") : _ ("_Deactivate"));

  mps_agent_work_present (self, alert, "change", run);
}

static GListModel *
list_refusing (MpsAgentWork *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  GListModel *lines = mps_report_lines_new ();
  const guint n_rows = mps_fleet_get_n_rows (fleet);

  for (guint32 row = 0; row < n_rows && g_list_model_get_n_items (lines) < MAX_REFUSING; row++)
    if (mps_fleet_is_alive (fleet, row) && mps_fleet_get_agent (fleet, row) == self->agent
        && mps_managed_is_protected (mps_fleet_get_managed (fleet, row)))
      mps_report_lines_append (lines, "", mps_fleet_get_serial (fleet, row),
                               mps_managed_get_label (mps_fleet_get_managed (fleet, row)));
  return lines;
}

static GtkWidget *
new_list (MpsAgentWork *self)
{
  g_autoptr (GListModel) lines = list_refusing (self);
  GtkWidget *view = g_object_new (MPS_TYPE_REPORT_VIEW, "height-request", LIST_HEIGHT, NULL);

  mps_report_view_set_titles (MPS_REPORT_VIEW (view), NULL, _ ("Serial number"), _ ("State"));
  mps_report_view_set_lines (MPS_REPORT_VIEW (view), lines);
  return view;
}

static void
show_managed (MpsAgentWork *self)
{
  gtk_widget_activate_action (self->window, "win.show-printers", "(sx)", "managed-of-agent",
                              self->agent);
}

/* Libadwaita 1.7 never frees what is in an alert that was presented. */
static void
on_refusal_closed (AdwAlertDialog *alert)
{
  adw_alert_dialog_set_extra_child (alert, NULL);
}

/* Source: the seed, "MPS Express
 * 管理プリンタがあるエージェントは、削除したり無効化したりできません". */
static void
refuse (MpsAgentWork *self, guint n_managed)
{
  const gboolean deletes = self->change == MPS_AGENT_DELETE;
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("The agent “%s” has %'u printer that is managed or pending in MPS Express. It "
                "can’t be deleted or deactivated. Nothing was changed.",
                "The agent “%s” has %'u printers that are managed or pending in MPS Express. It "
                "can’t be deleted or deactivated. Nothing was changed.",
                n_managed),
      self->words[0], n_managed);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      deletes ? _ ("Can’t be deleted") : _ ("Can’t be deactivated"), sentence));

  adw_alert_dialog_set_extra_child (alert, new_list (self));
  adw_alert_dialog_set_prefer_wide_layout (alert, TRUE);
  adw_alert_dialog_add_responses (alert, "close", _ ("_Close"), "show", _ ("_Show printers"), NULL);
  adw_alert_dialog_set_close_response (alert, "close");
  g_signal_connect (alert, "closed", G_CALLBACK (on_refusal_closed), NULL);
  mps_agent_work_present (self, alert, "show", show_managed);
}

static void
begin (MpsAgentWork *self)
{
  g_autoptr (MpsAgentCounts) counts = mps_agent_counts_new (mps_session_get_fleet (self->session));
  const guint n_managed = mps_agent_counts_get_managed (counts, self->agent);

  if (self->change == MPS_AGENT_ACTIVATE)
    run (self);
  else if (n_managed > 0)
    refuse (self, n_managed);
  else
    ask (self, mps_agent_counts_get_printers (counts, self->agent));
}

/**
 * mps_agent_changes_begin:
 * @widget: the widget from which it was asked for
 * @session: a session that looks at one organization
 * @agent: the id of an agent
 * @change: what becomes of it
 *
 * Activates the agent, or deactivates or deletes it after asking. Where it has
 * managed or pending printers, that is said and nothing is done.
 */
void
mps_agent_changes_begin (GtkWidget *widget, MpsSession *session, gint64 agent,
                         MpsAgentChange change)
{
  g_autoptr (MpsAgentWork) self = NULL;
  const MpsAgentRecord *record;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (!mps_session_get_read_only (session));
  record = mps_fleet_find_agent (mps_session_get_fleet (session), agent);
  g_return_if_fail (record != NULL);
  self = mps_agent_work_new (widget, session, agent, change,
                             (const char *const[]) { record->name, NULL });
  begin (self);
}
