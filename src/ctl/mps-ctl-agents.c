/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "fleet/mps-text.h"

#include <glib/gi18n.h>

/* How many printers an agent has. */
typedef struct {
  guint all;
  guint managed; /* or pending */
} Counts;

static Counts
count_printers (MpsFleet *fleet, gint64 agent)
{
  Counts counts = { 0 };

  for (guint32 row = 0; row < mps_fleet_get_n_rows (fleet); row++)
    {
      if (!mps_fleet_is_alive (fleet, row) || mps_fleet_get_agent (fleet, row) != agent)
        continue;
      counts.all++;
      if (mps_managed_is_protected (mps_fleet_get_managed (fleet, row)))
        counts.managed++;
    }
  return counts;
}

static void
json_agent (MpsCtlJson *json, MpsFleet *fleet, const MpsAgentRecord *agent)
{
  Counts counts = count_printers (fleet, agent->id);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "name", agent->name);
  mps_ctl_json_string (json, "kind", mps_agent_kind_get_id (agent->kind));
  mps_ctl_json_string (json, "version", agent->version);
  mps_ctl_json_boolean (json, "active", agent->active);
  mps_ctl_json_begin_array (json, "addresses");
  mps_ctl_json_end (json);
  mps_ctl_json_integer (json, "printers", counts.all);
  mps_ctl_json_integer (json, "managed_printers", counts.managed);
  mps_ctl_json_end (json);
}

static void
print_agent (MpsCtlTable *table, MpsFleet *fleet, const MpsAgentRecord *agent)
{
  Counts counts = count_printers (fleet, agent->id);

  mps_ctl_table_row (table, agent->name, mps_agent_kind_get_label (agent->kind), agent->version,
                     agent->active ? _ ("Active") : _ ("Inactive"), NULL);
  mps_ctl_table_number (table, counts.all);
  mps_ctl_table_number (table, counts.managed);
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

  mps_ctl_json_begin_array (json, NULL);
  for (guint i = 0; i < agents->len; i++)
    if (is_meant (ctl, agents->pdata[i]))
      json_agent (json, ctl->fleet, agents->pdata[i]);
  mps_ctl_json_end (json);
}

static void
print_list (MpsCtl *ctl, GPtrArray *agents)
{
  g_autoptr (MpsCtlTable) table = new_table (ctl);

  for (guint i = 0; i < agents->len; i++)
    if (is_meant (ctl, agents->pdata[i]))
      print_agent (table, ctl->fleet, agents->pdata[i]);
}

static MpsCtlStatus
list (MpsCtl *ctl, GError **error)
{
  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error)
      || !mps_ctl_require_organization (ctl, error) || !mps_ctl_load (ctl, error))
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_list (ctl, mps_fleet_get_agents (ctl->fleet));
  else
    print_list (ctl, mps_fleet_get_agents (ctl->fleet));
  return MPS_CTL_DONE;
}

static const MpsAgentRecord *
find_agent (MpsCtl *ctl, const char *name, GError **error)
{
  GPtrArray *agents = mps_fleet_get_agents (ctl->fleet);
  g_autofree char *wanted = mps_text_fold_identity (name);

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

static MpsCtlStatus
show (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  const MpsAgentRecord *agent;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error)
      || !mps_ctl_require_organization (ctl, error) || !mps_ctl_load (ctl, error))
    return MPS_CTL_FAILED;
  agent = find_agent (ctl, ctl->arguments[0], error);
  if (agent == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_agent (json, ctl->fleet, agent);
  else
    {
      g_autoptr (MpsCtlTable) table = new_table (ctl);

      print_agent (table, ctl->fleet, agent);
    }
  return MPS_CTL_DONE;
}

const MpsCtlCommand mps_ctl_agents_commands[] = {
  { "agents", "list", "", N_ ("List agents"), NULL, 0, 0, FALSE, list },
  { "agents", "show", "NAME", N_ ("Show an agent"), NULL, 1, 1, FALSE, show },
  { NULL },
};
