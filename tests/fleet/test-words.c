/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-changes.h"
#include "fleet/mps-error.h"
#include "fleet/mps-printer-column.h"
#include "fleet/mps-records.h"
#include "fleet/mps-time.h"

#include <gio/gio.h>

static void
assert_new_id (GHashTable *ids, const char *id)
{
  g_assert_nonnull (id);
  g_assert_true (g_hash_table_add (ids, (gpointer) id));
}

static void
test_statuses (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < MPS_N_STATUSES; i++)
    {
      assert_new_id (ids, mps_status_get_id (i));
      g_assert_cmpint (mps_status_from_id (mps_status_get_id (i)), ==, i);
      g_assert_cmpstr (mps_status_get_label (i), !=, "");
      g_assert_cmpstr (mps_status_get_explanation (i, 1), !=, mps_status_get_explanation (i, 2));
    }
  g_assert_cmpint (mps_status_from_id ("Eligible"), ==, -1);
  g_assert_cmpint (mps_status_from_id (NULL), ==, -1);
}

static void
test_masks (void)
{
  const MpsStatusMask two
      = MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT) | MPS_STATUS_BIT (MPS_STATUS_PAGES_UNKNOWN);

  g_assert_true (mps_status_mask_has (0, MPS_STATUS_ELIGIBLE));
  g_assert_false (mps_status_mask_has (two, MPS_STATUS_ELIGIBLE));
  g_assert_true (mps_status_mask_has (two, MPS_STATUS_NO_CONTACT));
  g_assert_false (mps_status_mask_has (two, MPS_STATUS_AGENT_OUTDATED));
  g_assert_cmpint (mps_status_mask_get_first (0), ==, MPS_STATUS_ELIGIBLE);
  g_assert_cmpint (mps_status_mask_get_first (two), ==, MPS_STATUS_PAGES_UNKNOWN);
  g_assert_cmpint (mps_status_mask_get_first (MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED)), ==,
                   MPS_STATUS_AGENT_OUTDATED);
}

static void
test_other_words (void)
{
  for (int i = 0; i < MPS_N_MANAGED; i++)
    g_assert_cmpint (mps_managed_from_id (mps_managed_get_id (i)), ==, i);
  for (int i = 0; i < MPS_N_AGENT_KINDS; i++)
    g_assert_cmpint (mps_agent_kind_from_id (mps_agent_kind_get_id (i)), ==, i);
  for (int i = 0; i < MPS_N_TASK_KINDS; i++)
    g_assert_cmpstr (mps_task_kind_get_label (i), !=, "");
  for (int i = 0; i < MPS_N_TASK_STATES; i++)
    g_assert_cmpstr (mps_task_state_get_label (i), !=, "");
  g_assert_cmpstr (mps_managed_get_label (MPS_MANAGED_NONE), ==, "");
  g_assert_true (mps_managed_is_protected (MPS_MANAGED_PENDING));
  g_assert_true (mps_managed_is_protected (MPS_MANAGED_MANAGED));
  g_assert_false (mps_managed_is_protected (MPS_MANAGED_FAILED));
  g_assert_false (mps_managed_is_protected (MPS_MANAGED_NONE));
}

static void
test_printer_columns (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    {
      assert_new_id (ids, mps_printer_column_get_id (i));
      g_assert_cmpint (mps_printer_column_from_id (mps_printer_column_get_id (i)), ==, i);
      g_assert_cmpstr (mps_printer_column_get_label (i), !=, "");
    }
  g_assert_cmpint (mps_printer_column_from_id ("Serial number"), ==, -1);
}

static void
test_errors (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) canceled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "canceled");
  g_autoptr (GError) foreign = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "failed");
  g_autoptr (GError) refusal = g_error_new (MPS_ERROR, MPS_ERROR_UNREADABLE, "unreadable");
  g_autoptr (GError) failure = g_error_new (MPS_ERROR, MPS_ERROR_NO_DATABASE, "none");

  for (int i = 0; i < MPS_N_ERRORS; i++)
    assert_new_id (ids, mps_error_code_get_id (i));
  g_assert_cmpstr (mps_error_get_id (canceled), ==, "canceled");
  g_assert_cmpstr (mps_error_get_id (foreign), ==, "io-error");
  g_assert_cmpstr (mps_error_get_id (failure), ==, "no-database");
  g_assert_true (mps_error_is_refusal (refusal));
  g_assert_false (mps_error_is_refusal (failure));
  g_assert_false (mps_error_is_refusal (foreign));
  g_assert_null (mps_error_get_problems (foreign));
  g_assert_null (mps_error_get_problems (refusal));
}

static void
test_error_with_problems (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  const MpsProblem *problem;

  g_ptr_array_add (problems, mps_problem_new (3, "Phone", "bad-phone", "“%s” is no number", "x"));
  error = mps_error_new_with_problems (MPS_ERROR_INVALID_FIELDS, problems, "%d bad", 1);
  copy = g_error_copy (error);
  g_clear_error (&error);
  g_clear_pointer (&problems, g_ptr_array_unref);

  g_assert_cmpuint (mps_error_get_problems (copy)->len, ==, 1);
  problem = mps_error_get_problems (copy)->pdata[0];
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpstr (problem->column, ==, "Phone");
  g_assert_cmpstr (problem->code, ==, "bad-phone");
  g_assert_cmpstr (problem->reason, ==, "“x” is no number");
}

static MpsContactRecord *
make_contact (const char *first, const char *last, const char *country)
{
  MpsContactRecord *record = mps_contact_record_new ();

  g_set_str (&record->fields[MPS_CONTACT_FIRST_NAME], first);
  g_set_str (&record->fields[MPS_CONTACT_LAST_NAME], last);
  g_set_str (&record->fields[MPS_CONTACT_COUNTRY], country);
  return record;
}

