/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/widgets/mps-save-file.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static gboolean
is_there (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_saves (DeskFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "saved.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) contents = g_bytes_new_static ("1,2\r\n", 5);
  g_autofree char *text = NULL;

  mps_save_file_write (self->window, file, contents);
  desk_wait_until (is_there, file);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "1,2\r\n");
}

/* Names and addresses are for the owner, also where a umask would let everybody read them. */
static void
test_is_private (DeskFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "private.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) contents = g_bytes_new_static ("1,2\r\n", 5);
  mode_t usual = umask (0);
  GStatBuf status;

  mps_save_file_write (self->window, file, contents);
  desk_wait_until (is_there, file);
  umask (usual);
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_says_why_not (DeskFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing", "saved.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) contents = g_bytes_new_static ("1", 1);

  mps_save_file_write (self->window, file, contents);
  desk_wait_for_text (self->window, "File not saved");
  g_assert_false (is_there (file));
}

static void
add_tests (void)
{
  desk_fixture_add ("/save-file/saves", test_saves);
  desk_fixture_add ("/save-file/is-private", test_is_private);
  desk_fixture_add ("/save-file/says-why-not", test_says_why_not);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
