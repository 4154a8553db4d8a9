/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-contact-rules.h"
#include "rules/mps-countries.h"
#include "rules/mps-postal-code.h"

#include <string.h>

#define ABC10 "abcdefghij"
#define ABC60 ABC10 ABC10 ABC10 ABC10 ABC10 ABC10
#define ABC64 ABC60 "abcd"
#define ABC128 ABC64 ABC64
#define DIGITS10 "1234567890"

static const char *const japanese[MPS_N_CONTACT_FIELDS] = {
  "太郎", "山田",         "株式会社レックス", "taro@example.co.jp", "81",     "03-1234-5678",
  "123",  "丸の内 1-2-3", "ビル 4F",          "千代田区",           "東京都", "100-0005",
  "JP",
};

static const char *const american[MPS_N_CONTACT_FIELDS] = {
  "Ann", "Smith",     "Acme, Inc.", "",      "1",  "(859) 232-2000", "", "740 W New Circle Rd",
  "",    "Lexington", "KY",         "40550", "US",
};

typedef struct {
  MpsContactField field;
  const char *cell;
  const char *expected; /* what is stored, or the code of the refusal */
} Case;

static MpsContactRecord *
check (const char *const *cells, GPtrArray *problems)
{
  g_autoptr (MpsContactRecord) record = mps_contact_record_new ();

  if (mps_contact_rules_check (cells, 7, record, problems))
    return g_steal_pointer (&record);
  /* What is refused leaves the record as it was. */
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_assert_cmpstr (record->fields[i], ==, "");
  return NULL;
}

static void
assert_stored (const char *const *row, MpsContactField field, const char *cell,
               const char *expected)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (MpsContactRecord) record = NULL;
  const char *cells[MPS_N_CONTACT_FIELDS];

  memcpy (cells, row, sizeof cells);
  cells[field] = cell;
  record = check (cells, problems);
  if (problems->len > 0)
    g_error ("“%s” was refused: %s", cell, ((MpsProblem *) problems->pdata[0])->reason);
  g_assert_cmpstr (record->fields[field], ==, expected);
}

static void
assert_refused (const char *const *row, MpsContactField field, const char *cell, const char *code)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (MpsContactRecord) record = NULL;
  const char *cells[MPS_N_CONTACT_FIELDS];
  const MpsProblem *problem;

  memcpy (cells, row, sizeof cells);
  cells[field] = cell;
  record = check (cells, problems);
  if (record)
    g_error ("“%s” was stored as “%s”", cell, record->fields[field]);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpstr (problem->code, ==, code);
  g_assert_cmpstr (problem->column, ==, mps_contact_field_get_header (field));
  g_assert_cmpuint (problem->line, ==, 7);
  g_assert_true (g_str_has_suffix (problem->reason, "."));
}

static void
test_rows_as_they_are (void)
{
  static const char *const stored_japanese[] = {
    "太郎", "山田",         "株式会社レックス", "taro@example.co.jp", "81",     "0312345678",
    "123",  "丸の内 1-2-3", "ビル 4F",          "千代田区",           "東京都", "100-0005",
    "JP",
  };

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    assert_stored (japanese, i, japanese[i], stored_japanese[i]);
  assert_stored (american, MPS_CONTACT_PHONE, "(859) 232-2000", "8592322000");
}

