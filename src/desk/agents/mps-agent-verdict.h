/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"
#include "rules/mps-policy.h"

G_BEGIN_DECLS

/* Whether the version of an agent meets the policy, in words and as a sign. */
gboolean mps_agent_verdict_is_outdated (const MpsAgentRecord *agent, MpsPolicy *policy);
const char *mps_agent_verdict_get_label (const MpsAgentRecord *agent, MpsPolicy *policy);
const char *mps_agent_verdict_get_icon_name (const MpsAgentRecord *agent, MpsPolicy *policy);
char *mps_agent_verdict_dup_sentence (const MpsAgentRecord *agent, MpsPolicy *policy);
char *mps_agent_verdict_dup_remedy (const MpsAgentRecord *agent, MpsPolicy *policy);

G_END_DECLS
