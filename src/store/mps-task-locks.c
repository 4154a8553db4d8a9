/* SPDX-License-Identifier: GPL-3.0-or-later */

/* F_OFD_SETLK is Linux's. */
#define _GNU_SOURCE

#include "config.h"

#include "mps-task-locks.h"

#include "mps-sqlite-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static struct flock
lock_of (gint64 task, short type)
{
  return (struct flock) { .l_type = type, .l_whence = SEEK_SET, .l_start = task, .l_len = 1 };
}

/**
 * mps_task_locks_open:
 * @database: the path of the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: a file descriptor for the functions below, or -1
 */
int
mps_task_locks_open (const char *database, GError **error)
{
  g_autofree char *path = g_strconcat (database, "-tasks", NULL);
  int locks = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (locks < 0)
    mps_sqlite_set_errno (error, errno, path);
  return locks;
}

void
mps_task_locks_close (int locks)
{
  if (locks >= 0)
    g_close (locks, NULL);
}

/**
 * mps_task_locks_share_open:
 * @locks: a descriptor of mps_task_locks_open()
 *
 * From now on until it is closed, others see that the database is open.
 */
void
mps_task_locks_share_open (int locks)
{
  struct flock lock = lock_of (MPS_TASK_LOCKS_OPEN, F_RDLCK);

  fcntl (locks, F_OFD_SETLK, &lock);
}

/**
 * mps_task_locks_take:
 * @locks: a descriptor of mps_task_locks_open()
 * @task: a task that begins
 *
 * Returns: whether it is marked as running
 */
gboolean
mps_task_locks_take (int locks, gint64 task)
{
  struct flock lock = lock_of (task, F_WRLCK);

  return fcntl (locks, F_OFD_SETLK, &lock) == 0;
}

void
mps_task_locks_drop (int locks, gint64 task)
{
  struct flock lock = lock_of (task, F_UNLCK);

  fcntl (locks, F_OFD_SETLK, &lock);
}

/**
 * mps_task_locks_is_taken:
 * @locks: a descriptor of mps_task_locks_open()
 * @task: any task
 *
 * Returns: whether another process, or another store of this one, works on it
 */
gboolean
mps_task_locks_is_taken (int locks, gint64 task)
{
  struct flock lock = lock_of (task, F_WRLCK);

  return fcntl (locks, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

/**
 * mps_task_locks_is_any_taken:
 * @locks: a descriptor of mps_task_locks_open()
 *
 * Returns: whether another process, or another store of this one, works on some task
 */
gboolean
mps_task_locks_is_any_taken (int locks)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 1, .l_len = 0 };

  return fcntl (locks, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}
