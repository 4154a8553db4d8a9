/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "store/mps-lookup.h"
#include "store/mps-store-acceptance.h"

static GArray *
find (Fixture *self, MpsLookup *lookup)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *keys;

  mps_store_lookup_keys_async (self->store, lookup, NULL, on_result, &result);
  keys = mps_store_lookup_keys_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return keys;
}

static GPtrArray *
read_records (Fixture *self, MpsLookup *lookup, GArray *keys)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  mps_store_lookup_records_async (self->store, lookup, (const gint64 *) keys->data, keys->len, NULL,
                                  on_result, &result);
  records = mps_store_lookup_records_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, keys->len);
  return records;
}

/* The keys, as "3 2 1"; takes the lookup. */
static void
assert_keys (Fixture *self, MpsLookup *taken, const char *expected)
{
  g_autoptr (MpsLookup) lookup = taken;
  g_autoptr (GArray) keys = find (self, lookup);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (found, "%s%" G_GINT64_FORMAT, i ? " " : "",
                            g_array_index (keys, gint64, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
add_tasks (Fixture *self)
{
  g_assert_null (run_sql (
      self->path, "INSERT INTO tasks (organization, kind, state, who, started, file_name) VALUES "
                  "(2, 0, 1, 'anna', '2026-01-01T00:00:00Z', 'fleet-2026.csv'), "
                  "(2, 1, 3, '山田', '2026-01-01T00:00:00Z', '連絡先.csv'), "
                  "(1, 2, 1, 'anna', '2026-01-01T00:00:00Z', ''), "
                  "(NULL, 5, 1, 'root', '2026-01-01T00:00:00Z', '')"));
}

static void
test_tasks (Fixture *self, gconstpointer data)
{
  add_tasks (self);
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, NULL), "4 3 2 1");
  assert_keys (self, mps_lookup_new_tasks (2, -1, -1, NULL), "4 2 1");
  assert_keys (self, mps_lookup_new_tasks (0, MPS_TASK_ASSIGN, -1, NULL), "3");
  assert_keys (self, mps_lookup_new_tasks (0, -1, MPS_TASK_FAILED, NULL), "2");
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, "ANNA"), "3 1");
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, "anna ＦＬＥＥＴ"), "1");
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, "連絡"), "2");
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, "policy"), "4");
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, "nothing"), "");
}

static void
test_task_records (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsLookup) lookup = mps_lookup_new_tasks (2, -1, -1, "never");
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;
  const gint64 wanted[] = { 1, 99, 3 };

  add_tasks (self);
  g_array_append_vals (keys, wanted, G_N_ELEMENTS (wanted));
  records = read_records (self, lookup, keys);
  g_assert_cmpstr (mps_task_get_subject (records->pdata[0]), ==, "fleet-2026.csv");
  g_assert_cmpint (mps_task_get_organization (records->pdata[0]), ==, 2);
  g_assert_null (records->pdata[1]);
  g_assert_cmpint (mps_task_get_id (records->pdata[2]), ==, 3);
}

static void
test_task_items (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsLookup) lookup = mps_lookup_new_task_items (1, TRUE, NULL);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) records = NULL;

  add_tasks (self);
  g_assert_null (run_sql (self->path, "INSERT INTO task_items VALUES "
                                      "(1, 0, 'A', 0, NULL, NULL, NULL, NULL), "
                                      "(1, 1, 'B', 1, 'managed-printers', 'É managed', 0, 0), "
                                      "(1, 2, 'C', 2, NULL, NULL, NULL, NULL), "
                                      "(2, 0, 'B', 1, 'x', 'other', NULL, NULL)"));
  assert_keys (self, mps_lookup_new_task_items (1, FALSE, NULL), "1 2");
  assert_keys (self, mps_lookup_new_task_items (1, TRUE, "e managed"), "1");
  keys = find (self, lookup);
  g_assert_cmpuint (keys->len, ==, 3);
  records = read_records (self, lookup, keys);
  g_assert_cmpstr (((MpsTaskItem *) records->pdata[1])->reason, ==, "É managed");
  g_assert_cmpstr (((MpsTaskItem *) records->pdata[2])->outcome, ==, "not-done");
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_assert_null (run_sql (self->path,
                          "INSERT INTO history (at, who, act, subject, detail) VALUES "
                          "('2026-01-01T00:00:00Z', 'anna', 'entitle', 'East', 'MPS Express'), "
                          "('2026-01-02T00:00:00Z', 'anna', 'unenroll', 'S1', 'CX730'), "
                          "('2026-01-03T00:00:00Z', 'root', 'answer', 'S2', 'outcome=registered'), "
                          "('2026-01-03T00:00:00Z', 'root', 'answer', 'S3', "
                          "'outcome=failed reason=契約がありません')"));
  assert_keys (self, mps_lookup_new_history (NULL, NULL), "4 3 2 1");
  assert_keys (self, mps_lookup_new_history ("unenroll", NULL), "2");
  assert_keys (self, mps_lookup_new_history (NULL, "cx7"), "2");
  assert_keys (self, mps_lookup_new_history (NULL, "2026-01-03 root"), "4 3");
  assert_keys (self, mps_lookup_new_history ("answer", "契約"), "4");
  /* What is looked into is what is shown, not how it is kept. */
  assert_keys (self, mps_lookup_new_history (NULL, "outcome="), "");
}

