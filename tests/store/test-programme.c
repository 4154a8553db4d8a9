/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

/* Printers of a model that the sample policy takes, and what keeps others from being eligible. */
#define FLEET                                                                                      \
  "serial|model|pages|agent|version\n"                                                             \
  "GOOD1|CX730de|100|New|9.9\n"                                                                    \
  "GOOD2|CX730de|100||\n"                                                                          \
  "MANY|CX730de|9999999||\n"                                                                       \
  "UNKNOWN|CX730de|||\n"                                                                           \
  "MODEL|Typewriter|100||\n"                                                                       \
  "OLD|CX730de|100|Old|0.1"

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) task = NULL;
  gint64 contact;

  fixture_set_up (self, data);
  import = import_list (self->store, FLEET);
  contact = add_contact (self->store, "太郎");
  task = assign (self->store, contact, "GOOD1 GOOD2 MANY UNKNOWN MODEL OLD", NULL);
  g_assert_nonnull (task);
  entitle (self->store);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

static void
test_assign (Fixture *self, gconstpointer data)
{
  gint64 other = add_contact (self->store, "次郎");
  g_autoptr (MpsPrinterImport) import
      = import_list (self->store, "serial|model|organization\nTHEIRS|CX730de|Parent company");
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  task = assign (self->store, other, "ｇｏｏｄ1 GOOD1 NOWHERE THEIRS GOOD2", &error);
  g_assert_no_error (error);
  g_assert_cmpint (mps_task_get_state (task), ==, MPS_TASK_COMPLETED_WITH_ERRORS);
  assert_items (task, "GOOD1 done \nNOWHERE failed unknown-serial\n"
                      "THEIRS failed other-organization\nGOOD2 done ");
  assert_query (self->path, "SELECT serial, contact FROM printers WHERE contact IS NOT 1",
                "GOOD1|2\nGOOD2|2\nTHEIRS|");
}

static void
test_assign_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) unknown_contact = NULL;
  g_autoptr (GError) unknown_serial = NULL;

  g_assert_null (assign (self->store, 99, "GOOD1", &unknown_contact));
  g_assert_error (unknown_contact, MPS_ERROR, MPS_ERROR_UNKNOWN_CONTACT);
  g_assert_null (assign (self->store, 1, "X Y", &unknown_serial));
  g_assert_error (unknown_serial, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL);
  g_assert_cmpuint (mps_error_get_problems (unknown_serial)->len, ==, 2);
  assert_query (self->path, "SELECT count (*) FROM tasks", "2");
}

static void
test_enroll (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task
      = enroll (self->store, "GOOD1 MANY UNKNOWN MODEL OLD NOWHERE GOOD2", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mps_task_get_done (task), ==, 2);
  g_assert_cmpuint (mps_task_get_failed (task), ==, 5);
  assert_items (task, "GOOD1 done \nMANY failed pages-over-limit\nUNKNOWN failed pages-unknown\n"
                      "MODEL failed unsupported-model\nOLD failed agent-outdated\n"
                      "NOWHERE failed unknown-serial\nGOOD2 done ");
  assert_query (self->path, "SELECT serial, request, reported FROM printers WHERE managed = 1",
                "GOOD1|1|0\nGOOD2|1|0");
  assert_query (self->path,
                "SELECT organization, printers, language, length (terms_sha256), "
                "length (terms_text) > 100 FROM acceptances",
                "2|2|en|64|1");
  assert_query (self->path, "SELECT serial, first_name, outcome FROM request_printers",
                "GOOD1|太郎|\nGOOD2|太郎|");
  assert_query (self->path, "SELECT act, subject FROM history", "entitle|Default\nenroll|Default");
}

static MpsTask *
enroll_in (MpsStore *store, gint64 organization, const char *version, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  MpsAcceptedTerms terms = { version, NULL, "ja" };

  mps_store_enroll_async (store, organization, &terms, mps_targets_new_all (organization), NULL,
                          NULL, on_result, &result);
  return mps_store_enroll_finish (store, wait_for (&result), error);
}

