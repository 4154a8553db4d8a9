/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* A draft may go by itself meanwhile. */
      if (g_remove (path) != 0 && errno != ENOENT)
        fixture_remove_folder (path);
    }
  g_assert_no_errno (g_rmdir (folder));
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mps-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "fleet.db", NULL);
  self->store = open_store (self->path, MPS_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *self)
{
  if (self->store)
    mps_store_close (self->store);
  /* What the store still had to say is said, and holds it no longer. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  if (self->store)
    fixture_close (self);
  fixture_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
on_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

MpsStore *
open_store (const char *path, MpsStoreOpenMode mode, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_open_async (path, mode, NULL, on_result, &result);
  return mps_store_open_finish (wait_for (&result), error);
}

MpsFleet *
load_fleet (MpsStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsFleet *fleet;

  mps_store_load_fleet_async (store, NULL, on_result, &result);
  fleet = mps_store_load_fleet_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return fleet;
}

char *
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;
  char *copy;
  int code;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  code = sqlite3_exec (db, sql, NULL, NULL, &message);
  /* Refused is something else than not understood. */
  if (code != SQLITE_OK && code != SQLITE_CONSTRAINT)
    g_error ("%s: %s", sql, message);
  copy = g_strdup (message);
  sqlite3_free (message);
  sqlite3_close (db);
  return copy;
}

static int
append_row (void *data, int n_columns, char **values, char **names)
{
  GString *rows = data;

  if (rows->len > 0)
    g_string_append_c (rows, '\n');
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", values[i] ? values[i] : "");
  return 0;
}

char *
query_sql (const char *path, const char *sql)
{
  GString *rows = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, sql, append_row, rows, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return g_string_free_and_steal (rows);
}
