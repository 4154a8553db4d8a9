/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "rules/mps-policy.h"

#include <string.h>

static void
check_models (MpsPolicy *policy)
{
  for (guint i = 0; i < mps_policy_get_n_models (policy); i++)
    {
      gint32 limit = -1, found = -1;
      gboolean own_limit;
      const char *pattern = mps_policy_get_model (policy, i, &limit, &own_limit);

      fuzz_check_text (pattern);
      g_assert_cmpint (limit, >=, 0);
      g_assert_true (own_limit || limit == mps_policy_get_max_average_pages (policy));
      /* A pattern matches itself, as “*” stands for “*” too. */
      g_assert_true (mps_policy_supports (policy, pattern, &found));
      g_assert_cmpint (found, >=, 0);
    }
}

static void
check_terms (MpsPolicy *policy)
{
  static const char *const languages[] = { "ja", "en", NULL };
  const char *language = NULL;
  g_autofree char *sha256 = NULL;

  fuzz_check_text (mps_policy_get_terms_version (policy));
  fuzz_check_text (mps_policy_get_terms_text (policy, languages, &language));
  sha256 = mps_policy_dup_terms_sha256 (policy, language);
  g_assert_cmpuint (strlen (sha256), ==, 64);
}

/* It is kept as text, and must be the same policy when it is read from there. */
static void
check_again (MpsPolicy *policy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) again = mps_policy_new_from_json (mps_policy_get_json (policy), -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mps_policy_get_json (again), ==, mps_policy_get_json (policy));
  g_assert_cmpstr (mps_policy_get_version (again), ==, mps_policy_get_version (policy));
  g_assert_cmpuint (mps_policy_get_n_models (again), ==, mps_policy_get_n_models (policy));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy
      = mps_policy_new_from_json (size > 0 ? (const char *) data : "", (gssize) size, &error);

  if (!policy)
    {
      fuzz_check_error (error);
      g_assert_nonnull (mps_error_get_problems (error));
      g_assert_cmpuint (mps_error_get_problems (error)->len, >, 0);
      return 0;
    }
  g_assert_no_error (error);
  fuzz_check_text (mps_policy_get_version (policy));
  g_assert_true (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET,
                                           mps_policy_get_minimum_fleet_agent (policy)));
  check_models (policy);
  check_terms (policy);
  check_again (policy);
  return 0;
}
