/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-counts.h"

typedef struct {
  guint printers;
  guint managed; /* or pending */
} Counts;

struct _MpsAgentCounts {
  GHashTable *numbers; /* owned: gint64 *id within ids → number of the agent */
  gint64 *ids;         /* owned; by number */
  Counts *counts;      /* owned; by number */
};

static void
count (MpsAgentCounts *self, MpsFleet *fleet)
{
  const MpsFleetColumns columns = mps_fleet_get_columns (fleet);

  for (guint32 row = 0; row < columns.n_rows; row++)
    {
      Counts *counts;

      if (!mps_fleet_is_alive (fleet, row))
        continue;
      counts = &self->counts[columns.agent[row]];
      counts->printers++;
      counts->managed += mps_managed_is_protected ((MpsManaged) columns.managed[row]);
    }
}

/**
 * mps_agent_counts_new:
 * @fleet: a fleet
 *
 * Takes time in proportion to the fleet: some milliseconds for a million printers.
 *
 * Returns: (transfer full): how many printers its agents have
 */
MpsAgentCounts *
mps_agent_counts_new (MpsFleet *fleet)
{
  MpsAgentCounts *self = g_new0 (MpsAgentCounts, 1);
  const guint n_numbers = mps_fleet_get_n_agent_numbers (fleet);

  self->numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->ids = g_new0 (gint64, n_numbers);
  self->counts = g_new0 (Counts, n_numbers);
  for (guint number = 0; number < n_numbers; number++)
    {
      self->ids[number] = mps_fleet_get_numbered_agent (fleet, number);
      g_hash_table_insert (self->numbers, &self->ids[number], GUINT_TO_POINTER (number));
    }
  count (self, fleet);
  return self;
}

void
mps_agent_counts_free (MpsAgentCounts *self)
{
  g_hash_table_unref (self->numbers);
  g_free (self->ids);
  g_free (self->counts);
  g_free (self);
}

/* An agent without printers may have no number. */
static Counts
find (MpsAgentCounts *self, gint64 agent)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->numbers, &agent, NULL, &number))
    return (Counts) { 0 };
  return self->counts[GPOINTER_TO_UINT (number)];
}

/**
 * mps_agent_counts_get_printers:
 * @self: the counts
 * @agent: id of an agent; 0 for none
 *
 * Returns: how many printers it has
 */
guint
mps_agent_counts_get_printers (MpsAgentCounts *self, gint64 agent)
{
  return find (self, agent).printers;
}

/**
 * mps_agent_counts_get_managed:
 * @self: the counts
 * @agent: id of an agent; 0 for none
 *
 * Returns: how many of its printers are managed or pending in MPS Express
 */
guint
mps_agent_counts_get_managed (MpsAgentCounts *self, gint64 agent)
{
  return find (self, agent).managed;
}
