/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-eligibility.h"

#include <string.h>

#define POLICY(limit, agent)                                                                       \
  "{\"format\":\"mps-desk-policy\",\"version\":\"1\",\"max_average_pages\":" limit ","             \
  "\"models\":[{\"pattern\":\"CX431*\",\"max_average_pages\":100},{\"pattern\":\"CX*\"}],"         \
  "\"minimum_fleet_agent\":\"" agent "\","                                                         \
  "\"terms\":{\"version\":\"1\",\"text\":{\"en\":\"Terms\",\"ja\":\"規約\"}}}"

static MpsPolicy *
policy_of (const char *json)
{
  g_autoptr (GError) error = NULL;
  MpsPolicy *policy = mps_policy_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return policy;
}

/*
 * The rule once more, as the specification tells it and in another form than
 * the program's: each status on its own, by what must hold for it.
 */
static gboolean
should_have (const MpsEligibilityFacts *f, MpsStatus status)
{
  gboolean judged = f->managed == MPS_MANAGED_NONE && f->supported;

  switch (status)
    {
    case MPS_STATUS_ELIGIBLE:
      for (int other = 1; other < MPS_N_STATUSES; other++)
        if (should_have (f, other))
          return FALSE;
      return TRUE;
    case MPS_STATUS_ALREADY_MANAGED:
      return f->managed == MPS_MANAGED_MANAGED;
    case MPS_STATUS_MANAGEMENT_PENDING:
      return f->managed == MPS_MANAGED_PENDING;
    case MPS_STATUS_REGISTRATION_FAILED:
      return f->managed == MPS_MANAGED_FAILED;
    case MPS_STATUS_UNSUPPORTED_MODEL:
      return f->managed == MPS_MANAGED_NONE && !f->supported;
    case MPS_STATUS_PAGES_OVER_LIMIT:
      return judged && f->average_pages != -1 && f->average_pages > f->max_average_pages;
    case MPS_STATUS_PAGES_UNKNOWN:
      return judged && f->average_pages == -1;
    case MPS_STATUS_NO_CONTACT:
      return judged && !f->has_contact;
    case MPS_STATUS_AGENT_OUTDATED:
      return judged && f->agent_outdated;
    }
  g_assert_not_reached ();
}

static void
test_every_combination (void)
{
  static const gint32 pages[] = { -1, 0, 99, 100, 101, G_MAXINT32 };
  static const gint32 limits[] = { 0, 100, 10000000 };
  guint n_eligible = 0, n_cases = 0;

  for (int managed = 0; managed < MPS_N_MANAGED; managed++)
    for (gsize p = 0; p < G_N_ELEMENTS (pages); p++)
      for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
        for (int bits = 0; bits < 8; bits++)
          {
            MpsEligibilityFacts facts
                = { managed, bits & 1, pages[p], limits[l], (bits & 2) != 0, (bits & 4) != 0 };
            MpsStatusMask mask = mps_eligibility_judge (&facts);

            for (int status = 0; status < MPS_N_STATUSES; status++)
              g_assert_cmpint (mps_status_mask_has (mask, status), ==,
                               should_have (&facts, status));
            n_eligible += mps_status_mask_has (mask, MPS_STATUS_ELIGIBLE);
            n_cases++;
          }
  g_assert_cmpuint (n_cases, ==, 4 * 6 * 3 * 8);
  /* Known pages within the limit: 1 of limit 0, 3 of 100, and 4 of ten million. */
  g_assert_cmpuint (n_eligible, ==, 8);
}

static MpsPrinterRecord *
printer_of (gint64 id, const char *model, gint32 pages, gint64 contact, gint64 agent)
{
  MpsPrinterRecord *printer = mps_printer_record_new ();

  printer->id = id;
  g_free (printer->serial);
  printer->serial = g_strdup_printf ("S%" G_GINT64_FORMAT, id);
  g_set_str (&printer->model, model);
  printer->average_pages = pages;
  printer->contact = contact;
  printer->agent = agent;
  return printer;
}

static MpsAgentRecord *
agent_of (gint64 id, MpsAgentKind kind, const char *version)
{
  MpsAgentRecord *agent = mps_agent_record_new ();

  agent->id = id;
  agent->kind = kind;
  g_set_str (&agent->version, version);
  return agent;
}

