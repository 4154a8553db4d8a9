/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include "store/mps-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names, addresses and telephone numbers are for the owner, whatever the umask would allow. */
static void
assert_private (const char *path)
{
  struct stat status;

  g_assert_no_errno (stat (path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static guint
assert_folder_private (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *name;

  for (; (name = g_dir_read_name (dir)); n_files++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      assert_private (path);
    }
  return n_files;
}

static char *
make_folder (CtlFixture *fixture, const char *name)
{
  char *path = ctl_path (fixture, name);

  g_assert_no_errno (g_mkdir (path, 0755));
  return path;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static MpsStore *
open_store (const char *database)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsStore *store;

  mps_store_open_async (database, MPS_STORE_OPEN_EXISTING, NULL, on_opened, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  store = mps_store_open_finish (result, &error);
  g_assert_no_error (error);
  return store;
}

/* While somebody has it open, as the window has, the journal is there with its index. */
static void
assert_database_private (CtlFixture *fixture, const char *name)
{
  g_autofree char *fleet = ctl_write (fixture, "fleet.csv", "Serial number,Model\nA,B\n");
  g_autofree char *folder = make_folder (fixture, name);
  g_autofree char *database = g_build_filename (folder, "fleet.db", NULL);
  g_autofree char *journal = g_strconcat (database, "-wal", NULL);
  g_autoptr (MpsStore) store = NULL;
  g_autoptr (CtlRun) import
      = ctl_run (fixture, 0, "--database", database, "printers", "import", fleet, NULL);

  assert_folder_private (folder);
  store = open_store (database);
  g_assert_no_errno (g_access (journal, F_OK));
  assert_folder_private (folder);
}

static void
test_database (CtlFixture *fixture, gconstpointer data)
{
  umask (0);
  assert_database_private (fixture, "all");
  umask (022);
  assert_database_private (fixture, "usual");
}

/* One printer is added, so that there is a request to export. */
static void
fill (CtlFixture *fixture)
{
  g_autofree char *contacts = ctl_write (fixture, "good.csv", CTL_HEADER CTL_TARO);
  g_autoptr (CtlRun) entitle = NULL;
  g_autoptr (CtlRun) import = NULL;
  g_autoptr (CtlRun) assign = NULL;
  g_autoptr (CtlRun) enroll = NULL;

  ctl_fill (fixture);
  entitle
      = ctl_run (fixture, 0, "organizations", "entitle", "Default", "--confirm", "Default", NULL);
  import = ctl_run (fixture, 0, "contacts", "import", contacts, NULL);
  assign = ctl_run (fixture, 0, "contacts", "assign", "1", "A1", NULL);
  enroll = ctl_run (fixture, 0, "enroll", "--accept-terms", "T-2", "A1", NULL);
}

static void
test_exports (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder (fixture, "exports");
  g_autofree char *bad = ctl_write (fixture, "bad.csv", CTL_HEADER ",,,,,,,,,,,,x\n");
  g_autofree char *printers = g_build_filename (folder, "printers.csv", NULL);
  g_autofree char *sample = g_build_filename (folder, "sample.csv", NULL);
  g_autofree char *rejected = g_build_filename (folder, "rejected.csv", NULL);
  g_autofree char *requests = g_build_filename (folder, "requests.json", NULL);
  g_autoptr (CtlRun) export = NULL;
  g_autoptr (CtlRun) save_sample = NULL;
  g_autoptr (CtlRun) import = NULL;
  g_autoptr (CtlRun) exchange = NULL;

  umask (0);
  fill (fixture);
  /* What others could read before is replaced, and not filled. */
  g_assert_true (g_file_set_contents (printers, "", 0, NULL));
  g_assert_no_errno (g_chmod (printers, 0644));
  export = ctl_run (fixture, 0, "printers", "export", printers, NULL);
  save_sample = ctl_run (fixture, 0, "contacts", "sample", sample, NULL);
  import = ctl_run (fixture, 1, "contacts", "import", bad, "--save-rejected", rejected, NULL);
  exchange = ctl_run (fixture, 0, "exchange", "export", requests, NULL);
  g_assert_cmpuint (assert_folder_private (folder), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/file-modes/database", test_database);
  ctl_add ("/ctl/file-modes/exports", test_exports);
  return g_test_run ();
}
