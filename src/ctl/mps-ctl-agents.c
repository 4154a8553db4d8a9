/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-agents.h"
#include "mps-ctl-command.h"
#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "fleet/mps-agent-counts.h"
#include "fleet/mps-text.h"

#include <glib/gi18n.h>

static void
json_texts (MpsCtlJson *json, const char *name, char **texts)
{
  mps_ctl_json_begin_array (json, name);
  for (; *texts; texts++)
    mps_ctl_json_string (json, NULL, *texts);
  mps_ctl_json_end (json);
}

static void
json_agent (MpsCtlJson *json, MpsAgentCounts *counts, const MpsAgentRecord *agent)
{
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "name", agent->name);
  mps_ctl_json_string (json, "kind", mps_agent_kind_get_id (agent->kind));
  mps_ctl_json_string (json, "version", agent->version);
  mps_ctl_json_boolean (json, "active", agent->active);
  json_texts (json, "addresses", agent->addresses);
  mps_ctl_json_integer (json, "printers", mps_agent_counts_get_printers (counts, agent->id));
  mps_ctl_json_integer (json, "managed_printers", mps_agent_counts_get_managed (counts, agent->id));
  if (*agent->excluded)
    json_texts (json, "excluded", agent->excluded);
  mps_ctl_json_end (json);
}

static void
print_agent (MpsCtlTable *table, MpsAgentCounts *counts, const MpsAgentRecord *agent)
{
  mps_ctl_table_row (table, agent->name, mps_agent_kind_get_label (agent->kind), agent->version,
                     agent->active ? _ ("Active") : _ ("Inactive"), NULL);
  mps_ctl_table_number (table, mps_agent_counts_get_printers (counts, agent->id));
  mps_ctl_table_number (table, mps_agent_counts_get_managed (counts, agent->id));
}

static MpsCtlTable *
new_table (MpsCtl *ctl)
{
  MpsCtlTable *table = mps_ctl_table_new (ctl->output, 6, MPS_CTL_NUMBER (4) | MPS_CTL_NUMBER (5));

  mps_ctl_table_row (table, _ ("Name"), _ ("Kind"), _ ("Version"), _ ("State"), _ ("Printers"),
                     _ ("MPS Express"), NULL);
  return table;
}

static gboolean
is_meant (MpsCtl *ctl, const MpsAgentRecord *agent)
{
  return ctl->organization == 0 || agent->organization == ctl->organization;
}

static void
json_list (MpsCtl *ctl, GPtrArray *agents)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (MpsAgentCounts) counts = mps_agent_counts_new (ctl->fleet);

  mps_ctl_json_begin_array (json, NULL);
  for (guint i = 0; i < agents->len; i++)
    if (is_meant (ctl, agents->pdata[i]))
      json_agent (json, counts, agents->pdata[i]);
  mps_ctl_json_end (json);
}

static void
print_list (MpsCtl *ctl, GPtrArray *agents)
{
  g_autoptr (MpsCtlTable) table = new_table (ctl);
  g_autoptr (MpsAgentCounts) counts = mps_agent_counts_new (ctl->fleet);

  for (guint i = 0; i < agents->len; i++)
    if (is_meant (ctl, agents->pdata[i]))
      print_agent (table, counts, agents->pdata[i]);
}

static MpsCtlStatus
list (MpsCtl *ctl, GError **error)
{
  if (!mps_ctl_load (ctl, error))
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_list (ctl, mps_fleet_get_agents (ctl->fleet));
  else
    print_list (ctl, mps_fleet_get_agents (ctl->fleet));
  return MPS_CTL_DONE;
}

/**
 * mps_ctl_find_agent:
 * @ctl: a run that needs no fleet yet
 * @name: a name, of which width, case and spaces make no difference
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_AGENT
 *
 * Opens the database and loads the fleet.
 *
 * Returns: (transfer none) (nullable): the agent, until the fleet changes
 */
const MpsAgentRecord *
mps_ctl_find_agent (MpsCtl *ctl, const char *name, GError **error)
{
  g_autofree char *wanted = mps_text_fold_identity (name);
  GPtrArray *agents;

  if (!mps_ctl_load (ctl, error))
    return NULL;
  agents = mps_fleet_get_agents (ctl->fleet);
  for (guint i = 0; i < agents->len; i++)
    {
      const MpsAgentRecord *agent = agents->pdata[i];
      g_autofree char *identity = mps_text_fold_identity (agent->name);

      if (is_meant (ctl, agent) && g_str_equal (identity, wanted))
        return agent;
    }
  g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_AGENT,
               _ ("There is no agent “%s”. “mpsctl agents list” shows those that there are."),
               name);
  return NULL;
}

static void
print_addresses (MpsCtl *ctl, const char *title, char **addresses)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 1, 0);

  if (*addresses == NULL)
    return;
  mps_ctl_table_row (table, title, NULL);
  for (; *addresses; addresses++)
    mps_ctl_table_row (table, *addresses, NULL);
}

static void
print_facts (MpsCtl *ctl, MpsAgentCounts *counts, const MpsAgentRecord *agent)
{
  g_autoptr (MpsCtlTable) table = new_table (ctl);

  print_agent (table, counts, agent);
}

static MpsCtlStatus
show (MpsCtl *ctl, GError **error)
{
  const MpsAgentRecord *agent = mps_ctl_find_agent (ctl, ctl->arguments[0], error);
  g_autoptr (MpsAgentCounts) counts = NULL;
  g_autoptr (MpsCtlJson) json = NULL;

  if (agent == NULL)
    return MPS_CTL_FAILED;
  counts = mps_agent_counts_new (ctl->fleet);
  json = mps_ctl_json_new (ctl->output);
  if (ctl->json)
    json_agent (json, counts, agent);
  else
    {
      print_facts (ctl, counts, agent);
      print_addresses (ctl, _ ("Discovery criteria"), agent->addresses);
      print_addresses (ctl, _ ("Excluded"), agent->excluded);
    }
  return MPS_CTL_DONE;
}

const MpsCtlCommand mps_ctl_agents_commands[] = {
  { "agents", "list", "", N_ ("List agents"), NULL, 0, 0, FALSE, list },
  { "agents", "show", "NAME", N_ ("Show an agent"), NULL, 1, 1, FALSE, show },
  { NULL },
};
