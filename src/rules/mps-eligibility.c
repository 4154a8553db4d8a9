/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility.h"

#define N_MASKS 256

/*
 * What the policy says of one model. It is asked once a model and not once a
 * printer, of which there may be a million.
 */
typedef struct {
  gboolean supported;
  gint32 max_average_pages;
} ModelAnswer;

typedef struct {
  MpsPolicy *policy;
  GArray *models;       /* ModelAnswer, by model number */
  GByteArray *outdated; /* gboolean, by agent number; only for a pass over all printers */
} Judge;

static void
judge_free (gpointer data)
{
  Judge *self = data;

  mps_policy_unref (self->policy);
  g_array_unref (self->models);
  g_byte_array_unref (self->outdated);
  g_free (self);
}

static gboolean
is_outdated (MpsPolicy *policy, const MpsAgentRecord *agent)
{
  return agent && !mps_policy_accepts_agent (policy, agent->kind, agent->version);
}

static void
judge_learn_models (Judge *self, MpsFleet *fleet)
{
  for (guint i = self->models->len; i < mps_fleet_get_n_models (fleet); i++)
    {
      ModelAnswer answer;

      answer.supported = mps_policy_supports (self->policy, mps_fleet_get_model_name (fleet, i),
                                              &answer.max_average_pages);
      g_array_append_val (self->models, answer);
    }
}

static gboolean
judge_is_outdated (const Judge *self, MpsFleet *fleet, guint agent)
{
  gint64 id = mps_fleet_get_numbered_agent (fleet, agent);

  return is_outdated (self->policy, mps_fleet_find_agent (fleet, id));
}

static void
judge_learn_agents (Judge *self, MpsFleet *fleet)
{
  guint n_agents = mps_fleet_get_n_agent_numbers (fleet);

  g_byte_array_set_size (self->outdated, n_agents);
  for (guint i = 0; i < n_agents; i++)
    self->outdated->data[i] = judge_is_outdated (self, fleet, i);
}

/**
 * mps_eligibility_judge:
 * @facts: what is known of a printer
 *
 * The rule, written once (source: product "Eligibility" 1 and 2). Any thread.
 *
 * Returns: the statuses that the printer has; 0 is eligible
 */
MpsStatusMask
mps_eligibility_judge (const MpsEligibilityFacts *facts)
{
  MpsStatusMask mask = 0;

  if (facts->managed == MPS_MANAGED_MANAGED)
    return MPS_STATUS_BIT (MPS_STATUS_ALREADY_MANAGED);
  if (facts->managed == MPS_MANAGED_PENDING)
    return MPS_STATUS_BIT (MPS_STATUS_MANAGEMENT_PENDING);
  if (facts->managed == MPS_MANAGED_FAILED)
    return MPS_STATUS_BIT (MPS_STATUS_REGISTRATION_FAILED);
  if (!facts->supported)
    return MPS_STATUS_BIT (MPS_STATUS_UNSUPPORTED_MODEL);

  if (facts->average_pages == MPS_PAGES_UNKNOWN)
    mask |= MPS_STATUS_BIT (MPS_STATUS_PAGES_UNKNOWN);
  else if (facts->average_pages > facts->max_average_pages)
    mask |= MPS_STATUS_BIT (MPS_STATUS_PAGES_OVER_LIMIT);
  if (!facts->has_contact)
    mask |= MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT);
  if (facts->agent_outdated)
    mask |= MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED);
  return mask;
}

/**
 * mps_eligibility_judge_record:
 * @policy: the policy in force
 * @printer: a complete record
 * @agent: (nullable): the agent that @printer names, %NULL if it names none
 *
 * Judges one printer by what is stored. Any thread.
 *
 * Returns: the statuses that the printer has; 0 is eligible
 */
MpsStatusMask
mps_eligibility_judge_record (MpsPolicy *policy, const MpsPrinterRecord *printer,
                              const MpsAgentRecord *agent)
{
  MpsEligibilityFacts facts = {
    .managed = printer->managed,
    .average_pages = printer->average_pages,
    .has_contact = printer->contact != 0,
    .agent_outdated = is_outdated (policy, agent),
  };

  facts.supported = mps_policy_supports (policy, printer->model, &facts.max_average_pages);
  return mps_eligibility_judge (&facts);
}

