/* SPDX-License-Identifier: GPL-3.0-or-later */

/* F_OFD_SETLK is Linux's. */
#define _GNU_SOURCE

#include "config.h"

#include "mps-draft-file.h"

#include "mps-file-place.h"
#include "mps-sqlite-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* No other program gives its files such names. */
#define SUFFIX ".mps-draft-"
#define RANDOM "XXXXXX"

/* A draft, and what is beside it while it is open as a database. */
static const char *const suffixes[] = { "", "-journal", "-wal", "-shm", "-tasks" };

/* Who closes a file loses SQLite's locks on it. So nobody in this process may sweep while a draft
 * becomes a file that others open. */
static GMutex sweeping;

/* SQLite never locks the first byte. */
static gboolean
lock_file (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

/* Before it had its lock, somebody may have taken it for one that nobody works on. */
static gboolean
is_swept (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_nlink == 0;
}

/**
 * mps_draft_file_init:
 * @self: (out caller-allocates): a draft, to be cleared also when this fails
 * @target: where it is to be in the end
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Makes an empty draft beside @target, and removes those there that nobody
 * works on. Any thread.
 *
 * Returns: whether there is a draft
 */
gboolean
mps_draft_file_init (MpsDraftFile *self, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  mps_draft_files_sweep (folder);
  *self = (MpsDraftFile) { NULL, -1 };
  do
    {
      mps_draft_file_clear (self);
      self->path = g_strconcat (target, SUFFIX RANDOM, NULL);
      self->lock = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
      if (self->lock < 0)
        {
          mps_sqlite_set_errno (error, errno, target);
          g_clear_pointer (&self->path, g_free);
          return FALSE;
        }
      /* A file system without locks has none that could be taken for given up either. */
      lock_file (self->lock);
    }
  while (is_swept (self->lock));
  return TRUE;
}

static void
remove_with_suffixes (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Returns an errno, or 0. */
static int
place (MpsDraftFile *self, const char *target, gboolean replace)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&sweeping);
  int reason = mps_file_place (self->path, target, replace);

  if (reason != 0)
    return reason;
  remove_with_suffixes (self->path);
  g_clear_fd (&self->lock, NULL);
  g_clear_pointer (&self->path, g_free);
  return 0;
}

/**
 * mps_draft_file_place:
 * @self: a draft that is whole and synced, and that nobody has open
 * @target: where it belongs, in the same folder or file system
 * @replace: whether it takes the place of what is there
 *
 * Moves it there, durably; then it is a draft no longer.
 *
 * Returns: 0; EEXIST when there is such a file and it is not to be replaced; or another errno
 */
int
mps_draft_file_place (MpsDraftFile *self, const char *target, gboolean replace)
{
  g_return_val_if_fail (self->path != NULL, EINVAL);
  return place (self, target, replace);
}

/**
 * mps_draft_file_clear:
 * @self: a draft that nobody has open
 *
 * Removes it, unless it was moved to its place.
 */
void
mps_draft_file_clear (MpsDraftFile *self)
{
  if (self->path)
    remove_with_suffixes (self->path);
  g_clear_pointer (&self->path, g_free);
  if (self->lock >= 0)
    g_clear_fd (&self->lock, NULL);
}

/* The length of the name of a draft that @name is, or is beside; 0 if it is neither. */
static gsize
get_draft_length (const char *name)
{
  const char *suffix = strstr (name, SUFFIX);
  gsize length = suffix ? (gsize) (suffix - name) + strlen (SUFFIX RANDOM) : 0;

  if (length == 0 || length > strlen (name))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (name + length, suffixes[i]))
      return length;
  return 0;
}

/* One that is not there has at most files beside it, and nobody works on it. */
static void
remove_unheld (const char *path)
{
  int fd = g_open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd >= 0 ? lock_file (fd) : errno == ENOENT)
    remove_with_suffixes (path);
  if (fd >= 0)
    g_close (fd, NULL);
}

/**
 * mps_draft_files_sweep:
 * @folder: where databases or backups are
 *
 * Removes the drafts there that nobody works on: those of processes that were
 * killed. Any thread.
 */
void
mps_draft_files_sweep (const char *folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&sweeping);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      gsize length = get_draft_length (name);
      g_autofree char *draft = g_strndup (name, length);
      g_autofree char *path = g_build_filename (folder, draft, NULL);

      if (length > 0)
        remove_unheld (path);
    }
}
