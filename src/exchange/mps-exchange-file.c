/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-exchange-file.h"

#include "mps-output.h"
#include "mps-exchange-request.h"
#include "mps-text-input.h"

#define MAX_POLICY (16 * 1024 * 1024)
#define BEGINNING 4096
#define MAX_ANSWER (64 * 1024 * 1024)

typedef struct {
  gint64 organization;
  GFile *file;
  MpsProgress *progress; /* (nullable) */
} AnswerImport;

static void
answer_import_free (AnswerImport *import)
{
  g_object_unref (import->file);
  g_clear_object (&import->progress);
  g_free (import);
}

/* Who closes the pipe has not got the requests, so that they are still to be exported. */
static gboolean
fail (GError *cause, GError **error)
{
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error_literal (error, MPS_ERROR, MPS_ERROR_IO_ERROR, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
write_requests (GPtrArray *requests, gpointer user_data, GError **error)
{
  GFile *file = user_data;
  g_autoptr (GBytes) json = NULL;
  GError *cause = NULL;

  /* What is there may be an earlier export that nobody has sent on yet. */
  if (requests->len == 0 && !mps_output_is_standard (file) && g_file_query_exists (file, NULL))
    return TRUE;
  json = mps_exchange_write_requests (requests);
  return mps_output_replace (file, json, &cause) || fail (cause, error);
}

/**
 * mps_exchange_export_async:
 * @store: where the requests are
 * @organization: whose requests, or 0 for those of all
 * @again: (nullable): the id of one request, exported before or not, or %NULL
 *   for all that are not yet exported
 * @file: where they go: replaced as mps_output_replace() does, but left alone
 *   when there is nothing to export
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context of @store
 * @user_data: for @callback
 *
 * Writes requests as a JSON list, and marks them as exported in the same
 * transaction, once @file is durably in place.
 */
void
mps_exchange_export_async (MpsStore *store, gint64 organization, const char *again, GFile *file,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  mps_store_export_requests_async (store, organization, again, write_requests, g_object_ref (file),
                                   g_object_unref, cancellable, callback, user_data);
}

/**
 * mps_exchange_export_finish:
 * @store: the store
 * @result: what the callback got
 * @error: %MPS_ERROR_UNKNOWN_REQUEST, or what the file or the store failed with
 *
 * Returns: how many requests were written, or -1
 */
gssize
mps_exchange_export_finish (MpsStore *store, GAsyncResult *result, GError **error)
{
  return mps_store_export_requests_finish (store, result, error);
}

static GBytes *
read_text (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = mps_text_input_read (file, limit, cancellable, error);

  return bytes ? mps_text_input_decode (bytes, NULL, NULL, error) : NULL;
}

static void
read_answer (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) text = read_text (file, MAX_ANSWER, cancellable, &error);
  GPtrArray *items = NULL;

  if (text)
    items = mps_exchange_parse_answer (g_bytes_get_data (text, NULL), g_bytes_get_size (text),
                                       &error);
  if (items)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  MpsAnswerImport *outcome = mps_store_import_answer_finish (MPS_STORE (source), result, &error);

  if (outcome)
    g_task_return_pointer (task, outcome, (GDestroyNotify) mps_answer_import_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnswerImport *import = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autofree char *name = g_file_get_basename (import->file);
  GError *error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);

  if (!items)
    {
      g_task_return_error (task, error);
      return;
    }
  mps_store_import_answer_async (g_task_get_source_object (task), import->organization, items, name,
                                 import->progress, cancellable, on_imported, g_object_ref (task));
}

/**
 * mps_exchange_import_async:
 * @store: where the requests are
 * @organization: whose requests may be answered, or 0 for any
 * @file: an answer, or a list of them
 * @progress: (nullable): told of every item
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context of @store
 * @user_data: for @callback
 *
 * Reads an answer on a thread of its own, and takes it item by item.
 */
void
mps_exchange_import_async (MpsStore *store, gint64 organization, GFile *file, MpsProgress *progress,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  /* The thread may be the last to let go of it, so the store is not its source. */
  g_autoptr (GTask) reading = g_task_new (NULL, cancellable, on_read, task);
  AnswerImport *import = g_new0 (AnswerImport, 1);

  import->organization = organization;
  import->file = g_object_ref (file);
  g_set_object (&import->progress, progress);
  g_task_set_source_tag (task, mps_exchange_import_async);
  g_task_set_task_data (task, import, (GDestroyNotify) answer_import_free);
  /* What the store has done is reported, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (reading, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (reading, read_answer);
}

/**
 * mps_exchange_import_finish:
 * @store: the store
 * @result: what the callback got
 * @error: %MPS_ERROR_BAD_ANSWER with JSON paths, or what the file or the store
 *   failed with; nothing was changed then
 *
 * Returns: (transfer full) (nullable): the outcome
 */
MpsAnswerImport *
mps_exchange_import_finish (MpsStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mps_exchange_is_answer:
 * @file: any file
 *
 * Looks at the beginning of @file, where a person or program that writes an
 * answer names its format. Blocks; any thread.
 *
 * Returns: whether it says to be an answer; %FALSE as well when it can't be read
 */
gboolean
mps_exchange_is_answer (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  char beginning[BEGINNING + 1];
  gsize length = 0;

  /* A pipe would have nothing left to be read, or never say anything. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, NULL, NULL);
  if (stream)
    g_input_stream_read_all (G_INPUT_STREAM (stream), beginning, BEGINNING, &length, NULL, NULL);
  beginning[length] = '\0';
  return g_strstr_len (beginning, (gssize) length, "\"mps-desk-enrolment-answer\"") != NULL;
}

/**
 * mps_exchange_read_policy:
 * @file: a policy
 * @cancellable: (nullable): a cancellable
 * @error: %MPS_ERROR_BAD_POLICY with JSON paths, or what the file failed with
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the policy
 */
MpsPolicy *
mps_exchange_read_policy (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = read_text (file, MAX_POLICY, cancellable, error);

  if (!text)
    return NULL;
  return mps_policy_new_from_json (g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text),
                                   error);
}

static void
read_policy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  MpsPolicy *policy = mps_exchange_read_policy (task_data, cancellable, &error);

  if (policy)
    g_task_return_pointer (task, policy, (GDestroyNotify) mps_policy_unref);
  else
    g_task_return_error (task, error);
}

/**
 * mps_exchange_read_policy_async:
 * @file: a policy
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Does what mps_exchange_read_policy() does on a thread of its own.
 */
void
mps_exchange_read_policy_async (GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_policy_in_thread);
}

/**
 * mps_exchange_read_policy_finish:
 * @result: what the callback was given
 * @error: as of mps_exchange_read_policy()
 *
 * Returns: (transfer full) (nullable): the policy
 */
MpsPolicy *
mps_exchange_read_policy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
