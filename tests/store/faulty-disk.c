/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "faulty-disk.h"

#include <signal.h>
#include <sqlite3.h>

/* The files of a kind share a table of functions, of which there are few, so each table is copied
 * once; first in it, so that a file's methods are found to be one of these. */
typedef struct {
  sqlite3_io_methods methods;
  const sqlite3_io_methods *real;
} FileKind;

static gint fault_kind; /* (atomic) FaultKind */
static gint n_calls;    /* (atomic) */
static gint bad_call;   /* written while nothing runs */
static gboolean bad_for_good;
static sqlite3_vfs *real_vfs;
static FileKind kinds[8];

#define BIT(kind) (1U << (kind))
#define TAKES_ROOM (BIT (FAULT_FULL) | BIT (FAULT_IO) | BIT (FAULT_KILL))
#define CHANGES (BIT (FAULT_IO) | BIT (FAULT_KILL))
#define READS (BIT (FAULT_READ) | BIT (FAULT_KILL))

/* What is to happen to a call that counts for @counts: FAULT_NONE for nothing. */
static FaultKind
strike (guint counts)
{
  FaultKind kind = g_atomic_int_get (&fault_kind);
  int call;

  if (kind == FAULT_NONE || !(counts & BIT (kind)))
    return FAULT_NONE;
  call = g_atomic_int_add (&n_calls, 1);
  return call == bad_call || (bad_for_good && call > bad_call) ? kind : FAULT_NONE;
}

/* SQLITE_OK when the call is to be made as it is. */
static int
fail (guint counts, int result)
{
  switch (strike (counts))
    {
    case FAULT_NONE:
      return SQLITE_OK;
    case FAULT_FULL:
      return SQLITE_FULL;
    case FAULT_KILL:
      raise (SIGKILL);
      return result;
    case FAULT_IO:
    case FAULT_READ:
      return result;
    }
  return result;
}

static const sqlite3_io_methods *
real_of (sqlite3_file *file)
{
  return ((const FileKind *) file->pMethods)->real;
}

static int
write_file (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  FaultKind kind = strike (TAKES_ROOM);

  if (kind == FAULT_NONE)
    return real_of (file)->xWrite (file, bytes, length, offset);
  /* A disk fails in the middle. */
  real_of (file)->xWrite (file, bytes, length / 2, offset);
  if (kind == FAULT_KILL)
    raise (SIGKILL);
  return kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
read_file (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  int result = fail (READS, SQLITE_IOERR_READ);

  return result == SQLITE_OK ? real_of (file)->xRead (file, bytes, length, offset) : result;
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  int result = fail (CHANGES, SQLITE_IOERR_TRUNCATE);

  return result == SQLITE_OK ? real_of (file)->xTruncate (file, size) : result;
}

static int
sync_file (sqlite3_file *file, int flags)
{
  int result = fail (CHANGES, SQLITE_IOERR_FSYNC);

  return result == SQLITE_OK ? real_of (file)->xSync (file, flags) : result;
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  int result = fail (READS, SQLITE_IOERR_FSTAT);

  return result == SQLITE_OK ? real_of (file)->xFileSize (file, size) : result;
}

static int
map_memory (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  int result = fail (TAKES_ROOM, SQLITE_IOERR_SHMMAP);

  return result == SQLITE_OK ? real_of (file)->xShmMap (file, region, size, extend, memory)
                             : result;
}

static int
lock_memory (sqlite3_file *file, int offset, int n, int flags)
{
  int result = flags & SQLITE_SHM_LOCK ? fail (CHANGES, SQLITE_IOERR_SHMLOCK) : SQLITE_OK;

  return result == SQLITE_OK ? real_of (file)->xShmLock (file, offset, n, flags) : result;
}

static const sqlite3_io_methods *
take_over (const sqlite3_io_methods *real)
{
  guint i = 0;

  while (kinds[i].real != NULL && kinds[i].real != real)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (kinds) - 1);
  kinds[i].methods = *real;
  kinds[i].methods.xWrite = write_file;
  kinds[i].methods.xRead = read_file;
  kinds[i].methods.xTruncate = truncate_file;
  kinds[i].methods.xSync = sync_file;
  kinds[i].methods.xFileSize = get_size;
  if (real->iVersion >= 2)
    {
      kinds[i].methods.xShmMap = map_memory;
      kinds[i].methods.xShmLock = lock_memory;
    }
  kinds[i].real = real;
  return &kinds[i].methods;
}

/* Several threads may open files, and the tables are few. */
static GMutex opening;

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  int result = fail (CHANGES, SQLITE_CANTOPEN);

  file->pMethods = NULL;
  if (result != SQLITE_OK)
    return result;
  result = real_vfs->xOpen (real_vfs, name, file, flags, out_flags);
  if (result == SQLITE_OK && file->pMethods != NULL)
    {
      g_mutex_lock (&opening);
      file->pMethods = take_over (file->pMethods);
      g_mutex_unlock (&opening);
    }
  return result;
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int result = fail (CHANGES, SQLITE_IOERR_DELETE);

  return result == SQLITE_OK ? real_vfs->xDelete (real_vfs, name, sync_folder) : result;
}

void
faulty_disk_register (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty-disk";
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
faulty_disk_arm (FaultKind kind, int moment, gboolean stays)
{
  bad_call = moment;
  bad_for_good = stays;
  g_atomic_int_set (&n_calls, 0);
  g_atomic_int_set (&fault_kind, kind);
}

int
faulty_disk_disarm (void)
{
  g_atomic_int_set (&fault_kind, FAULT_NONE);
  return g_atomic_int_get (&n_calls);
}
