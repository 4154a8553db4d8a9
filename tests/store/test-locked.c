/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "store/mps-lock-holder.h"

#include <gio/gio.h>

/* Another program that has the database to itself from now on. */
static GSubprocess *
hold (Fixture *self, const char *how)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                          g_getenv ("HOLD_DATABASE"), self->path, how, NULL);
  char said[5] = { 0 };

  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), said, 4, NULL,
                                          NULL, &error));
  g_assert_cmpstr (said, ==, "held");
  return process;
}

static void
release (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error));
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_names (const GError *error, GSubprocess *process)
{
  g_autofree char *expected
      = g_strdup_printf ("hold-database (process %s)", g_subprocess_get_identifier (process));

  g_assert_error (error, MPS_ERROR, MPS_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, expected));
}

/* The fixture's own store has the file open, and none of its locks is lost by asking. */
static void
test_writing (Fixture *self, gconstpointer data)
{
  g_autoptr (GSubprocess) process = hold (self, "immediate");
  g_autoptr (MpsConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = mps_connection_open (self->path, 0, &error);
  g_assert_false (mps_connection_begin (connection, MPS_DURABLE, &error));
  assert_names (error, process);
  release (process);
  g_clear_error (&error);
  g_assert_true (mps_connection_begin (connection, MPS_DURABLE, &error));
  g_assert_no_error (error);
  mps_connection_rollback (connection);
}

static void
test_opening (Fixture *self, gconstpointer data)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (MpsStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  process = hold (self, "exclusive");
  g_assert_null (open_store (self->path, MPS_STORE_OPEN_EXISTING, &error));
  assert_names (error, process);
  release (process);
  g_clear_error (&error);
  store = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
}

/* Its own locks are no other program's, and a finished program has none. */
static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (GSubprocess) process = hold (self, "immediate");
  g_autoptr (MpsConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  int id;

  release (process);
  g_assert_null (mps_lock_holder_dup_name (self->path, &id));
  connection = mps_connection_open (self->path, 0, &error);
  g_assert_true (mps_connection_begin (connection, MPS_DURABLE, &error));
  g_assert_null (mps_lock_holder_dup_name (self->path, &id));
  g_assert_null (mps_lock_holder_dup_name ("/nowhere/fleet.db", &id));
  mps_connection_rollback (connection);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/locked/writing", test_writing);
  fixture_add ("/locked/opening", test_opening);
  fixture_add ("/locked/nobody", test_nobody);
  return g_test_run ();
}
