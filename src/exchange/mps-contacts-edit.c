/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-file-private.h"

/* What a row was before a correction. */
typedef struct {
  guint index;
  GStrv cells;
  gboolean excluded;
} Before;

static void
before_clear (gpointer data)
{
  g_strfreev (((Before *) data)->cells);
}

void
mps_contacts_file_step_free (gpointer step)
{
  g_array_unref (step);
}

/* It is undone from its end, so that a row that changed twice becomes what it was at first. */
static void
remember (MpsContactsFile *self, guint index)
{
  MpsContactsRow *row = self->rows->pdata[index];
  Before before = { index, g_strdupv ((char **) mps_contacts_row_get_cells (row)),
                    mps_contacts_row_get_excluded (row) };

  g_array_append_val (self->step, before);
}

/* Nothing is to be undone where nothing was changed. */
static void
forget_last (MpsContactsFile *self)
{
  g_array_set_size (self->step, self->step->len - 1);
}

/**
 * mps_contacts_file_begin_step:
 * @self: a contacts file
 *
 * Makes one step of all corrections until mps_contacts_file_end_step(): they
 * are undone together, and told by one ::changed.
 */
void
mps_contacts_file_begin_step (MpsContactsFile *self)
{
  g_return_if_fail (MPS_IS_CONTACTS_FILE (self));
  if (self->depth++ > 0)
    return;
  self->step = g_array_new (FALSE, FALSE, sizeof (Before));
  g_array_set_clear_func (self->step, before_clear);
}

/**
 * mps_contacts_file_end_step:
 * @self: a contacts file
 *
 * Ends what mps_contacts_file_begin_step() began.
 */
void
mps_contacts_file_end_step (MpsContactsFile *self)
{
  g_autoptr (GArray) step = NULL;

  g_return_if_fail (MPS_IS_CONTACTS_FILE (self));
  g_return_if_fail (self->depth > 0);
  if (--self->depth > 0)
    return;
  step = g_steal_pointer (&self->step);
  if (step->len == 0)
    return;
  g_ptr_array_add (self->steps, g_steal_pointer (&step));
  mps_contacts_file_emit_changed (self);
}

/**
 * mps_contacts_file_set_cells:
 * @self: a contacts file
 * @index: of a row
 * @cells: (array zero-terminated=1): what its cells become
 *
 * Corrects a row, whose number of cells may be wrong: fewer than a contact has
 * are filled up with empty ones, empty ones behind a contact go.
 *
 * Returns: whether something changed; a row that is imported stays as it is
 */
gboolean
mps_contacts_file_set_cells (MpsContactsFile *self, guint index, const char *const *cells)
{
  gboolean changed;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), FALSE);
  g_return_val_if_fail (index < self->rows->len, FALSE);
  mps_contacts_file_begin_step (self);
  remember (self, index);
  changed = mps_contacts_row_set_cells (self->rows->pdata[index], cells);
  if (!changed)
    forget_last (self);
  mps_contacts_file_end_step (self);
  return changed;
}

/**
 * mps_contacts_file_set_cell:
 * @self: a contacts file
 * @index: of a row
 * @column: a #MpsContactField, or the place of a cell too many
 * @text: UTF-8: what the cell becomes
 *
 * Corrects a cell and checks its row at once, because what one cell must be
 * can depend on another. A row with too few cells is filled up.
 *
 * Returns: whether something changed; a row that is imported stays as it is
 */
gboolean
mps_contacts_file_set_cell (MpsContactsFile *self, guint index, guint column, const char *text)
{
  g_auto (GStrv) cells = NULL;
  const char *const *old;
  guint n_cells;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), FALSE);
  g_return_val_if_fail (index < self->rows->len, FALSE);
  old = mps_contacts_row_get_cells (self->rows->pdata[index]);
  if (g_str_equal (mps_contacts_row_get_cell (self->rows->pdata[index], column), text))
    return FALSE;
  n_cells = MAX (g_strv_length ((char **) old), column + 1);
  cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    cells[i]
        = g_strdup (i == column ? text : mps_contacts_row_get_cell (self->rows->pdata[index], i));
  return mps_contacts_file_set_cells (self, index, (const char *const *) cells);
}

/**
 * mps_contacts_file_set_excluded:
 * @self: a contacts file
 * @index: of a row
 * @excluded: whether it is left out of the import, and what is wrong with it
 *   does not matter
 *
 * Returns: whether something changed; a row that is imported can't be left out
 */
gboolean
mps_contacts_file_set_excluded (MpsContactsFile *self, guint index, gboolean excluded)
{
  gboolean changed;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), FALSE);
  g_return_val_if_fail (index < self->rows->len, FALSE);
  mps_contacts_file_begin_step (self);
  remember (self, index);
  changed = mps_contacts_row_set_excluded (self->rows->pdata[index], excluded);
  if (!changed)
    forget_last (self);
  mps_contacts_file_end_step (self);
  return changed;
}

/**
 * mps_contacts_file_get_can_undo:
 * @self: a contacts file
 *
 * Returns: whether there is a correction that can be undone
 */
gboolean
mps_contacts_file_get_can_undo (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), FALSE);
  return self->steps->len > 0;
}

/**
 * mps_contacts_file_undo:
 * @self: a contacts file
 *
 * Takes back the last correction, or the last step of several. What was
 * imported meanwhile stays as it is.
 *
 * Returns: whether there was one
 */
gboolean
mps_contacts_file_undo (MpsContactsFile *self)
{
  g_autoptr (GArray) step = NULL;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);
  if (self->steps->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (self->steps, self->steps->len - 1);
  for (guint i = step->len; i-- > 0;)
    {
      const Before *before = &g_array_index (step, Before, i);
      MpsContactsRow *row = self->rows->pdata[before->index];

      mps_contacts_row_set_cells (row, (const char *const *) before->cells);
      mps_contacts_row_set_excluded (row, before->excluded);
    }
  mps_contacts_file_emit_changed (self);
  return TRUE;
}