static inline MpsStatusMask
judge_row (const Judge *self, const MpsFleetColumns *columns, guint32 row, gboolean agent_outdated)
{
  const ModelAnswer *answer = &g_array_index (self->models, ModelAnswer, columns->model[row]);
  MpsEligibilityFacts facts = {
    .managed = columns->managed[row],
    .supported = answer->supported,
    .average_pages = columns->average_pages[row],
    .max_average_pages = answer->max_average_pages,
    .has_contact = columns->contact[row] != 0,
    .agent_outdated = agent_outdated,
  };

  return mps_eligibility_judge (&facts);
}

static void
judge_learn_all (Judge *self, MpsFleet *fleet)
{
  /* After a reload the same number may stand for another model or agent. */
  g_array_set_size (self->models, 0);
  judge_learn_models (self, fleet);
  judge_learn_agents (self, fleet);
}

static void
judge_all (Judge *self, MpsFleet *fleet, const MpsFleetColumns *columns)
{
  judge_learn_all (self, fleet);
  for (guint32 row = 0; row < columns->n_rows; row++)
    columns->mask[row] = judge_row (self, columns, row, self->outdated->data[columns->agent[row]]);
}

static void
evaluate (MpsFleet *fleet, const guint32 *rows, guint n_rows, gpointer user_data)
{
  Judge *self = user_data;
  MpsFleetColumns columns = mps_fleet_get_columns (fleet);

  if (!rows)
    {
      judge_all (self, fleet, &columns);
      return;
    }
  judge_learn_models (self, fleet);
  for (guint i = 0; i < n_rows; i++)
    {
      guint agent = columns.agent[rows[i]];

      columns.mask[rows[i]]
          = judge_row (self, &columns, rows[i], judge_is_outdated (self, fleet, agent));
    }
}

static Judge *
judge_new (MpsPolicy *policy)
{
  Judge *self = g_new0 (Judge, 1);

  self->policy = mps_policy_ref (policy);
  self->models = g_array_new (FALSE, FALSE, sizeof (ModelAnswer));
  self->outdated = g_byte_array_new ();
  return self;
}

/**
 * mps_eligibility_attach:
 * @fleet: a fleet
 * @policy: the policy in force
 *
 * Makes @fleet judge its printers by @policy from now on: all of them at once,
 * and each again when it changes. On the thread that uses @fleet.
 */
void
mps_eligibility_attach (MpsFleet *fleet, MpsPolicy *policy)
{
  mps_fleet_set_evaluator (fleet, evaluate, judge_new (policy), judge_free);
}

static void
count_masks (const guint histogram[N_MASKS], guint counts[MPS_N_STATUSES])
{
  for (guint mask = 0; mask < N_MASKS; mask++)
    for (int status = 0; status < MPS_N_STATUSES; status++)
      if (histogram[mask] > 0 && mps_status_mask_has ((MpsStatusMask) mask, status))
        counts[status] += histogram[mask];
}

/**
 * mps_eligibility_preview:
 * @fleet: a fleet that is judged by a policy
 * @policy: one that may take its place
 * @effect: (out caller-allocates): what that would do
 *
 * Judges all printers by @policy, and changes nothing. A million of them take
 * some milliseconds. On the thread that uses @fleet.
 */
void
mps_eligibility_preview (MpsFleet *fleet, MpsPolicy *policy, MpsPolicyEffect *effect)
{
  Judge *judge = judge_new (policy);
  const MpsFleetColumns columns = mps_fleet_get_columns (fleet);
  guint before[N_MASKS] = { 0 }, after[N_MASKS] = { 0 };

  *effect = (MpsPolicyEffect) { .n_printers = mps_fleet_get_n_printers (fleet) };
  judge_learn_all (judge, fleet);
  for (guint32 row = 0; row < columns.n_rows; row++)
    {
      MpsStatusMask mask;

      if (!mps_fleet_is_alive (fleet, row))
        continue;
      mask = judge_row (judge, &columns, row, judge->outdated->data[columns.agent[row]]);
      before[columns.mask[row]]++;
      after[mask]++;
      effect->n_changed += mask != columns.mask[row];
    }
  count_masks (before, effect->before);
  count_masks (after, effect->after);
  judge_free (judge);
}
