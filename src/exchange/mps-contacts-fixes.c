/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-fixes.h"

#include "mps-contacts-corrections.h"
#include "mps-contacts-row-private.h"
#include "mps-csv-cell.h"
#include "rules/mps-contact-rules.h"

#include <glib/gi18n.h>

#define ALL_FIELDS MPS_N_CONTACT_FIELDS

/* In the order of the columns, as people read a row. */
static const struct {
  guint field; /* a #MpsContactField, or ALL_FIELDS */
  MpsContactsCorrection correct;
} kinds[MPS_N_CONTACTS_FIXES] = {
  [MPS_CONTACTS_FIX_EMPTY_CELLS] = { ALL_FIELDS, NULL },
  [MPS_CONTACTS_FIX_INVISIBLE_CHARACTERS]
  = { ALL_FIELDS, mps_contacts_correct_invisible_characters },
  [MPS_CONTACTS_FIX_COUNTRY_CODE_SIGNS]
  = { MPS_CONTACT_COUNTRY_CODE, mps_contacts_correct_country_code },
  [MPS_CONTACTS_FIX_PHONE_COUNTRY_CODE]
  = { MPS_CONTACT_PHONE, mps_contacts_correct_phone_country_code },
  [MPS_CONTACTS_FIX_PHONE_SIGNS] = { MPS_CONTACT_PHONE, mps_contacts_correct_phone_signs },
  [MPS_CONTACTS_FIX_PHONE_ZERO] = { MPS_CONTACT_PHONE, mps_contacts_correct_phone_zero },
  [MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS]
  = { MPS_CONTACT_POSTAL_CODE, mps_contacts_correct_postal_code_signs },
  [MPS_CONTACTS_FIX_POSTAL_CODE_ZERO]
  = { MPS_CONTACT_POSTAL_CODE, mps_contacts_correct_postal_code_zero },
};

static void
change_free (MpsContactsChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

void
mps_contacts_fix_free (MpsContactsFix *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static MpsContactsFix *
fix_new (MpsContactsFixKind kind)
{
  MpsContactsFix *self = g_new0 (MpsContactsFix, 1);

  self->kind = kind;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return self;
}

static void
add_change (MpsContactsFix *self, guint index, guint column, const char *before, const char *after)
{
  MpsContactsChange *change = g_new0 (MpsContactsChange, 1);

  change->index = index;
  change->column = column;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (self->changes, change);
}

static const char *
find_code (GPtrArray *problems, const char *column)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];

      if (g_strcmp0 (problem->column, column) == 0)
        return problem->code;
    }
  return NULL;
}

/* What @field of a row would be told of, if @after stood there. */
static const char *
find_code_after (const char *const *texts, guint field, const char *after)
{
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  const char *corrected[MPS_N_CONTACT_FIELDS];

  for (guint i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    corrected[i] = i == field ? after : texts[i];
  mps_contact_rules_check (corrected, 0, contact, problems);
  return find_code (problems, mps_contact_field_get_header (field));
}

/* What is accepted already is no mistake. Only of a lost zero nothing is told: such a number is
 * valid, and another one. */
static gboolean
can_be_mistaken (MpsContactsFixKind kind, const MpsProblem *problem)
{
  return problem != NULL || kind == MPS_CONTACTS_FIX_PHONE_ZERO;
}

/* A correction must take the cell's problem away, and bring none. */
static void
find_in_cell (MpsContactsFix *self, MpsContactsRow *row, guint index, guint field,
              const char *const *texts)
{
  const MpsProblem *before = mps_contacts_row_get_problem (row, field);
  g_autofree char *after = NULL;
  const char *code;

  if (!can_be_mistaken (self->kind, before))
    return;
  after = kinds[self->kind].correct (texts, field);
  if (after == NULL)
    return;
  code = find_code_after (texts, field, after);
  if (code == NULL || (before != NULL && !g_str_equal (before->code, code)))
    add_change (self, index, field, mps_contacts_row_get_cell (row, field), after);
}

static void
find_in_cells (GPtrArray *fixes, MpsContactsRow *row, guint index)
{
  g_auto (GStrv) texts = g_new0 (char *, MPS_N_CONTACT_FIELDS + 1);

  for (guint i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    texts[i] = mps_csv_cell_dup_text (mps_contacts_row_get_cell (row, i));
  for (guint i = 0; i < fixes->len; i++)
    {
      MpsContactsFix *fix = fixes->pdata[i];

      for (guint field = 0; kinds[i].correct && field < MPS_N_CONTACT_FIELDS; field++)
        if (kinds[i].field == field || kinds[i].field == ALL_FIELDS)
          find_in_cell (fix, row, index, field, (const char *const *) texts);
    }
}

/* Cells without a column that hold nothing can go; one that holds something may belong further
 * to the left. */
static void
find_empty_cells (MpsContactsFix *self, MpsContactsRow *row, guint index)
{
  guint n_cells = g_strv_length ((char **) mps_contacts_row_get_cells (row));

  for (guint i = MPS_N_CONTACT_FIELDS; i < n_cells; i++)
    {
      g_autofree char *cell = g_strdup (mps_contacts_row_get_cell (row, i));

      if (*g_strstrip (cell) != '\0')
        return;
    }
  if (n_cells > MPS_N_CONTACT_FIELDS)
    add_change (self, index, MPS_N_CONTACT_FIELDS,
                mps_contacts_row_get_cell (row, MPS_N_CONTACT_FIELDS), NULL);
}

static gboolean
is_open (MpsContactsRow *row)
{
  MpsContactsRowStatus status = mps_contacts_row_get_status (row);

  return status != MPS_CONTACTS_ROW_EXCLUDED && status != MPS_CONTACTS_ROW_IMPORTED
         && !mps_contacts_row_is_settled (row);
}

static void
find_in_row (GPtrArray *fixes, MpsContactsRow *row, guint index)
{
  const MpsProblem *shape = mps_contacts_row_get_shape_problem (row);

  if (!is_open (row))
    return;
  /* Where the number of cells is wrong, nobody knows which column a cell is of. */
  if (shape == NULL)
    find_in_cells (fixes, row, index);
  else if (g_str_equal (shape->code, "too-many-columns"))
    find_empty_cells (fixes->pdata[MPS_CONTACTS_FIX_EMPTY_CELLS], row, index);
}

/**
 * mps_contacts_fixes_find:
 * @file: a contacts file
 *
 * Looks for the common mistakes in the rows that are neither left out nor
 * imported. Changes nothing.
 *
 * Returns: (transfer full) (element-type MpsContactsFix): those that are in
 *   @file, each with the cells that it would change
 */
GPtrArray *
mps_contacts_fixes_find (MpsContactsFile *file)
{
  GPtrArray *fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_contacts_fix_free);

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (file), fixes);
  for (int kind = 0; kind < MPS_N_CONTACTS_FIXES; kind++)
    g_ptr_array_add (fixes, fix_new (kind));
  for (guint i = 0; i < mps_contacts_file_get_n_rows (file); i++)
    find_in_row (fixes, mps_contacts_file_get_row (file, i), i);
  for (guint i = fixes->len; i-- > 0;)
    if (((MpsContactsFix *) fixes->pdata[i])->changes->len == 0)
      g_ptr_array_remove_index (fixes, i);
  return fixes;
}

