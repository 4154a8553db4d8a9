/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-history.h"

/* What is kept has no language; takes what is kept. */
static void
assert_detail (const char *act, char *kept, const char *expected)
{
  g_autofree char *detail = kept;
  g_autofree char *shown = mps_history_dup_detail (act, detail);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_details (void)
{
  assert_detail ("enroll", mps_history_dup_enroll_detail (3, "2026 draft terms=x", "ab12"),
                 "3 printers were added under the terms of use 2026 draft terms=x (SHA-256 ab12).");
  assert_detail ("enroll", mps_history_dup_enroll_detail (1, "2", "ab12"),
                 "1 printer was added under the terms of use 2 (SHA-256 ab12).");
  assert_detail ("policy", mps_history_dup_policy_detail ("2026-01"), "Terms of use 2026-01");
  assert_detail ("answer", mps_history_dup_answer_detail (TRUE, ""), "MPS Express");
  assert_detail ("answer", mps_history_dup_answer_detail (FALSE, ""), "Registration failed");
  assert_detail ("answer", mps_history_dup_answer_detail (FALSE, "No contract = no"),
                 "No contract = no");
  assert_detail ("delete-agent", g_strdup ("fleet"), "Fleet Agent");
}

/* What older versions wrote, and what has no words, is shown as it is. */
static void
test_others (void)
{
  assert_detail ("enroll", g_strdup ("Un imprimante"), "Un imprimante");
  assert_detail ("policy", g_strdup ("利用規約 2026-01"), "利用規約 2026-01");
  assert_detail ("answer", g_strdup ("契約がありません"), "契約がありません");
  assert_detail ("unenroll", g_strdup ("CX730de"), "CX730de");
  assert_detail ("levitate", g_strdup ("high"), "high");
  g_assert_cmpstr (mps_history_get_act_label ("levitate"), ==, "levitate");
}

static void
test_acts (void)
{
  for (guint i = 0; i < MPS_HISTORY_N_ACTS; i++)
    {
      const char *act = mps_history_get_act (i);

      g_assert_cmpstr (mps_history_get_act_label (act), !=, act);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/details", test_details);
  g_test_add_func ("/history/others", test_others);
  g_test_add_func ("/history/acts", test_acts);
  return g_test_run ();
}
