/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-backup-folder.h"

#include "mps-draft-file.h"
#include "mps-sqlite-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* The folder beside a database; the databases of one folder share it. */
#define FOLDER "backups"

/* A name is that of the database, the time, the reason, perhaps a number, and ".db". */
#define TIME_FORMAT "%Y%m%dT%H%M%SZ"
#define TIME_LENGTH 16
#define ENDING ".db"

/* How many backups of each reason are kept, and of how many more days the newest before an
 * import: scripts import every hour. */
#define N_NEWEST 10
#define N_DAYS 14

static const char *const reasons[MPS_BACKUP_N_REASONS]
    = { "import", "migration", "restore", "damaged" };

void
mps_backup_free (MpsBackup *self)
{
  g_date_time_unref (self->made);
  g_free (self->path);
  g_free (self);
}

static char *
dup_folder (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);

  return g_build_filename (folder, FOLDER, NULL);
}

static char *
dup_prefix (const char *database)
{
  g_autofree char *name = g_path_get_basename (database);

  return g_strconcat (name, "-", NULL);
}

/**
 * mps_backup_folder_dup_path:
 * @database: the path of a database
 * @reason: why a backup of it is made now
 * @number: 1, or more when there are backups of this second already
 *
 * Returns: (transfer full): where the backup belongs
 */
char *
mps_backup_folder_dup_path (const char *database, MpsBackupReason reason, guint number)
{
  g_autofree char *folder = dup_folder (database);
  g_autofree char *prefix = dup_prefix (database);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, TIME_FORMAT);
  g_autofree char *suffix = number > 1 ? g_strdup_printf ("-%u", number) : g_strdup ("");
  g_autofree char *name = g_strconcat (prefix, time, "-", reasons[reason], suffix, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * mps_backup_folder_make:
 * @database: the path of a database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Makes the folder of its backups when it is not there.
 */
gboolean
mps_backup_folder_make (const char *database, GError **error)
{
  g_autofree char *folder = dup_folder (database);

  if (g_mkdir (folder, 0700) == 0 || errno == EEXIST)
    return TRUE;
  mps_sqlite_set_errno (error, errno, folder);
  return FALSE;
}

static gboolean
parse_reason (const char *text, MpsBackupReason *reason, guint *number)
{
  for (guint i = 0; i < MPS_BACKUP_N_REASONS; i++)
    {
      const gsize length = strlen (reasons[i]);
      const char *rest = text + length;
      guint64 value = 1;

      if (strncmp (text, reasons[i], length) != 0)
        continue;
      if (*rest == '-')
        value = g_ascii_strtoull (rest + 1, (char **) &rest, 10);
      *reason = i;
      *number = (guint) value;
      return value > 0 && g_str_equal (rest, ENDING);
    }
  return FALSE;
}

/* NULL for a file that is something else, which is never touched. */
static MpsBackup *
parse_name (const char *folder, const char *prefix, const char *name)
{
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) made = NULL;
  MpsBackup backup = { 0 };
  GStatBuf info;

  if (!g_str_has_prefix (name, prefix) || strlen (name) <= strlen (prefix) + TIME_LENGTH + 1)
    return NULL;
  time = g_strndup (name + strlen (prefix), TIME_LENGTH);
  made = g_date_time_new_from_iso8601 (time, NULL);
  if (made == NULL || name[strlen (prefix) + TIME_LENGTH] != '-'
      || !parse_reason (name + strlen (prefix) + TIME_LENGTH + 1, &backup.reason, &backup.number))
    return NULL;
  backup.path = g_build_filename (folder, name, NULL);
  backup.made = g_steal_pointer (&made);
  if (g_stat (backup.path, &info) == 0)
    backup.size = (guint64) info.st_size;
  return g_memdup2 (&backup, sizeof backup);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const MpsBackup *first = *(const MpsBackup *const *) a, *second = *(const MpsBackup *const *) b;
  int order = g_date_time_compare (second->made, first->made);

  if (order == 0)
    order = (second->number > first->number) - (second->number < first->number);
  return order ? order : strcmp (first->path, second->path);
}

/**
 * mps_backups_list:
 * @database: the path of a database
 *
 * Reads one folder. Any thread.
 *
 * Returns: (transfer full) (element-type MpsBackup): the backups that were made of it without
 *   being asked for, newest first
 */
GPtrArray *
mps_backups_list (const char *database)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_backup_free);
  g_autofree char *path = g_canonicalize_filename (database, NULL);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *prefix = dup_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      MpsBackup *backup = parse_name (folder, prefix, name);

      if (backup)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return g_steal_pointer (&backups);
}

/**
 * mps_backup_folder_is_of_database:
 * @path: the path of a file, whatever is in it
 *
 * Returns: whether there was a database of ours: it has backups, or the locks of its tasks are
 *   still beside it
 */
gboolean
mps_backup_folder_is_of_database (const char *path)
{
  g_autofree char *tasks = g_strconcat (path, "-tasks", NULL);
  g_autoptr (GPtrArray) backups = mps_backups_list (path);

  return backups->len > 0 || g_file_test (tasks, G_FILE_TEST_EXISTS);
}

static gboolean
is_newest_of_day (const MpsBackup *backup, const MpsBackup *newer)
{
  int year, month, day, newer_year, newer_month, newer_day;

  if (newer == NULL)
    return TRUE;
  g_date_time_get_ymd (backup->made, &year, &month, &day);
  g_date_time_get_ymd (newer->made, &newer_year, &newer_month, &newer_day);
  return day != newer_day || month != newer_month || year != newer_year;
}

/* One that somebody opened as a database, and may have worked in, is no backup any more. */
static void
prune (const MpsBackup *backup)
{
  g_autofree char *log = g_strconcat (backup->path, "-wal", NULL);

  if (mps_backup_folder_is_of_database (backup->path))
    return;
  g_unlink (backup->path);
  /* That of a damaged one. */
  g_unlink (log);
}

static void
prune_reason (GPtrArray *backups, MpsBackupReason reason)
{
  const MpsBackup *newer = NULL;
  guint n_seen = 0, n_days = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const MpsBackup *backup = backups->pdata[i];
      gboolean keep;

      if (backup->reason != reason)
        continue;
      keep = n_seen++ < N_NEWEST;
      if (!keep && reason == MPS_BACKUP_IMPORT && n_days < N_DAYS)
        {
          keep = is_newest_of_day (backup, newer);
          n_days += keep;
        }
      if (!keep)
        prune (backup);
      newer = backup;
    }
}

/**
 * mps_backup_folder_prune:
 * @database: the path of a database
 *
 * Removes what is older than what is kept, once there is something newer.
 */
void
mps_backup_folder_prune (const char *database)
{
  g_autoptr (GPtrArray) backups = mps_backups_list (database);

  for (guint reason = 0; reason < MPS_BACKUP_N_REASONS; reason++)
    prune_reason (backups, reason);
}

/**
 * mps_backup_folder_sweep:
 * @database: the path of a database
 *
 * Removes what killed processes have left half done beside it and in the
 * folder of its backups.
 */
void
mps_backup_folder_sweep (const char *database)
{
  g_autofree char *beside = g_path_get_dirname (database);
  g_autofree char *folder = dup_folder (database);

  mps_draft_files_sweep (beside);
  mps_draft_files_sweep (folder);
}