/**
 * mps_contacts_fix_dup_label:
 * @self: a fix
 *
 * Returns: (transfer full): what it does to how many cells, for people
 */
char *
mps_contacts_fix_dup_label (const MpsContactsFix *self)
{
  guint n = self->changes->len;

  switch (self->kind)
    {
    case MPS_CONTACTS_FIX_EMPTY_CELLS:
      return g_strdup_printf (
          ngettext ("Remove empty cells after %u row", "Remove empty cells after %u rows", n), n);
    case MPS_CONTACTS_FIX_INVISIBLE_CHARACTERS:
      return g_strdup_printf (ngettext ("Remove invisible characters: %u cell",
                                        "Remove invisible characters: %u cells", n),
                              n);
    case MPS_CONTACTS_FIX_COUNTRY_CODE_SIGNS:
      return g_strdup_printf (
          ngettext ("Keep the digits of %u country code", "Keep the digits of %u country codes", n),
          n);
    case MPS_CONTACTS_FIX_PHONE_COUNTRY_CODE:
      return g_strdup_printf (ngettext ("Remove country code: %u phone number",
                                        "Remove country code: %u phone numbers", n),
                              n);
    case MPS_CONTACTS_FIX_PHONE_SIGNS:
      return g_strdup_printf (
          ngettext ("Write %u phone number with hyphens", "Write %u phone numbers with hyphens", n),
          n);
    case MPS_CONTACTS_FIX_PHONE_ZERO:
      return g_strdup_printf (ngettext ("Put back first zero: %u phone number",
                                        "Put back first zero: %u phone numbers", n),
                              n);
    case MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS:
      return g_strdup_printf (ngettext ("Keep code and hyphen: %u postal code",
                                        "Keep code and hyphen: %u postal codes", n),
                              n);
    case MPS_CONTACTS_FIX_POSTAL_CODE_ZERO:
      return g_strdup_printf (ngettext ("Put back first zero: %u postal code",
                                        "Put back first zero: %u postal codes", n),
                              n);
    }
  g_return_val_if_reached (NULL);
}

static gboolean
is_wanted (guint index, const guint *rows, gsize n_rows)
{
  if (rows == NULL)
    return TRUE;
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i] == index)
      return TRUE;
  return FALSE;
}

static gboolean
apply_change (const MpsContactsChange *change, MpsContactsFile *file)
{
  MpsContactsRow *row = mps_contacts_file_get_row (file, change->index);
  g_auto (GStrv) cells = NULL;

  if (!g_str_equal (mps_contacts_row_get_cell (row, change->column), change->before))
    return FALSE;
  if (change->after)
    return mps_contacts_file_set_cell (file, change->index, change->column, change->after);
  cells = g_strdupv ((char **) mps_contacts_row_get_cells (row));
  while (g_strv_length (cells) > change->column)
    g_clear_pointer (&cells[g_strv_length (cells) - 1], g_free);
  return mps_contacts_file_set_cells (file, change->index, (const char *const *) cells);
}

/**
 * mps_contacts_fix_apply:
 * @self: a fix
 * @file: where it was found
 * @rows: (nullable) (array length=n_rows): indices of the rows to correct, or
 *   %NULL for all that it was found in
 * @n_rows: how many
 *
 * Corrects the cells, as one step that mps_contacts_file_undo() takes back. A
 * cell that has become another one since it was found is left alone.
 *
 * Returns: how many cells were corrected
 */
guint
mps_contacts_fix_apply (const MpsContactsFix *self, MpsContactsFile *file, const guint *rows,
                        gsize n_rows)
{
  guint n = 0;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (file), 0);
  mps_contacts_file_begin_step (file);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const MpsContactsChange *change = self->changes->pdata[i];

      if (is_wanted (change->index, rows, n_rows))
        n += apply_change (change, file);
    }
  mps_contacts_file_end_step (file);
  return n;
}
