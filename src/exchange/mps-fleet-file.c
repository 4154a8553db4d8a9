/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-file.h"

#include "mps-csv-reader.h"
#include "mps-fleet-json.h"
#include "mps-fleet-row.h"
#include "mps-fleet-serials.h"
#include "mps-text-input.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHUNK_SIZE (64 * 1024)
/* How many rows before its own a serial number is best expected. */
#define EXPECTED_ROWS 4
#define MAX_JSON (64 * 1024 * 1024)

struct _MpsFleetFile {
  GObject parent_instance;

  GFile *file;
  char *chosen_encoding;
  GCancellable *cancellable;

  gboolean is_open;
  const char *encoding;
  GInputStream *text;
  guint64 size;
  GStrv ignored;

  MpsCsvReader *csv; /* for a CSV file */
  MpsFleetHeader header;
  gboolean at_end;
  char *chunk;

  MpsFleetJson *json; /* for a JSON file */

  guint n_rows;
  MpsFleetRow row;
  MpsFleetSerials *serials; /* of the rows that were handed out */
};

static gboolean
set_read_error (MpsFleetFile *self, GError *cause, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (self->file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE, _ ("“%s” cannot be read on: %s"), name,
                 cause->message);
  return FALSE;
}

static gboolean
read_chunk (MpsFleetFile *self, gsize *length, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_input_stream_read_all (self->text, self->chunk, CHUNK_SIZE, length, self->cancellable,
                               &cause))
    return TRUE;
  return set_read_error (self, cause, error);
}

/* Returns NULL at the end, and NULL with @error set. */
static const MpsCsvRow *
read_csv_row (MpsFleetFile *self, GError **error)
{
  for (;;)
    {
      const MpsCsvRow *row = mps_csv_reader_next (self->csv);
      gsize length;

      if (row && mps_csv_row_is_blank (row))
        continue;
      if (row || self->at_end || !read_chunk (self, &length, error))
        return row;
      self->at_end = length == 0;
      if (self->at_end ? !mps_csv_reader_end (self->csv, error)
                       : !mps_csv_reader_feed (self->csv, self->chunk, length, error))
        return NULL;
    }
}

static void
add_row_problem (const MpsCsvRow *row, GPtrArray *problems, const char *code, const char *english)
{
  g_ptr_array_add (problems, mps_problem_new_marked (row->line, NULL, code, english));
}

/* A row that does not have its columns can't be read cell by cell. */
static gboolean
check_shape (MpsFleetFile *self, const MpsCsvRow *row, GPtrArray *problems)
{
  if (row->unclosed_quote)
    add_row_problem (row, problems, "unclosed-quote",
                     N_ ("A quotation mark is opened here and never closed. Close it, or take it "
                         "out."));
  else if (row->n_cells < self->header.n_cells)
    add_row_problem (row, problems, "too-few-columns",
                     N_ ("The row has fewer columns than the header."));
  else if (row->n_cells > self->header.n_cells)
    add_row_problem (row, problems, "too-many-columns",
                     N_ ("The row has more columns than the header. Perhaps a cell with a comma in "
                         "it is not in quotation marks."));
  else
    return TRUE;
  return FALSE;
}

/* Refuses NUL characters, and bytes that another program has just put into the file. */
static void
fill_cells (MpsFleetFile *self, const MpsCsvRow *row, MpsFleetCells *cells, GPtrArray *problems)
{
  *cells = (MpsFleetCells) { .line = row->line };
  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    {
      int place = self->header.places[i];

      if (place < 0)
        continue;
      if (row->is_text || g_utf8_validate_len (row->cells[place], row->lengths[place], NULL))
        cells->texts[i] = row->cells[place];
      else
        g_ptr_array_add (problems,
                         mps_problem_new (row->line, mps_fleet_column_get_header (i),
                                          "control-character",
                                          _ ("It has a NUL character in it. Take it out.")));
    }
}

static gboolean
take_row (MpsFleetFile *self, const MpsFleetCells *cells, guint n_problems, GPtrArray *problems)
{
  return mps_fleet_row_check (&self->row, cells, problems) && problems->len == n_problems
         && mps_fleet_serials_take (self->serials, self->row.row.printer.serial, cells, problems);
}

