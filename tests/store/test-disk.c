/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "faulty-disk.h"
#include "store-fixture-rows.h"

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nA|Y\nB|X");
  g_autoptr (MpsPrinterImport) second = NULL;
  g_autoptr (MpsPrinterImport) third = NULL;
  g_autoptr (GError) error = NULL;

  faulty_disk_arm (FAULT_FULL, 0, TRUE);
  second = import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error);
  faulty_disk_disarm ();
  g_assert_null (second);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL);
  /* The backup before it, for which there is no room, is named; without one nothing is done. */
  g_assert_nonnull (strstr (error->message, "/backups/fleet.db-"));
  assert_query (self->path, "SELECT serial, model FROM printers", "A|X");
  /* The store goes on when there is space again. */
  third = import_list (self->store, "serial|model\nA|Y\nB|X");
  assert_query (self->path, "SELECT serial, model FROM printers", "A|Y\nB|X");
}

static void
test_entitle (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  faulty_disk_arm (FAULT_FULL, 0, TRUE);
  mps_store_entitle_async (self->store, DEFAULT_ORGANIZATION, "Default", NULL, on_result, &result);
  g_assert_false (mps_store_entitle_finish (self->store, wait_for (&result), &error));
  faulty_disk_disarm ();
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL);
  assert_query (self->path, "SELECT entitled FROM organizations", "0\n0");
  assert_query (self->path, "SELECT count (*) FROM history", "0");
}

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.db", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  faulty_disk_arm (FAULT_FULL, 0, TRUE);
  g_assert_null (open_store (path, MPS_STORE_OPEN_CREATE, &error));
  faulty_disk_disarm ();
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    g_assert_true (g_str_has_prefix (name, "fleet.db"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_register ();
  fixture_add ("/store/disk-full/import", test_import);
  fixture_add ("/store/disk-full/entitle", test_entitle);
  fixture_add ("/store/disk-full/create", test_create);
  return g_test_run ();
}
