/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "fleet/mps-error.h"

#define PARENT 1

static gint64
add_organization (Fixture *self, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsOrganizationRecord) record = NULL;

  mps_store_add_organization_async (self->store, name, 0, NULL, on_result, &result);
  record = mps_store_add_organization_finish (self->store, wait_for (&result), error);
  return record ? record->id : 0;
}

static gboolean
rename_organization (Fixture *self, gint64 organization, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_rename_organization_async (self->store, organization, name, NULL, on_result, &result);
  return mps_store_rename_organization_finish (self->store, wait_for (&result), error);
}

static gboolean
delete_organization (Fixture *self, gint64 organization, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_delete_organization_async (self->store, organization, NULL, on_result, &result);
  return mps_store_delete_organization_finish (self->store, wait_for (&result), error);
}

static void
assert_no_name (Fixture *self, const char *name, MpsErrorCode code)
{
  g_autoptr (GError) added = NULL, renamed = NULL;

  g_assert_cmpint (add_organization (self, name, &added), ==, 0);
  g_assert_error (added, MPS_ERROR, (int) code);
  g_assert_false (rename_organization (self, DEFAULT_ORGANIZATION, name, &renamed));
  g_assert_error (renamed, MPS_ERROR, (int) code);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (129, 'x');

  g_assert_cmpint (add_organization (self, "Tokyo", NULL), ==, 3);
  assert_no_name (self, "ＴＯＫＹＯ ", MPS_ERROR_ORGANIZATION_EXISTS);
  assert_no_name (self, " ", MPS_ERROR_INVALID_FIELDS);
  assert_no_name (self, long_name, MPS_ERROR_INVALID_FIELDS);
  g_assert_true (rename_organization (self, 3, "TOKYO", NULL));
  g_assert_true (rename_organization (self, PARENT, "親会社", NULL));
  assert_query (self->path, "SELECT name FROM organizations ORDER BY id", "親会社\nDefault\nTOKYO");
}

static void
assert_stays (Fixture *self, gint64 organization, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (delete_organization (self, organization, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_ORGANIZATION_NOT_EMPTY);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add_organization (self, "Tokyo", NULL), ==, 3);
  g_assert_true (delete_organization (self, 3, NULL));
  g_assert_false (delete_organization (self, 3, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_ORGANIZATION);
  assert_stays (self, PARENT, "parent company");
  g_assert_null (run_sql (self->path, "INSERT INTO agents (organization, name, identity) "
                                      "VALUES (2, 'a', 'a')"));
  assert_stays (self, DEFAULT_ORGANIZATION, "agents");
  add_contact (self->store, "N");
  assert_stays (self, DEFAULT_ORGANIZATION, "contacts");
  mps_printer_import_free (import_list (self->store, "serial|model\nS1|M"));
  assert_stays (self, DEFAULT_ORGANIZATION, "printers");
  entitle (self->store);
  assert_stays (self, DEFAULT_ORGANIZATION, "entitled");
}

/* Its tasks outlive it. */
static void
test_delete_worked_in (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  import = import_list (self->store, "serial|model\nS1|M");
  g_assert_cmpuint (import->created, ==, 1);
  task = unenroll (self->store, "S1", &error);
  g_assert_no_error (error);
  delete_organization (self, DEFAULT_ORGANIZATION, &error);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT name FROM organizations", "Parent company");
  assert_query (self->path, "SELECT count (*), count (organization) FROM tasks", "2|0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/organizations/names", test_names);
  fixture_add ("/store/organizations/delete", test_delete);
  fixture_add ("/store/organizations/delete-worked-in", test_delete_worked_in);
  return g_test_run ();
}
