/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-session-open.h"

#include "exchange/mps-sample-fleet.h"

#include <glib/gstdio.h>

typedef struct {
  char *path;
  MpsStoreOpenMode mode;
  gboolean start_over;
  MpsProgress *progress;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_object (&self->progress);
  g_free (self->path);
  g_free (self);
}

static void
on_fleet_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MpsFleet) fleet = mps_store_load_fleet_finish (MPS_STORE (source), result, &error);

  if (fleet)
    g_task_return_pointer (task, mps_session_new (MPS_STORE (source), fleet), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MpsStore) store = mps_store_open_finish (result, &error);

  if (store)
    mps_store_load_fleet_async (store, g_task_get_cancellable (task), on_fleet_loaded,
                                g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
open_store (GTask *task)
{
  const Opening *opening = g_task_get_task_data (task);

  mps_store_open_async (opening->path, opening->mode, g_task_get_cancellable (task),
                        on_store_opened, g_object_ref (task));
}

static void
on_sample_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (mps_sample_fleet_make_finish (result, &error))
    open_store (task);
  else
    g_task_return_error (task, error);
}

static void
begin (GTask *task)
{
  const Opening *opening = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (mps_sample_fleet_is_path (opening->path)
      && (opening->start_over || g_access (opening->path, F_OK) != 0))
    mps_sample_fleet_make_async (opening->path, opening->progress, g_task_get_cancellable (task),
                                 on_sample_made, g_object_ref (task));
  else
    open_store (task);
}

static void
on_former_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  mps_store_close_finish (MPS_STORE (source), result);
  begin (task);
}

/**
 * mps_session_open_async:
 * @former: (nullable): what was open before, which is closed first
 * @path: the absolute path of a database
 * @mode: what to do when it is not there; the sample fleet is always made then
 * @start_over: whether the sample fleet is made anew, and what was in it is gone
 * @progress: (nullable): told how far the sample fleet is that is made
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Opens a database and loads its fleet. Errors are those of
 * mps_store_open_async() and mps_sample_fleet_make_async().
 */
void
mps_session_open_async (MpsStore *former, const char *path, MpsStoreOpenMode mode,
                        gboolean start_over, MpsProgress *progress, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (path != NULL);
  opening->path = g_strdup (path);
  opening->mode = mode;
  opening->start_over = start_over;
  g_set_object (&opening->progress, progress);
  g_task_set_source_tag (task, mps_session_open_async);
  g_task_set_task_data (task, opening, opening_free);
  if (former)
    mps_store_close_async (former, on_former_closed, g_object_ref (task));
  else
    begin (task);
}

/**
 * mps_session_open_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what is open
 */
MpsSession *
mps_session_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mps_session_open_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
