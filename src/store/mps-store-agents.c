/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-agents.h"

#include "mps-agent-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-unenrollment.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  gint64 agent;
  MpsAgentChange change;
  MpsProgress *progress; /* owned */
} AgentWork;

static void
agent_work_free (gpointer data)
{
  AgentWork *self = data;

  g_clear_object (&self->progress);
  g_free (self);
}

static MpsAgentRecord *
find_agent (AgentWork *self, MpsJob *job, GError **error)
{
  g_autoptr (MpsAgentRecord) agent
      = mps_agent_rows_read (job->connection, self->organization, self->agent, error);

  if (agent && self->change != MPS_AGENT_ACTIVATE
      && !mps_agent_rows_refuse_managed (job->connection, agent, error))
    return NULL;
  return g_steal_pointer (&agent);
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (MpsAgentRecord) agent = find_agent (data, job, error);

  return agent != NULL;
}

static gboolean
unenroll_printers (AgentWork *self, MpsTaskRun *run, GError **error)
{
  g_autoptr (GArray) targets = mps_targets_list_of_agent (run->job->connection, self->agent, error);

  return targets
         && mps_targets_run (targets, run, 0, self->progress, mps_unenrollment_run_one, NULL,
                             error);
}

static gboolean
set_active (MpsTaskRun *run, const MpsAgentRecord *agent, gboolean active, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (run->job->connection, "UPDATE agents SET active = ? WHERE id = ?");

  mps_statement_bind_int (statement, 1, active);
  mps_statement_bind_int (statement, 2, agent->id);
  return mps_statement_run (statement, error);
}

static gboolean
delete_agent (MpsTaskRun *run, const MpsAgentRecord *agent, GError **error)
{
  MpsConnection *connection = run->job->connection;
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "DELETE FROM agents WHERE id = ?");

  mps_statement_bind_int (statement, 1, agent->id);
  run->job->changes->history = TRUE;
  return mps_statement_run (statement, error)
         && mps_rows_add_history (connection, "delete-agent", agent->name,
                                  mps_agent_kind_get_id (agent->kind), error);
}

static gboolean
change_agent (AgentWork *self, MpsTaskRun *run, const MpsAgentRecord *agent, GError **error)
{
  run->job->agents = TRUE;
  switch (self->change)
    {
    case MPS_AGENT_ACTIVATE:
      return set_active (run, agent, TRUE, error);
    case MPS_AGENT_DEACTIVATE:
      return set_active (run, agent, FALSE, error);
    case MPS_AGENT_DELETE:
      return delete_agent (run, agent, error);
    }
  g_return_val_if_reached (FALSE);
}

/* A cancellation leaves the agent as it is, with the printers that it still has. */
static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  AgentWork *self = data;
  g_autoptr (MpsAgentRecord) agent = find_agent (self, run->job, error);

  if (agent == NULL
      || (self->change != MPS_AGENT_ACTIVATE && !unenroll_printers (self, run, error)))
    return FALSE;
  if (run->canceled)
    return mps_task_run_add_not_done (run, agent->name, error);
  return change_agent (self, run, agent, error) && mps_task_run_add_done (run, agent->name, error);
}

static gpointer
run_change (MpsJob *job, gpointer data, GError **error)
{
  AgentWork *self = data;
  MpsTaskSpec spec = { MPS_TASK_AGENT, self->organization, 0, NULL, MPS_IRREVOCABLE, check, work };

  return mps_task_run_to_task (job, &spec, self, error);
}

/**
 * mps_store_change_agent_async:
 * @self: a store
 * @organization: whose the agent must be; 0 for any
 * @agent: the agent
 * @change: what becomes of it
 * @progress: (nullable): told of every printer that is unenrolled
 * @cancellable: (nullable): printers before a cancellation are gone, and the agent stays as it is
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Activates, deactivates or deletes an agent (source: the seed, “What happens when printers are
 * unenrolled from the Agents tab”).
 */
void
mps_store_change_agent_async (MpsStore *self, gint64 organization, gint64 agent,
                              MpsAgentChange change, MpsProgress *progress,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AgentWork *data = g_new0 (AgentWork, 1);
  MpsStoreWork store_work = { run_change, data, agent_work_free, g_object_unref };

  data->organization = organization;
  data->agent = agent;
  data->change = change;
  g_set_object (&data->progress, progress);
  mps_store_run_async (self, mps_store_change_agent_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_change_agent_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_AGENT, MPS_ERROR_MANAGED_PRINTERS
 *
 * Returns: (transfer full) (nullable): the task with all its items: the printers, then the agent
 */
MpsTask *
mps_store_change_agent_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_change_agent_async, error);
}
