/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

/*
 * A disk that is full when it is wanted: SQLite's own file system, with
 * writing taken over. The files of a kind share a table of functions, of which
 * there are few, so each table is copied once.
 */
typedef struct {
  sqlite3_io_methods methods; /* first, so that a file's methods are found to be one of these */
  const sqlite3_io_methods *real;
} FileKind;

static gint disk_is_full; /* (atomic) */
static sqlite3_vfs *real_vfs;
static FileKind kinds[8];

static int
write_or_fail (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  const FileKind *kind = (const FileKind *) file->pMethods;

  if (g_atomic_int_get (&disk_is_full))
    return SQLITE_FULL;
  return kind->real->xWrite (file, bytes, length, offset);
}

static const sqlite3_io_methods *
take_over (const sqlite3_io_methods *real)
{
  guint i = 0;

  while (kinds[i].real != NULL && kinds[i].real != real)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (kinds) - 1);
  kinds[i].methods = *real;
  kinds[i].methods.xWrite = write_or_fail;
  kinds[i].real = real;
  return &kinds[i].methods;
}

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  int result = real_vfs->xOpen (real_vfs, name, file, flags, out_flags);

  if (result == SQLITE_OK && file->pMethods != NULL)
    file->pMethods = take_over (file->pMethods);
  return result;
}

static void
register_disk (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "full-disk";
  vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) first = import_list (self->store, "serial|model\nA|X");
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nA|Y\nB|X");
  g_autoptr (MpsPrinterImport) second = NULL;
  g_autoptr (MpsPrinterImport) third = NULL;
  g_autoptr (GError) error = NULL;

  g_atomic_int_set (&disk_is_full, TRUE);
  second = import_printers (self->store, DEFAULT_ORGANIZATION, source, NULL, &error);
  g_atomic_int_set (&disk_is_full, FALSE);
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

  g_atomic_int_set (&disk_is_full, TRUE);
  mps_store_entitle_async (self->store, DEFAULT_ORGANIZATION, "Default", NULL, on_result, &result);
  g_assert_false (mps_store_entitle_finish (self->store, wait_for (&result), &error));
  g_atomic_int_set (&disk_is_full, FALSE);
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

  g_atomic_int_set (&disk_is_full, TRUE);
  g_assert_null (open_store (path, MPS_STORE_OPEN_CREATE, &error));
  g_atomic_int_set (&disk_is_full, FALSE);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    g_assert_true (g_str_has_prefix (name, "fleet.db"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_disk ();
  fixture_add ("/store/disk-full/import", test_import);
  fixture_add ("/store/disk-full/entitle", test_entitle);
  fixture_add ("/store/disk-full/create", test_create);
  return g_test_run ();
}
