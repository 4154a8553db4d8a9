/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "exchange/mps-contacts-file.h"
#include "exchange/mps-contacts-import.h"
#include "fleet/mps-text.h"
#include "rules/mps-contact-rules.h"

static MpsContactsFile *
load (const void *data, gsize size, GError **error)
{
  g_autoptr (GFile) file = fuzz_write_file ("contacts.csv", data, size);

  return mps_contacts_file_load (file, NULL, NULL, error);
}

static void
check_characters (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_false (mps_text_has_control (text));
}

/* What is accepted obeys the rules, and is not changed by them once more. */
static void
check_contact (const MpsContactRecord *contact)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (MpsContactRecord) again = mps_contact_record_new ();

  g_assert_nonnull (contact);
  g_assert_true (
      mps_contact_rules_check ((const char *const *) contact->fields, 1, again, problems));
  g_assert_cmpuint (problems->len, ==, 0);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    {
      check_characters (contact->fields[i]);
      g_assert_cmpstr (contact->fields[i], ==, again->fields[i]);
    }
}

static void
check_row (MpsContactsRow *row)
{
  GPtrArray *problems = mps_contacts_row_get_problems (row);

  g_assert_false (mps_contacts_row_is_edited (row));
  fuzz_check_problems (problems);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpuint (((MpsProblem *) problems->pdata[i])->line, ==,
                      mps_contacts_row_get_line (row));
  if (mps_contacts_row_get_status (row) == MPS_CONTACTS_ROW_INVALID)
    g_assert_cmpuint (problems->len, >, 0);
  else
    check_contact (mps_contacts_row_get_contact (row));
}

static void
check_rows (MpsContactsFile *file)
{
  guint n_rows = mps_contacts_file_get_n_rows (file);
  guint line = 1;

  g_assert_cmpuint (n_rows, <=, MPS_MAX_CONTACTS);
  for (guint i = 0; i < n_rows; i++)
    {
      MpsContactsRow *row = mps_contacts_file_get_row (file, i);

      g_assert_cmpuint (mps_contacts_row_get_line (row), >, line);
      line = mps_contacts_row_get_line (row);
      check_row (row);
    }
}

/* A correction that is taken back leaves the row as it was. Which row it is follows from the
 * file: all of them would take longer than everything else. */
static void
check_undo (MpsContactsFile *file, guint index, guint column)
{
  MpsContactsRow *row = mps_contacts_file_get_row (file, index);
  guint n_problems = mps_contacts_row_get_problems (row)->len;

  if (!mps_contacts_file_set_cell (file, index, column, "=\"\t'"))
    return;
  g_assert_true (mps_contacts_file_undo (file));
  g_assert_false (mps_contacts_row_is_edited (row));
  g_assert_cmpuint (mps_contacts_row_get_problems (row)->len, ==, n_problems);
}

/* The rejected rows are a file that can be imported, and are rejected in it too. */
static void
check_rejected (MpsContactsFile *file)
{
  guint n_invalid = mps_contacts_file_count (file, MPS_CONTACTS_ROW_INVALID);
  g_autoptr (MpsContactsReport) report = mps_contacts_report_new ();
  g_autoptr (GBytes) bytes = mps_contacts_report_dup_rejected (report, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactsFile) rejected
      = load (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mps_contacts_file_get_n_rows (rejected), ==, n_invalid);
  check_rows (rejected);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactsFile) file = load (data, size, &error);

  if (!file)
    {
      fuzz_check_error (error);
      return 0;
    }
  g_assert_no_error (error);
  check_rows (file);
  if (mps_contacts_file_get_n_rows (file) > 0)
    check_undo (file, (guint) size % mps_contacts_file_get_n_rows (file),
                (guint) size % MPS_N_CONTACT_FIELDS);
  if (mps_contacts_file_count (file, MPS_CONTACTS_ROW_INVALID) > 0)
    check_rejected (file);
  return 0;
}
