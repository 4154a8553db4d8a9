/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-verdict.h"

#include <glib/gi18n.h>

/**
 * mps_agent_verdict_is_outdated:
 * @agent: an agent
 * @policy: the policy in force
 *
 * Returns: whether it keeps its printers from being eligible
 */
gboolean
mps_agent_verdict_is_outdated (const MpsAgentRecord *agent, MpsPolicy *policy)
{
  return !mps_policy_accepts_agent (policy, agent->kind, agent->version);
}

/**
 * mps_agent_verdict_get_label:
 * @agent: an agent
 * @policy: the policy in force
 *
 * Returns: the verdict in a few words, translated; static
 */
const char *
mps_agent_verdict_get_label (const MpsAgentRecord *agent, MpsPolicy *policy)
{
  if (agent->kind != MPS_AGENT_FLEET)
    return _ ("Any version");
  return mps_agent_verdict_is_outdated (agent, policy) ? _ ("Too old") : _ ("Meets the policy");
}

/**
 * mps_agent_verdict_get_icon_name:
 * @agent: an agent
 * @policy: the policy in force
 *
 * Returns: a sign whose shape tells it without a colour; static
 */
const char *
mps_agent_verdict_get_icon_name (const MpsAgentRecord *agent, MpsPolicy *policy)
{
  return mps_agent_verdict_is_outdated (agent, policy) ? "software-update-available-symbolic"
                                                       : "object-select-symbolic";
}

/**
 * mps_agent_verdict_dup_sentence:
 * @agent: an agent
 * @policy: the policy in force
 *
 * Returns: (transfer full): the verdict, with what the policy asks for, translated
 */
char *
mps_agent_verdict_dup_sentence (const MpsAgentRecord *agent, MpsPolicy *policy)
{
  const char *minimum = mps_policy_get_minimum_fleet_agent (policy);

  if (agent->kind != MPS_AGENT_FLEET)
    return g_strdup (_ ("The policy asks for a version of Fleet Agents only."));
  /* Translators: %s is the version of a Fleet Agent, as “1.3.10”. */
  if (!mps_agent_verdict_is_outdated (agent, policy))
    return g_strdup_printf (_ ("Meets the policy, which asks for %s or later."), minimum);
  /* Translators: %s is the version of a Fleet Agent, as “1.3.10”. */
  return g_strdup_printf (_ ("Too old: the policy asks for %s or later."), minimum);
}

/**
 * mps_agent_verdict_dup_remedy:
 * @agent: an agent
 * @policy: the policy in force
 *
 * Returns: (transfer full) (nullable): what helps against an outdated agent, translated; %NULL
 *   where nothing is wrong
 */
char *
mps_agent_verdict_dup_remedy (const MpsAgentRecord *agent, MpsPolicy *policy)
{
  if (!mps_agent_verdict_is_outdated (agent, policy))
    return NULL;
  /* Translators: %s is the version of a Fleet Agent, as “1.3.10”. */
  return g_strdup_printf (_ ("Upgrade the Fleet Agent to %s or later where it runs, then import a "
                             "fleet list that has its new version. Until then its printers can’t "
                             "be added to MPS Express."),
                          mps_policy_get_minimum_fleet_agent (policy));
}
