/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-counts.h"

#define N_MASKS (G_MAXUINT8 + 1)

struct _MpsOrganizationCounts {
  GHashTable
      *tallies; /* owned: gint64 *organization within the tally → owned MpsOrganizationTally */
  MpsOrganizationTally all;
};

static MpsOrganizationTally *
ensure (MpsOrganizationCounts *self, gint64 organization)
{
  MpsOrganizationTally *tally = g_hash_table_lookup (self->tallies, &organization);

  if (tally == NULL)
    {
      tally = g_new0 (MpsOrganizationTally, 1);
      tally->organization = organization;
      g_hash_table_insert (self->tallies, &tally->organization, tally);
    }
  return tally;
}

static void
add_masks (MpsOrganizationTally *tally, const guint *masks)
{
  for (guint mask = 0; mask < N_MASKS; mask++)
    {
      if (masks[mask] == 0)
        continue;
      tally->printers += masks[mask];
      for (guint status = 0; status < MPS_N_STATUSES; status++)
        if (mps_status_mask_has ((MpsStatusMask) mask, status))
          tally->statuses[status] += masks[mask];
    }
}

/* The pass itself only counts the masks, of which there are few, and not the statuses in each. */
static void
count_printers (MpsOrganizationCounts *self, MpsFleet *fleet)
{
  const MpsFleetColumns columns = mps_fleet_get_columns (fleet);
  const guint n_numbers = mps_fleet_get_n_organization_numbers (fleet);
  g_autofree guint *masks = g_new0 (guint, (gsize) n_numbers * N_MASKS);

  for (guint32 row = 0; row < columns.n_rows; row++)
    if (mps_fleet_is_alive (fleet, row))
      masks[(gsize) columns.organization[row] * N_MASKS + columns.mask[row]]++;
  for (guint number = 0; number < n_numbers; number++)
    add_masks (ensure (self, mps_fleet_get_numbered_organization (fleet, number)),
               masks + (gsize) number * N_MASKS);
}

/* Contacts of one organization mostly stand together, as they were imported. */
static void
count_contacts (MpsOrganizationCounts *self, MpsFleet *fleet)
{
  const guint n_rows = mps_fleet_get_n_contact_rows (fleet);
  MpsOrganizationTally *tally = NULL;

  for (guint32 row = 0; row < n_rows; row++)
    {
      const gint64 organization = mps_fleet_get_contact_organization (fleet, row);

      if (!mps_fleet_is_contact_alive (fleet, row))
        continue;
      if (tally == NULL || tally->organization != organization)
        tally = ensure (self, organization);
      tally->contacts++;
    }
}

static void
count_agents (MpsOrganizationCounts *self, MpsFleet *fleet)
{
  GPtrArray *agents = mps_fleet_get_agents (fleet);

  for (guint i = 0; i < agents->len; i++)
    ensure (self, ((const MpsAgentRecord *) agents->pdata[i])->organization)->agents++;
}

static void
add_up (MpsOrganizationCounts *self)
{
  MpsOrganizationTally *tally;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->tallies);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tally))
    {
      self->all.printers += tally->printers;
      self->all.contacts += tally->contacts;
      self->all.agents += tally->agents;
      for (guint status = 0; status < MPS_N_STATUSES; status++)
        self->all.statuses[status] += tally->statuses[status];
    }
}

/**
 * mps_organization_counts_new:
 * @fleet: a fleet
 *
 * Takes time in proportion to the fleet: some milliseconds for a million printers.
 *
 * Returns: (transfer full): what its organizations have
 */
MpsOrganizationCounts *
mps_organization_counts_new (MpsFleet *fleet)
{
  MpsOrganizationCounts *self = g_new0 (MpsOrganizationCounts, 1);

  self->tallies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  count_printers (self, fleet);
  count_contacts (self, fleet);
  count_agents (self, fleet);
  add_up (self);
  return self;
}

void
mps_organization_counts_free (MpsOrganizationCounts *self)
{
  g_hash_table_unref (self->tallies);
  g_free (self);
}

/**
 * mps_organization_counts_get:
 * @self: the counts
 * @organization: id of an organization; 0 for all of them together
 *
 * Returns: what it has
 */
MpsOrganizationTally
mps_organization_counts_get (MpsOrganizationCounts *self, gint64 organization)
{
  const MpsOrganizationTally *tally
      = organization == 0 ? &self->all : g_hash_table_lookup (self->tallies, &organization);

  return tally ? *tally : (MpsOrganizationTally) { .organization = organization };
}
