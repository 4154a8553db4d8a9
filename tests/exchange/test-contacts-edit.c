/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-contacts-file.h"

static MpsContactsFile *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MpsContactsFile *contacts;

  contacts = mps_contacts_file_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  return contacts;
}

static void
count (GObject *object, guint *n)
{
  *n += 1;
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  *n += 1;
}

static void
assert_code (const MpsProblem *problem, const char *code)
{
  if (code == NULL)
    g_assert_null (problem);
  else
    g_assert_cmpstr (problem ? problem->code : NULL, ==, code);
}

/* Each of the files has a good row, then one with the cell that its name tells. */
static const struct {
  const char *code;
  MpsContactField field;
  const char *text;
} cells[] = {
  { "required", MPS_CONTACT_COMPANY, "Example KK" },
  { "too-long", MPS_CONTACT_CITY, "Chiyoda-ku" },
  { "not-digits", MPS_CONTACT_COUNTRY_CODE, "81" },
  { "unknown-calling-code", MPS_CONTACT_COUNTRY_CODE, "81" },
  { "bad-phone", MPS_CONTACT_PHONE, "03-1234-5678" },
  { "bad-email", MPS_CONTACT_EMAIL, "" },
  { "bad-postal-code", MPS_CONTACT_POSTAL_CODE, "1000005" },
  { "unknown-country", MPS_CONTACT_COUNTRY, "日本" },
  { "control-character", MPS_CONTACT_ADDRESS_LINE_1, "1-2-3" },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *name = g_strdup_printf ("code-%s.csv", cells[i].code);
      g_autoptr (MpsContactsFile) file = load (name);
      MpsContactsRow *row = mps_contacts_file_get_row (file, 1);

      assert_code (mps_contacts_row_get_problem (row, cells[i].field), cells[i].code);
      g_assert_cmpint (mps_contacts_row_get_status (row), ==, MPS_CONTACTS_ROW_INVALID);
      g_assert_true (mps_contacts_file_set_cell (file, 1, cells[i].field, cells[i].text));
      assert_code (mps_contacts_row_get_problem (row, cells[i].field), NULL);
      g_assert_cmpint (mps_contacts_row_get_status (row), ==, MPS_CONTACTS_ROW_NEW);
      g_assert_nonnull (mps_contacts_row_get_contact (row));
      g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 0);
      g_assert_true (mps_contacts_row_is_edited (row));
      g_assert_true (mps_contacts_file_undo (file));
      g_assert_false (mps_contacts_row_is_edited (row));
      assert_code (mps_contacts_row_get_problem (row, cells[i].field), cells[i].code);
    }
}

/* A correction of one cell can make another one wrong: the row is checked as a whole. */
static void
test_other_cell (void)
{
  g_autoptr (MpsContactsFile) file = load ("contacts-utf8.csv");
  MpsContactsRow *row = mps_contacts_file_get_row (file, 0);

  g_assert_true (mps_contacts_file_set_cell (file, 0, MPS_CONTACT_COUNTRY, "US"));
  assert_code (mps_contacts_row_get_problem (row, MPS_CONTACT_COUNTRY), NULL);
  assert_code (mps_contacts_row_get_problem (row, MPS_CONTACT_POSTAL_CODE), "bad-postal-code");
  g_assert_cmpuint (mps_contacts_file_count (file, MPS_CONTACTS_ROW_INVALID), ==, 1);
}

static guint
n_cells_of (MpsContactsRow *row)
{
  return g_strv_length ((char **) mps_contacts_row_get_cells (row));
}

static void
test_too_few (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-too-few-columns.csv");
  MpsContactsRow *row = mps_contacts_file_get_row (file, 1);

  assert_code (mps_contacts_row_get_shape_problem (row), "too-few-columns");
  g_assert_cmpuint (n_cells_of (row), ==, 12);
  g_assert_cmpstr (mps_contacts_row_get_cell (row, MPS_CONTACT_COUNTRY), ==, "");
  g_assert_true (mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COUNTRY, "JP"));
  assert_code (mps_contacts_row_get_shape_problem (row), NULL);
  g_assert_cmpint (mps_contacts_row_get_status (row), ==, MPS_CONTACTS_ROW_NEW);
  g_assert_true (mps_contacts_file_undo (file));
  assert_code (mps_contacts_row_get_shape_problem (row), "too-few-columns");
  /* Another cell fills it up too, and says what is missing. */
  g_assert_true (mps_contacts_file_set_cell (file, 1, MPS_CONTACT_CITY, "Minato-ku"));
  g_assert_cmpuint (n_cells_of (row), ==, 13);
  assert_code (mps_contacts_row_get_problem (row, MPS_CONTACT_COUNTRY), "required");
}