static void
assert_enroll_refused (Fixture *self, gint64 organization, const char *terms, MpsErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (enroll_in (self->store, organization, terms, &error));
  g_assert_error (error, MPS_ERROR, (int) code);
}

static void
test_enroll_refused (Fixture *self, gconstpointer data)
{
  const char *terms = mps_policy_get_terms_version (mps_store_get_policy (self->store));

  assert_enroll_refused (self, 0, terms, MPS_ERROR_ORGANIZATION_REQUIRED);
  assert_enroll_refused (self, 99, terms, MPS_ERROR_UNKNOWN_ORGANIZATION);
  assert_enroll_refused (self, 1, terms, MPS_ERROR_NOT_ENTITLED);
  assert_enroll_refused (self, 2, "1999", MPS_ERROR_TERMS_NOT_ACCEPTED);
  assert_enroll_refused (self, 2, NULL, MPS_ERROR_TERMS_NOT_ACCEPTED);
  g_assert_null (run_sql (self->path, "UPDATE printers SET contact = NULL"));
  assert_enroll_refused (self, 2, terms, MPS_ERROR_NOTHING_ELIGIBLE);
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE kind = 3", "0");
  assert_query (self->path, "SELECT count (*) FROM acceptances", "0");
  assert_query (self->path, "SELECT count (*) FROM printers WHERE managed <> 0", "0");
}

/* Another process changes what was eligible when the dialog was opened. */
static void
test_became_ineligible (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (mps_fleet_get_mask (fleet, mps_fleet_find_serial (fleet, "GOOD1")), ==, 0);
  g_assert_null (run_sql (self->path, "UPDATE printers SET average_pages = NULL "
                                      "WHERE serial = 'GOOD1'"));
  task = enroll (self->store, "GOOD1 GOOD2", &error);
  g_assert_no_error (error);
  assert_items (task, "GOOD1 failed pages-unknown\nGOOD2 done ");
  assert_query (self->path, "SELECT serial FROM printers WHERE managed = 1", "GOOD2");
  assert_query (self->path, "SELECT printers FROM acceptances", "1");
}

static void
test_enroll_twice (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) first = enroll (self->store, "GOOD1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (first);
  g_assert_null (enroll (self->store, "GOOD1", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_NOTHING_ELIGIBLE);
  assert_query (self->path, "SELECT count (*) FROM acceptances", "1");
}

/* The seed's three cases. */
static void
test_unenroll (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) added = enroll (self->store, "GOOD1", NULL);
  g_autoptr (MpsTask) mixed = NULL;
  g_autoptr (MpsTask) free_only = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (added);
  g_assert_null (unenroll (self->store, "GOOD1", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_MANAGED_PRINTERS);
  g_assert_cmpuint (mps_error_get_problems (error)->len, ==, 1);
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE kind = 4", "0");

  mixed = unenroll (self->store, "GOOD1 GOOD2", NULL);
  g_assert_cmpint (mps_task_get_state (mixed), ==, MPS_TASK_COMPLETED_WITH_ERRORS);
  assert_items (mixed, "GOOD1 failed managed-printers\nGOOD2 done ");

  free_only = unenroll (self->store, "MANY OLD", NULL);
  g_assert_cmpint (mps_task_get_state (free_only), ==, MPS_TASK_COMPLETED);
  assert_query (self->path, "SELECT serial FROM printers ORDER BY id", "GOOD1\nUNKNOWN\nMODEL");
  assert_query (self->path, "SELECT subject FROM history WHERE act = 'unenroll'",
                "GOOD2\nMANY\nOLD");
}

static void
test_history_and_tasks (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) history_result = NULL;
  g_autoptr (GAsyncResult) tasks_result = NULL;
  g_autoptr (GAsyncResult) task_result = NULL;
  g_autoptr (MpsTask) added = enroll (self->store, "GOOD1 MANY", NULL);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;
  const MpsHistoryEntry *entry;

  mps_store_list_history_async (self->store, NULL, on_result, &history_result);
  history = mps_store_list_history_finish (self->store, wait_for (&history_result), &error);
  g_assert_cmpuint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (entry->act, ==, "enroll");
  g_assert_cmpstr (entry->who, ==, g_get_user_name ());
  mps_store_list_tasks_async (self->store, NULL, on_result, &tasks_result);
  tasks = mps_store_list_tasks_finish (self->store, wait_for (&tasks_result), &error);
  g_assert_cmpuint (tasks->len, ==, 3);
  g_assert_cmpint (mps_task_get_kind (g_ptr_array_index (tasks, 0)), ==, MPS_TASK_ENROLL);
  mps_store_get_task_async (self->store, mps_task_get_id (added), FALSE, NULL, on_result,
                            &task_result);
  task = mps_store_get_task_finish (self->store, wait_for (&task_result), &error);
  assert_items (task, "MANY failed pages-over-limit");
  g_assert_no_error (error);
}

