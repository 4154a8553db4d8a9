/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "store/mps-store-organizations.h"

#include <errno.h>
#include <glib/gstdio.h>

void
desk_on_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

void
desk_wait_for (GAsyncResult **result)
{
  desk_wait_until (is_set, result);
}

static MpsStore *
open_store (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsStore *store;

  mps_store_open_async (path, MPS_STORE_OPEN_CREATE, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  store = mps_store_open_finish (result, &error);
  g_assert_no_error (error);
  return store;
}

static MpsFleet *
load_fleet (MpsStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsFleet *fleet;

  mps_store_load_fleet_async (store, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  fleet = mps_store_load_fleet_finish (store, result, &error);
  g_assert_no_error (error);
  return fleet;
}

void
desk_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* The folder of the backups has files in it, and a draft may go by itself meanwhile. */
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        desk_remove_folder (path);
      else if (g_remove (path) != 0)
        g_assert_cmpint (errno, ==, ENOENT);
    }
  g_assert_no_errno (g_rmdir (folder));
}

void
desk_fixture_open (DeskFixture *self, const char *path)
{
  g_autoptr (MpsStore) store = open_store (path);
  g_autoptr (MpsFleet) fleet = NULL;

  fleet = load_fleet (store);
  self->session = mps_session_new (store, fleet);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  desk_show (self, gtk_label_new (NULL));
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Work on another thread may hold it for a while. */
static void
unref_and_wait (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  desk_wait_for_end_of (&weak);
}

void
desk_fixture_set_up (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("mps-desk-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "fleet.db", NULL);
  desk_fixture_open (self, path);
}

void
desk_fixture_tear_down (DeskFixture *self, gconstpointer data)
{
  MpsStore *store = g_object_ref (mps_session_get_store (self->session));

  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Who still waits for the store is answered, and lets the session go. */
  mps_store_close (store);
  unref_and_wait (self->session);
  unref_and_wait (store);
  desk_remove_folder (self->folder);
  g_free (self->folder);
}

GFile *
desk_fixture_write (DeskFixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
desk_fixture_entitle (DeskFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsStore *store = mps_session_get_store (self->session);

  mps_store_entitle_async (store, mps_session_get_organization (self->session),
                           mps_session_get_organization_name (self->session), NULL, desk_on_result,
                           &result);
  desk_wait_for (&result);
  mps_store_entitle_finish (store, result, &error);
  g_assert_no_error (error);
}

GArray *
desk_fixture_get_printers (DeskFixture *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint32 row = 0; row < mps_fleet_get_n_rows (fleet); row++)
    {
      gint64 id = mps_fleet_get_id (fleet, row);

      if (mps_fleet_is_alive (fleet, row))
        g_array_append_val (ids, id);
    }
  return ids;
}
