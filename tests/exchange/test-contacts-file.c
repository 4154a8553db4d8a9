/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-contacts-file.h"
#include "exchange/mps-contacts-import.h"
#include "exchange/mps-output.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mps-contacts-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static MpsContactsFile *
load (GFile *file, const char *encoding, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_contacts_file_load_async (file, encoding, NULL, keep_result, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  return mps_contacts_file_load_finish (result, error);
}

static GFile *
data_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);

  return g_file_new_for_path (path);
}

static MpsContactsFile *
load_data (const char *name, const char *encoding)
{
  g_autoptr (GFile) file = data_file (name);
  g_autoptr (GError) error = NULL;
  MpsContactsFile *contacts = load (file, encoding, &error);

  g_assert_no_error (error);
  return contacts;
}

static MpsContactsRow *
row_of (MpsContactsFile *file, guint index)
{
  g_assert_cmpuint (index, <, mps_contacts_file_get_n_rows (file));
  return mps_contacts_file_get_row (file, index);
}

static void
assert_field (MpsContactsFile *file, guint index, MpsContactField field, const char *expected)
{
  const MpsContactRecord *contact = mps_contacts_row_get_contact (row_of (file, index));

  g_assert_nonnull (contact);
  g_assert_cmpstr (contact->fields[field], ==, expected);
}

static void
assert_japanese (const char *name, const char *encoding)
{
  g_autoptr (MpsContactsFile) file = load_data (name, NULL);

  g_assert_cmpstr (mps_contacts_file_get_encoding (file), ==, encoding);
  g_assert_cmpuint (mps_contacts_file_get_n_rows (file), ==, 2);
  g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 0);
  assert_field (file, 0, MPS_CONTACT_LAST_NAME, "髙橋");
  assert_field (file, 0, MPS_CONTACT_COMPANY, "表示①株式会社");
  assert_field (file, 0, MPS_CONTACT_ADDRESS_LINE_1, "丸の内１－２～３");
  assert_field (file, 0, MPS_CONTACT_COUNTRY_CODE, "81");
  assert_field (file, 0, MPS_CONTACT_POSTAL_CODE, "100-0005");
  assert_field (file, 0, MPS_CONTACT_COUNTRY, "JP");
  assert_field (file, 1, MPS_CONTACT_LAST_NAME, "ﾔﾏﾀﾞ");
}

static void
test_encodings (void)
{
  assert_japanese ("contacts-bom-crlf.csv", "UTF-8");
  assert_japanese ("contacts-utf16le.csv", "UTF-16LE");
  assert_japanese ("contacts-utf16be.csv", "UTF-16BE");
  assert_japanese ("contacts-cp932.csv", "CP932");
}

static void
test_chosen_encoding (void)
{
  g_autoptr (MpsContactsFile) euc_jp = load_data ("contacts-euc-jp.csv", "EUC-JP");
  g_autoptr (MpsContactsFile) iso_2022_jp = load_data ("contacts-iso-2022-jp.csv", "iso-2022-jp");
  g_autoptr (MpsContactsFile) latin1 = load_data ("contacts-latin1.csv", "ISO-8859-1");
  g_autoptr (MpsContactsFile) utf16 = load_data ("contacts-utf16le-unmarked.csv", "UTF-16LE");
  g_autoptr (MpsContactsFile) shift_jis = load_data ("contacts-cp932.csv", "Shift_JIS");

  assert_field (euc_jp, 0, MPS_CONTACT_LAST_NAME, "山田");
  assert_field (iso_2022_jp, 0, MPS_CONTACT_LAST_NAME, "山田");
  g_assert_cmpstr (mps_contacts_file_get_encoding (iso_2022_jp), ==, "ISO-2022-JP");
  assert_field (latin1, 0, MPS_CONTACT_CITY, "São Paulo");
  assert_field (utf16, 0, MPS_CONTACT_LAST_NAME, "髙橋");
  g_assert_cmpstr (mps_contacts_file_get_encoding (shift_jis), ==, "CP932");
}

static void
test_quotes (void)
{
  g_autoptr (MpsContactsFile) file = load_data ("contacts-quotes.csv", NULL);
  const MpsProblem *problem;

  g_assert_cmpuint (mps_contacts_file_get_n_rows (file), ==, 4);
  assert_field (file, 0, MPS_CONTACT_COMPANY, "Example, \"Tokyo\" KK");
  g_assert_cmpstr (mps_contacts_row_get_cell (row_of (file, 1), MPS_CONTACT_ADDRESS_LINE_1), ==,
                   "1-2-3 Marunouchi\r\nBuilding A");
  assert_field (file, 2, MPS_CONTACT_PHONE, "0312345678");
  g_assert_cmpstr (mps_contacts_row_get_cell (row_of (file, 2), MPS_CONTACT_PHONE), ==,
                   "=\"0312345678\"");
  g_assert_cmpuint (mps_contacts_row_get_line (row_of (file, 3)), ==, 6);
  g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 1);
  problem = g_ptr_array_index (mps_contacts_file_get_problems (file), 0);
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpstr (problem->code, ==, "control-character");
}

