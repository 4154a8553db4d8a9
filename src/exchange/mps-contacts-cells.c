/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-cells.h"

#include "mps-csv-cell.h"
#include "rules/mps-contact-rules.h"

#include <glib/gi18n.h>

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

/**
 * mps_contacts_cells_dup:
 * @row: what the reader found
 * @n_cells: how many of its cells are wanted
 *
 * Returns: (transfer full) (array zero-terminated=1): its cells, without NULs in them
 */
GStrv
mps_contacts_cells_dup (const MpsCsvRow *row, guint n_cells)
{
  GStrv cells = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    cells[i] = dup_cell (row->cells[i], row->lengths[i]);
  return cells;
}

/**
 * mps_contacts_cells_get_shape:
 * @row: what the reader found
 * @n_columns: how many columns the header has
 *
 * Returns: whether it has a cell for every column
 */
MpsContactsShape
mps_contacts_cells_get_shape (const MpsCsvRow *row, guint n_columns)
{
  if (row->unclosed_quote)
    return MPS_CONTACTS_UNCLOSED_QUOTE;
  if (row->n_cells == n_columns)
    return MPS_CONTACTS_WHOLE;
  return row->n_cells < n_columns ? MPS_CONTACTS_TOO_FEW_CELLS : MPS_CONTACTS_TOO_MANY_CELLS;
}

/* How many of @cells are left when those that no column of a contact is for are gone. */
static guint
count_fitting (const char *const *cells, guint n_columns)
{
  guint n_cells = g_strv_length ((char **) cells);

  /* Behind the contact stand the columns of a rejected row. */
  if (n_columns > MPS_N_CONTACT_FIELDS && n_cells <= n_columns)
    return MIN (n_cells, MPS_N_CONTACT_FIELDS);
  while (n_cells > MPS_N_CONTACT_FIELDS && *cells[n_cells - 1] == '\0')
    n_cells--;
  return n_cells;
}

/**
 * mps_contacts_cells_dup_fitting:
 * @cells: (array zero-terminated=1): the cells of a row
 * @n_columns: how many columns the header of the file has
 *
 * Returns: (transfer full) (array zero-terminated=1): @cells, filled up to a
 *   contact, and without empty ones behind it; a full cell too many stays
 */
GStrv
mps_contacts_cells_dup_fitting (const char *const *cells, guint n_columns)
{
  guint n_cells = count_fitting (cells, n_columns);
  GStrv fitting = g_new0 (char *, MAX (n_cells, MPS_N_CONTACT_FIELDS) + 1);

  for (guint i = 0; i < MAX (n_cells, MPS_N_CONTACT_FIELDS); i++)
    fitting[i] = g_strdup (i < n_cells ? cells[i] : "");
  return fitting;
}

static void
add_problem (GPtrArray *problems, guint line, const char *code, const char *english)
{
  g_ptr_array_add (problems, mps_problem_new_marked (line, NULL, code, english));
}

static MpsContactRecord *
check_fields (const char *const *cells, guint line, GPtrArray *problems)
{
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();
  char *texts[MPS_N_CONTACT_FIELDS];
  gboolean good;

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    texts[i] = mps_csv_cell_dup_text (cells[i]);
  good = mps_contact_rules_check ((const char *const *) texts, line, contact, problems);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_free (texts[i]);
  return good ? g_steal_pointer (&contact) : NULL;
}

/**
 * mps_contacts_cells_check:
 * @cells: (array zero-terminated=1): the cells of a row
 * @shape: whether they are as many as there should be
 * @line: for the problems
 * @problems: (element-type MpsProblem): gets what is wrong
 *
 * Returns: (transfer full) (nullable): the contact; %NULL if something is wrong
 */
MpsContactRecord *
mps_contacts_cells_check (const char *const *cells, MpsContactsShape shape, guint line,
                          GPtrArray *problems)
{
  switch (shape)
    {
    case MPS_CONTACTS_UNCLOSED_QUOTE:
      add_problem (problems, line, "unclosed-quote",
                   N_ ("A quotation mark is opened here and never closed. Close it, or take it "
                       "out."));
      break;
    case MPS_CONTACTS_TOO_FEW_CELLS:
      add_problem (problems, line, "too-few-columns",
                   N_ ("The row has fewer columns than the header. Leave a column without data "
                       "empty."));
      break;
    case MPS_CONTACTS_TOO_MANY_CELLS:
      add_problem (problems, line, "too-many-columns",
                   N_ ("The row has more columns than the header. Perhaps a cell with a comma in "
                       "it is not in quotation marks."));
      break;
    case MPS_CONTACTS_WHOLE:
      return check_fields (cells, line, problems);
    }
  return NULL;
}
