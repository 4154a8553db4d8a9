/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-header.h"

#include "fleet/mps-text.h"
#include "mps-csv-header.h"

#include <glib/gi18n.h>

static const struct {
  const char *english;
  const char *japanese;
} rejected_columns[MPS_N_REJECTED_COLUMNS] = {
  { "Line", "行" },
  { "Column", "列" },
  { "Reason", "理由" },
};

/**
 * mps_contacts_header_get_rejected_column:
 * @index: below %MPS_N_REJECTED_COLUMNS
 * @japanese: the language of the file
 *
 * Returns: (transfer none): the header of a column behind those of the contact
 */
const char *
mps_contacts_header_get_rejected_column (guint index, gboolean japanese)
{
  g_return_val_if_fail (index < MPS_N_REJECTED_COLUMNS, NULL);
  return japanese ? rejected_columns[index].japanese : rejected_columns[index].english;
}

static gboolean
is_right (guint place, const char *found)
{
  g_autofree char *folded = mps_csv_header_fold (found);

  if (place < MPS_N_CONTACT_FIELDS)
    return mps_csv_header_matches (folded, mps_contact_field_get_header (place),
                                   mps_contact_field_get_japanese_header (place));
  place -= MPS_N_CONTACT_FIELDS;
  return place < MPS_N_REJECTED_COLUMNS
         && mps_csv_header_matches (folded, rejected_columns[place].english,
                                    rejected_columns[place].japanese);
}

static MpsProblem *
problem_at (guint place, const char *found)
{
  const char *expected = mps_contact_field_get_header (MIN (place, MPS_N_CONTACT_FIELDS - 1));
  const char *japanese
      = mps_contact_field_get_japanese_header (MIN (place, MPS_N_CONTACT_FIELDS - 1));

  if (place >= MPS_N_CONTACT_FIELDS && *found == '\0')
    return mps_problem_new (1, NULL, "wrong-columns",
                            _ ("Column %u has no header and is one too many. Take it out."),
                            place + 1);
  if (place >= MPS_N_CONTACT_FIELDS)
    return mps_problem_new (1, found, "wrong-columns",
                            _ ("Column %u, “%s”, is one too many. Take it out."), place + 1, found);
  if (!found)
    return mps_problem_new (1, expected, "wrong-columns",
                            _ ("Column %u must be “%s” (%s), and is not there. Add it."), place + 1,
                            expected, japanese);
  return mps_problem_new (1, expected, "wrong-columns",
                          _ ("Column %u must be “%s” (%s), and is “%s”."), place + 1, expected,
                          japanese, found);
}

/**
 * mps_contacts_header_check:
 * @cells: (array length=n_cells): the first row
 * @n_cells: how many
 * @error: %MPS_ERROR_WRONG_COLUMNS, with a problem for each column that is not
 *   the expected one
 *
 * Returns: whether the columns are those of a contacts file
 */
gboolean
mps_contacts_header_check (const char *const *cells, guint n_cells, GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  if (!mps_csv_header_check_separator (cells, n_cells, error))
    return FALSE;
  for (guint i = 0; i < MAX (n_cells, MPS_N_CONTACT_FIELDS); i++)
    {
      g_autofree char *plain = mps_text_dup_plain (i < n_cells ? cells[i] : "");
      g_autofree char *found = i < n_cells ? g_utf8_truncate_middle (plain, 64) : NULL;

      if (!found || !is_right (i, cells[i]))
        g_ptr_array_add (problems, problem_at (i, found));
    }
  if (problems->len == 0)
    return TRUE;
  g_propagate_error (
      error,
      mps_error_new_with_problems (
          MPS_ERROR_WRONG_COLUMNS, problems,
          ngettext ("%u column is not the one that the sample file has in its place. The sample "
                    "file shows the columns and their order.",
                    "%u columns are not those that the sample file has in their places. The "
                    "sample file shows the columns and their order.",
                    problems->len),
          problems->len));
  return FALSE;
}

/**
 * mps_contacts_header_is_japanese:
 * @cells: a header that was checked
 *
 * Returns: whether its first column is named in Japanese
 */
gboolean
mps_contacts_header_is_japanese (const char *const *cells)
{
  g_autofree char *folded = mps_csv_header_fold (cells[0]);

  return !mps_csv_header_matches (folded, mps_contact_field_get_header (0),
                                  mps_contact_field_get_header (0));
}
