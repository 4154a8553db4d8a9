/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-file.h"

#include "mps-contacts-header.h"
#include "mps-csv-cell.h"
#include "mps-csv-reader.h"
#include "mps-text-input.h"
#include "rules/mps-contact-rules.h"

#include <glib/gi18n.h>
#include <string.h>

struct _MpsContactsFile {
  GObject parent_instance;

  char *name;
  const char *encoding;
  GStrv header;
  GPtrArray *rows;     /* MpsContactsFileRow */
  GPtrArray *problems; /* MpsProblem */
};

G_DEFINE_FINAL_TYPE (MpsContactsFile, mps_contacts_file, G_TYPE_OBJECT)

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

static void
row_free (MpsContactsFileRow *row)
{
  g_strfreev (row->cells);
  g_clear_pointer (&row->contact, mps_contact_record_free);
  g_free (row);
}

static void
mps_contacts_file_finalize (GObject *object)
{
  MpsContactsFile *self = MPS_CONTACTS_FILE (object);

  g_free (self->name);
  g_clear_pointer (&self->header, g_strfreev);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  G_OBJECT_CLASS (mps_contacts_file_parent_class)->finalize (object);
}

static void
mps_contacts_file_class_init (MpsContactsFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_contacts_file_finalize;
}

static void
mps_contacts_file_init (MpsContactsFile *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->problems = mps_problems_new ();
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

/* A NUL would end the text; another control character stands for it, and is refused as one. */
static char *
dup_cell (const char *text, gsize length)
{
  char *cell = g_memdup2 (text, length + 1);

  for (gsize i = 0; i < length; i++)
    if (cell[i] == '\0')
      cell[i] = '\x01';
  return cell;
}

static GStrv
dup_cells (const MpsCsvRow *row, guint n_cells)
{
  GStrv cells = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    cells[i] = dup_cell (row->cells[i], row->lengths[i]);
  return cells;
}

static void
add_row_problem (MpsContactsFile *self, guint line, const char *code, const char *reason)
{
  g_ptr_array_add (self->problems, mps_problem_new (line, NULL, code, "%s", reason));
}

static gboolean
check_shape (MpsContactsFile *self, const MpsCsvRow *row)
{
  guint n_columns = g_strv_length (self->header);

  if (row->unclosed_quote)
    add_row_problem (self, row->line, "unclosed-quote",
                     _ ("A quotation mark is opened here and never closed. Close it, or take it "
                        "out."));
  else if (row->n_cells < n_columns)
    add_row_problem (self, row->line, "too-few-columns",
                     _ ("The row has fewer columns than the header. Leave a column without data "
                        "empty."));
  else if (row->n_cells > n_columns)
    add_row_problem (self, row->line, "too-many-columns",
                     _ ("The row has more columns than the header. Perhaps a cell with a comma in "
                        "it is not in quotation marks."));
  else
    return TRUE;
  return FALSE;
}

static MpsContactRecord *
check_cells (MpsContactsFile *self, guint line, char *const *cells)
{
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();
  char *texts[MPS_N_CONTACT_FIELDS];
  gboolean good;

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    texts[i] = mps_csv_cell_dup_text (cells[i]);
  good = mps_contact_rules_check ((const char *const *) texts, line, contact, self->problems);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_free (texts[i]);
  return good ? g_steal_pointer (&contact) : NULL;
}

static void
take_row (MpsContactsFile *self, const MpsCsvRow *csv_row)
{
  MpsContactsFileRow *row = g_new0 (MpsContactsFileRow, 1);
  gboolean whole = check_shape (self, csv_row);

  row->line = csv_row->line;
  row->cells = dup_cells (csv_row, whole ? MPS_N_CONTACT_FIELDS : csv_row->n_cells);
  if (whole)
    row->contact = check_cells (self, row->line, row->cells);
  g_ptr_array_add (self->rows, row);
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
      take_row (self, row);
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
  if (!mps_contacts_header_check (header->cells, header->n_cells, error))
    return FALSE;
  self->header = dup_cells (header, header->n_cells);
  return take_rows (self, reader, error);
}

static void
load (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LoadRequest *request = task_data;
  g_autoptr (MpsContactsFile) self = g_object_new (MPS_TYPE_CONTACTS_FILE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;
  GError *error = NULL;

  self->name = g_file_get_basename (request->file);
  if (check_name (request->file, cancellable, &error))
    bytes = mps_text_input_read (request->file, MPS_MAX_CONTACTS_FILE, cancellable, &error);
  if (bytes)
    text = mps_text_input_decode (bytes, request->encoding, &self->encoding, &error);
  if (text && read_text (self, text, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
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
 * Reads and checks a file on a thread of its own, and writes nothing.
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
 * @error: a refusal of the whole file: %MPS_ERROR_NOT_CSV_OR_TXT,
 *   %MPS_ERROR_WRONG_COLUMNS (with a problem for each column),
 *   %MPS_ERROR_TOO_MANY_CONTACTS, %MPS_ERROR_UNDECODABLE_TEXT,
 *   %MPS_ERROR_EMPTY_FILE, %MPS_ERROR_TOO_LARGE, %MPS_ERROR_UNREADABLE; or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the contacts of the file, good and bad
 */
MpsContactsFile *
mps_contacts_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mps_contacts_file_get_name:
 * @self: a contacts file
 *
 * Returns: (transfer none): its name without folders
 */
const char *
mps_contacts_file_get_name (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return self->name;
}

/**
 * mps_contacts_file_get_encoding:
 * @self: a contacts file
 *
 * Returns: (transfer none): one of mps_text_input_get_encodings()
 */
const char *
mps_contacts_file_get_encoding (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return self->encoding;
}

/**
 * mps_contacts_file_get_header:
 * @self: a contacts file
 *
 * Returns: (transfer none) (array zero-terminated=1): the first row
 */
const char *const *
mps_contacts_file_get_header (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return (const char *const *) self->header;
}

/**
 * mps_contacts_file_get_rows:
 * @self: a contacts file
 *
 * Returns: (transfer none) (element-type MpsContactsFileRow): every row that is
 *   not blank, in file order
 */
GPtrArray *
mps_contacts_file_get_rows (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return self->rows;
}

/**
 * mps_contacts_file_get_problems:
 * @self: a contacts file
 *
 * Returns: (transfer none) (element-type MpsProblem): every bad cell, by line
 */
GPtrArray *
mps_contacts_file_get_problems (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return self->problems;
}