static const MpsPrinterRow *
next_of_csv (MpsFleetFile *self, GPtrArray *problems, GError **error)
{
  const MpsCsvRow *row;

  while ((row = read_csv_row (self, error)))
    {
      guint before = problems->len;
      MpsFleetCells cells;

      self->n_rows++;
      if (!check_shape (self, row, problems))
        continue;
      fill_cells (self, row, &cells, problems);
      mps_fleet_serials_expect (
          self->serials, mps_csv_reader_peek (self->csv, EXPECTED_ROWS,
                                              (guint) self->header.places[MPS_FLEET_SERIAL]));
      if (take_row (self, &cells, before, problems))
        return &self->row.row;
    }
  return NULL;
}

static const MpsPrinterRow *
next_of_json (MpsFleetFile *self, GPtrArray *problems)
{
  const MpsFleetCells *cells;
  guint before = problems->len;

  while ((cells = mps_fleet_json_next (self->json, problems)))
    {
      self->n_rows++;
      if (problems->len == before && take_row (self, cells, before, problems))
        return &self->row.row;
      before = problems->len;
    }
  return NULL;
}

static const MpsPrinterRow *
mps_fleet_file_next (MpsPrinterSource *source, GPtrArray *problems, GError **error)
{
  MpsFleetFile *self = MPS_FLEET_FILE (source);

  return self->json ? next_of_json (self, problems) : next_of_csv (self, problems, error);
}

static guint
mps_fleet_file_get_n_rows (MpsPrinterSource *source)
{
  return MPS_FLEET_FILE (source)->n_rows;
}

static gboolean
read_header (MpsFleetFile *self, const MpsCsvRow *row, GError **error)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!g_utf8_validate (row->cells[i], -1, NULL))
      {
        g_set_error_literal (error, MPS_ERROR, MPS_ERROR_UNREADABLE,
                             _ ("The file was changed while it was read. Import it again."));
        return FALSE;
      }
  return mps_fleet_header_read (&self->header, row->cells, row->n_cells, error);
}

static gboolean
open_csv (MpsFleetFile *self, gsize length, GError **error)
{
  const MpsCsvRow *row;
  g_autoptr (GError) cause = NULL;

  self->csv = mps_csv_reader_new (',');
  if (!mps_csv_reader_feed (self->csv, self->chunk, length, error))
    return FALSE;
  row = read_csv_row (self, &cause);
  if (row)
    return read_header (self, row, error);
  if (!cause)
    g_set_error_literal (&cause, MPS_ERROR, MPS_ERROR_EMPTY_FILE, _ ("The file is empty."));
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
read_rest (MpsFleetFile *self, GString *text, GError **error)
{
  gsize length = text->len;

  while (length > 0 && text->len <= MAX_JSON)
    {
      if (!read_chunk (self, &length, error))
        return FALSE;
      g_string_append_len (text, self->chunk, (gssize) length);
    }
  if (text->len <= MAX_JSON)
    return TRUE;
  g_set_error_literal (error, MPS_ERROR, MPS_ERROR_TOO_LARGE,
                       _ ("A fleet in JSON may have at most 64 MiB. Save it as CSV, which may have "
                          "any size, or split it into several files."));
  return FALSE;
}

static gboolean
open_json (MpsFleetFile *self, gsize length, GError **error)
{
  g_autoptr (GString) text = g_string_new_len (self->chunk, (gssize) length);

  if (!read_rest (self, text, error))
    return FALSE;
  self->json = mps_fleet_json_new (text->str, text->len, error);
  if (!self->json)
    return FALSE;
  self->header.columns = mps_fleet_json_get_columns (self->json);
  self->header.ignored = mps_fleet_json_dup_ignored (self->json);
  return TRUE;
}

static gboolean
is_json (const char *text, gsize length)
{
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;
  return i < length && (text[i] == '[' || text[i] == '{');
}

static gboolean
read_start (MpsFleetFile *self, GError **error)
{
  gsize length;

  self->text = mps_text_input_open (self->file, self->chosen_encoding, &self->encoding, &self->size,
                                    self->cancellable, error);
  if (!self->text || !read_chunk (self, &length, error))
    return FALSE;
  return is_json (self->chunk, length) ? open_json (self, length, error)
                                       : open_csv (self, length, error);
}

static gboolean
mps_fleet_file_open (MpsPrinterSource *source, MpsImportColumns *columns, GCancellable *cancellable,
                     GError **error)
{
  MpsFleetFile *self = MPS_FLEET_FILE (source);

  g_set_object (&self->cancellable, cancellable);
  if (!self->is_open)
    self->is_open = read_start (self, error);
  *columns = self->header.columns;
  return self->is_open;
}

static void
mps_fleet_file_get_position (MpsPrinterSource *source, guint64 *done, guint64 *total)
{
  MpsFleetFile *self = MPS_FLEET_FILE (source);

  *done = self->text ? mps_text_input_tell (self->text) : 0;
  *total = self->size;
}

static void
mps_fleet_file_source_init (MpsPrinterSourceInterface *iface)
{
  iface->open = mps_fleet_file_open;
  iface->next = mps_fleet_file_next;
  iface->get_n_rows = mps_fleet_file_get_n_rows;
  iface->get_position = mps_fleet_file_get_position;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsFleetFile, mps_fleet_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MPS_TYPE_PRINTER_SOURCE,
                                                      mps_fleet_file_source_init))

