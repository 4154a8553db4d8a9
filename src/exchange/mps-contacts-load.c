/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-file-private.h"

#include "mps-contacts-cells.h"
#include "mps-contacts-header.h"
#include "mps-csv-reader.h"
#include "mps-text-input.h"

#include <glib/gi18n.h>

typedef struct {
  GFile *file;
  char *encoding;
} LoadRequest;

static void
load_request_free (LoadRequest *request)
{
  g_object_unref (request->file);
  g_free (request->encoding);
  g_free (request);
}

/* A pipe has no name that says what comes through it. */
static gboolean
check_name (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name ? g_utf8_strdown (name, -1) : g_strdup ("");

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".txt")
      || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_NOT_CSV_OR_TXT,
               _ ("“%s” is not a CSV or TXT file. Save the contacts as CSV, in a file whose name "
                  "ends in .csv or .txt."),
               name);
  return FALSE;
}

static const MpsCsvRow *
next_row (MpsCsvReader *reader)
{
  const MpsCsvRow *row;

  while ((row = mps_csv_reader_next (reader)))
    if (!mps_csv_row_is_blank (row))
      return row;
  return NULL;
}

static gboolean
take_rows (MpsContactsFile *self, MpsCsvReader *reader, GError **error)
{
  const MpsCsvRow *row;
  guint n_rows;

  for (n_rows = 0; (row = next_row (reader)); n_rows++)
    if (n_rows < MPS_MAX_CONTACTS)
      g_ptr_array_add (self->rows, mps_contacts_row_new (row, g_strv_length (self->header)));
  if (n_rows <= MPS_MAX_CONTACTS)
    return TRUE;
  g_set_error (
      error, MPS_ERROR, MPS_ERROR_TOO_MANY_CONTACTS,
      _ ("The file has %u contacts, and may have at most %d. Split it into several files."), n_rows,
      MPS_MAX_CONTACTS);
  return FALSE;
}

static gboolean
read_text (MpsContactsFile *self, GBytes *text, GError **error)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');
  const MpsCsvRow *header;

  if (!mps_csv_reader_feed (reader, g_bytes_get_data (text, NULL), g_bytes_get_size (text), error)
      || !mps_csv_reader_end (reader, error))
    return FALSE;
  header = next_row (reader);
  if (!header)
    {
      g_set_error_literal (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE, _ ("The file is empty."));
      return FALSE;
    }
  self->header = mps_contacts_cells_dup (header, header->n_cells);
  if (!mps_contacts_header_check ((const char *const *) self->header, header->n_cells, error))
    return FALSE;
  return take_rows (self, reader, error);
}

/**
 * mps_contacts_file_load:
 * @file: a .csv or .txt file of at most 4 MiB, a pipe, or standard input
 * @encoding: (nullable): what the user chose, or %NULL to find out
 * @cancellable: (nullable): a cancellable
 * @error: a refusal of the whole file: %MPS_ERROR_NOT_CSV_OR_TXT,
 *   %MPS_ERROR_WRONG_COLUMNS (with a problem for each column),
 *   %MPS_ERROR_TOO_MANY_CONTACTS, %MPS_ERROR_UNDECODABLE_TEXT,
 *   %MPS_ERROR_EMPTY_FILE, %MPS_ERROR_TOO_LARGE, %MPS_ERROR_UNREADABLE; or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads and checks a file, and writes nothing. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the contacts of the file, good and bad
 */
MpsContactsFile *
mps_contacts_file_load (GFile *file, const char *encoding, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MpsContactsFile) self = g_object_new (MPS_TYPE_CONTACTS_FILE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  self->name = g_file_get_basename (file);
  if (check_name (file, cancellable, error))
    bytes = mps_text_input_read (file, MPS_MAX_CONTACTS_FILE, cancellable, error);
  if (bytes)
    text = mps_text_input_decode (bytes, encoding, &self->encoding, error);
  return text && read_text (self, text, error) ? g_steal_pointer (&self) : NULL;
}

static void
load (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const LoadRequest *request = task_data;
  GError *error = NULL;
  MpsContactsFile *contacts
      = mps_contacts_file_load (request->file, request->encoding, cancellable, &error);

  if (contacts)
    g_task_return_pointer (task, contacts, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * mps_contacts_file_load_async:
 * @file: a .csv or .txt file of at most 4 MiB, a pipe, or standard input
 * @encoding: (nullable): what the user chose, or %NULL to find out
 * @cancellable: (nullable): a cancellable
 * @callback: called on the thread-default main context
 * @user_data: for @callback
 *
 * Does what mps_contacts_file_load() does on a thread of its own.
 */
void
mps_contacts_file_load_async (GFile *file, const char *encoding, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  LoadRequest *request = g_new0 (LoadRequest, 1);

  request->file = g_object_ref (file);
  request->encoding = g_strdup (encoding);
  g_task_set_source_tag (task, mps_contacts_file_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) load_request_free);
  g_task_run_in_thread (task, load);
}

/**
 * mps_contacts_file_load_finish:
 * @result: what the callback got
 * @error: as of mps_contacts_file_load()
 *
 * Returns: (transfer full) (nullable): the contacts of the file, good and bad
 */
MpsContactsFile *
mps_contacts_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
