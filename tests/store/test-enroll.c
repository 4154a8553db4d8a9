/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

/* Enough that a cancellation comes in the middle. */
#define MANY 5000

static void
prepare (Fixture *self, guint n_printers)
{
  g_autoptr (GString) list = g_string_new ("serial|model|pages");
  g_autoptr (MpsPrinterImport) import = NULL;

  for (guint i = 0; i < n_printers; i++)
    g_string_append_printf (list, "\nP%u|CX730de|100", i);
  import = import_list (self->store, list->str);
  add_contact (self->store, "太郎");
  g_assert_null (run_sql (self->path, "UPDATE printers SET contact = 1"));
  entitle (self->store);
}

static MpsTask *
enroll_all (Fixture *self, const MpsAcceptedTerms *terms, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_enroll_async (self->store, DEFAULT_ORGANIZATION, terms,
                          mps_targets_new_all (DEFAULT_ORGANIZATION), NULL, NULL, on_result,
                          &result);
  return mps_store_enroll_finish (self->store, wait_for (&result), error);
}

static void
load_policy (Fixture *self, const char *japanese_terms)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"mps-desk-policy\", \"version\": \"2\", \"max_average_pages\": 500, "
      "\"models\": [{\"pattern\": \"*\"}], \"minimum_fleet_agent\": \"1.0\", "
      "\"terms\": {\"version\": \"7\", \"text\": {\"en\": \"Terms\", \"ja\": \"%s\"}}}",
      japanese_terms);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = mps_policy_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  mps_store_load_policy_async (self->store, policy, NULL, on_result, &result);
  g_assert_true (mps_store_load_policy_finish (self->store, wait_for (&result), &error));
}

static void
assert_untouched (Fixture *self)
{
  assert_query (self->path, "SELECT count (*) FROM printers WHERE managed <> 0", "0");
  assert_query (self->path, "SELECT count (*) FROM acceptances", "0");
  assert_query (self->path, "SELECT count (*) FROM requests", "0");
  assert_query (self->path, "SELECT count (*) FROM request_printers", "0");
  assert_query (self->path, "SELECT count (*) FROM history WHERE act = 'enroll'", "0");
}

/* The version alone does not tell one text from another. */
static void
test_text_is_accepted (Fixture *self, gconstpointer data)
{
  g_autofree char *shown = NULL;
  MpsAcceptedTerms terms = { "7", NULL, "ja" };
  g_autoptr (GError) replaced = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;

  prepare (self, 1);
  load_policy (self, "規約");
  terms.sha256 = shown = mps_policy_dup_terms_sha256 (mps_store_get_policy (self->store), "ja");
  load_policy (self, "別の規約");
  g_assert_null (enroll_all (self, &terms, &replaced));
  g_assert_error (replaced, MPS_ERROR, MPS_ERROR_TERMS_NOT_ACCEPTED);
  assert_untouched (self);
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE kind = 3", "0");

  load_policy (self, "規約");
  task = enroll_all (self, &terms, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mps_task_get_done (task), ==, 1);
  assert_query (self->path, "SELECT terms_text FROM acceptances", "規約");
}

/* A script has seen no text, and accepts the version that is in force. */
static void
test_version_is_accepted (Fixture *self, gconstpointer data)
{
  const MpsAcceptedTerms terms = { "7", NULL, "ja" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;

  prepare (self, 1);
  load_policy (self, "規約");
  load_policy (self, "別の規約");
  task = enroll_all (self, &terms, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mps_task_get_done (task), ==, 1);
  assert_query (self->path, "SELECT terms_text FROM acceptances", "別の規約");
}

/* Canceled when some were judged eligible already: none of them is added. */
static void
test_cancel_adds_none (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;
  MpsAcceptedTerms terms = { mps_policy_get_terms_version (mps_store_get_policy (self->store)) };

  prepare (self, MANY);
  mps_store_enroll_async (self->store, DEFAULT_ORGANIZATION, &terms,
                          mps_targets_new_all (DEFAULT_ORGANIZATION), progress, cancellable,
                          on_result, &result);
  while (mps_progress_get_done (progress) == 0)
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  task = mps_store_enroll_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mps_task_get_state (task), ==, MPS_TASK_CANCELED);
  g_assert_cmpuint (mps_task_get_done (task), ==, 0);
  g_assert_cmpuint (mps_task_get_items (task)->len, ==, MANY);
  for (guint i = 0; i < MANY; i++)
    {
      const MpsTaskItem *item = g_ptr_array_index (mps_task_get_items (task), i);

      g_assert_cmpstr (item->outcome, ==, "not-done");
    }
  assert_untouched (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/enroll/text-is-accepted", test_text_is_accepted);
  fixture_add ("/store/enroll/version-is-accepted", test_version_is_accepted);
  fixture_add ("/store/enroll/cancel-adds-none", test_cancel_adds_none);
  return g_test_run ();
}
