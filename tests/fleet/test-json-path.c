/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-json-parser.h"
#include "fleet/mps-json-path.h"

#include <string.h>

/* "code path" of the problem, and where the message says that it is. */
static void
assert_refused (const char *text, gssize length, const char *expected, guint line,
                const char *mentioned)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (JsonNode) root = mps_json_parse (text, length, problems);
  g_autofree char *found = NULL;
  const MpsProblem *problem;

  g_assert_null (root);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  found = g_strdup_printf ("%s %s", problem->code, problem->column);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_nonnull (strstr (problem->reason, mentioned));
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  JsonNode *root = mps_json_parse (text, -1, problems);

  if (!root)
    g_error ("%s: %s", text, ((MpsProblem *) problems->pdata[0])->reason);
  return root;
}

static void
test_taken (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "\xEF\xBB\xBF{}",
    " \n{}\r\n",
    "\"x\"",
    "12",
    "null",
    "{\"a\":{\"a\":1},\"b\":[1]}",
    "{\"\\\\u0000\":1}",
    "[\"\\\"[[[\"]",
    "[-9223372036854775808,1e3,\"\\ud83d\\ude00\"]",
    "[{\"a\":1},{\"a\":2}]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) root = parse (texts[i]);

      g_assert_nonnull (root);
    }
}

static void
test_refused (void)
{
  assert_refused ("", 0, "bad-json $", 0, "empty");
  assert_refused ("\xEF\xBB\xBF \n", -1, "bad-json $", 0, "empty");
  assert_refused ("\0{}", 3, "bad-json $", 0, "UTF-8");
  assert_refused ("{}\0", 3, "bad-json $", 0, "UTF-8");
  assert_refused ("\"\xff\"", -1, "bad-json $", 0, "UTF-8");
  assert_refused ("\"\xed\xa0\x80\"", -1, "bad-json $", 0, "UTF-8");
  assert_refused ("[\"a\\u0000b\"]", -1, "bad-json $", 0, "U+0000");
  assert_refused ("[\"\\\\\\u0000\"]", -1, "bad-json $", 0, "U+0000");
  assert_refused ("{\n\"a\" 1}", -1, "bad-json $", 2, "line 2");
  assert_refused ("\n\n{\n\"a\": x}", -1, "bad-json $", 4, "line 4, column 6");
  assert_refused ("   [x]", -1, "bad-json $", 1, "line 1, column 5");
  assert_refused ("[1,\n2,]", -1, "bad-json $", 2, "too many");
  assert_refused ("{\"a\":1,}", -1, "bad-json $", 1, "too many");
  assert_refused ("[1 2]", -1, "bad-json $", 1, "missing");
  assert_refused ("{} {}", -1, "bad-json $", 1, "line 1");
  assert_refused ("{}x", -1, "bad-json $", 1, "line 1");
  assert_refused ("{'a':1}", -1, "bad-json $", 1, "line 1");
  assert_refused ("/* a */{}", -1, "bad-json $", 1, "line 1");
  assert_refused ("var a = {}", -1, "bad-json $", 1, "line 1");
  assert_refused ("[01]", -1, "bad-json $", 1, "line 1");
  assert_refused ("[NaN]", -1, "bad-json $", 1, "line 1");
  assert_refused ("[\"\\ud800\"]", -1, "bad-json $", 1, "line 1");
  assert_refused ("[\"a\nb\"]", -1, "bad-json $", 2, "line 2");
}

static void
test_repeated_member (void)
{
  assert_refused ("{\"a\":1,\"a\":1}", -1, "duplicate-member $.a", 0, "$.a");
  assert_refused ("{\"a\":1,\"\\u0061\":1}", -1, "duplicate-member $.a", 0, "$.a");
  assert_refused ("[0,{\"x\":[{\"b\":1},{\"c\":1,\"b\":{},\"c\":2}]}]", -1,
                  "duplicate-member $[1].x[1].c", 0, "$[1].x[1].c");
  /* The object with the repeated member is itself replaced by a second one. */
  assert_refused ("{\"o\":{\"a\":1,\"a\":2},\"o\":{}}", -1, "duplicate-member $", 0, "$");
}

static void
test_depth (void)
{
  for (int depth = MPS_JSON_MAX_DEPTH; depth <= 1000000;
       depth = depth == MPS_JSON_MAX_DEPTH ? depth + 1 : depth * 100)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);

      if (depth == MPS_JSON_MAX_DEPTH)
        json_node_unref (parse (text));
      else
        {
          assert_refused (text, -1, "bad-json $", 0, "within each other");
          assert_refused (open, -1, "bad-json $", 0, "within each other");
        }
    }
}