static void
test_record (void)
{
  static const struct {
    const char *model;
    gint32 pages;
    gint64 contact;
    int agent_kind; /* -1: no agent */
    const char *version;
    MpsStatusMask mask;
  } cases[] = {
    { "CX730de", 5000, 1, -1, NULL, 0 },
    { "cx730de", 5001, 1, -1, NULL, MPS_STATUS_BIT (MPS_STATUS_PAGES_OVER_LIMIT) },
    { "CX431adw", 101, 1, -1, NULL, MPS_STATUS_BIT (MPS_STATUS_PAGES_OVER_LIMIT) },
    { "CX431adw", 100, 1, MPS_AGENT_FLEET, "1.3.10", 0 },
    { "CX431adw", 100, 1, MPS_AGENT_FLEET, "1.10", 0 },
    { "CX431adw", 100, 1, MPS_AGENT_FLEET, "1.3.9", MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED) },
    { "CX431adw", 100, 1, MPS_AGENT_FLEET, "", MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED) },
    { "CX431adw", 100, 1, MPS_AGENT_NATIVE, "", 0 },
    { "CX431adw", 100, 1, MPS_AGENT_LOCAL, "0.1", 0 },
    { "CX431adw", -1, 0, MPS_AGENT_FLEET, "1",
      MPS_STATUS_BIT (MPS_STATUS_PAGES_UNKNOWN) | MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT)
          | MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED) },
    { "LaserWriter", -1, 0, MPS_AGENT_FLEET, "1", MPS_STATUS_BIT (MPS_STATUS_UNSUPPORTED_MODEL) },
    { "", 1, 1, -1, NULL, MPS_STATUS_BIT (MPS_STATUS_UNSUPPORTED_MODEL) },
  };
  g_autoptr (MpsPolicy) policy = policy_of (POLICY ("5000", "1.3.10"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MpsPrinterRecord) printer
          = printer_of (1, cases[i].model, cases[i].pages, cases[i].contact, 0);
      g_autoptr (MpsAgentRecord) agent
          = cases[i].agent_kind < 0 ? NULL : agent_of (1, cases[i].agent_kind, cases[i].version);

      g_assert_cmphex (mps_eligibility_judge_record (policy, printer, agent), ==, cases[i].mask);
    }
}

/* Agents 10 (new), 11 (old), 12 (old, but no Fleet Agent). */
static GPtrArray *
some_agents (const char *version_of_11)
{
  GPtrArray *agents = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_agent_record_free);

  g_ptr_array_add (agents, agent_of (10, MPS_AGENT_FLEET, "2.0"));
  g_ptr_array_add (agents, agent_of (11, MPS_AGENT_FLEET, version_of_11));
  g_ptr_array_add (agents, agent_of (12, MPS_AGENT_PRINTER, "0.1"));
  return agents;
}

/* A printer for every combination of model, pages, contact, agent and state. */
static MpsFleet *
some_fleet (void)
{
  static const char *const models[] = { "CX730de", "CX431adw", "LaserWriter" };
  static const gint32 pages[] = { -1, 100, 101, 5000, 5001 };
  static const gint64 agents[] = { 0, 10, 11, 12, 99 };
  g_autoptr (GPtrArray) records = some_agents ("1.0");
  MpsFleet *fleet = mps_fleet_new ();
  gint64 id = 1;

  mps_fleet_set_agents (fleet, records);
  for (gsize m = 0; m < G_N_ELEMENTS (models); m++)
    for (gsize p = 0; p < G_N_ELEMENTS (pages); p++)
      for (gsize a = 0; a < G_N_ELEMENTS (agents); a++)
        for (int rest = 0; rest < MPS_N_MANAGED * 2; rest++)
          {
            g_autoptr (MpsPrinterRecord) printer
                = printer_of (id++, models[m], pages[p], rest % 2 ? 5 : 0, agents[a]);

            printer->managed = rest / 2;
            mps_fleet_add_printer (fleet, printer);
          }
  return fleet;
}

/* Every printer of the fleet must stand as its record alone would be judged. */
static void
assert_judged_by (MpsFleet *fleet, MpsPolicy *policy)
{
  for (guint32 row = 0; row < mps_fleet_get_n_rows (fleet); row++)
    {
      const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, mps_fleet_get_agent (fleet, row));
      g_autoptr (MpsPrinterRecord) printer = printer_of (
          1, mps_fleet_get_model (fleet, row), mps_fleet_get_average_pages (fleet, row),
          mps_fleet_get_contact (fleet, row), mps_fleet_get_agent (fleet, row));

      if (!mps_fleet_is_alive (fleet, row))
        continue;
      printer->managed = mps_fleet_get_managed (fleet, row);
      g_assert_cmphex (mps_fleet_get_mask (fleet, row), ==,
                       mps_eligibility_judge_record (policy, printer, agent));
    }
}

static void
test_fleet (void)
{
  g_autoptr (MpsFleet) fleet = some_fleet ();
  g_autoptr (MpsPolicy) policy = policy_of (POLICY ("5000", "1.3.10"));
  g_autoptr (MpsPolicy) other = policy_of (POLICY ("50", "0.5"));

  mps_eligibility_attach (fleet, policy);
  assert_judged_by (fleet, policy);
  mps_eligibility_attach (fleet, other);
  assert_judged_by (fleet, other);
}

