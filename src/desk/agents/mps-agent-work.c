/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-work.h"

/**
 * mps_agent_work_new:
 * @widget: the widget from which it was asked for
 * @session: a session that looks at one organization
 * @agent: the id of an agent
 * @change: what becomes of it
 * @words: (array zero-terminated=1): what it is about
 *
 * Returns: (transfer full): work that has not begun
 */
MpsAgentWork *
mps_agent_work_new (GtkWidget *widget, MpsSession *session, gint64 agent, int change,
                    const char *const *words)
{
  MpsAgentWork *self = g_rc_box_new0 (MpsAgentWork);

  self->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  self->session = g_object_ref (session);
  self->agent = agent;
  self->change = change;
  self->words = g_strdupv ((char **) words);
  return self;
}

MpsAgentWork *
mps_agent_work_ref (MpsAgentWork *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MpsAgentWork *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->session);
  g_clear_object (&self->dialog);
  g_strfreev (self->words);
}

void
mps_agent_work_unref (MpsAgentWork *self)
{
  g_rc_box_release_full (self, clear);
}

static void
unref_closure (gpointer self, GClosure *closure)
{
  mps_agent_work_unref (self);
}

/**
 * mps_agent_work_present:
 * @self: work that has not begun
 * @alert: (transfer floating): a question about it
 * @response: the answer that is acted upon
 * @run: acts upon it
 */
void
mps_agent_work_present (MpsAgentWork *self, AdwAlertDialog *alert, const char *response,
                        void (*run) (MpsAgentWork *self))
{
  g_autofree char *signal = g_strconcat ("response::", response, NULL);

  g_signal_connect_data (alert, signal, G_CALLBACK (run), mps_agent_work_ref (self), unref_closure,
                         G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), self->window);
}

/**
 * mps_agent_work_begin:
 * @self: work that begins now
 * @title: what it is called, translated
 * @heading: what is being done, translated
 *
 * From now on it has a dialog, which is shown when it takes a while.
 */
void
mps_agent_work_begin (MpsAgentWork *self, const char *title, const char *heading)
{
  self->dialog
      = mps_task_dialog_begin (self->window, self->session, MPS_TASK_AGENT, title, heading);
}
