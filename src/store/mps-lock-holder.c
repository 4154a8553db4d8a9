/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lock-holder.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* The bytes that SQLite locks, from its documentation of the write-ahead log and of locking: of
 * FILE-shm those of writing, checkpoints and recovery, and of the file itself those of a process
 * that keeps all others out. */
#define SHM_FIRST_BYTE 120
#define SHM_LAST_BYTE 122
#define FILE_FIRST_BYTE 0x40000000
#define FILE_LAST_BYTE (FILE_FIRST_BYTE + 511)

typedef struct {
  int process;
  guint major;
  guint minor;
  guint64 inode;
  guint64 first;
  guint64 last;
} Lock;

/* A line of proc_locks(5); locks that are only waited for begin with an arrow. */
static gboolean
parse_lock (const char *line, Lock *lock)
{
  char last[32];

  if (sscanf (line, "%*u: POSIX ADVISORY WRITE %d %x:%x:%" SCNu64 " %" SCNu64 " %31s",
              &lock->process, &lock->major, &lock->minor, &lock->inode, &lock->first, last)
      != 6)
    return FALSE;
  lock->last = g_str_equal (last, "EOF") ? G_MAXUINT64 : g_ascii_strtoull (last, NULL, 10);
  return TRUE;
}

/* Some file systems have another device here than stat() tells; what a process has open tells. */
static gboolean
has_open (int process, const GStatBuf *file)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d/fd", process);
  g_autoptr (GDir) descriptors = g_dir_open (folder, 0, NULL);
  const char *name;

  while (descriptors && (name = g_dir_read_name (descriptors)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf open;

      if (g_stat (path, &open) == 0 && open.st_dev == file->st_dev && open.st_ino == file->st_ino)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds (const Lock *lock, const GStatBuf *file, guint64 first, guint64 last)
{
  if (lock->process <= 0 || lock->process == getpid () || lock->inode != file->st_ino
      || lock->first > last || lock->last < first)
    return FALSE;
  return (lock->major == major (file->st_dev) && lock->minor == minor (file->st_dev))
         || has_open (lock->process, file);
}

static int
find_holder (char **lines, const char *path, guint64 first, guint64 last)
{
  GStatBuf file;
  Lock lock;

  if (g_stat (path, &file) != 0)
    return 0;
  for (guint i = 0; lines[i]; i++)
    if (parse_lock (lines[i], &lock) && holds (&lock, &file, first, last))
      return lock.process;
  return 0;
}

static char *
dup_program_name (int process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/comm", process);
  g_autofree char *name = NULL;

  if (process == 0 || !g_file_get_contents (path, &name, NULL, NULL))
    return NULL;
  return g_utf8_make_valid (g_strchomp (name), -1);
}

/**
 * mps_lock_holder_dup_name:
 * @database: the path of a database that another process has locked
 * @process: (out): its process ID
 *
 * Asks the kernel. The files themselves are not opened for it: to close them
 * again would drop the locks that this process has. In a sandbox, other
 * processes can't be seen.
 *
 * Returns: (transfer full) (nullable): the name of the program, or %NULL when
 *   it can't be told, such as when it has finished meanwhile
 */
char *
mps_lock_holder_dup_name (const char *database, int *process)
{
  g_autofree char *shm = g_strconcat (database, "-shm", NULL);
  g_autofree char *locks = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents ("/proc/locks", &locks, NULL, NULL))
    return NULL;
  lines = g_strsplit (locks, "\n", -1);
  *process = find_holder (lines, shm, SHM_FIRST_BYTE, SHM_LAST_BYTE);
  if (*process == 0)
    *process = find_holder (lines, database, FILE_FIRST_BYTE, FILE_LAST_BYTE);
  return dup_program_name (*process);
}
