/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-rows.h"

#include "fleet/mps-error.h"

#include <glib/gi18n.h>

#define COLUMNS "id, organization, name, kind, version, active, ifnull (last_seen, '')"

static gboolean
read_addresses (MpsConnection *connection, gint64 agent, gboolean excluded, char ***addresses,
                GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection,
      "SELECT address FROM agent_addresses WHERE agent = ? AND exclude = ? ORDER BY address");
  MpsStep step;

  mps_statement_bind_int (statement, 1, agent);
  mps_statement_bind_int (statement, 2, excluded);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_strv_builder_add (builder, mps_statement_get_text (statement, 0));
  g_strfreev (*addresses);
  *addresses = g_strv_builder_end (builder);
  return step == MPS_STEP_DONE;
}

static MpsAgentRecord *
read_agent (MpsConnection *connection, MpsStatement *statement, GError **error)
{
  g_autoptr (MpsAgentRecord) record = mps_agent_record_new ();

  record->id = mps_statement_get_int (statement, 0);
  record->organization = mps_statement_get_int (statement, 1);
  g_set_str (&record->name, mps_statement_get_text (statement, 2));
  record->kind = (MpsAgentKind) mps_statement_get_int (statement, 3);
  g_set_str (&record->version, mps_statement_get_text (statement, 4));
  record->active = mps_statement_get_int (statement, 5) != 0;
  g_set_str (&record->last_seen, mps_statement_get_text (statement, 6));
  if (!read_addresses (connection, record->id, FALSE, &record->addresses, error)
      || !read_addresses (connection, record->id, TRUE, &record->excluded, error))
    return NULL;
  return g_steal_pointer (&record);
}

static int
compare_agents (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const MpsAgentRecord *) a)->name, ((const MpsAgentRecord *) b)->name);
}

/**
 * mps_agent_rows_list:
 * @connection: the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsAgentRecord): all of them, by name
 */
GPtrArray *
mps_agent_rows_list (MpsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_agent_record_free);
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT " COLUMNS " FROM agents");
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      MpsAgentRecord *record = read_agent (connection, statement, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (list, record);
    }
  g_ptr_array_sort_values (list, compare_agents);
  return step == MPS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * mps_agent_rows_read:
 * @connection: the database
 * @organization: whose it must be; 0 for any
 * @id: of an agent
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_AGENT
 *
 * Returns: (transfer full) (nullable): the agent
 */
MpsAgentRecord *
mps_agent_rows_read (MpsConnection *connection, gint64 organization, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT " COLUMNS " FROM agents WHERE id = ?1 AND (?2 = 0 OR organization = ?2)");
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  mps_statement_bind_int (statement, 2, organization);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    return read_agent (connection, statement, error);
  if (step == MPS_STEP_DONE)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_AGENT,
                 _ ("The agent is not there any more. Choose another one."));
  return NULL;
}

/**
 * mps_agent_rows_refuse_managed:
 * @connection: the database
 * @agent: an agent that is to be deleted or deactivated
 * @error: return location for a #GError: MPS_ERROR_MANAGED_PRINTERS, which names them
 *
 * Returns: whether it has no managed or pending printers (source: the seed, “You can't delete or
 *   deactivate these agents”)
 */
gboolean
mps_agent_rows_refuse_managed (MpsConnection *connection, const MpsAgentRecord *agent,
                               GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection,
      "SELECT serial FROM printers WHERE agent = ? AND managed IN (1, 2) ORDER BY serial");
  MpsStep step;

  mps_statement_bind_int (statement, 1, agent->id);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (problems,
                     mps_problem_new (0, mps_statement_get_text (statement, 0), "managed-printers",
                                      _ ("The printer is managed or pending in MPS "
                                         "Express.")));
  if (step == MPS_STEP_DONE && problems->len > 0)
    g_propagate_error (
        error,
        mps_error_new_with_problems (
            MPS_ERROR_MANAGED_PRINTERS, problems,
            ngettext ("The agent “%s” has %u printer that is managed or pending in MPS Express. "
                      "It can’t be deleted or deactivated. Nothing was changed.",
                      "The agent “%s” has %u printers that are managed or pending in MPS Express. "
                      "It can’t be deleted or deactivated. Nothing was changed.",
                      problems->len),
            agent->name, problems->len));
  return step == MPS_STEP_DONE && problems->len == 0;
}
