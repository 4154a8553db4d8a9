/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl.h"

#include "exchange/mps-text-input.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct {
  GFile *file;
  gsize limit;
} ReadJob;

static void
on_progress (MpsCtl *self)
{
  double fraction = mps_progress_get_fraction (self->progress);

  if (fraction > 0)
    g_printerr ("\r%3.0f %%", 100 * fraction);
}

/**
 * mps_ctl_new:
 *
 * Returns: (transfer full): a run that writes to standard output
 */
MpsCtl *
mps_ctl_new (void)
{
  MpsCtl *self = g_new0 (MpsCtl, 1);

  self->output = mps_ctl_output_new (STDOUT_FILENO);
  self->cancellable = g_cancellable_new ();
  self->progress = mps_progress_new ();
  self->trial = (MpsDraftFile) { NULL, -1 };
  return self;
}

void
mps_ctl_free (MpsCtl *self)
{
  g_clear_object (&self->fleet);
  if (self->store)
    mps_store_close (self->store);
  g_clear_object (&self->store);
  mps_draft_file_clear (&self->trial);
  g_clear_object (&self->progress);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->output, mps_ctl_output_free);
  g_clear_pointer (&self->arguments, g_strfreev);
  g_clear_pointer (&self->organization_name, g_free);
  g_clear_pointer (&self->database, g_free);
  g_free (self);
}

guint
mps_ctl_get_n_arguments (MpsCtl *self)
{
  return g_strv_length (self->arguments);
}

/* Only the first Ctrl-C cancels; the next one ends the program as it ends any other. */
static gboolean
on_signal (gpointer user_data)
{
  MpsCtl *self = user_data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/**
 * mps_ctl_watch_terminal:
 * @self: a run whose command line is read
 *
 * From now on Ctrl-C and a request to terminate cancel what is going on, and
 * progress is shown when a person looks on.
 */
void
mps_ctl_watch_terminal (MpsCtl *self)
{
  g_unix_signal_add (SIGINT, on_signal, self);
  g_unix_signal_add (SIGTERM, on_signal, self);
  self->shows_progress = !self->json && isatty (STDERR_FILENO);
  if (self->shows_progress)
    g_signal_connect_swapped (self->progress, "notify::fraction", G_CALLBACK (on_progress), self);
}

/**
 * mps_ctl_set_file:
 * @self: a run
 * @file: the file that the command writes
 *
 * When @file is standard output, what is said about it goes to standard error,
 * so that the two are not mixed.
 */
void
mps_ctl_set_file (MpsCtl *self, const char *file)
{
  if (g_strcmp0 (file, "-") == 0)
    mps_ctl_output_set_fd (self->output, STDERR_FILENO);
}

/**
 * mps_ctl_ready:
 * @source: (nullable): unused
 * @result: the result
 * @user_data: (type GAsyncResult**): where it is put, for mps_ctl_wait()
 *
 * The callback of every asynchronous call.
 */
void
mps_ctl_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

/**
 * mps_ctl_wait:
 * @self: a run
 * @result: where mps_ctl_ready() puts the result
 *
 * Runs the main context until the call that was begun has its result.
 */
void
mps_ctl_wait (MpsCtl *self, GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (self->shows_progress && mps_progress_get_fraction (self->progress) > 0)
    g_printerr ("\r\033[K");
}

/**
 * mps_ctl_set_usage_error:
 * @error: (nullable): where it goes
 * @format: a printf format, translated
 *
 * The command line is wrong: the program ends with %MPS_CTL_USAGE.
 */
void
mps_ctl_set_usage_error (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error,
                     g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, args));
  va_end (args);
}

/**
 * mps_ctl_parse_id:
 * @text: an argument
 * @id: (out): the id of a contact or task
 * @error: a usage error
 *
 * Returns: whether @text can be an id
 */
gboolean
mps_ctl_parse_id (const char *text, gint64 *id, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    {
      mps_ctl_set_usage_error (error, _ ("“%s” is not an ID. An ID is a whole number from 1."),
                               text);
      return FALSE;
    }
  *id = number;
  return TRUE;
}

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_object_unref (job->file);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const ReadJob *job = task_data;
  GError *error = NULL;
  GBytes *bytes = mps_text_input_read (job->file, job->limit, cancellable, &error);

  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * mps_ctl_read:
 * @self: a run
 * @file: a file name, or "-"
 * @limit: how many bytes it may have
 * @error: %MPS_ERROR_UNREADABLE, %MPS_ERROR_EMPTY_FILE or %MPS_ERROR_TOO_LARGE
 *
 * Reads a small file; on a thread, as Ctrl-C must be heard while a pipe is
 * silent.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
mps_ctl_read (MpsCtl *self, const char *file, gsize limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, mps_ctl_ready, &result);
  ReadJob *job = g_new0 (ReadJob, 1);

  job->file = mps_text_input_file_for_arg (file);
  job->limit = limit;
  g_task_set_task_data (task, job, read_job_free);
  g_task_run_in_thread (task, read_in_thread);
  mps_ctl_wait (self, &result);
  return g_task_propagate_pointer (G_TASK (result), error);
}