static void
test_blank_rows (void)
{
  g_autoptr (MpsContactsFile) file = load_data ("contacts-blank-tail.csv", NULL);

  g_assert_cmpuint (mps_contacts_file_get_n_rows (file), ==, 2);
  g_assert_cmpuint (mps_contacts_row_get_line (row_of (file, 1)), ==, 6);
}

static const struct {
  const char *code;
  const char *column;
} reasons[] = {
  { "required", "Company" },
  { "too-long", "City" },
  { "not-digits", "Country code" },
  { "unknown-calling-code", "Country code" },
  { "bad-phone", "Phone" },
  { "bad-email", "Email" },
  { "bad-postal-code", "Postal code" },
  { "unknown-country", "Country" },
  { "control-character", "Address line 1" },
  { "too-few-columns", NULL },
  { "too-many-columns", NULL },
  { "unclosed-quote", NULL },
};

/* The same text with other line ends. */
static char *
with_line_ends (const char *text, const char *line_end)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv (line_end, lines);
}

static void
assert_reason (Fixture *fixture, guint reason, const char *text, const char *encoding)
{
  g_autofree char *path = g_build_filename (fixture->folder, "contacts.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactsFile) contacts = NULL;
  g_autofree char *bytes = NULL;
  const MpsProblem *problem;
  gsize length;

  bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  contacts = load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (mps_contacts_row_get_contact (row_of (contacts, 0)));
  g_assert_null (mps_contacts_row_get_contact (row_of (contacts, 1)));
  g_assert_cmpuint (mps_contacts_file_get_problems (contacts)->len, ==, 1);
  problem = g_ptr_array_index (mps_contacts_file_get_problems (contacts), 0);
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpstr (problem->code, ==, reasons[reason].code);
  g_assert_cmpstr (problem->column, ==, reasons[reason].column);
  g_assert_true (g_str_has_suffix (problem->reason, "."));
}

/* Every reason has a file, which is read in each encoding and with each line end. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (guint j = 0; j < G_N_ELEMENTS (line_ends); j++)
      {
        g_autofree char *name = g_strdup_printf ("code-%s.csv", reasons[i].code);
        g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
        g_autofree char *text = NULL;
        g_autofree char *other = NULL;
        g_autofree char *marked = NULL;
        g_autofree char *japanese = NULL;

        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
        other = with_line_ends (text, line_ends[j]);
        marked = g_strconcat ("\xef\xbb\xbf", other, NULL);
        japanese
            = g_strconcat ("名,姓,会社名", other + strlen ("First name,Last name,Company"), NULL);
        assert_reason (fixture, i, other, "UTF-8");
        assert_reason (fixture, i, marked, "UTF-8");
        assert_reason (fixture, i, marked, "UTF-16LE");
        assert_reason (fixture, i, marked, "UTF-16BE");
        assert_reason (fixture, i, japanese, "CP932");
      }
}

static void
test_all_bad_cells (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "contacts.TXT", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MpsContactsFile) contacts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", mps_contact_field_get_header (i));
  g_string_append_printf (text, "\n%s,,C", megabyte);
  g_string_append_c (text, '\0');
  g_string_append (text, ",e,+1,x,,A,,,,,JP\n");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  contacts = load (file, NULL, &error);
  g_assert_no_error (error);
  /* First and last name, company, e-mail, country code, phone, city, state, postal code. */
  g_assert_cmpuint (mps_contacts_file_get_problems (contacts)->len, ==, 9);
}

static void
assert_refused (const char *name, MpsErrorCode code, guint n_problems, const char *part)
{
  g_autoptr (GFile) file = data_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactsFile) contacts = load (file, NULL, &error);
  GPtrArray *problems;

  g_assert_null (contacts);
  g_assert_error (error, MPS_ERROR, (int) code);
  problems = mps_error_get_problems (error);
  g_assert_cmpuint (problems ? problems->len : 0, ==, n_problems);
  if (!strstr (error->message, part))
    g_test_fail_printf ("“%s” does not say “%s”.", error->message, part);
}

