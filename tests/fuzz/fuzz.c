/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/* Memory is quicker than a disk, of which a fuzzer would write gigabytes. */
static const char *
get_folder (void)
{
  if (!folder)
    {
      gboolean shared = g_access ("/dev/shm", W_OK | X_OK) == 0;

      folder = g_build_filename (shared ? "/dev/shm" : g_get_tmp_dir (), "mps-fuzz-XXXXXX", NULL);
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_folder);
    }
  return folder;
}

/**
 * fuzz_write_file:
 * @name: its name, which some readers look at
 * @data: its content
 * @size: in bytes
 *
 * Returns: (transfer full): a file that is there until the next call with the same @name
 */
GFile *
fuzz_write_file (const char *name, const void *data, gsize size)
{
  g_autofree char *path = g_build_filename (get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/**
 * fuzz_check_text:
 * @text: what a person is going to read
 */
void
fuzz_check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/**
 * fuzz_check_error:
 * @error: why an input was refused: with one of this program's own codes, and in words
 */
void
fuzz_check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == MPS_ERROR);
  g_assert_true (mps_error_is_refusal (error));
  fuzz_check_text (error->message);
  if (mps_error_get_problems (error))
    fuzz_check_problems (mps_error_get_problems (error));
}

/**
 * fuzz_check_problems:
 * @problems: (element-type MpsProblem): what is wrong with an input
 */
void
fuzz_check_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (problems, i);

      fuzz_check_text (problem->code);
      fuzz_check_text (problem->reason);
      if (problem->column)
        fuzz_check_text (problem->column);
    }
}

/* A critical warning is a programmer's mistake, whatever the input is. */
static void __attribute__ ((constructor))
make_warnings_fatal (void)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}
