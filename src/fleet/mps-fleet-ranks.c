/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-private.h"
#include "mps-ranks.h"

typedef const char *(*GetText) (MpsFleet *self, gint64 id);
typedef guint32 *(*MakeRanks) (const char *const *texts, guint n_texts);

static const char *
get_organization_name (MpsFleet *self, gint64 id)
{
  const MpsOrganizationRecord *organization = mps_fleet_find_organization (self, id);

  return organization ? organization->name : "";
}

static const char *
get_agent_name (MpsFleet *self, gint64 id)
{
  const MpsAgentRecord *agent = mps_fleet_find_agent (self, id);

  return agent ? agent->name : "";
}

static const char *
get_agent_version (MpsFleet *self, gint64 id)
{
  const MpsAgentRecord *agent = mps_fleet_find_agent (self, id);

  return agent ? agent->version : "";
}

/* They hold until the records change, which drops them, or another number is given out. */
static const guint32 *
get_ranks (MpsFleet *self, MpsFleetRanks *ranks, const MpsIdNumbers *numbers, GetText get_text,
           MakeRanks make_ranks)
{
  guint n_numbers = mps_id_numbers_get_n (numbers);
  g_autofree const char **texts = NULL;

  if (ranks->ranks && ranks->n_ranks == n_numbers)
    return ranks->ranks;
  texts = g_new (const char *, n_numbers);
  for (guint i = 0; i < n_numbers; i++)
    texts[i] = get_text (self, mps_id_numbers_get (numbers, i));
  g_free (ranks->ranks);
  ranks->ranks = make_ranks (texts, n_numbers);
  ranks->n_ranks = n_numbers;
  return ranks->ranks;
}

const guint32 *
mps_fleet_get_organization_ranks (MpsFleet *self)
{
  return get_ranks (self, &self->organization_ranks, &self->printers.organizations,
                    get_organization_name, mps_ranks_by_collation);
}

const guint32 *
mps_fleet_get_agent_ranks (MpsFleet *self)
{
  return get_ranks (self, &self->agent_ranks, &self->printers.agents, get_agent_name,
                    mps_ranks_by_collation);
}

const guint32 *
mps_fleet_get_agent_version_ranks (MpsFleet *self)
{
  return get_ranks (self, &self->agent_version_ranks, &self->printers.agents, get_agent_version,
                    mps_ranks_by_version);
}
