/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-output.h"

#include "store/mps-database-files.h"
#include "store/mps-file-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define STANDARD_OUTPUT "/dev/stdout"

/**
 * mps_output_file_for_arg:
 * @arg: a command line argument
 *
 * Returns: (transfer full): its file; standard output for "-"
 */
GFile *
mps_output_file_for_arg (const char *arg)
{
  if (g_strcmp0 (arg, "-") == 0)
    return g_file_new_for_path (STANDARD_OUTPUT);
  return g_file_new_for_commandline_arg (arg);
}

/**
 * mps_output_is_standard:
 * @file: a file
 *
 * Returns: whether @file is what "-" stands for; mps_text_input_file_for_arg()
 *   does not know which way it is meant, so its standard input counts as well
 */
gboolean
mps_output_is_standard (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return g_strcmp0 (path, STANDARD_OUTPUT) == 0 || g_strcmp0 (path, "/dev/stdin") == 0;
}

static gboolean
set_failed (const char *path, int reason, GError **error)
{
  if (reason == ENOSPC || reason == EDQUOT)
    g_set_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL,
                 _ ("“%s” was not written: the disk is full. What was there before is unchanged. "
                    "Free some space, or choose another place."),
                 path);
  else
    g_set_error (
        error, MPS_ERROR, MPS_ERROR_IO_ERROR,
        _ ("“%s” was not written: %s. What was there before is unchanged. Check the folder, "
           "or choose another place."),
        path, g_strerror (reason));
  return FALSE;
}

/* A slip in a name must not cost a fleet. */
static gboolean
check_no_database (const char *path, GError **error)
{
  if (!mps_database_files_is_any (path))
    return TRUE;
  g_set_error (
      error, MPS_ERROR, MPS_ERROR_SAME_FILE,
      _ ("“%s” is a database or part of one, and is not overwritten. Choose another name."), path);
  return FALSE;
}

static int
write_all (int fd, GBytes *contents)
{
  gsize rest;
  const char *data = g_bytes_get_data (contents, &rest);

  while (rest > 0)
    {
      gssize n_written = write (fd, data, rest);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return errno;
      data += n_written;
      rest -= (gsize) n_written;
    }
  return 0;
}

static gboolean
set_closed (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE,
                       _ ("The program that reads the output closed it before the end."));
  return FALSE;
}

static gboolean
write_standard_output (GBytes *contents, GError **error)
{
  int reason = write_all (STDOUT_FILENO, contents);

  if (reason == 0)
    return TRUE;
  if (reason == EPIPE)
    return set_closed (error);
  if (reason == ENOSPC || reason == EDQUOT)
    g_set_error_literal (error, MPS_ERROR, MPS_ERROR_DISK_FULL,
                         _ ("The output was not written whole: the disk is full."));
  else
    g_set_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR, _ ("The output was not written whole: %s."),
                 g_strerror (reason));
  return FALSE;
}

static int
write_beside (const char *beside, int fd, GBytes *contents, const char *path)
{
  int reason = write_all (fd, contents);

  if (reason == 0 && fsync (fd) != 0)
    reason = errno;
  if (close (fd) != 0 && reason == 0)
    reason = errno;
  if (reason == 0)
    reason = mps_file_place (beside, path, TRUE);
  if (reason != 0)
    g_unlink (beside);
  return reason;
}

/* A link stays one: what it points to is replaced. */
static char *
dup_target (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *target = g_strdup (resolved ? resolved : path);

  free (resolved);
  return target;
}

static gboolean
is_stream (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static gboolean
write_stream (const char *path, GBytes *contents, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int reason = fd < 0 ? errno : write_all (fd, contents);

  if (fd >= 0)
    close (fd);
  if (reason == EPIPE)
    return set_closed (error);
  return reason == 0 || set_failed (path, reason, error);
}

/**
 * mps_output_replace:
 * @file: a local file, or standard output (mps_output_file_for_arg())
 * @contents: all of it
 * @error: %MPS_ERROR_SAME_FILE for a database; %MPS_ERROR_DISK_FULL or %MPS_ERROR_IO_ERROR;
 *   %G_IO_ERROR_BROKEN_PIPE when the reader of a pipe went away, which is for the caller to take
 *   as a failure or as enough
 *
 * Writes a file beside @file, readable by the owner only, syncs it and puts it
 * in the place of @file, so that there is always the old one or the new one,
 * whole. Pipes and devices are written to. The caller ignores SIGPIPE. Blocks;
 * any thread.
 *
 * Returns: whether @contents is durably in place
 */
gboolean
mps_output_replace (GFile *file, GBytes *contents, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *target = NULL;
  g_autofree char *beside = NULL;
  int reason;
  int fd;

  if (!path)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      return set_failed (name, ENOTSUP, error);
    }
  if (mps_output_is_standard (file))
    return write_standard_output (contents, error);
  if (is_stream (path))
    return write_stream (path, contents, error);
  target = dup_target (path);
  if (!check_no_database (target, error))
    return FALSE;
  beside = g_strconcat (target, ".XXXXXX", NULL);
  fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  reason = fd < 0 ? errno : write_beside (beside, fd, contents, target);
  return reason == 0 || set_failed (path, reason, error);
}