static void
test_too_many (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-too-many-columns.csv");
  MpsContactsRow *row = mps_contacts_file_get_row (file, 1);

  assert_code (mps_contacts_row_get_shape_problem (row), "too-many-columns");
  g_assert_true (mps_contacts_file_set_cell (file, 1, MPS_CONTACT_CITY, "Minato-ku"));
  assert_code (mps_contacts_row_get_shape_problem (row), "too-many-columns");
  g_assert_cmpstr (mps_contacts_row_get_cell (row, 13), ==, "extra");
  g_assert_true (mps_contacts_file_set_cell (file, 1, 13, ""));
  assert_code (mps_contacts_row_get_shape_problem (row), NULL);
  g_assert_cmpuint (n_cells_of (row), ==, 13);
  g_assert_cmpint (mps_contacts_row_get_status (row), ==, MPS_CONTACTS_ROW_NEW);
}

static void
test_unclosed (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-unclosed-quote.csv");
  MpsContactsRow *row = mps_contacts_file_get_row (file, 1);

  assert_code (mps_contacts_row_get_shape_problem (row), "unclosed-quote");
  g_assert_true (mps_contacts_file_set_cell (file, 1, MPS_CONTACT_CITY, "Chiyoda-ku"));
  assert_code (mps_contacts_row_get_shape_problem (row), NULL);
  assert_code (mps_contacts_row_get_problem (row, MPS_CONTACT_COUNTRY), "required");
  g_assert_true (mps_contacts_file_undo (file));
  assert_code (mps_contacts_row_get_shape_problem (row), "unclosed-quote");
}

static void
test_excluded (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-required.csv");

  g_assert_true (mps_contacts_file_set_excluded (file, 1, TRUE));
  g_assert_false (mps_contacts_file_set_excluded (file, 1, TRUE));
  g_assert_cmpint (mps_contacts_row_get_status (mps_contacts_file_get_row (file, 1)), ==,
                   MPS_CONTACTS_ROW_EXCLUDED);
  g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 0);
  g_assert_true (mps_contacts_file_undo (file));
  g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 1);
}

static void
test_told (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-required.csv");
  guint n_rows = 0, n_files = 0, n_undos = 0;

  g_signal_connect (mps_contacts_file_get_row (file, 1), "changed", G_CALLBACK (count), &n_rows);
  g_signal_connect (file, "changed", G_CALLBACK (count), &n_files);
  g_signal_connect (file, "notify::can-undo", G_CALLBACK (count_notify), &n_undos);
  g_assert_false (mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COMPANY, " "));
  g_assert_cmpuint (n_rows + n_files, ==, 0);
  mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COMPANY, "A");
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (n_files, ==, 1);
  g_assert_cmpuint (n_undos, ==, 1);
  mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COMPANY, "B");
  g_assert_cmpuint (n_undos, ==, 1);
  mps_contacts_file_undo (file);
  mps_contacts_file_undo (file);
  g_assert_cmpuint (n_undos, ==, 2);
  g_assert_cmpuint (n_files, ==, 4);
}

/* Several corrections are one step, also when a cell is corrected twice in it. */
static void
test_step (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-required.csv");
  MpsContactsRow *row = mps_contacts_file_get_row (file, 1);
  guint n = 0;

  g_signal_connect (file, "changed", G_CALLBACK (count), &n);
  g_assert_false (mps_contacts_file_undo (file));
  mps_contacts_file_begin_step (file);
  mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COMPANY, "A");
  mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COMPANY, "B");
  mps_contacts_file_set_cell (file, 0, MPS_CONTACT_CITY, "C");
  mps_contacts_file_end_step (file);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (mps_contacts_file_get_can_undo (file));
  g_assert_true (mps_contacts_file_undo (file));
  g_assert_cmpstr (mps_contacts_row_get_cell (row, MPS_CONTACT_COMPANY), ==, " ");
  g_assert_false (mps_contacts_row_is_edited (mps_contacts_file_get_row (file, 0)));
  g_assert_false (mps_contacts_file_get_can_undo (file));
  g_assert_cmpuint (n, ==, 2);
}

/* Who keeps the problems, as an import does on its thread, is not disturbed by corrections. */
static void
test_kept_problems (void)
{
  g_autoptr (MpsContactsFile) file = load ("code-required.csv");
  g_autoptr (GPtrArray) problems = g_ptr_array_ref (mps_contacts_file_get_problems (file));

  mps_contacts_file_set_cell (file, 1, MPS_CONTACT_COMPANY, "A");
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contacts-edit/cells", test_cells);
  g_test_add_func ("/contacts-edit/other-cell", test_other_cell);
  g_test_add_func ("/contacts-edit/too-few", test_too_few);
  g_test_add_func ("/contacts-edit/too-many", test_too_many);
  g_test_add_func ("/contacts-edit/unclosed", test_unclosed);
  g_test_add_func ("/contacts-edit/excluded", test_excluded);
  g_test_add_func ("/contacts-edit/told", test_told);
  g_test_add_func ("/contacts-edit/step", test_step);
  g_test_add_func ("/contacts-edit/kept-problems", test_kept_problems);

  return g_test_run ();
}
