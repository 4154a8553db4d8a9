/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-row-private.h"

#include "mps-contacts-cells.h"

struct _MpsContactsRow {
  GObject parent_instance;

  /* What was read; never changes. */
  guint line;
  guint n_columns; /* of the header, which may have those of rejected rows too */
  MpsContactsShape shape;
  GStrv original;

  /* What stands there now, and what is found in it. */
  GStrv cells;
  GPtrArray *problems;       /* MpsProblem */
  MpsContactRecord *contact; /* NULL when there is a problem */
  guint revision;
  gboolean excluded;
  gboolean exists;
  gboolean settled;
};

G_DEFINE_FINAL_TYPE (MpsContactsRow, mps_contacts_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
mps_contacts_row_finalize (GObject *object)
{
  MpsContactsRow *self = MPS_CONTACTS_ROW (object);

  g_strfreev (self->original);
  g_strfreev (self->cells);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->contact, mps_contact_record_free);
  G_OBJECT_CLASS (mps_contacts_row_parent_class)->finalize (object);
}

static void
mps_contacts_row_class_init (MpsContactsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_contacts_row_finalize;

  /**
   * MpsContactsRow::changed:
   *
   * Its cells, its problems or its status are others now.
   */
  changed_signal = g_signal_new ("changed", MPS_TYPE_CONTACTS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
mps_contacts_row_init (MpsContactsRow *self)
{
  self->problems = mps_problems_new ();
}

/* What was read is whole when it fits its header; what was typed, when it fits a contact. */
static MpsContactsShape
get_shape (MpsContactsRow *self)
{
  if (!mps_contacts_row_is_edited (self))
    return self->shape;
  return g_strv_length (self->cells) > MPS_N_CONTACT_FIELDS ? MPS_CONTACTS_TOO_MANY_CELLS
                                                            : MPS_CONTACTS_WHOLE;
}

static void
check (MpsContactsRow *self)
{
  const char *const *cells = (const char *const *) self->cells;

  g_clear_pointer (&self->contact, mps_contact_record_free);
  g_ptr_array_set_size (self->problems, 0);
  self->contact = mps_contacts_cells_check (cells, get_shape (self), self->line, self->problems);
}

/**
 * mps_contacts_row_new:
 * @row: what the reader found
 * @n_columns: how many columns the header of the file has
 *
 * Returns: (transfer full): the row, checked
 */
MpsContactsRow *
mps_contacts_row_new (const MpsCsvRow *row, guint n_columns)
{
  MpsContactsRow *self = g_object_new (MPS_TYPE_CONTACTS_ROW, NULL);

  self->line = row->line;
  self->n_columns = n_columns;
  self->shape = mps_contacts_cells_get_shape (row, n_columns);
  self->original = mps_contacts_cells_dup (
      row, self->shape == MPS_CONTACTS_WHOLE ? MPS_N_CONTACT_FIELDS : row->n_cells);
  self->cells = g_strdupv (self->original);
  check (self);
  return self;
}

/**
 * mps_contacts_row_set_cells:
 * @self: a row
 * @cells: (array zero-terminated=1): other cells, or those that it has
 *
 * Puts @cells in its place and checks them at once. Fewer cells than columns
 * are filled up, empty ones behind the last column go; those that the file had
 * are taken as they were.
 *
 * Returns: whether something changed; a row that is imported stays as it is
 */
gboolean
mps_contacts_row_set_cells (MpsContactsRow *self, const char *const *cells)
{
  if (g_strv_equal (cells, (const char *const *) self->cells)
      || mps_contacts_row_get_status (self) == MPS_CONTACTS_ROW_IMPORTED)
    return FALSE;
  g_strfreev (self->cells);
  self->cells = g_strv_equal (cells, (const char *const *) self->original)
                    ? g_strdupv (self->original)
                    : mps_contacts_cells_dup_fitting (cells, self->n_columns);
  self->revision++;
  self->exists = FALSE;
  self->settled = FALSE;
  check (self);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/* Whether it changed; what is imported can't be left out any more. */
gboolean
mps_contacts_row_set_excluded (MpsContactsRow *self, gboolean excluded)
{
  if (self->excluded == excluded || mps_contacts_row_get_status (self) == MPS_CONTACTS_ROW_IMPORTED)
    return FALSE;
  self->excluded = excluded;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * mps_contacts_row_set_outcome:
 * @self: a row
 * @exists: whether its contact was there before
 * @settled: whether an import has told so, and not only a check
 *
 * Says what a check or an import found out about it.
 */
void
mps_contacts_row_set_outcome (MpsContactsRow *self, gboolean exists, gboolean settled)
{
  if (self->exists == exists && self->settled == settled)
    return;
  self->exists = exists;
  self->settled = settled;
  g_signal_emit (self, changed_signal, 0);
}

guint
mps_contacts_row_get_revision (MpsContactsRow *self)
{
  return self->revision;
}

gboolean
mps_contacts_row_is_settled (MpsContactsRow *self)
{
  return self->settled;
}

gboolean
mps_contacts_row_get_excluded (MpsContactsRow *self)
{
  return self->excluded;
}

/**
 * mps_contacts_row_get_line:
 * @self: a row
 *
 * Returns: its first line in the file, from 1
 */
guint
mps_contacts_row_get_line (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), 0);
  return self->line;
}

/**
 * mps_contacts_row_get_cells:
 * @self: a row
 *
 * Returns: (transfer none) (array zero-terminated=1): its cells as they are
 *   now; as many as there are columns, unless the row in the file had another
 *   number and has not been edited
 */
const char *const *
mps_contacts_row_get_cells (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), NULL);
  return (const char *const *) self->cells;
}

