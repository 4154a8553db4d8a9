/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "exchange/mps-lookup-export.h"

static char *export (Fixture *self, MpsLookup *taken, MpsLookupForm form, guint *n_rows)
{
  g_autoptr (MpsLookup) lookup = taken;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  mps_lookup_export_async (self->store, lookup, form, NULL, on_result, &result);
  bytes = mps_lookup_export_finish (self->store, wait_for (&result), n_rows, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The name of a file that somebody imported is no formula of the list of tasks. */
static void
test_tasks (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  guint n_rows;

  g_assert_null (run_sql (
      self->path, "INSERT INTO tasks (organization, kind, state, who, started, file_name) VALUES "
                  "(2, 0, 1, 'anna', '2026-01-01T00:00:00Z', '=cmd.csv')"));
  csv = export (self, mps_lookup_new_tasks (0, -1, -1, NULL), MPS_LOOKUP_CSV, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_nonnull (strstr (csv, "Task ID,Kind,State,Who,"));
  g_assert_nonnull (strstr (csv, ",anna,"));
  g_assert_nonnull (strstr (csv, ",'=cmd.csv,"));
  text = export (self, mps_lookup_new_tasks (0, -1, -1, NULL), MPS_LOOKUP_TEXT, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_nonnull (strstr (text, "\tanna\t"));
  g_assert_nonnull (strstr (text, "\t'=cmd.csv\t"));
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = NULL;
  guint n_rows;

  g_assert_null (run_sql (self->path,
                          "INSERT INTO history (at, who, act, subject, detail) VALUES "
                          "('2026-01-01T00:00:00Z', 'anna', 'entitle', '@Kobe', 'MPS Express')"));
  csv = export (self, mps_lookup_new_history (NULL, NULL), MPS_LOOKUP_CSV, &n_rows);
  g_assert_cmpuint (n_rows, >=, 1);
  g_assert_nonnull (strstr (csv, "When,Who,Act,Subject,Detail\r\n"));
  g_assert_nonnull (strstr (csv, ",'@Kobe,MPS Express\r\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/lookup-export/tasks", test_tasks);
  fixture_add ("/lookup-export/history", test_history);
  return g_test_run ();
}
