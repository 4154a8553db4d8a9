/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-problems.h"

#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include <glib/gi18n.h>

/* What is wrong with a row as a whole is looked for in its first cell. */
static const MpsProblem *
get_problem (MpsContactsRow *row, guint column)
{
  const MpsProblem *problem = NULL;

  if (column < MPS_N_CONTACT_FIELDS)
    problem = mps_contacts_row_get_problem (row, column);
  return problem ? problem : mps_contacts_row_get_shape_problem (row);
}

static gboolean
is_place_of_problem (GListModel *rows, guint place)
{
  g_autoptr (MpsContactsRow) row = g_list_model_get_item (rows, place / MPS_N_CONTACT_FIELDS);
  const guint column = place % MPS_N_CONTACT_FIELDS;

  if (mps_contacts_row_get_status (row) != MPS_CONTACTS_ROW_INVALID)
    return FALSE;
  if (mps_contacts_row_get_shape_problem (row))
    return column == 0;
  return mps_contacts_row_get_problem (row, column) != NULL;
}

/**
 * mps_import_problems_find:
 * @rows: a list of #MpsContactsRow
 * @forward: whether the next one is looked for, or the one before
 * @position: (inout): the row to begin behind or before, and the row that was
 *   found; %GTK_INVALID_LIST_POSITION to begin at the end of the list that is
 *   come to first
 * @column: (inout): the same for the cell in the row
 *
 * Looks for a wrong cell, from the end of the list on from its other end.
 *
 * Returns: whether there is one
 */
gboolean
mps_import_problems_find (GListModel *rows, gboolean forward, guint *position, guint *column)
{
  const guint n = g_list_model_get_n_items (rows) * MPS_N_CONTACT_FIELDS;
  guint place = *position * MPS_N_CONTACT_FIELDS + MIN (*column, MPS_N_CONTACT_FIELDS - 1);

  if (*position >= g_list_model_get_n_items (rows))
    place = forward ? n - 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      place = (place + (forward ? 1 : n - 1)) % n;
      if (!is_place_of_problem (rows, place))
        continue;
      *position = place / MPS_N_CONTACT_FIELDS;
      *column = place % MPS_N_CONTACT_FIELDS;
      return TRUE;
    }
  return FALSE;
}

/**
 * mps_import_problems_find_row:
 * @rows: a list of #MpsContactsRow: a file, or those of its rows that are shown
 * @row: (nullable): a row
 *
 * Returns: the place of @row; %GTK_INVALID_LIST_POSITION if it is not there
 */
guint
mps_import_problems_find_row (GListModel *rows, MpsContactsRow *row)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MpsContactsRow) other = g_list_model_get_item (rows, i);

      if (other == row)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * mps_import_problems_dup_message:
 * @row: a row of a contacts file
 * @column: the place of a cell in it
 *
 * Returns: (transfer full): what there is to say about the cell, or about its
 *   row; "" when it is nothing
 */
char *
mps_import_problems_dup_message (MpsContactsRow *row, guint column)
{
  const guint line = mps_contacts_row_get_line (row);
  const MpsProblem *problem = get_problem (row, column);

  if (problem && problem->column)
    /* Translators: what is wrong with a cell: its line, the name of its column, the reason */
    return g_strdup_printf (_ ("Line %u, %s: %s"), line, mps_problem_get_column_label (problem),
                            problem->reason);
  if (problem)
    /* Translators: what is wrong with a row: its line, the reason */
    return g_strdup_printf (_ ("Line %u: %s"), line, problem->reason);
  if (mps_contacts_row_get_status (row) == MPS_CONTACTS_ROW_EXISTS)
    return g_strdup_printf (_ ("Line %u: A contact of this name, company and address exists "
                               "already, and is not imported again."),
                            line);
  return g_strdup ("");
}

/**
 * mps_import_problems_push:
 * @widget: a widget in the navigation view in which to show them
 * @file: a contacts file
 *
 * Shows a page that lists what is wrong with @file.
 */
void
mps_import_problems_push (GtkWidget *widget, MpsContactsFile *file)
{
  g_autoptr (GListModel) lines
      = mps_report_lines_new_for_problems (mps_contacts_file_get_problems (file));

  mps_report_page_push (widget, _ ("Missing or invalid information"), lines, _ ("Line"),
                        _ ("Column"), _ ("Reason"));
}
