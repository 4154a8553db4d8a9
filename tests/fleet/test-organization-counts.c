/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"

#include "fleet/mps-organization-counts.h"

/* Printers 1 … 6, those with odd ids in organization 1, the others in 2; contacts 1 and 2 in 1. */
static MpsFleet *
make_two (void)
{
  g_autoptr (GPtrArray) agents = make_agents ("1.10.0");
  MpsFleet *fleet = mps_fleet_new ();

  for (guint id = 1; id <= 6; id++)
    {
      MpsPrinterRecord *record = make_printer (id);

      record->organization = id % 2 ? 1 : 2;
      add_printer (fleet, record);
    }
  add_contact (fleet, make_contact (1, "Bob", "Miller"));
  add_contact (fleet, make_contact (2, "Ann", "Smith"));
  mps_fleet_set_agents (fleet, agents);
  return fleet;
}

static MpsOrganizationTally
count (MpsFleet *fleet, gint64 organization)
{
  g_autoptr (MpsOrganizationCounts) counts = mps_organization_counts_new (fleet);

  return mps_organization_counts_get (counts, organization);
}

static void
test_each (void)
{
  g_autoptr (MpsFleet) fleet = make_two ();
  MpsOrganizationTally tally;

  /* The first printer of organization 2 has two reasons, the second another. */
  set_mask (fleet, 1,
            MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT) | MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED));
  set_mask (fleet, 3, MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT));
  tally = count (fleet, 1);
  g_assert_cmpuint (tally.printers, ==, 3);
  g_assert_cmpuint (tally.contacts, ==, 2);
  g_assert_cmpuint (tally.agents, ==, 2);
  g_assert_cmpuint (tally.statuses[MPS_STATUS_ELIGIBLE], ==, 3);
  tally = count (fleet, 2);
  g_assert_cmpuint (tally.printers, ==, 3);
  g_assert_cmpuint (tally.contacts, ==, 0);
  g_assert_cmpuint (tally.statuses[MPS_STATUS_ELIGIBLE], ==, 1);
  g_assert_cmpuint (tally.statuses[MPS_STATUS_NO_CONTACT], ==, 2);
  g_assert_cmpuint (tally.statuses[MPS_STATUS_AGENT_OUTDATED], ==, 1);
}

static void
test_all (void)
{
  g_autoptr (MpsFleet) fleet = make_two ();
  MpsOrganizationTally tally = count (fleet, 0);

  g_assert_cmpuint (tally.printers, ==, 6);
  g_assert_cmpuint (tally.contacts, ==, 2);
  g_assert_cmpuint (tally.agents, ==, 2);
  g_assert_cmpuint (tally.statuses[MPS_STATUS_ELIGIBLE], ==, 6);
}

/* What is gone is in its row no more, and what was never there has nothing. */
static void
test_gone (void)
{
  g_autoptr (MpsFleet) fleet = make_two ();

  remove_printer (fleet, 3);
  g_assert_cmpuint (count (fleet, 1).printers, ==, 2);
  g_assert_cmpuint (count (fleet, 0).printers, ==, 5);
  g_assert_cmpuint (count (fleet, 7).printers, ==, 0);
  g_assert_cmpint (count (fleet, 7).organization, ==, 7);
}

static void
test_empty (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();

  g_assert_cmpuint (count (fleet, 0).printers, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organization-counts/each", test_each);
  g_test_add_func ("/organization-counts/all", test_all);
  g_test_add_func ("/organization-counts/gone", test_gone);
  g_test_add_func ("/organization-counts/empty", test_empty);
  return g_test_run ();
}
