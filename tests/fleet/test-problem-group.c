/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-problem-group.h"

static void
add (GPtrArray *problems, guint line, const char *column, const char *code, const char *reason)
{
  g_ptr_array_add (problems, mps_problem_new (line, column, code, "%s", reason));
}

static void
assert_group (GPtrArray *groups, guint index, const char *column, const char *reason,
              const char *lines)
{
  const MpsProblemGroup *group = groups->pdata[index];
  g_autofree char *found = mps_problem_group_dup_lines (group, 0);

  g_assert_cmpstr (group->problem->column, ==, column);
  g_assert_cmpstr (group->problem->reason, ==, reason);
  g_assert_cmpstr (found, ==, lines);
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GPtrArray) groups = NULL;

  for (guint line = 3; line <= 17; line++)
    {
      add (problems, line, "Country code", "not-digits", "Digits only.");
      if (line == 5)
        add (problems, line, "Postal code", "bad-postal-code", "Such as 123-4567.");
    }
  add (problems, 20, "Country code", "not-digits", "Digits only.");
  add (problems, 20, "Extension", "not-digits", "Digits only.");
  add (problems, 21, "Postal code", "bad-postal-code", "Such as 12345.");
  add (problems, 22, NULL, "too-few-columns", "Too few.");
  add (problems, 0, NULL, "too-few-columns", "Too few.");
  groups = mps_problem_groups_new (problems);
  g_assert_cmpuint (groups->len, ==, 5);
  assert_group (groups, 0, "Country code", "Digits only.", "3–17, 20");
  assert_group (groups, 1, "Postal code", "Such as 123-4567.", "5");
  assert_group (groups, 2, "Extension", "Digits only.", "20");
  assert_group (groups, 3, "Postal code", "Such as 12345.", "21");
  assert_group (groups, 4, NULL, "Too few.", "22");
}

static void
assert_lines (const guint *lines, gsize n_lines, guint max_ranges, const char *expected)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < n_lines; i++)
    add (problems, lines[i], NULL, "x", "X.");
  groups = mps_problem_groups_new (problems);
  text = mps_problem_group_dup_lines (groups->pdata[0], max_ranges);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_lines (void)
{
  static const guint pair[] = { 4, 5 };
  static const guint mixed[] = { 9, 1, 3, 3, 2, 7, 12 };
  static const guint none[] = { 0 };

  assert_lines (pair, G_N_ELEMENTS (pair), 0, "4–5");
  assert_lines (mixed, G_N_ELEMENTS (mixed), 0, "1–3, 7, 9, 12");
  assert_lines (mixed, G_N_ELEMENTS (mixed), 4, "1–3, 7, 9, 12");
  assert_lines (mixed, G_N_ELEMENTS (mixed), 2, "1–3, 7, …");
  assert_lines (none, G_N_ELEMENTS (none), 0, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem-group/groups", test_groups);
  g_test_add_func ("/problem-group/lines", test_lines);
  return g_test_run ();
}
