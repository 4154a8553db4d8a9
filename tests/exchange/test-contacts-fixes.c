/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-contacts-fixes.h"

#include <glib/gstdio.h>
#include <string.h>

#define JAPAN "Hanako,Yamada,Example KK,,%s,%s,,1-2-3 Marunouchi,,Chiyoda-ku,Tokyo,%s,JP"

/* A contacts file of these rows. */
static MpsContactsFile *
load (const char *rows)
{
  g_autofree char *folder = g_dir_make_tmp ("mps-fixes-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "contacts.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  MpsContactsFile *contacts;

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", mps_contact_field_get_header (i));
  g_string_append_printf (text, "\n%s\n", rows);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  contacts = mps_contacts_file_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return contacts;
}

static const MpsContactsFix *
find (GPtrArray *fixes, MpsContactsFixKind kind)
{
  for (guint i = 0; i < fixes->len; i++)
    if (((MpsContactsFix *) fixes->pdata[i])->kind == kind)
      return fixes->pdata[i];
  return NULL;
}

/* What the cell becomes; or that it is left alone, where @after is NULL. */
static void
assert_corrected (const char *row, MpsContactsFixKind kind, guint column, const char *after)
{
  g_autoptr (MpsContactsFile) file = load (row);
  g_autoptr (GPtrArray) fixes = mps_contacts_fixes_find (file);
  const MpsContactsFix *fix = find (fixes, kind);
  g_autofree char *label = NULL;

  if (after == NULL)
    {
      if (fix)
        g_test_fail_printf ("%s: %s", row, ((MpsContactsChange *) fix->changes->pdata[0])->after);
      return;
    }
  g_test_message ("%s", row);
  g_assert_nonnull (fix);
  g_assert_cmpuint (fix->changes->len, ==, 1);
  label = mps_contacts_fix_dup_label (fix);
  g_assert_nonnull (strchr (label, '1'));
  g_assert_cmpuint (mps_contacts_fix_apply (fix, file, NULL, 0), ==, 1);
  g_assert_cmpstr (mps_contacts_row_get_cell (mps_contacts_file_get_row (file, 0), column), ==,
                   after);
  g_assert_true (mps_contacts_file_undo (file));
  g_assert_false (mps_contacts_row_is_edited (mps_contacts_file_get_row (file, 0)));
}

static void
test_country_codes (void)
{
  static const struct {
    const char *before;
    const char *after;
  } cases[] = {
    { "+81", "81" },   { "＋８１", "81" }, { "(81)", "81" },  { "0081", "81" }, { "+ 81", "81" },
    { "81-", "81" },   { "[+81]", "81" },  { "00 81", "81" }, { "81", NULL },   { "８１", NULL },
    { "+999", NULL },  { "081", NULL },    { "+8l", NULL },   { "JP", NULL },   { "", NULL },
    { "01081", NULL }, { "+1/81", NULL },  { "+", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = g_strdup_printf (JAPAN, cases[i].before, "03-1234-5678", "100-0005");

      assert_corrected (row, MPS_CONTACTS_FIX_COUNTRY_CODE_SIGNS, MPS_CONTACT_COUNTRY_CODE,
                        cases[i].after);
    }
}

static void
assert_phones (MpsContactsFixKind kind, const char *const cases[][3])
{
  for (gsize i = 0; cases[i][0]; i++)
    {
      g_autofree char *row = g_strdup_printf (JAPAN, cases[i][0], cases[i][1], "100-0005");

      assert_corrected (row, kind, MPS_CONTACT_PHONE, cases[i][2]);
    }
}

static void
test_phone_zero (void)
{
  static const char *const cases[][3] = {
    { "81", "312345678", "0312345678" },
    { "+81", "9012345678", "09012345678" },
    { "81", "３１２３４５６７８", "0312345678" },
    { "81", "120-123-456", "0120-123-456" },
    { "44", "2079460958", "02079460958" },
    { "33", "123456789", "0123456789" },
    { "82", "1012345678", "01012345678" },
    /* There is one already. */
    { "81", "03-1234-5678", NULL },
    { "81", "09012345678", NULL },
    /* As long as a number within a town, or longer than any. */
    { "81", "12345678", NULL },
    { "81", "31234567890", NULL },
    { "81", "1012345678", NULL },
    { "82", "15881234", NULL },
    /* No 0 is dialed there, it is a part of the number, or the lengths vary. */
    { "1", "8592322000", NULL },
    { "34", "912345678", NULL },
    { "39", "312345678", NULL },
    { "49", "301234567", NULL },
    { "65", "61234567", NULL },
    { "", "312345678", NULL },
    { NULL },
  };

  assert_phones (MPS_CONTACTS_FIX_PHONE_ZERO, cases);
}

static void
test_phone_country_code (void)
{
  static const char *const cases[][3] = {
    { "81", "+81 3-1234-5678", "03-1234-5678" },
    { "+81", "+81-90-1234-5678", "090-1234-5678" },
    { "81", "+81 (0)3-1234-5678", "03-1234-5678" },
    { "81", "+81(3)1234-5678", "03-1234-5678" },
    { "1", "+1 859 232 2000", "859-232-2000" },
    { "49", "+49 30 1234567", "30-1234567" },
    /* Another country's, or run together so that it can't be told. */
    { "1", "+81 3-1234-5678", NULL },
    { "", "+81 3-1234-5678", NULL },
    { "81", "+81 3-1234-5678/5679", NULL },
    { "81", "+81", NULL },
    { "81", "0081312345678", NULL },
    { "81", "03-1234-5678", NULL },
    { NULL },
  };

  assert_phones (MPS_CONTACTS_FIX_PHONE_COUNTRY_CODE, cases);
}

static void
test_phone_signs (void)
{
  static const char *const cases[][3] = {
    { "81", "03.1234.5678", "03-1234-5678" },
    { "81", "03・1234・5678", "03-1234-5678" },
    { "81", "03─1234━5678", "03-1234-5678" },
    { "81", "\342\200\21603-1234-5678\342\200\213", "03-1234-5678" },
    /* Accepted as they are. */
    { "81", "０３－１２３４－５６７８", NULL },
    { "81", "03ー1234−5678", NULL },
    { "81", "(03) 1234‐5678", NULL },
    /* Not clear. */
    { "81", "03-1234-5678/79", NULL },
    { "81", "03一1234一5678", NULL },
    { "81", "03.1234.5678 x12", NULL },
    { NULL },
  };

  assert_phones (MPS_CONTACTS_FIX_PHONE_SIGNS, cases);
}

static void
test_postal_codes (void)
{
  static const struct {
    const char *before;
    const char *after;
    MpsContactsFixKind kind;
  } cases[] = {
    { "〒100-0005", "100-0005", MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS },
    { "〒 100-0005", "100-0005", MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS },
    { "100─0005", "100-0005", MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS },
    { "１００ー０００５", NULL, MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS },
    { "1000005", NULL, MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS },
    { "〒100", NULL, MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS },
    { "600001", "060-0001", MPS_CONTACTS_FIX_POSTAL_CODE_ZERO },
    { "６００００１", "060-0001", MPS_CONTACTS_FIX_POSTAL_CODE_ZERO },
    { "60-0001", NULL, MPS_CONTACTS_FIX_POSTAL_CODE_ZERO },
    { "10005", NULL, MPS_CONTACTS_FIX_POSTAL_CODE_ZERO },
    { "0600001", NULL, MPS_CONTACTS_FIX_POSTAL_CODE_ZERO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = g_strdup_printf (JAPAN, "81", "03-1234-5678", cases[i].before);

      assert_corrected (row, cases[i].kind, MPS_CONTACT_POSTAL_CODE, cases[i].after);
    }
  assert_corrected ("A,B,C,,1,8592322000,,D,,Boston,MA,2108,US", MPS_CONTACTS_FIX_POSTAL_CODE_ZERO,
                    MPS_CONTACT_POSTAL_CODE, "02108");
  assert_corrected ("A,B,C,,49,301234567,,D,,Dresden,,1067,DE", MPS_CONTACTS_FIX_POSTAL_CODE_ZERO,
                    MPS_CONTACT_POSTAL_CODE, NULL);
  assert_corrected ("A,B,C,,41,312345678,,D,,Bern,,3011,CH", MPS_CONTACTS_FIX_POSTAL_CODE_ZERO,
                    MPS_CONTACT_POSTAL_CODE, NULL);
}

static void
test_invisible_characters (void)
{
  static const struct {
    const char *before;
    const char *after;
  } cases[] = {
    { "\"1-2-3 Marunouchi\nBuilding A\"", "1-2-3 Marunouchi Building A" },
    { "\"1-2-3 Marunouchi \r\n\tBuilding A\n\"", "1-2-3 Marunouchi Building A" },
    { "1-2-3\x07 Marunouchi", "1-2-3 Marunouchi" },
    { "\342\200\2521-2-3\342\200\254", "1-2-3" },
    { "  1-2-3  Marunouchi　", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row
          = g_strdup_printf ("A,B,C,,81,0312345678,,%s,,D,Tokyo,1000005,JP", cases[i].before);

      assert_corrected (row, MPS_CONTACTS_FIX_INVISIBLE_CHARACTERS, MPS_CONTACT_ADDRESS_LINE_1,
                        cases[i].after);
    }
}

static void
test_empty_cells (void)
{
  assert_corrected ("A,B,C,,81,0312345678,,D,,E,Tokyo,1000005,JP,, ", MPS_CONTACTS_FIX_EMPTY_CELLS,
                    13, "");
  assert_corrected ("A,B,C,,81,0312345678,,D,,E,Tokyo,1000005,JP,,x", MPS_CONTACTS_FIX_EMPTY_CELLS,
                    13, NULL);
  assert_corrected ("A,B,C,,81,0312345678,,D,,E,Tokyo,1000005", MPS_CONTACTS_FIX_EMPTY_CELLS, 13,
                    NULL);
}

/* Rows that are left out and cells that were corrected meanwhile are left alone. */
static void
test_some_rows (void)
{
  g_autoptr (MpsContactsFile) file = load ("A,B,C,,+81,0312345678,,D,,E,Tokyo,1000005,JP\n"
                                           "A,B,D,,+81,0312345678,,D,,E,Tokyo,1000005,JP\n"
                                           "A,B,E,,(81),0312345678,,D,,E,Tokyo,1000005,JP\n"
                                           "A,B,F,,0081,0312345678,,D,,E,Tokyo,1000005,JP");
  g_autoptr (GPtrArray) fixes = NULL;
  const MpsContactsFix *fix;
  const guint rows[] = { 0, 2 };

  mps_contacts_file_set_excluded (file, 3, TRUE);
  fixes = mps_contacts_fixes_find (file);
  g_assert_cmpuint (fixes->len, ==, 1);
  fix = fixes->pdata[0];
  g_assert_cmpint (fix->kind, ==, MPS_CONTACTS_FIX_COUNTRY_CODE_SIGNS);
  g_assert_cmpuint (fix->changes->len, ==, 3);
  mps_contacts_file_set_cell (file, 0, MPS_CONTACT_COUNTRY_CODE, "1");
  g_assert_cmpuint (mps_contacts_fix_apply (fix, file, rows, G_N_ELEMENTS (rows)), ==, 1);
  g_assert_cmpuint (mps_contacts_fix_apply (fix, file, NULL, 0), ==, 1);
  g_assert_cmpuint (mps_contacts_file_get_problems (file)->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contacts-fixes/country-codes", test_country_codes);
  g_test_add_func ("/contacts-fixes/phone-zero", test_phone_zero);
  g_test_add_func ("/contacts-fixes/phone-country-code", test_phone_country_code);
  g_test_add_func ("/contacts-fixes/phone-signs", test_phone_signs);
  g_test_add_func ("/contacts-fixes/postal-codes", test_postal_codes);
  g_test_add_func ("/contacts-fixes/invisible-characters", test_invisible_characters);
  g_test_add_func ("/contacts-fixes/empty-cells", test_empty_cells);
  g_test_add_func ("/contacts-fixes/some-rows", test_some_rows);

  return g_test_run ();
}