static void
test_fleet_changes (void)
{
  g_autoptr (MpsFleet) fleet = some_fleet ();
  g_autoptr (MpsPolicy) policy = policy_of (POLICY ("5000", "1.3.10"));
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  g_autoptr (MpsChanges) upgrade = mps_changes_new ();
  guint32 row;

  mps_eligibility_attach (fleet, policy);

  /* A model and an agent number that were not there when the policy was attached. */
  g_ptr_array_add (changes->printers, printer_of (1, "CX920de", 9000, 0, 11));
  g_ptr_array_add (changes->printers, printer_of (100000, "MC3224", 1, 1, 98));
  mps_fleet_apply (fleet, changes);
  assert_judged_by (fleet, policy);
  row = mps_fleet_find_printer (fleet, 1);
  g_assert_cmphex (mps_fleet_get_mask (fleet, row), ==,
                   MPS_STATUS_BIT (MPS_STATUS_PAGES_OVER_LIMIT)
                       | MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT)
                       | MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED));

  upgrade->agents = some_agents ("1.3.10");
  mps_fleet_apply (fleet, upgrade);
  assert_judged_by (fleet, policy);
  g_assert_false (mps_status_mask_has (mps_fleet_get_mask (fleet, row), MPS_STATUS_AGENT_OUTDATED));
}

static void
test_fleet_replaced (void)
{
  g_autoptr (MpsFleet) fleet = some_fleet ();
  g_autoptr (MpsFleet) loaded = mps_fleet_new ();
  g_autoptr (MpsPolicy) policy = policy_of (POLICY ("5000", "1.3.10"));
  g_autoptr (GPtrArray) agents = some_agents ("9");

  mps_eligibility_attach (fleet, policy);
  mps_fleet_set_agents (loaded, agents);
  for (gint64 id = 1; id <= 4; id++)
    {
      /* The models and agents come in another order, so that their numbers differ. */
      g_autoptr (MpsPrinterRecord) printer
          = printer_of (id, id % 2 ? "LaserWriter" : "CX431adw", 101, 1, 14 - id);

      mps_fleet_add_printer (loaded, printer);
    }
  mps_fleet_replace (fleet, loaded);
  assert_judged_by (fleet, policy);
}

static void
count_evaluation (MpsFleet *fleet, const guint32 *rows, guint n_rows, gpointer user_data)
{
  guint *n_evaluations = user_data;

  *n_evaluations += 1;
}

/* What has nothing to do with printers must not cost a pass over all of them. */
static void
test_contact_is_no_evaluation (void)
{
  g_autoptr (MpsFleet) fleet = some_fleet ();
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  MpsContactRecord *contact = mps_contact_record_new ();
  guint n_evaluations = 0;

  contact->id = 5;
  g_ptr_array_add (changes->contacts, contact);
  mps_fleet_set_evaluator (fleet, count_evaluation, &n_evaluations, NULL);
  g_assert_cmpuint (n_evaluations, ==, 1);
  mps_fleet_apply (fleet, changes);
  g_assert_cmpuint (n_evaluations, ==, 1);
}

/* Only measures, in -m perf: a million printers, judged again. */
static void
test_million (void)
{
  static const char *const models[] = { "CX730de", "CX431adw", "LaserWriter", "CX920de" };
  g_autoptr (MpsFleet) fleet = NULL;
  g_autoptr (MpsPolicy) policy = policy_of (POLICY ("5000", "1.3.10"));
  g_autoptr (GPtrArray) agents = some_agents ("1.0");
  double best = G_MAXDOUBLE;

  if (!g_test_perf ())
    {
      g_test_skip ("only with -m perf");
      return;
    }
  fleet = mps_fleet_new ();
  mps_fleet_set_agents (fleet, agents);
  for (gint64 id = 1; id <= 1000000; id++)
    {
      guint32 dice = (guint32) id * 2654435761u;
      g_autoptr (MpsPrinterRecord) printer = printer_of (
          id, models[dice >> 30], (dice >> 12) % 8000, (dice >> 5) % 3, 10 + (dice >> 9) % 3);

      printer->managed = (dice >> 17) % MPS_N_MANAGED;
      mps_fleet_add_printer (fleet, printer);
    }
  mps_eligibility_attach (fleet, policy);
  for (int i = 0; i < 11; i++)
    {
      g_test_timer_start ();
      mps_fleet_reevaluate (fleet);
      best = MIN (best, g_test_timer_elapsed ());
    }
  g_test_minimized_result (best * 1000, "a million printers judged: %.2f ms", best * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/eligibility/every-combination", test_every_combination);
  g_test_add_func ("/rules/eligibility/record", test_record);
  g_test_add_func ("/rules/eligibility/fleet", test_fleet);
  g_test_add_func ("/rules/eligibility/fleet-changes", test_fleet_changes);
  g_test_add_func ("/rules/eligibility/fleet-replaced", test_fleet_replaced);
  g_test_add_func ("/rules/eligibility/contact-is-no-evaluation", test_contact_is_no_evaluation);
  g_test_add_func ("/rules/eligibility/million", test_million);
  return g_test_run ();
}
