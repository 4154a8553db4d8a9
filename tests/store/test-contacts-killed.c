/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define NAMES "a b c d e f g h i j k l m n o p q r s t u v w x y z"
#define N_NAMES "26"
#define MAX_MOMENTS 400

/*
 * SQLite's own file system, which kills the process when it is asked for the
 * n-th time to write, sync, truncate or delete: half of what was to be written
 * is in the file then.
 */
typedef struct {
  sqlite3_io_methods methods; /* first, so that a file's methods are found to be one of these */
  const sqlite3_io_methods *real;
} FileKind;

static int moments_left = -1; /* written before the import, read by its thread */
static sqlite3_vfs *real_vfs;
static FileKind kinds[8];

static const sqlite3_io_methods *
real_of (sqlite3_file *file)
{
  return ((const FileKind *) file->pMethods)->real;
}

static gboolean
is_moment (void)
{
  return moments_left >= 0 && moments_left-- == 0;
}

static int
write_half (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  if (!is_moment ())
    return real_of (file)->xWrite (file, bytes, length, offset);
  real_of (file)->xWrite (file, bytes, length / 2, offset);
  raise (SIGKILL);
  return SQLITE_IOERR;
}

static int
sync_file (sqlite3_file *file, int flags)
{
  if (is_moment ())
    raise (SIGKILL);
  return real_of (file)->xSync (file, flags);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  if (is_moment ())
    raise (SIGKILL);
  return real_of (file)->xTruncate (file, size);
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  if (is_moment ())
    raise (SIGKILL);
  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

static const sqlite3_io_methods *
take_over (const sqlite3_io_methods *real)
{
  guint i = 0;

  while (kinds[i].real != NULL && kinds[i].real != real)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (kinds) - 1);
  kinds[i].methods = *real;
  kinds[i].methods.xWrite = write_half;
  kinds[i].methods.xSync = sync_file;
  kinds[i].methods.xTruncate = truncate_file;
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
register_deadly_disk (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "deadly-disk";
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/* Run in a process of its own: imports, and is killed at the moment, or ends well. */
static int
import_until (const char *path, int moment)
{
  g_autoptr (MpsStore) store = NULL;
  g_autoptr (GPtrArray) rows = make_contact_rows (NAMES);
  g_autoptr (MpsContactImport) import = NULL;

  register_deadly_disk ();
  store = open_store (path, MPS_STORE_OPEN_EXISTING, NULL);
  moments_left = moment;
  import = import_contacts (store, rows, FALSE, NULL, NULL);
  moments_left = -1;
  return import->imported == rows->len ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Whether it was killed. */
static gboolean
run_until (const char *path, int moment)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *number = g_strdup_printf ("%d", moment);

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, self, "--die", path, number,
                            NULL);
  g_assert_no_error (error);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_signaled (child))
    g_assert_cmpint (g_subprocess_get_exit_status (child), ==, EXIT_SUCCESS);
  return g_subprocess_get_if_signaled (child);
}

/* All rows and a task that says so; or none, and a task that says so or is not there. */
static gboolean
assert_truth (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  self->store = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  fixture_close (self);
  assert_query (self->path, "PRAGMA integrity_check", "ok");
  found = query_sql (self->path,
                     "SELECT (SELECT count (*) FROM contacts), (SELECT count (*) FROM tasks), "
                     "(SELECT group_concat (state || ' ' || done || ' ' || failed) FROM tasks)");
  g_test_message ("%s", found);
  if (g_str_equal (found, N_NAMES "|1|1 " N_NAMES " 0"))
    return TRUE;
  if (!g_str_equal (found, "0|1|3 0 " N_NAMES) && !g_str_equal (found, "0|0|"))
    g_test_fail_printf ("%s", found);
  return FALSE;
}

static void
test_every_moment (Fixture *self, gconstpointer data)
{
  gboolean killed = TRUE;
  guint n_without = 0, n_with = 0;

  for (int moment = 0; killed && moment < MAX_MOMENTS; moment++)
    {
      fixture_tear_down (self, NULL);
      fixture_set_up (self, NULL);
      fixture_close (self);
      killed = run_until (self->path, moment);
      if (assert_truth (self))
        n_with++;
      else
        n_without++;
    }
  g_test_message ("Killed at %u moments before the rows were in, and %u after", n_without,
                  n_with - 1);
  g_assert_false (killed);
  g_assert_cmpuint (n_without, >, 5);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--die"))
    return import_until (argv[2], atoi (argv[3]));
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/contacts-killed/every-moment", test_every_moment);
  return g_test_run ();
}
