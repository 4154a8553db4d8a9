/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "exchange/mps-sample-fleet.h"

#include <gio/gio.h>

static char *
dup_path (Fixture *self)
{
  return g_build_filename (self->folder, "trial.db", NULL);
}

static gboolean
make (const char *path, MpsProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_sample_fleet_make_async (path, progress, cancellable, on_result, &result);
  return mps_sample_fleet_make_finish (wait_for (&result), error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

/* Ready to be tried: with eligible printers, and with something left to do. */
static void
test_contents (Fixture *self, gconstpointer data)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (MpsStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_assert_true (make (path, progress, NULL, &error));
  g_assert_no_error (error);
  assert_query (path, "SELECT count (*) FROM printers", "600");
  assert_query (path, "SELECT count (*) FROM contacts", "40");
  assert_query (path, "SELECT group_concat (entitled, '') FROM organizations WHERE parent > 0",
                "011");
  assert_query (path, "SELECT count (*) > 100 FROM printers WHERE contact IS NULL", "0");
  assert_query (path, "SELECT count (*) > 0 FROM printers WHERE contact IS NULL AND managed = 0",
                "1");
  assert_query (path, "SELECT count (*) FROM tasks WHERE state <> 1", "0");
  store = open_store (path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
}

/* Beside it, nothing of the making is left. */
static void
test_litter (Fixture *self, gconstpointer data)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;
  guint before;

  fixture_close (self);
  before = count_files (self->folder);
  g_assert_true (make (path, NULL, NULL, &error));
  g_assert_cmpuint (count_files (self->folder), ==, before + 1);
}

/* Nobody's own database is written over. */
static void
test_exists (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_assert_false (make (self->path, NULL, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  assert_query (self->path, "SELECT count (*) FROM printers", "0");
}

static void
cancel (MpsProgress *progress, GParamSpec *pspec, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint before;

  fixture_close (self);
  before = count_files (self->folder);
  g_signal_connect (progress, "notify::fraction", G_CALLBACK (cancel), cancellable);
  g_assert_false (make (path, progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (count_files (self->folder) > before)
    g_usleep (1000);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (make ("/nowhere/trial.db", NULL, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/sample-fleet/contents", test_contents);
  fixture_add ("/sample-fleet/litter", test_litter);
  fixture_add ("/sample-fleet/exists", test_exists);
  fixture_add ("/sample-fleet/cancel", test_cancel);
  fixture_add ("/sample-fleet/no-folder", test_no_folder);
  return g_test_run ();
}
