/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-serial-list.h"

#include <string.h>

static void
assert_list (MpsSerialList *list, const char *expected, guint n_repeated)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) mps_serial_list_get (list));

  g_assert_cmpstr (joined, ==, expected);
  g_assert_cmpuint (mps_serial_list_get_n_repeated (list), ==, n_repeated);
  g_assert_cmpuint (mps_serial_list_get_n (list), ==,
                    g_strv_length ((char **) mps_serial_list_get (list)));
}

static void
assert_text (const char *text, gsize length, const char *expected, guint n_repeated)
{
  g_autoptr (MpsSerialList) list = mps_serial_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mps_serial_list_add_text (list, text, length, &error));
  g_assert_no_error (error);
  assert_list (list, expected, n_repeated);
}

static void
test_separators (void)
{
  const char with_nul[] = "A1\0A2";

  assert_text ("A1\nA2\r\nA3\rA4,A5, A6\tA7 A8;A9", 28, "A1 A2 A3 A4 A5 A6 A7 A8 A9", 0);
  assert_text ("  \n\n,\t ", 7, "", 0);
  assert_text ("", 0, "", 0);
  assert_text (with_nul, sizeof with_nul - 1, "A1 A2", 0);
  /* Ideographic space and comma, full-width comma and semicolon. */
  assert_text ("A1\u3000A2、A3，A4；A5", strlen ("A1\u3000A2、A3，A4；A5"), "A1 A2 A3 A4 A5", 0);
  /* Nothing behind the length is read. */
  assert_text ("A1 A2", 4, "A1 A", 0);
}

static void
test_form (void)
{
  assert_text ("abc1 ＡＢＣ１ ABC1\u00a0abC1 é", strlen ("abc1 ＡＢＣ１ ABC1\u00a0abC1 é"),
               "ABC1 É", 3);
}

static void
test_tables (void)
{
  const char csv[] = "Serial number,Model\n\"A1\",CX730de\na2,\"C, X\"\nA1,again\n";
  const char tabs[] = "シリアル番号\t機種\nA1\tCX730de\nA2\t\n";
  const char quoted[] = "\"SERIAL  Number\";Model\r\nA1;B\r\n";
  const char single[] = "Serial number\nA1\n\nA2\n";

  assert_text (csv, strlen (csv), "A1 A2", 1);
  assert_text (tabs, strlen (tabs), "A1 A2", 0);
  assert_text (quoted, strlen (quoted), "A1", 0);
  assert_text (single, strlen (single), "A1 A2", 0);
}

/* What mpsctl reads: the first column, with or without a header. */
static void
test_rows (void)
{
  g_autoptr (MpsSerialList) list = mps_serial_list_new ();
  const char csv[] = "A1,CX730de\nA2\n \nA1,x\n";

  g_assert_true (mps_serial_list_add_rows (list, csv, strlen (csv), ',', NULL));
  assert_list (list, "A1 A2", 1);
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MpsSerialList) list = mps_serial_list_new ();

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "s%u\n", i % 100000);
  g_assert_true (mps_serial_list_add_text (list, text->str, text->len, NULL));
  g_assert_cmpuint (mps_serial_list_get_n (list), ==, 100000);
  g_assert_cmpuint (mps_serial_list_get_n_repeated (list), ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/serial-list/separators", test_separators);
  g_test_add_func ("/exchange/serial-list/form", test_form);
  g_test_add_func ("/exchange/serial-list/tables", test_tables);
  g_test_add_func ("/exchange/serial-list/rows", test_rows);
  g_test_add_func ("/exchange/serial-list/many", test_many);
  return g_test_run ();
}
