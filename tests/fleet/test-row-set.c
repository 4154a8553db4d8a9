/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-row-set.h"

static void
assert_rows (const MpsRowSet *set, const char *expected)
{
  g_autofree guint32 *rows = g_new (guint32, set->n_rows + 1);
  g_autoptr (GString) found = g_string_new (NULL);
  const guint n_rows = mps_row_set_get_rows (set, rows);

  g_assert_cmpuint (n_rows, ==, set->n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (found, "%u ", rows[i]);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_add_and_remove (void)
{
  static const guint32 some[] = { 700, 3, 64, 3, 63 };
  g_auto (MpsRowSet) set = {};

  g_assert_false (mps_row_set_has (&set, 0));
  mps_row_set_remove (&set, 1000);
  mps_row_set_add_rows (&set, some, G_N_ELEMENTS (some));
  assert_rows (&set, "3 63 64 700 ");
  g_assert_true (mps_row_set_has (&set, 700));
  g_assert_false (mps_row_set_has (&set, 701));
  g_assert_false (mps_row_set_has (&set, 100000));
  mps_row_set_remove (&set, 64);
  mps_row_set_remove (&set, 64);
  assert_rows (&set, "3 63 700 ");
  g_assert_cmpuint (mps_row_set_count (&set, some, G_N_ELEMENTS (some)), ==, 4);
}

static void
test_equal (void)
{
  g_auto (MpsRowSet) set = {}, other = {}, copy = {};

  g_assert_true (mps_row_set_equal (&set, &other));
  mps_row_set_add (&set, 5);
  g_assert_false (mps_row_set_equal (&set, &other));
  mps_row_set_add (&other, 5000);
  g_assert_false (mps_row_set_equal (&set, &other));
  mps_row_set_add (&other, 5);
  mps_row_set_remove (&other, 5000);
  g_assert_true (mps_row_set_equal (&set, &other));
  g_assert_true (mps_row_set_equal (&other, &set));
  copy = mps_row_set_copy (&other);
  mps_row_set_remove (&other, 5);
  g_assert_true (mps_row_set_equal (&copy, &set));
}

static void
test_ordered (void)
{
  static const guint32 order[] = { 9, 1, 200, 4 };
  static const guint32 some[] = { 4, 9, 7, 300 };
  g_auto (MpsRowSet) set = {};
  g_autofree guint32 *rows = NULL;

  mps_row_set_add_rows (&set, some, G_N_ELEMENTS (some));
  rows = mps_row_set_dup_ordered (&set, order, G_N_ELEMENTS (order));
  g_assert_cmpuint (rows[0], ==, 9);
  g_assert_cmpuint (rows[1], ==, 4);
  g_assert_cmpuint (rows[2], ==, 7);
  g_assert_cmpuint (rows[3], ==, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-set/add-and-remove", test_add_and_remove);
  g_test_add_func ("/row-set/equal", test_equal);
  g_test_add_func ("/row-set/ordered", test_ordered);
  return g_test_run ();
}