static void
test_numbers_do_not_wrap (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (JsonNode) root = parse ("{\"big\":18446744073709551621,"
                                     "\"small\":-18446744073709551615,\"huge\":1e999,\"five\":5}");
  MpsJsonPath path;
  int value = 42;

  mps_json_path_enter_root (root, &path);
  g_assert_false (mps_json_path_get_integer (&path, "big", 0, 10, &value, problems));
  g_assert_false (mps_json_path_get_integer (&path, "small", 0, 10, &value, problems));
  g_assert_false (mps_json_path_get_integer (&path, "huge", 0, 10, &value, problems));
  g_assert_cmpint (value, ==, 42);
  g_assert_true (mps_json_path_get_integer (&path, "five", 5, 5, &value, problems));
  g_assert_cmpint (value, ==, 5);
  g_assert_cmpuint (problems->len, ==, 3);
}

static void
assert_name (const char *member, const char *expected)
{
  MpsJsonPath root = { NULL, NULL, 0, NULL };
  MpsJsonPath path = { &root, member, 0, NULL };
  g_autofree char *text = mps_json_path_dup_text (&path);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_names_in_paths (void)
{
  g_autofree char *endless = g_strnfill (100000, 'a');
  MpsJsonPath root = { NULL, NULL, 0, NULL };
  MpsJsonPath path = { &root, endless, 0, NULL };
  g_autofree char *text = mps_json_path_dup_text (&path);

  assert_name ("serial_number-2", "$.serial_number-2");
  assert_name ("", "$['']");
  assert_name ("a b", "$['a b']");
  assert_name ("it's\\", "$['it\\'s\\\\']");
  assert_name ("a\nb\x1b\u202e", "$['a\uFFFDb\uFFFD\uFFFD']");
  assert_name ("機種", "$['機種']");
  g_assert_cmpuint (g_utf8_strlen (text, -1), <, 80);
}

/* An id is on one line; a long text may have several, but nothing that steers how it is shown. */
static void
test_control_characters (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (JsonNode) root
      = parse ("{\"lines\":\"a\\n\\tb\",\"escape\":\"a\\u001b[31m\",\"turned\":\"a\\u202eb\"}");
  MpsJsonPath path;

  mps_json_path_enter_root (root, &path);
  g_assert_cmpstr (mps_json_path_get_lines (&path, "lines", 9, problems), ==, "a\n\tb");
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_null (mps_json_path_get_text (&path, "lines", 9, problems));
  g_assert_null (mps_json_path_get_lines (&path, "escape", 9, problems));
  g_assert_null (mps_json_path_get_lines (&path, "turned", 9, problems));
  g_assert_cmpuint (problems->len, ==, 3);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (((MpsProblem *) problems->pdata[i])->code, ==, "control-character");
}

static void
test_booleans (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (JsonNode) root = parse ("{\"yes\":true,\"no\":false,\"one\":1}");
  MpsJsonPath path;
  gboolean value = FALSE;

  mps_json_path_enter_root (root, &path);
  g_assert_true (mps_json_path_get_boolean (&path, "yes", &value, problems));
  g_assert_true (value);
  g_assert_true (mps_json_path_get_boolean (&path, "no", &value, problems));
  g_assert_false (value);
  g_assert_false (mps_json_path_get_boolean (&path, "absent", &value, problems));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_false (mps_json_path_get_boolean (&path, "one", &value, problems));
  g_assert_cmpstr (((MpsProblem *) problems->pdata[0])->code, ==, "wrong-type");
}

static void
test_any_member_is_welcome (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (JsonNode) root = parse ("{\"anything\":1}");
  MpsJsonPath path;

  mps_json_path_enter_root (root, &path);
  g_assert_true (mps_json_path_expect_object (&path, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet/json-path/taken", test_taken);
  g_test_add_func ("/fleet/json-path/refused", test_refused);
  g_test_add_func ("/fleet/json-path/repeated-member", test_repeated_member);
  g_test_add_func ("/fleet/json-path/depth", test_depth);
  g_test_add_func ("/fleet/json-path/numbers-do-not-wrap", test_numbers_do_not_wrap);
  g_test_add_func ("/fleet/json-path/names-in-paths", test_names_in_paths);
  g_test_add_func ("/fleet/json-path/control-characters", test_control_characters);
  g_test_add_func ("/fleet/json-path/booleans", test_booleans);
  g_test_add_func ("/fleet/json-path/any-member-is-welcome", test_any_member_is_welcome);
  return g_test_run ();
}