static void
test_refusals (void)
{
  assert_refused ("refused-name.pdf", MPS_ERROR_NOT_CSV_OR_TXT, 0, "refused-name.pdf");
  assert_refused ("refused-semicolon.csv", MPS_ERROR_WRONG_COLUMNS, 0, "semicolons");
  assert_refused ("refused-tab.txt", MPS_ERROR_WRONG_COLUMNS, 0, "tabs");
  assert_refused ("refused-semicolon-ja.csv", MPS_ERROR_WRONG_COLUMNS, 0, "semicolons");
  assert_refused ("refused-tab-ja.csv", MPS_ERROR_WRONG_COLUMNS, 0, "tabs");
  assert_refused ("refused-order.csv", MPS_ERROR_WRONG_COLUMNS, 2, "2 columns");
  assert_refused ("refused-missing-column.csv", MPS_ERROR_WRONG_COLUMNS, 7, "7 columns");
  assert_refused ("refused-no-header.csv", MPS_ERROR_WRONG_COLUMNS, 13, "13 columns");
  assert_refused ("refused-301.csv", MPS_ERROR_TOO_MANY_CONTACTS, 0, "301");
  assert_refused ("refused-empty.csv", MPS_ERROR_EMPTY_FILE, 0, "refused-empty.csv");
  assert_refused ("refused-blank.csv", MPS_ERROR_EMPTY_FILE, 0, "empty");
  assert_refused ("refused-mark-only.csv", MPS_ERROR_EMPTY_FILE, 0, "empty");
  assert_refused ("refused-bytes.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "line 3");
  assert_refused ("refused-picture.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "not text");
  assert_refused ("refused-spreadsheet.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "save it as CSV");
  assert_refused ("contacts-euc-jp.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "EUC-JP");
  assert_refused ("contacts-iso-2022-jp.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "ISO-2022-JP");
  assert_refused ("contacts-latin1.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "ISO-8859-1");
  assert_refused ("contacts-utf16le-unmarked.csv", MPS_ERROR_UNDECODABLE_TEXT, 0, "UTF-16LE");
  assert_refused ("none.csv", MPS_ERROR_UNREADABLE, 0, "There is no file");
  assert_refused (".", MPS_ERROR_UNREADABLE, 0, "is a folder");
}

static void
test_wrong_column (void)
{
  g_autoptr (GFile) file = data_file ("refused-order.csv");
  g_autoptr (GError) error = NULL;
  const MpsProblem *problem;

  g_assert_null (load (file, NULL, &error));
  problem = g_ptr_array_index (mps_error_get_problems (error), 0);
  g_assert_cmpstr (problem->code, ==, "wrong-columns");
  g_assert_cmpstr (problem->column, ==, "First name");
  g_assert_cmpstr (problem->reason, ==, "Column 1 must be “First name” (名), and is “Last name”.");
}

static void
assert_sample (Fixture *fixture, const char *language, const char *first_header)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) sample = mps_contacts_file_dup_sample (language);
  g_autoptr (MpsContactsFile) contacts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mps_output_replace (file, sample, &error));
  contacts = load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mps_contacts_file_get_problems (contacts)->len, ==, 0);
  g_assert_cmpuint (mps_contacts_file_get_n_rows (contacts), ==, 2);
  g_assert_cmpstr (mps_contacts_file_get_header (contacts)[0], ==, first_header);
}

static void
test_sample (Fixture *fixture, gconstpointer data)
{
  assert_sample (fixture, "en", "First name");
  assert_sample (fixture, "ja", "名");
}

/* What was rejected is told in columns behind the others, and can be read again as it is. */
static void
test_rejected_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rejected.csv", NULL);
  g_autoptr (GFile) saved = g_file_new_for_path (path);
  g_autoptr (MpsContactsFile) file = load_data ("contacts-quotes.csv", NULL);
  g_autoptr (MpsContactsReport) report = mps_contacts_report_new ();
  g_autoptr (GBytes) rejected = NULL;
  g_autoptr (MpsContactsFile) again = NULL;
  g_autoptr (GError) error = NULL;

  report->first_line = report->last_line = 6;
  g_ptr_array_unref (report->invalid);
  report->invalid = g_ptr_array_ref (mps_contacts_file_get_problems (file));
  rejected = mps_contacts_report_dup_rejected (report, file);
  g_assert_true (mps_output_replace (saved, rejected, &error));
  again = load (saved, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mps_contacts_file_get_n_rows (again), ==, 2);
  g_assert_cmpstrv (mps_contacts_row_get_cells (row_of (again, 0)),
                    mps_contacts_row_get_cells (row_of (file, 1)));
  g_assert_cmpstrv (mps_contacts_row_get_cells (row_of (again, 1)),
                    mps_contacts_row_get_cells (row_of (file, 3)));
  g_assert_cmpstr (mps_contacts_file_get_header (again)[13], ==, "Line");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contacts-file/encodings", test_encodings);
  g_test_add_func ("/contacts-file/chosen-encoding", test_chosen_encoding);
  g_test_add_func ("/contacts-file/quotes", test_quotes);
  g_test_add_func ("/contacts-file/blank-rows", test_blank_rows);
  g_test_add ("/contacts-file/reasons", Fixture, NULL, set_up, test_reasons, tear_down);
  g_test_add ("/contacts-file/all-bad-cells", Fixture, NULL, set_up, test_all_bad_cells, tear_down);
  g_test_add_func ("/contacts-file/refusals", test_refusals);
  g_test_add_func ("/contacts-file/wrong-column", test_wrong_column);
  g_test_add ("/contacts-file/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/contacts-file/rejected-again", Fixture, NULL, set_up, test_rejected_again,
              tear_down);

  return g_test_run ();
}