/**
 * mps_contacts_row_get_cell:
 * @self: a row
 * @column: a #MpsContactField, or the place of a cell too many
 *
 * Returns: (transfer none): the cell as it is now; "" if the row is shorter
 */
const char *
mps_contacts_row_get_cell (MpsContactsRow *self, guint column)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), NULL);
  return column < g_strv_length (self->cells) ? self->cells[column] : "";
}

/**
 * mps_contacts_row_is_edited:
 * @self: a row
 *
 * Returns: whether its cells are others than in the file
 */
gboolean
mps_contacts_row_is_edited (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), FALSE);
  return !g_strv_equal ((const char *const *) self->cells, (const char *const *) self->original);
}

/**
 * mps_contacts_row_get_contact:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its contact, checked and normalised;
 *   %NULL when something is wrong
 */
const MpsContactRecord *
mps_contacts_row_get_contact (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), NULL);
  return self->contact;
}

/**
 * mps_contacts_row_get_status:
 * @self: a row
 *
 * Returns: what becomes of it
 */
MpsContactsRowStatus
mps_contacts_row_get_status (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), MPS_CONTACTS_ROW_INVALID);
  if (self->settled && !self->exists)
    return MPS_CONTACTS_ROW_IMPORTED;
  if (self->excluded)
    return MPS_CONTACTS_ROW_EXCLUDED;
  if (self->contact == NULL)
    return MPS_CONTACTS_ROW_INVALID;
  return self->exists ? MPS_CONTACTS_ROW_EXISTS : MPS_CONTACTS_ROW_NEW;
}

/**
 * mps_contacts_row_get_problems:
 * @self: a row
 *
 * Returns: (transfer none) (element-type MpsProblem): everything that is wrong
 *   with it, by column; until its next change
 */
GPtrArray *
mps_contacts_row_get_problems (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), NULL);
  return self->problems;
}

static const MpsProblem *
find_problem (MpsContactsRow *self, const char *column)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (self->problems, i);

      if (g_strcmp0 (problem->column, column) == 0)
        return problem;
    }
  return NULL;
}

/**
 * mps_contacts_row_get_problem:
 * @self: a row
 * @field: a column
 *
 * Returns: (transfer none) (nullable): what is wrong with the cell; until the
 *   row's next change
 */
const MpsProblem *
mps_contacts_row_get_problem (MpsContactsRow *self, MpsContactField field)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), NULL);
  return find_problem (self, mps_contact_field_get_header (field));
}

/**
 * mps_contacts_row_get_shape_problem:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is wrong with the row as a whole:
 *   the number of its cells, or a quotation mark that is not closed
 */
const MpsProblem *
mps_contacts_row_get_shape_problem (MpsContactsRow *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_ROW (self), NULL);
  return find_problem (self, NULL);
}