static void
test_stored (void)
{
  static const Case cases[] = {
    { MPS_CONTACT_FIRST_NAME, "  花子　", "花子" },
    { MPS_CONTACT_FIRST_NAME, "ﾊﾅｺ", "ﾊﾅｺ" },
    { MPS_CONTACT_FIRST_NAME, "Ｈａｎａ　Ko", "Ｈａｎａ　Ko" },
    { MPS_CONTACT_FIRST_NAME, ABC64, ABC64 },
    { MPS_CONTACT_FIRST_NAME, "x", "x" },
    { MPS_CONTACT_FIRST_NAME, "👩‍💻", "👩‍💻" },
    { MPS_CONTACT_LAST_NAME, "髙橋", "髙橋" },
    { MPS_CONTACT_LAST_NAME, "O'Neill-Müller", "O'Neill-Müller" },
    { MPS_CONTACT_COMPANY, ABC128, ABC128 },
    { MPS_CONTACT_COMPANY, "㈱レックス", "㈱レックス" },
    { MPS_CONTACT_EMAIL, "", "" },
    { MPS_CONTACT_EMAIL, NULL, "" },
    { MPS_CONTACT_EMAIL, "　", "" },
    { MPS_CONTACT_EMAIL, "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "taro@example.com" },
    { MPS_CONTACT_EMAIL, " a.b+c_d'e@sub.example-1.com ", "a.b+c_d'e@sub.example-1.com" },
    { MPS_CONTACT_EMAIL, "taro@日本語.jp", "taro@日本語.jp" },
    { MPS_CONTACT_COUNTRY_CODE, "８１", "81" },
    { MPS_CONTACT_COUNTRY_CODE, " 1 ", "1" },
    { MPS_CONTACT_COUNTRY_CODE, "971", "971" },
    { MPS_CONTACT_PHONE, "０３－１２３４－５６７８", "0312345678" },
    { MPS_CONTACT_PHONE, "０３ー１２３４ー５６７８", "0312345678" },
    { MPS_CONTACT_PHONE, "03‐1234‑5678", "0312345678" },
    { MPS_CONTACT_PHONE, "03–1234—5678", "0312345678" },
    { MPS_CONTACT_PHONE, "03−1234ｰ5678", "0312345678" },
    { MPS_CONTACT_PHONE, "（０３）　１２３４ ５６７８", "0312345678" },
    { MPS_CONTACT_PHONE, "1234", "1234" },
    { MPS_CONTACT_PHONE, "1234567890123", "1234567890123" },
    { MPS_CONTACT_EXTENSION, "", "" },
    { MPS_CONTACT_EXTENSION, "１２３", "123" },
    { MPS_CONTACT_EXTENSION, DIGITS10, DIGITS10 },
    { MPS_CONTACT_ADDRESS_LINE_1, "　丸の内１－２－３　", "丸の内１－２－３" },
    { MPS_CONTACT_ADDRESS_LINE_1, ABC128, ABC128 },
    { MPS_CONTACT_ADDRESS_LINE_2, "", "" },
    { MPS_CONTACT_ADDRESS_LINE_2, ABC128, ABC128 },
    { MPS_CONTACT_CITY, ABC64, ABC64 },
    { MPS_CONTACT_STATE_OR_PROVINCE, ABC64, ABC64 },
    { MPS_CONTACT_POSTAL_CODE, "1000005", "100-0005" },
    { MPS_CONTACT_POSTAL_CODE, "１００－０００５", "100-0005" },
    { MPS_CONTACT_POSTAL_CODE, "１００ー０００５", "100-0005" },
    { MPS_CONTACT_POSTAL_CODE, "100 0005", "100-0005" },
    { MPS_CONTACT_POSTAL_CODE, "　１０００００５", "100-0005" },
    { MPS_CONTACT_COUNTRY, "日本", "JP" },
    { MPS_CONTACT_COUNTRY, "ｊｐ", "JP" },
    { MPS_CONTACT_COUNTRY, " japan ", "JP" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_stored (japanese, cases[i].field, cases[i].cell, cases[i].expected);
}

static void
test_refused (void)
{
  static const Case cases[] = {
    { MPS_CONTACT_FIRST_NAME, "", "required" },
    { MPS_CONTACT_FIRST_NAME, NULL, "required" },
    { MPS_CONTACT_FIRST_NAME, " 　", "required" },
    { MPS_CONTACT_FIRST_NAME, ABC64 "e", "too-long" },
    { MPS_CONTACT_FIRST_NAME, "花\n子", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "花子\r\n", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "花\t子", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "\x1b[31mred", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\x7f", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\xc2\x85", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\xc2\x9f", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\u2028", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\u202egpj", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\u202a", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\u2066", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\u2069", "control-character" },
    { MPS_CONTACT_FIRST_NAME, "a\xff", "control-character" },
    { MPS_CONTACT_LAST_NAME, "", "required" },
    { MPS_CONTACT_LAST_NAME, ABC64 "髙", "too-long" },
    { MPS_CONTACT_COMPANY, "", "required" },
    { MPS_CONTACT_COMPANY, ABC128 "e", "too-long" },
    { MPS_CONTACT_COMPANY, "株式会社\n", "control-character" },
    { MPS_CONTACT_EMAIL, "taro", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@", "bad-email" },
    { MPS_CONTACT_EMAIL, "@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@localhost", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@example..com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@example.com.", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@-example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@example-.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@exa_mple.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@192.0.2.1", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro@[192.0.2.1]", "bad-email" },
    { MPS_CONTACT_EMAIL, ".taro@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "taro.@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "ta..ro@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "ta ro@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "太郎@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "a@example.com, b@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "a@example.com;b@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "Taro <taro@example.com>", "bad-email" },
    { MPS_CONTACT_EMAIL, ABC64 "e@example.com", "bad-email" },
    { MPS_CONTACT_EMAIL, "a@" ABC64 ".com", "bad-email" },
    { MPS_CONTACT_EMAIL, "a@" ABC60 "." ABC60 "." ABC60 "." ABC60 "." ABC10, "too-long" },
    { MPS_CONTACT_COUNTRY_CODE, "", "required" },
    { MPS_CONTACT_COUNTRY_CODE, "+81", "not-digits" },
    { MPS_CONTACT_COUNTRY_CODE, "JP", "not-digits" },
    { MPS_CONTACT_COUNTRY_CODE, "8 1", "not-digits" },
    { MPS_CONTACT_COUNTRY_CODE, "八一", "not-digits" },
    { MPS_CONTACT_COUNTRY_CODE, "0", "unknown-calling-code" },
    { MPS_CONTACT_COUNTRY_CODE, "999", "unknown-calling-code" },
    { MPS_CONTACT_COUNTRY_CODE, "081", "unknown-calling-code" },
    { MPS_CONTACT_COUNTRY_CODE, "8100", "unknown-calling-code" },
    { MPS_CONTACT_COUNTRY_CODE, "8\n1", "control-character" },
    { MPS_CONTACT_PHONE, "", "required" },
    { MPS_CONTACT_PHONE, "+81 3 1234 5678", "bad-phone" },
    { MPS_CONTACT_PHONE, "03.1234.5678", "bad-phone" },
    { MPS_CONTACT_PHONE, "03/1234", "bad-phone" },
    { MPS_CONTACT_PHONE, "電話番号", "bad-phone" },
    { MPS_CONTACT_PHONE, "123", "bad-phone" },
    { MPS_CONTACT_PHONE, "---", "bad-phone" },
    { MPS_CONTACT_PHONE, "12345678901234", "bad-phone" },
    { MPS_CONTACT_PHONE, "123456789012345", "bad-phone" },
    { MPS_CONTACT_PHONE, ABC128, "bad-phone" },
    { MPS_CONTACT_EXTENSION, "x12", "not-digits" },
    { MPS_CONTACT_EXTENSION, "1-2", "not-digits" },
    { MPS_CONTACT_EXTENSION, DIGITS10 "1", "too-long" },
    { MPS_CONTACT_ADDRESS_LINE_1, "", "required" },
    { MPS_CONTACT_ADDRESS_LINE_1, ABC128 "e", "too-long" },
    { MPS_CONTACT_ADDRESS_LINE_1, "丸の内\n1-2", "control-character" },
    { MPS_CONTACT_ADDRESS_LINE_2, ABC128 "e", "too-long" },
    { MPS_CONTACT_CITY, "", "required" },
    { MPS_CONTACT_CITY, ABC64 "e", "too-long" },
    { MPS_CONTACT_STATE_OR_PROVINCE, "", "required" },
    { MPS_CONTACT_STATE_OR_PROVINCE, ABC64 "e", "too-long" },
    { MPS_CONTACT_POSTAL_CODE, "", "required" },
    { MPS_CONTACT_POSTAL_CODE, "100-000", "bad-postal-code" },
    { MPS_CONTACT_POSTAL_CODE, "10-00005", "bad-postal-code" },
    { MPS_CONTACT_POSTAL_CODE, "100-00055", "bad-postal-code" },
    { MPS_CONTACT_POSTAL_CODE, "100-0005-", "bad-postal-code" },
    { MPS_CONTACT_POSTAL_CODE, "-1000005", "bad-postal-code" },
    { MPS_CONTACT_POSTAL_CODE, "A00-0005", "bad-postal-code" },
    { MPS_CONTACT_POSTAL_CODE, ABC128, "bad-postal-code" },
    { MPS_CONTACT_COUNTRY, "", "required" },
    { MPS_CONTACT_COUNTRY, "ZZ", "unknown-country" },
    { MPS_CONTACT_COUNTRY, "Nihon", "unknown-country" },
    { MPS_CONTACT_COUNTRY, "東京", "unknown-country" },
    { MPS_CONTACT_COUNTRY, ABC128 ABC128, "unknown-country" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (japanese, cases[i].field, cases[i].cell, cases[i].expected);
}

/* With a code of one digit, the number itself may have all its fourteen. */
static void
test_phone_with_code (void)
{
  assert_stored (american, MPS_CONTACT_PHONE, "12345678901234", "12345678901234");
  assert_refused (american, MPS_CONTACT_PHONE, "123456789012345", "bad-phone");
  assert_refused (american, MPS_CONTACT_PHONE, "123", "bad-phone");
}

static void
test_postal_codes (void)
{
  static const struct {
    const char *country;
    const char *cell;
    const char *stored; /* NULL: refused */
  } cases[] = {
    { "US", "40550", "40550" },
    { "US", "40550-1234", "40550-1234" },
    { "US", "405501234", "40550-1234" },
    { "US", "4055", NULL },
    { "US", "40550-12", NULL },
    { "CA", "k1a0b1", "K1A 0B1" },
    { "CA", "K1A-0B1", "K1A 0B1" },
    { "CA", "K1A 0BB", NULL },
    { "GB", "sw1a1aa", "SW1A 1AA" },
    { "GB", "M1 1AE", "M1 1AE" },
    { "GB", "B33 8TH", "B33 8TH" },
    { "GB", "CR2 6XH", "CR2 6XH" },
    { "GB", "DN55 1PT", "DN55 1PT" },
    { "GB", "W1A 0AX", "W1A 0AX" },
    { "GB", "12345", NULL },
    { "DE", "10115", "10115" },
    { "DE", "1011", NULL },
    { "DE", "D-10115", NULL },
    { "FR", "75 008", "75008" },
    { "NL", "1234ab", "1234 AB" },
    { "SE", "11455", "114 55" },
    { "PL", "00940", "00-940" },
    { "PT", "1000 205", "1000-205" },
    { "BR", "01310930", "01310-930" },
    { "IN", "110 001", "110001" },
    { "CN", "100000", "100000" },
    { "KR", "03187", "03187" },
    { "TW", "100", "100" },
    { "TW", "10603", "10603" },
    { "TW", "106-409", "106409" },
    { "SG", "018956", "018956" },
    { "AU", "2000", "2000" },
    { "CH", "8001", "8001" },
    { "IE", "d02x285", "D02 X285" },
    { "LV", "lv1010", "LV-1010" },
    { "AR", "c1070aam", "C1070AAM" },
    { "IT", "00144", "00144" },
    { "IT", "144", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *row[MPS_N_CONTACT_FIELDS];

      memcpy (row, american, sizeof row);
      row[MPS_CONTACT_COUNTRY] = cases[i].country;
      if (cases[i].stored)
        assert_stored (row, MPS_CONTACT_POSTAL_CODE, cases[i].cell, cases[i].stored);
      else
        assert_refused (row, MPS_CONTACT_POSTAL_CODE, cases[i].cell, "bad-postal-code");
      assert_refused (row, MPS_CONTACT_POSTAL_CODE, "", "required");
    }
}

/* The example that a message shows must itself be taken; and every row of the table is found. */
static void
test_every_postal_code_example (void)
{
  guint n_known = 0;

  for (guint i = 0; i < mps_countries_get_n (); i++)
    {
      const char *row[MPS_N_CONTACT_FIELDS];
      g_autoptr (GPtrArray) problems = mps_problems_new ();
      g_autoptr (MpsContactRecord) record = NULL;
      g_auto (GStrv) parts = NULL;
      const char *code = mps_countries_get_code (i);

      if (!mps_postal_code_is_known (code))
        continue;
      n_known++;
      memcpy (row, american, sizeof row);
      row[MPS_CONTACT_COUNTRY] = code;
      row[MPS_CONTACT_POSTAL_CODE] = "?";
      g_assert_null (check (row, problems));
      parts = g_strsplit (((MpsProblem *) problems->pdata[0])->reason, "such as ", 2);
      parts[1][strlen (parts[1]) - 1] = '\0';
      assert_stored (row, MPS_CONTACT_POSTAL_CODE, parts[1], parts[1]);
    }
  g_assert_cmpuint (n_known, ==, 152);
}

static void
test_countries_without (void)
{
  const char *hong_kong[MPS_N_CONTACT_FIELDS];
  const char *germany[MPS_N_CONTACT_FIELDS];

  memcpy (hong_kong, american, sizeof hong_kong);
  hong_kong[MPS_CONTACT_COUNTRY] = "香港";
  assert_stored (hong_kong, MPS_CONTACT_POSTAL_CODE, "", "");
  assert_stored (hong_kong, MPS_CONTACT_POSTAL_CODE, "999077", "999077");
  assert_stored (hong_kong, MPS_CONTACT_POSTAL_CODE, "1234567890123456", "1234567890123456");
  assert_refused (hong_kong, MPS_CONTACT_POSTAL_CODE, "12345678901234567", "too-long");
  assert_stored (hong_kong, MPS_CONTACT_STATE_OR_PROVINCE, "", "");

  memcpy (germany, american, sizeof germany);
  germany[MPS_CONTACT_COUNTRY] = "Germany";
  assert_stored (germany, MPS_CONTACT_STATE_OR_PROVINCE, "", "");
  assert_refused (american, MPS_CONTACT_STATE_OR_PROVINCE, "", "required");
  g_assert_true (mps_contact_rules_needs_state ("AU"));
  g_assert_true (mps_contact_rules_needs_state ("CA"));
  g_assert_false (mps_contact_rules_needs_state ("DE"));
  g_assert_false (mps_contact_rules_needs_state ("TW"));
  g_assert_true (mps_postal_code_is_known ("JP"));
  g_assert_false (mps_postal_code_is_known ("AE"));
}

/* Every bad cell is told, one problem a cell, in the order of the columns. */
static void
test_everything_wrong (void)
{
  static const char *const cells[MPS_N_CONTACT_FIELDS] = {
    "", "a\n", ABC128 "e", "nobody", "+81", "1", "x", "", ABC128 "e", "\t", "", "1", "日本",
  };
  static const char *const codes[MPS_N_CONTACT_FIELDS] = {
    "required",  "control-character", "too-long", "bad-email", "not-digits",
    "bad-phone", "not-digits",        "required", "too-long",  "control-character",
    "required",  "bad-postal-code",   NULL,
  };
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  g_assert_null (check (cells, problems));
  g_assert_cmpuint (problems->len, ==, 12);
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];

      g_assert_cmpstr (problem->column, ==, mps_contact_field_get_header (i));
      g_assert_cmpstr (problem->code, ==, codes[i]);
    }
}

static void
test_empty_row (void)
{
  static const char *const cells[MPS_N_CONTACT_FIELDS] = { NULL };
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  g_assert_null (check (cells, problems));
  g_assert_cmpuint (problems->len, ==, 8);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (((MpsProblem *) problems->pdata[i])->code, ==, "required");
}

/* Problems of other rows stay, and do not make this row wrong. */
static void
test_appends (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (MpsContactRecord) record = NULL;

  g_ptr_array_add (problems, mps_problem_new (2, "City", "required", "Earlier."));
  record = check (japanese, problems);
  g_assert_nonnull (record);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* What was stored, checked again, is stored the same. */
static void
test_idempotent (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (MpsContactRecord) once = check (japanese, problems);
  g_autoptr (MpsContactRecord) twice = check ((const char *const *) once->fields, problems);

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_assert_cmpstr (once->fields[i], ==, twice->fields[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/contact-rules/rows-as-they-are", test_rows_as_they_are);
  g_test_add_func ("/rules/contact-rules/stored", test_stored);
  g_test_add_func ("/rules/contact-rules/refused", test_refused);
  g_test_add_func ("/rules/contact-rules/phone-with-code", test_phone_with_code);
  g_test_add_func ("/rules/contact-rules/postal-codes", test_postal_codes);
  g_test_add_func ("/rules/contact-rules/every-postal-code-example",
                   test_every_postal_code_example);
  g_test_add_func ("/rules/contact-rules/countries-without", test_countries_without);
  g_test_add_func ("/rules/contact-rules/everything-wrong", test_everything_wrong);
  g_test_add_func ("/rules/contact-rules/empty-row", test_empty_row);
  g_test_add_func ("/rules/contact-rules/appends", test_appends);
  g_test_add_func ("/rules/contact-rules/idempotent", test_idempotent);
  return g_test_run ();
}