static void
test_policy (Fixture *self, gconstpointer data)
{
  static const char json[]
      = "{\"format\": \"mps-desk-policy\", \"version\": \"2\", \"max_average_pages\": 50, "
        "\"models\": [{\"pattern\": \"*\"}], \"minimum_fleet_agent\": \"1.0\", "
        "\"terms\": {\"version\": \"2\", \"text\": {\"en\": \"Terms\", \"ja\": \"規約\"}}}";
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = mps_policy_new_from_json (json, -1, &error);
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  guint32 row = mps_fleet_find_serial (fleet, "GOOD1");

  g_assert_no_error (error);
  g_assert_cmpuint (mps_fleet_get_mask (fleet, row), ==, 0);
  mps_store_load_policy_async (self->store, policy, NULL, on_result, &result);
  g_assert_true (mps_store_load_policy_finish (self->store, wait_for (&result), &error));
  g_assert_cmpstr (mps_policy_get_version (mps_store_get_policy (self->store)), ==, "2");
  g_assert_cmpuint (mps_fleet_get_mask (fleet, row), ==,
                    MPS_STATUS_BIT (MPS_STATUS_PAGES_OVER_LIMIT));
  assert_query (self->path, "SELECT version FROM policies WHERE id = 2", "2");
  assert_query (self->path, "SELECT act, subject FROM history WHERE act = 'policy'", "policy|2");
}

static GPtrArray *
check (MpsStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems;

  mps_store_check_async (store, NULL, on_result, &result);
  problems = mps_store_check_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return problems;
}

static void
assert_finds (Fixture *self, const char *sql, const char *column, const char *code)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean found = FALSE;

  g_assert_null (run_sql (self->path, sql));
  problems = check (self->store);
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (problems, i);

      found = found
              || (g_str_equal (problem->code, code) && g_strcmp0 (problem->column, column) == 0);
    }
  g_assert_true (found);
}

static void
test_check (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = enroll (self->store, "GOOD1", NULL);
  g_autoptr (GPtrArray) problems = check (self->store);

  g_assert_nonnull (task);
  g_assert_cmpuint (problems->len, ==, 0);
  assert_finds (self, "DROP TRIGGER printers_raise", "printers_raise", "schema");
  assert_finds (self, "UPDATE printers SET managed = 2 WHERE serial = 'MODEL'", "MODEL",
                "managed-without-request");
  assert_finds (self, "DROP TRIGGER contacts_delete; DELETE FROM contacts", "printers",
                "dangling-reference");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/programme/assign", test_assign);
  add ("/store/programme/assign-refused", test_assign_refused);
  add ("/store/programme/enroll", test_enroll);
  add ("/store/programme/enroll-refused", test_enroll_refused);
  add ("/store/programme/became-ineligible", test_became_ineligible);
  add ("/store/programme/enroll-twice", test_enroll_twice);
  add ("/store/programme/unenroll", test_unenroll);
  add ("/store/programme/history-and-tasks", test_history_and_tasks);
  add ("/store/programme/policy", test_policy);
  add ("/store/programme/check", test_check);
  return g_test_run ();
}