static void
assert_name (const char *first, const char *last, const char *country, const char *expected)
{
  g_autoptr (MpsContactRecord) record = make_contact (first, last, country);
  g_autofree char *name = mps_contact_record_dup_name (record);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_contact_name (void)
{
  assert_name ("太郎", "山田", "JP", "山田 太郎");
  assert_name ("さくら", "Smith", "JP", "Smith さくら");
  assert_name ("Taro", "Yamada", "JP", "Taro Yamada");
  assert_name ("太郎", "山田", "US", "太郎 山田");
  assert_name ("Ann", "Jones", "GB", "Ann Jones");
  assert_name ("", "Jones", "GB", "Jones");
  assert_name ("太郎", "", "JP", "太郎");
}

static void
test_contact_phone_and_address (void)
{
  g_autoptr (MpsContactRecord) record = make_contact ("太郎", "山田", "JP");
  g_autofree char *no_phone = mps_contact_record_dup_phone (record);
  g_autofree char *phone = NULL, *extended = NULL, *japanese = NULL, *latin = NULL;

  g_set_str (&record->fields[MPS_CONTACT_COUNTRY_CODE], "81");
  g_set_str (&record->fields[MPS_CONTACT_PHONE], "312345678");
  phone = mps_contact_record_dup_phone (record);
  g_set_str (&record->fields[MPS_CONTACT_EXTENSION], "12");
  extended = mps_contact_record_dup_phone (record);
  g_set_str (&record->fields[MPS_CONTACT_POSTAL_CODE], "100-0005");
  g_set_str (&record->fields[MPS_CONTACT_STATE_OR_PROVINCE], "東京都");
  g_set_str (&record->fields[MPS_CONTACT_CITY], "千代田区");
  g_set_str (&record->fields[MPS_CONTACT_ADDRESS_LINE_1], "丸の内 1-1");
  japanese = mps_contact_record_dup_address (record);
  g_set_str (&record->fields[MPS_CONTACT_ADDRESS_LINE_1], "1-1 Marunouchi");
  g_set_str (&record->fields[MPS_CONTACT_CITY], "Chiyoda");
  g_set_str (&record->fields[MPS_CONTACT_STATE_OR_PROVINCE], "Tokyo");
  latin = mps_contact_record_dup_address (record);

  g_assert_cmpstr (no_phone, ==, "");
  g_assert_cmpstr (phone, ==, "+81 312345678");
  g_assert_cmpstr (extended, ==, "+81 312345678 ext. 12");
  g_assert_cmpstr (japanese, ==, "〒100-0005 東京都千代田区丸の内 1-1");
  g_assert_cmpstr (latin, ==, "1-1 Marunouchi, Chiyoda, Tokyo, 100-0005, JP");
}

static void
test_contact_identity (void)
{
  g_autoptr (MpsContactRecord) a = make_contact ("Ann", "Jones", "GB");
  g_autoptr (MpsContactRecord) b = mps_contact_record_copy (a);
  g_autofree char *of_a = mps_contact_record_dup_identity (a);
  g_autofree char *of_b = NULL, *of_other = NULL;

  g_set_str (&b->fields[MPS_CONTACT_FIRST_NAME], " ＡＮＮ");
  g_set_str (&b->fields[MPS_CONTACT_PHONE], "1");
  of_b = mps_contact_record_dup_identity (b);
  g_assert_cmpstr (of_a, ==, of_b);
  g_set_str (&b->fields[MPS_CONTACT_POSTAL_CODE], "1");
  of_other = mps_contact_record_dup_identity (b);
  g_assert_cmpstr (of_a, !=, of_other);
}

static void
test_changes (void)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  g_autoptr (MpsChanges) again = mps_changes_ref (changes);
  const gint64 id = 7;

  g_assert_true (mps_changes_is_empty (changes));
  g_array_append_val (changes->removed_contacts, id);
  g_ptr_array_add (changes->printers, mps_printer_record_new ());
  g_assert_false (mps_changes_is_empty (changes));
  mps_changes_set_reload (again);
  g_assert_cmpuint (changes->printers->len, ==, 0);
  g_assert_cmpuint (changes->removed_contacts->len, ==, 0);
  g_assert_true (changes->reload);
  g_assert_false (mps_changes_is_empty (changes));
}

/* main() chooses UTC as the time zone. */
static void
test_times (void)
{
  g_autofree char *time = mps_time_dup_text_of ("2026-01-31T23:59:58Z");
  g_autofree char *nonsense = mps_time_dup_text_of ("yesterday");
  g_autofree char *none = mps_time_dup_text_of (NULL);

  g_assert_cmpstr (time, ==, "2026-01-31 23:59");
  g_assert_cmpstr (nonsense, ==, "");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/statuses", test_statuses);
  g_test_add_func ("/words/masks", test_masks);
  g_test_add_func ("/words/others", test_other_words);
  g_test_add_func ("/words/printer-columns", test_printer_columns);
  g_test_add_func ("/words/errors", test_errors);
  g_test_add_func ("/words/error-with-problems", test_error_with_problems);
  g_test_add_func ("/words/contact-name", test_contact_name);
  g_test_add_func ("/words/contact-phone-and-address", test_contact_phone_and_address);
  g_test_add_func ("/words/contact-identity", test_contact_identity);
  g_test_add_func ("/words/changes", test_changes);
  g_test_add_func ("/words/times", test_times);
  return g_test_run ();
}