static void
mps_fleet_file_finalize (GObject *object)
{
  MpsFleetFile *self = MPS_FLEET_FILE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->text);
  g_clear_pointer (&self->chosen_encoding, g_free);
  g_clear_pointer (&self->csv, mps_csv_reader_free);
  g_clear_pointer (&self->json, mps_fleet_json_free);
  g_clear_pointer (&self->chunk, g_free);
  g_clear_pointer (&self->serials, mps_fleet_serials_free);
  mps_fleet_header_clear (&self->header);
  mps_fleet_row_clear (&self->row);
  G_OBJECT_CLASS (mps_fleet_file_parent_class)->finalize (object);
}

static void
mps_fleet_file_class_init (MpsFleetFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_fleet_file_finalize;
}

static void
mps_fleet_file_init (MpsFleetFile *self)
{
  self->chunk = g_malloc (CHUNK_SIZE);
  mps_fleet_row_init (&self->row);
  self->serials = mps_fleet_serials_new ();
}

/**
 * mps_fleet_file_new:
 * @file: a fleet list of any size
 * @encoding: (nullable): what the user chose, or %NULL to find out
 *
 * Nothing is read before mps_printer_source_open(), which fails with
 * %MPS_ERROR_WRONG_COLUMNS, %MPS_ERROR_BAD_FLEET (JSON), %MPS_ERROR_TOO_LARGE
 * (a row of more than 16 MiB, JSON of more than 64 MiB) or as
 * mps_text_input_open() does.
 *
 * Returns: (transfer full): a source of its printers, to be read once
 */
MpsFleetFile *
mps_fleet_file_new (GFile *file, const char *encoding)
{
  MpsFleetFile *self = g_object_new (MPS_TYPE_FLEET_FILE, NULL);

  self->file = g_object_ref (file);
  self->chosen_encoding = g_strdup (encoding);
  return self;
}

/**
 * mps_fleet_file_get_ignored_columns:
 * @self: a fleet list that was opened
 *
 * Returns: (transfer none) (array zero-terminated=1): headers, or in JSON
 *   members, that were not understood, in file order
 */
const char *const *
mps_fleet_file_get_ignored_columns (MpsFleetFile *self)
{
  static const char *const none[] = { NULL };

  return self->header.ignored ? (const char *const *) self->header.ignored : none;
}

/**
 * mps_fleet_file_get_encoding:
 * @self: a fleet list that was opened
 *
 * Returns: (transfer none) (nullable): one of mps_text_input_get_encodings()
 */
const char *
mps_fleet_file_get_encoding (MpsFleetFile *self)
{
  return self->encoding;
}