static MpsAcceptance *
get_acceptance (Fixture *self, gint64 history, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_get_acceptance_async (self->store, history, NULL, on_result, &result);
  return mps_store_get_acceptance_finish (self->store, wait_for (&result), error);
}

static void
enroll_two (Fixture *self)
{
  g_autoptr (MpsTask) assigned = NULL, first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  mps_printer_import_free (
      import_list (self->store, "serial|model|pages\nA|CX730de|1\nB|CX730de|1"));
  assigned = assign (self->store, add_contact (self->store, "One"), "A B", &error);
  g_assert_no_error (error);
  entitle (self->store);
  first = enroll (self->store, "A", &error);
  g_assert_no_error (error);
  second = enroll (self->store, "B", &error);
  g_assert_no_error (error);
}

static void
test_acceptance (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsAcceptance) acceptance = NULL;
  g_autoptr (MpsLookup) lookup = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  const MpsRequestLine *line;

  enroll_two (self);
  assert_query (self->path, "SELECT acceptance FROM history WHERE act = 'enroll'", "1\n2");
  acceptance = get_acceptance (self, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (acceptance->organization, ==, "Default");
  g_assert_cmpuint (acceptance->n_printers, ==, 1);
  g_assert_true (mps_acceptance_is_intact (acceptance));
  acceptance->terms_text[0]++;
  g_assert_false (mps_acceptance_is_intact (acceptance));
  lookup = mps_lookup_new_request_printers (acceptance->request, "cx730");
  keys = find (self, lookup);
  records = read_records (self, lookup, keys);
  g_assert_cmpuint (records->len, ==, 1);
  line = records->pdata[0];
  g_assert_cmpstr (line->serial, ==, "B");
  g_assert_cmpint (line->outcome, ==, MPS_MANAGED_PENDING);
  g_assert_null (get_acceptance (self, 1, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE);
}

/* Lines of version 1 don't name their acceptance. */
static void
test_acceptance_of_old_line (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsAcceptance) acceptance = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;

  enroll_two (self);
  refused = run_sql (self->path, "DROP TRIGGER history_update; "
                                 "UPDATE history SET acceptance = NULL");
  g_assert_null (refused);
  acceptance = get_acceptance (self, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (acceptance->request, ==, 2);
}

static void
count (gconstpointer record, gpointer n_records)
{
  *(guint *) n_records += 1;
}

static void
test_each (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsLookup) lookup = mps_lookup_new_tasks (0, -1, -1, "anna");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_records = 0;

  add_tasks (self);
  mps_store_lookup_each_async (self->store, lookup, count, &n_records, NULL, NULL, on_result,
                               &result);
  g_assert_true (mps_store_lookup_each_finish (self->store, wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_records, ==, 2);
}

/* What is looked up doesn't wait for what is being written. */
static void
test_beside_work (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nA|X");
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsConnection) other = NULL;
  g_autoptr (GError) error = NULL;

  other = mps_connection_open (self->path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (mps_connection_begin (other, MPS_DURABLE, &error));
  mps_store_import_printers_async (self->store, DEFAULT_ORGANIZATION, source, NULL, NULL, NULL,
                                   on_result, &imported);
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, NULL), "");
  g_assert_null (imported);
  mps_connection_rollback (other);
  import = mps_store_import_printers_finish (self->store, wait_for (&imported), &error);
  g_assert_no_error (error);
  assert_keys (self, mps_lookup_new_tasks (0, -1, -1, NULL), "1");
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsLookup) lookup = mps_lookup_new_history (NULL, NULL);
  g_autoptr (GAsyncResult) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_lookup_keys_async (self->store, lookup, NULL, on_result, &before);
  mps_store_close (self->store);
  mps_store_lookup_keys_async (self->store, lookup, NULL, on_result, &after);
  g_assert_null (mps_store_lookup_keys_finish (self->store, wait_for (&after), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for (&before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/lookup/tasks", test_tasks);
  fixture_add ("/store/lookup/task-records", test_task_records);
  fixture_add ("/store/lookup/task-items", test_task_items);
  fixture_add ("/store/lookup/history", test_history);
  fixture_add ("/store/lookup/acceptance", test_acceptance);
  fixture_add ("/store/lookup/acceptance-of-old-line", test_acceptance_of_old_line);
  fixture_add ("/store/lookup/each", test_each);
  fixture_add ("/store/lookup/beside-work", test_beside_work);
  fixture_add ("/store/lookup/closed", test_closed);
  return g_test_run ();
}
