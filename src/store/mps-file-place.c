/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-file-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Waits until the name of the file survives a loss of power. Returns 0, or an errno. */
static int
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int reason;

  if (fd < 0)
    return errno;
  reason = fsync (fd) == 0 ? 0 : errno;
  close (fd);
  /* Not every file system can do that. */
  return reason == EINVAL ? 0 : reason;
}

static int
place_new (const char *from, const char *to)
{
  if (link (from, to) == 0)
    {
      g_unlink (from);
      return 0;
    }
  if (errno == EEXIST)
    return EEXIST;
  /* Not every file system has links. */
  return g_rename (from, to) == 0 ? 0 : errno;
}

/**
 * mps_file_place:
 * @from: a file that is whole and synced
 * @to: where it belongs, in the same folder or file system
 * @replace: whether it takes the place of what is there
 *
 * Gives a file its name, durably. On failure @from is still there.
 *
 * Returns: 0; EEXIST when there is such a file and it is not to be replaced; or another errno
 */
int
mps_file_place (const char *from, const char *to, gboolean replace)
{
  int reason;

  if (replace)
    reason = g_rename (from, to) == 0 ? 0 : errno;
  else
    reason = place_new (from, to);
  return reason == 0 ? sync_folder (to) : reason;
}
