/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-import.h"

#include "mps-contacts-header.h"
#include "mps-csv-cell.h"
#include "mps-csv-writer.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (MpsContactsReport, mps_contacts_report, mps_contacts_report_copy,
                     mps_contacts_report_free)

/* The texts of a row's problems, for two of its cells. */
typedef struct {
  GString *columns;
  GString *reasons;
} Notes;

/**
 * mps_existing_contact_new:
 * @line: its first line in the file
 * @first_name: its first name
 * @last_name: its last name
 *
 * Returns: (transfer full): a row whose contact exists already
 */
MpsExistingContact *
mps_existing_contact_new (guint line, const char *first_name, const char *last_name)
{
  MpsExistingContact *self = g_new0 (MpsExistingContact, 1);

  self->line = line;
  self->first_name = g_strdup (first_name);
  self->last_name = g_strdup (last_name);
  return self;
}

void
mps_existing_contact_free (MpsExistingContact *self)
{
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self);
}

/**
 * mps_contacts_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
MpsContactsReport *
mps_contacts_report_new (void)
{
  MpsContactsReport *self = g_new0 (MpsContactsReport, 1);

  self->existing = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_existing_contact_free);
  self->invalid = mps_problems_new ();
  return self;
}

MpsContactsReport *
mps_contacts_report_copy (const MpsContactsReport *self)
{
  MpsContactsReport *copy = g_memdup2 (self, sizeof *self);

  copy->existing = g_ptr_array_ref (self->existing);
  copy->invalid = g_ptr_array_ref (self->invalid);
  copy->message = g_strdup (self->message);
  return copy;
}

void
mps_contacts_report_free (MpsContactsReport *self)
{
  g_ptr_array_unref (self->existing);
  g_ptr_array_unref (self->invalid);
  g_free (self->message);
  g_free (self);
}

static void
add_note (GString *notes, const char *separator, const char *text)
{
  if (notes->len > 0)
    g_string_append (notes, separator);
  g_string_append (notes, text);
}

static void
note_problems (Notes *notes, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (problems, i);

      if (problem->column)
        add_note (notes->columns, "; ", mps_problem_get_column_label (problem));
      add_note (notes->reasons, " ", problem->reason);
    }
}

/* What keeps a zero before a phone number stays; no other formula of the file gets into this one.
 */
static void
write_cell (MpsCsvWriter *writer, const char *cell)
{
  g_autofree char *safe
      = mps_csv_cell_is_constant (cell) ? g_strdup (cell) : mps_csv_cell_dup_safe (cell);

  mps_csv_writer_cell (writer, safe);
}

static void
write_cells (MpsCsvWriter *writer, const char *const *cells)
{
  guint n_cells = g_strv_length ((char **) cells);

  for (guint i = 0; i < MAX (n_cells, MPS_N_CONTACT_FIELDS); i++)
    write_cell (writer, i < n_cells ? cells[i] : "");
}

static void
write_row (MpsCsvWriter *writer, MpsContactsRow *row, const Notes *notes)
{
  char line[16];

  g_snprintf (line, sizeof line, "%u", mps_contacts_row_get_line (row));
  write_cells (writer, mps_contacts_row_get_cells (row));
  mps_csv_writer_cell (writer, line);
  mps_csv_writer_cell (writer, notes->columns->str);
  mps_csv_writer_cell (writer, notes->reasons->str);
  mps_csv_writer_end_row (writer);
}

static void
write_header (MpsCsvWriter *writer, MpsContactsFile *file)
{
  const char *const *header = mps_contacts_file_get_header (file);
  gboolean japanese = mps_contacts_header_is_japanese (header);

  for (guint i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    mps_csv_writer_cell (writer, header[i]);
  for (guint i = 0; i < MPS_N_REJECTED_COLUMNS; i++)
    mps_csv_writer_cell (writer, mps_contacts_header_get_rejected_column (i, japanese));
  mps_csv_writer_end_row (writer);
}

static gboolean
was_not_reached (const MpsContactsReport *self, MpsContactsRow *row)
{
  guint line = mps_contacts_row_get_line (row);

  return mps_contacts_row_get_status (row) == MPS_CONTACTS_ROW_NEW && self->first_line > 0
         && line >= self->first_line && line <= self->last_line;
}

static void
write_rejected (MpsCsvWriter *writer, const MpsContactsReport *self, MpsContactsRow *row)
{
  Notes notes = { g_string_new (NULL), g_string_new (NULL) };
  gboolean invalid = mps_contacts_row_get_status (row) == MPS_CONTACTS_ROW_INVALID;

  note_problems (&notes, mps_contacts_row_get_problems (row));
  if (was_not_reached (self, row))
    add_note (notes.reasons, " ", self->message ? self->message : _ ("The import was canceled."));
  if (invalid || was_not_reached (self, row))
    write_row (writer, row, &notes);
  g_string_free (notes.columns, TRUE);
  g_string_free (notes.reasons, TRUE);
}

/**
 * mps_contacts_report_dup_rejected:
 * @self: the report of an import or check
 * @file: what was imported
 *
 * The rows that did not go in, with the cells as they are now, so that the file
 * can be corrected and imported again. Contacts that exist already are not in
 * it, nor rows that were left out: there is nothing to correct about them.
 *
 * Returns: (transfer full): CSV in UTF-8 with a byte order mark: the columns of
 *   the file, then line, column and reason
 */
GBytes *
mps_contacts_report_dup_rejected (MpsContactsReport *self, MpsContactsFile *file)
{
  g_autoptr (MpsCsvWriter) writer = mps_csv_writer_new (MPS_CSV_BOM);

  write_header (writer, file);
  for (guint i = 0; i < mps_contacts_file_get_n_rows (file); i++)
    write_rejected (writer, self, mps_contacts_file_get_row (file, i));
  return mps_csv_writer_steal (writer);
}
