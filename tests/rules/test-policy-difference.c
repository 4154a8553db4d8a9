/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-eligibility.h"
#include "rules/mps-policy-difference.h"

#define MODELS "{\"pattern\":\"CX431*\",\"max_average_pages\":100},{\"pattern\":\"CX*\"}"

static MpsPolicy *
policy_new (const char *version, const char *limit, const char *models, const char *agent,
            const char *terms)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\":\"mps-desk-policy\",\"version\":\"%s\",\"max_average_pages\":%s,"
      "\"models\":[%s],\"minimum_fleet_agent\":\"%s\",\"terms\":{\"version\":\"1\","
      "\"text\":{\"en\":\"%s\",\"ja\":\"規約\"}}}",
      version, limit, models, agent, terms);
  g_autoptr (GError) error = NULL;
  MpsPolicy *policy = mps_policy_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return policy;
}

/* "id subject: detail", one a line. */
static char *
differences_of (MpsPolicy *before, MpsPolicy *after)
{
  g_autoptr (GPtrArray) differences = mps_policy_compare (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const MpsPolicyDifference *difference = differences->pdata[i];

      g_string_append_printf (text, "%s %s: %s\n", difference->id, difference->subject,
                              difference->detail);
    }
  return g_string_free_and_steal (text);
}

static void
test_limits_and_terms (void)
{
  g_autoptr (MpsPolicy) before = policy_new ("1", "5000", MODELS, "1.3.10", "Terms");
  g_autoptr (MpsPolicy) same = policy_new ("1", "5000", MODELS, "1.3.10", "Terms");
  g_autoptr (MpsPolicy) after = policy_new ("2", "1", MODELS, "1.4", "Other terms");
  g_autofree char *none = differences_of (before, same);
  g_autofree char *text = differences_of (before, after);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (text, ==,
                   "version Version: 1 → 2\n"
                   "max-average-pages Maximum average pages: 5000 pages a month → "
                   "1 page a month\n"
                   "minimum-fleet-agent Minimum Fleet Agent version: 1.3.10 → 1.4\n"
                   "terms-text Terms of use in English: The text differs.\n");
}

static void
test_models (void)
{
  static const struct {
    const char *models;
    const char *differences;
  } cases[] = {
    { "{\"pattern\":\"cx431*\",\"max_average_pages\":100},{\"pattern\":\"CX*\"}", "" },
    { MODELS ",{\"pattern\":\"MX*\",\"max_average_pages\":7}",
      "model-added MX*: Supported from now on: 7 pages a month\n" },
    { "{\"pattern\":\"CX*\"}", "model-removed CX431*: Not supported any more\n" },
    { "{\"pattern\":\"CX431*\"},{\"pattern\":\"CX*\"}",
      "model-changed CX431*: 100 pages a month → 50 pages a month, as for all models\n" },
    { "{\"pattern\":\"CX*\"},{\"pattern\":\"CX431*\",\"max_average_pages\":100}",
      "models-order Order of the models: It is another one. The first pattern that matches a "
      "model decides.\n" },
    /* What stands a second time never decides. */
    { MODELS ",{\"pattern\":\"CX*\",\"max_average_pages\":3}", "" },
  };
  g_autoptr (MpsPolicy) before = policy_new ("1", "50", MODELS, "1", "Terms");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MpsPolicy) after = policy_new ("1", "50", cases[i].models, "1", "Terms");
      g_autofree char *text = differences_of (before, after);

      g_assert_cmpstr (text, ==, cases[i].differences);
    }
}

static void
add_printers (MpsFleet *fleet, guint n_printers)
{
  static const char *const models[] = { "CX431adw", "CX730de", "MX432adwe" };

  for (guint i = 0; i < n_printers; i++)
    {
      g_autoptr (MpsPrinterRecord) printer = mps_printer_record_new ();

      printer->id = i + 1;
      g_free (printer->serial);
      printer->serial = g_strdup_printf ("S%07u", i);
      g_set_str (&printer->model, models[i % 3]);
      printer->average_pages = (gint32) (i % 200);
      printer->contact = i % 5 == 0 ? 0 : 1;
      mps_fleet_add_printer (fleet, printer);
    }
}

static guint
count_changed (MpsFleet *fleet, const MpsStatusMask *masks)
{
  guint n_changed = 0;

  for (guint32 row = 0; row < mps_fleet_get_n_rows (fleet); row++)
    n_changed += mps_fleet_get_mask (fleet, row) != masks[row];
  return n_changed;
}

static void
assert_counts (MpsFleet *fleet, const guint *counts)
{
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      guint n = 0;

      for (guint32 row = 0; row < mps_fleet_get_n_rows (fleet); row++)
        n += mps_status_mask_has (mps_fleet_get_mask (fleet, row), status);
      g_assert_cmpuint (counts[status], ==, n);
    }
}

/* What is foretold is what comes, and until then nothing changes. */
static void
test_effect (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsPolicy) before = policy_new ("1", "50", MODELS, "1", "Terms");
  g_autoptr (MpsPolicy) after = policy_new ("2", "120",
                                            "{\"pattern\":\"MX*\"},{\"pattern\":"
                                            "\"CX4*\",\"max_average_pages\":9}",
                                            "1", "Terms");
  MpsStatusMask masks[3000];
  MpsPolicyEffect effect, none;

  add_printers (fleet, 3000);
  mps_eligibility_attach (fleet, before);
  for (guint32 row = 0; row < 3000; row++)
    masks[row] = mps_fleet_get_mask (fleet, row);
  mps_eligibility_preview (fleet, before, &none);
  mps_eligibility_preview (fleet, after, &effect);
  g_assert_cmpuint (none.n_changed, ==, 0);
  g_assert_cmpuint (count_changed (fleet, masks), ==, 0);
  assert_counts (fleet, effect.before);
  mps_eligibility_attach (fleet, after);
  g_assert_cmpuint (effect.n_printers, ==, 3000);
  g_assert_cmpuint (effect.n_changed, >, 0);
  g_assert_cmpuint (effect.n_changed, ==, count_changed (fleet, masks));
  assert_counts (fleet, effect.after);
}

static void
test_many (void)
{
  const guint n_printers = g_test_perf () ? 1000000 : 10000;
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsPolicy) before = policy_new ("1", "50", MODELS, "1", "Terms");
  g_autoptr (MpsPolicy) after = policy_new ("2", "120", MODELS, "1", "Terms");
  MpsPolicyEffect effect;
  gint64 start;
  double elapsed;

  add_printers (fleet, n_printers);
  mps_eligibility_attach (fleet, before);
  start = g_get_monotonic_time ();
  mps_eligibility_preview (fleet, after, &effect);
  elapsed = (double) (g_get_monotonic_time () - start) / 1000;
  g_test_minimized_result (elapsed, "foretell of %u printers: %.1f ms", n_printers, elapsed);
  g_assert_cmpuint (effect.n_printers, ==, n_printers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy-difference/limits-and-terms", test_limits_and_terms);
  g_test_add_func ("/policy-difference/models", test_models);
  g_test_add_func ("/policy-difference/effect", test_effect);
  g_test_add_func ("/policy-difference/many", test_many);
  return g_test_run ();
}
