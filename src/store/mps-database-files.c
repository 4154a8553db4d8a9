/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-database-files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MAGIC "SQLite format 3"

/* What lies beside a database: the two that hold what the database itself does not have yet come
 * first. */
static const char *const suffixes[] = { "-wal", "-journal", "-shm", "-tasks" };
#define N_LOGS 2

static gboolean
has_something_beside (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (beside, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_beside_something (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *database = NULL;

      if (!g_str_has_suffix (path, suffixes[i]))
        continue;
      database = g_strndup (path, strlen (path) - strlen (suffixes[i]));
      if (g_file_test (database, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

/**
 * mps_database_files_is_part:
 * @path: the absolute path of a file that need not be there
 *
 * Goes by the names of files alone: to open and close a file of a database
 * that this process has open would drop its locks.
 *
 * Returns: whether it is a database that is or was used, or a file beside one
 */
gboolean
mps_database_files_is_part (const char *path)
{
  return has_something_beside (path) || is_beside_something (path);
}

static gboolean
begins_as_database (const char *path)
{
  char beginning[sizeof MAGIC] = { 0 };
  GStatBuf info;
  FILE *file;

  /* Under another name it may be open, and stays there when this one is replaced. */
  if (g_stat (path, &info) != 0 || info.st_nlink != 1)
    return FALSE;
  file = g_fopen (path, "rbe");
  if (file == NULL)
    return FALSE;
  if (fread (beginning, 1, sizeof beginning, file) < sizeof beginning)
    beginning[0] = '\0';
  fclose (file);
  return memcmp (beginning, MAGIC, sizeof beginning) == 0;
}

/**
 * mps_database_files_is_any:
 * @path: the absolute path of a file that need not be there
 *
 * Returns: whether a database, of ours or of another program, would be lost or
 *   damaged if something else took its place
 */
gboolean
mps_database_files_is_any (const char *path)
{
  return mps_database_files_is_part (path) || begins_as_database (path);
}

/**
 * mps_database_files_has_lost_log:
 * @path: the absolute path of a database
 *
 * Whatever database were put there, SQLite would take what is in the log for a
 * newer state of it.
 *
 * Returns: whether there is a log, but no database
 */
gboolean
mps_database_files_has_lost_log (const char *path)
{
  gboolean found = FALSE;
  GStatBuf info;

  for (guint i = 0; i < N_LOGS; i++)
    {
      g_autofree char *log = g_strconcat (path, suffixes[i], NULL);

      found = found || (g_stat (log, &info) == 0 && info.st_size > 0);
    }
  /* Asked last: who makes a database makes it before its log. */
  return found && !g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * mps_database_files_move_log:
 * @from: the path of a database that nobody has open
 * @to: the path of another one
 *
 * Returns: 0, also when there is no log, or an errno
 */
int
mps_database_files_move_log (const char *from, const char *to)
{
  for (guint i = 0; i < N_LOGS; i++)
    {
      g_autofree char *log = g_strconcat (from, suffixes[i], NULL);
      g_autofree char *moved = g_strconcat (to, suffixes[i], NULL);

      if (g_rename (log, moved) != 0 && errno != ENOENT)
        return errno;
    }
  return 0;
}
