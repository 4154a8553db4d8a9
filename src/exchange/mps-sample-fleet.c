/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-sample-fleet.h"

#include "mps-sample-steps.h"

#include "store/mps-database-draft.h"
#include "store/mps-database-files.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct {
  char *path;
  MpsProgress *progress;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_object (&self->progress);
  g_free (self->path);
  g_free (self);
}

/**
 * mps_sample_fleet_dup_path:
 *
 * Returns: (transfer full): where the application keeps the sample fleet, beside its own database
 */
char *
mps_sample_fleet_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "mps-desk", "sample.db", NULL);
}

/**
 * mps_sample_fleet_is_path:
 * @path: the absolute path of a database
 *
 * Returns: whether it is that of the sample fleet
 */
gboolean
mps_sample_fleet_is_path (const char *path)
{
  g_autofree char *own = mps_sample_fleet_dup_path ();

  return g_strcmp0 (path, own) == 0;
}

static gboolean
set_errno (GError **error, int code, const char *path)
{
  g_set_error (error, MPS_ERROR, code == ENOSPC ? MPS_ERROR_DISK_FULL : MPS_ERROR_IO_ERROR,
               _ ("The sample fleet could not be put into “%s”: %s."), path, g_strerror (code));
  return FALSE;
}

/* With what is beside it: its log belongs to no other database. */
static void
remove_database (const char *path)
{
  static const char *const endings[] = { "-wal", "-journal", "-shm", "-tasks", "" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/* Another one of the sample fleet may go; nothing else is ever written over. */
static gboolean
place (MpsDraftFile *draft, const char *path, GError **error)
{
  int reason;

  if (mps_sample_fleet_is_path (path))
    remove_database (path);
  reason
      = mps_database_files_has_lost_log (path) ? EEXIST : mps_draft_file_place (draft, path, FALSE);
  return reason == 0 || set_errno (error, reason, path);
}

/* Under its own name only when it is complete, so that no one opens half of it. */
static gboolean
make (const Request *request, GCancellable *cancellable, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (request->path);
  MpsDraftFile draft;
  gboolean made;

  if (mps_sample_fleet_is_path (request->path))
    g_mkdir_with_parents (parent, 0700);
  made = mps_database_draft_init (&draft, request->path, error)
         && mps_sample_steps_take (draft.path, request->progress, cancellable, error)
         && place (&draft, request->path, error);
  mps_draft_file_clear (&draft);
  return made;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  if (make (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_main_context_pop_thread_default (context);
}

/**
 * mps_sample_fleet_make_async:
 * @path: the absolute path of a database that is not there; only that of
 *   mps_sample_fleet_dup_path() may be, and is made anew
 * @progress: (nullable): told of every step
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Makes a database of the sample fleet: two organizations that are entitled to
 * MPS Express, 600 printers and 40 contacts. It is there whole or not at all.
 * No store may have it open.
 */
void
mps_sample_fleet_make_async (const char *path, MpsProgress *progress, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (g_path_is_absolute (path));

  request->path = g_strdup (path);
  g_set_object (&request->progress, progress);
  g_task_set_source_tag (task, mps_sample_fleet_make_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * mps_sample_fleet_make_finish:
 * @result: what the callback was given
 * @error: of %MPS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the sample fleet is there
 */
gboolean
mps_sample_fleet_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mps_sample_fleet_make_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
