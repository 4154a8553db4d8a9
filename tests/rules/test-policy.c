/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-error.h"
#include "rules/mps-policy.h"

#include <string.h>

#define GOOD_TERMS "\"terms\":{\"version\":\"1\",\"text\":{\"en\":\"Terms\",\"ja\":\"規約\"}}"
#define HEAD "{\"format\":\"mps-desk-policy\",\"version\":\"7\",\"max_average_pages\":5000,"
#define AGENT "\"minimum_fleet_agent\":\"1.3.10\","
#define MODELS "\"models\":[{\"pattern\":\"CX*\"}],"
#define GOOD HEAD MODELS AGENT GOOD_TERMS "}"

/* The problems as "code path code path", in the order in which they were found. */
static char *
problems_of (const char *json, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = mps_policy_new_from_json (json, length, &error);
  GString *text = g_string_new (NULL);
  GPtrArray *problems;

  g_assert_null (policy);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_POLICY);
  problems = mps_error_get_problems (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpstr (error->message, ==, ((MpsProblem *) problems->pdata[0])->reason);
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "%s%s %s", i ? " " : "", problem->code, problem->column);
      if (!g_str_equal (problem->code, "bad-json"))
        g_assert_nonnull (strstr (problem->reason, problem->column));
    }
  return g_string_free_and_steal (text);
}

static MpsPolicy *
policy_with_models (const char *models)
{
  g_autofree char *json = g_strconcat (HEAD "\"models\":", models, "," AGENT GOOD_TERMS "}", NULL);
  g_autoptr (GError) error = NULL;
  MpsPolicy *policy = mps_policy_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return policy;
}

static void
test_refused (void)
{
  static const struct {
    const char *json;
    const char *problems;
  } cases[] = {
    { "", "bad-json $" },
    { " \n", "bad-json $" },
    { "[]", "wrong-type $" },
    { "\"policy\"", "wrong-type $" },
    { "null", "wrong-type $" },
    { GOOD "x", "bad-json $" },
    { GOOD GOOD, "bad-json $" },
    { "{", "bad-json $" },
    { "\xff\xfe", "bad-json $" },
    { "{\"version\":\"1\\u0000\"}", "bad-json $" },
    { "{}", "missing-member $.format missing-member $.version missing-member $.max_average_pages "
            "missing-member $.models missing-member $.minimum_fleet_agent missing-member $.terms" },
    { HEAD MODELS AGENT GOOD_TERMS ",\"version\":\"8\"}", "duplicate-member $.version" },
    { HEAD
      "\"models\":[{\"pattern\":\"A\"},{\"pattern\":\"B\",\"pattern\":\"C\"}]," AGENT GOOD_TERMS
      "}",
      "duplicate-member $.models[1].pattern" },
    { HEAD MODELS AGENT GOOD_TERMS ",\"comment\":1}", "unknown-member $.comment" },
    { HEAD MODELS AGENT GOOD_TERMS ",\"a 'b\":1}", "unknown-member $['a \\'b']" },
    { "{\"format\":\"other\",\"version\":\"7\",\"max_average_pages\":5," MODELS AGENT GOOD_TERMS
      "}",
      "bad-format $.format" },
    { "{\"format\":1,\"version\":2026,\"max_average_pages\":\"5\"," MODELS AGENT GOOD_TERMS "}",
      "wrong-type $.format wrong-type $.version wrong-type $.max_average_pages" },
    { "{\"format\":\"mps-desk-policy\",\"version\":\" \",\"max_average_pages\":-1," MODELS
          AGENT GOOD_TERMS "}",
      "empty $.version out-of-range $.max_average_pages" },
    { "{\"format\":\"mps-desk-policy\",\"version\":\"\",\"max_average_pages\":10000001," MODELS
          AGENT GOOD_TERMS "}",
      "empty $.version out-of-range $.max_average_pages" },
    { "{\"format\":\"mps-desk-policy\",\"version\":\"1\",\"max_average_pages\":5000.0," MODELS
          AGENT GOOD_TERMS "}",
      "wrong-type $.max_average_pages" },
    { "{\"format\":\"mps-desk-policy\",\"version\":\"1\",\"max_average_pages\":"
      "18446744073709551617," MODELS AGENT GOOD_TERMS "}",
      "out-of-range $.max_average_pages" },
    { HEAD MODELS AGENT GOOD_TERMS ",\"sample\":\"yes\"}", "wrong-type $.sample" },
    { HEAD "\"models\":[]," AGENT GOOD_TERMS "}", "empty $.models" },
    { HEAD "\"models\":{}," AGENT GOOD_TERMS "}", "wrong-type $.models" },
    { HEAD "\"models\":[\"CX\",{},{\"pattern\":\"\"},{\"pattern\":7},"
           "{\"pattern\":\"A\",\"max_average_pages\":-5},{\"pattern\":\"B\",\"limit\":5},"
           "{\"pattern\":\"C\",\"max_average_pages\":null}]," AGENT GOOD_TERMS "}",
      "wrong-type $.models[0] missing-member $.models[1].pattern empty $.models[2].pattern "
      "wrong-type $.models[3].pattern out-of-range $.models[4].max_average_pages "
      "unknown-member $.models[5].limit wrong-type $.models[6].max_average_pages" },
    { HEAD MODELS "\"minimum_fleet_agent\":\"1.x\"," GOOD_TERMS "}",
      "bad-version $.minimum_fleet_agent" },
    { HEAD MODELS "\"minimum_fleet_agent\":\"1..3\"," GOOD_TERMS "}",
      "bad-version $.minimum_fleet_agent" },
    { HEAD MODELS "\"minimum_fleet_agent\":1.3," GOOD_TERMS "}",
      "wrong-type $.minimum_fleet_agent" },
    { HEAD MODELS AGENT "\"terms\":\"none\"}", "wrong-type $.terms" },
    { HEAD MODELS AGENT "\"terms\":{}}",
      "missing-member $.terms.version missing-member $.terms.text" },
    { HEAD MODELS AGENT "\"terms\":{\"version\":\"1\",\"text\":\"x\"}}",
      "wrong-type $.terms.text" },
    { HEAD MODELS AGENT "\"terms\":{\"version\":\"1\",\"text\":{\"en\":\"x\"}}}",
      "missing-member $.terms.text.ja" },
    { HEAD MODELS AGENT "\"terms\":{\"version\":\"1\",\"text\":{\"ja\":\"x\",\"fr\":\"y\"}}}",
      "unknown-member $.terms.text.fr missing-member $.terms.text.en" },
    { HEAD MODELS AGENT "\"terms\":{\"version\":\"1\",\"text\":{\"en\":\"\\n\",\"ja\":\"\"}}}",
      "empty $.terms.text.en empty $.terms.text.ja" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problems = problems_of (cases[i].json, -1);

      g_assert_cmpstr (problems, ==, cases[i].problems);
    }
}

static void
test_too_long (void)
{
  g_autofree char *name = g_strnfill (129, 'C');
  g_autofree char *json
      = g_strconcat (HEAD "\"models\":[{\"pattern\":\"", name, "\"}]," AGENT GOOD_TERMS "}", NULL);
  g_autofree char *problems = problems_of (json, -1);

  g_assert_cmpstr (problems, ==, "too-long $.models[0].pattern");
}

static void
test_every_cut_is_refused (void)
{
  for (gssize length = 0; length < (gssize) strlen (GOOD); length++)
    {
      g_autofree char *problems = problems_of (GOOD, length);

      g_assert_cmpstr (problems, ==, "bad-json $");
    }
}

/* Whatever one byte becomes: a policy, or a refusal that says where; never a crash. */
static void
test_every_changed_byte (void)
{
  static const char bytes[] = "\0\"\\{}[],:0-.e*\n\x7f\x80\xe3\xff u";

  for (gsize at = 0; at < strlen (GOOD); at++)
    for (gsize i = 0; i < sizeof bytes; i++)
      {
        g_autofree char *json = g_strdup (GOOD);
        g_autoptr (MpsPolicy) policy = NULL;
        g_autoptr (GError) error = NULL;

        json[at] = bytes[i];
        policy = mps_policy_new_from_json (json, strlen (GOOD), &error);
        g_assert_true ((policy == NULL) == (error != NULL));
        if (error)
          g_assert_cmpuint (mps_error_get_problems (error)->len, >, 0);
      }
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = mps_policy_new_from_json ("\xEF\xBB\xBF" GOOD, -1, &error);
  const char *language;

  g_assert_no_error (error);
  g_assert_cmpstr (mps_policy_get_version (policy), ==, "7");
  g_assert_false (mps_policy_is_sample (policy));
  g_assert_cmpint (mps_policy_get_max_average_pages (policy), ==, 5000);
  g_assert_cmpstr (mps_policy_get_minimum_fleet_agent (policy), ==, "1.3.10");
  g_assert_cmpstr (mps_policy_get_terms_version (policy), ==, "1");
  g_assert_cmpstr (mps_policy_get_json (policy), ==, "\xEF\xBB\xBF" GOOD);
  g_assert_cmpstr (mps_policy_get_terms_text (policy, g_get_language_names (), &language), ==,
                   "Terms");
  g_assert_cmpstr (language, ==, "en");
}

static void
test_terms_language (void)
{
  static const struct {
    const char *languages;
    const char *language;
  } cases[] = {
    { "ja_JP.UTF-8:ja_JP:ja.UTF-8:ja:C", "ja" },
    { "fr_FR:fr:ja:en:C", "ja" },
    { "en_GB:en:ja:C", "en" },
    { "jav:fr:C", "en" },
    { "C", "en" },
    { "ja", "ja" },
  };
  g_autoptr (MpsPolicy) policy = policy_with_models ("[{\"pattern\":\"*\"}]");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) languages = g_strsplit (cases[i].languages, ":", -1);
      const char *language;
      const char *text
          = mps_policy_get_terms_text (policy, (const char *const *) languages, &language);

      g_assert_cmpstr (language, ==, cases[i].language);
      g_assert_cmpstr (text, ==, g_str_equal (language, "ja") ? "規約" : "Terms");
    }
}

static void
test_first_match_decides (void)
{
  g_autoptr (MpsPolicy) policy
      = policy_with_models ("[{\"pattern\":\"CX731*\",\"max_average_pages\":0},"
                            "{\"pattern\":\"CX73*\"},{\"pattern\":\"CX7*\","
                            "\"max_average_pages\":7}]");
  gint32 limit;

  g_assert_true (mps_policy_supports (policy, "CX731adwe", &limit));
  g_assert_cmpint (limit, ==, 0);
  g_assert_true (mps_policy_supports (policy, "cx730de", &limit));
  g_assert_cmpint (limit, ==, 5000);
  g_assert_true (mps_policy_supports (policy, "CX725", &limit));
  g_assert_cmpint (limit, ==, 7);
  g_assert_false (mps_policy_supports (policy, "XCX731", &limit));
  g_assert_cmpint (limit, ==, 0);
  g_assert_true (mps_policy_supports (policy, "CX731", NULL));
}

static void
test_accepts_agent (void)
{
  g_autoptr (MpsPolicy) policy = policy_with_models ("[{\"pattern\":\"*\"}]");

  g_assert_true (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET, "1.3.10"));
  g_assert_true (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET, "1.10"));
  g_assert_false (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET, "1.3.9"));
  g_assert_false (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET, "1.3"));
  g_assert_false (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET, ""));
  g_assert_false (mps_policy_accepts_agent (policy, MPS_AGENT_FLEET, "new"));
  g_assert_true (mps_policy_accepts_agent (policy, MPS_AGENT_NATIVE, "0.1"));
  g_assert_true (mps_policy_accepts_agent (policy, MPS_AGENT_PRINTER, ""));
  g_assert_true (mps_policy_accepts_agent (policy, MPS_AGENT_LOCAL, "1"));
}

static void
test_sample (void)
{
  g_autoptr (MpsPolicy) policy = mps_policy_new_sample ();
  const char *const japanese[] = { "ja", NULL };
  const char *const english[] = { "en", NULL };
  gint32 limit;

  g_assert_true (mps_policy_is_sample (policy));
  g_assert_nonnull (strstr (mps_policy_get_version (policy), "sample"));
  g_assert_nonnull (strstr (mps_policy_get_terms_text (policy, english, NULL),
                            "not the terms of use of Lexmark"));
  g_assert_nonnull (
      strstr (mps_policy_get_terms_text (policy, japanese, NULL), "Lexmark の利用規約ではなく"));
  g_assert_true (mps_policy_supports (policy, "CX730de", &limit));
  g_assert_cmpint (limit, ==, 5000);
  g_assert_true (mps_policy_supports (policy, "MX431adn", &limit));
  g_assert_cmpint (limit, ==, 3000);
  g_assert_false (mps_policy_supports (policy, "LaserWriter", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/policy/refused", test_refused);
  g_test_add_func ("/rules/policy/too-long", test_too_long);
  g_test_add_func ("/rules/policy/every-cut-is-refused", test_every_cut_is_refused);
  g_test_add_func ("/rules/policy/every-changed-byte", test_every_changed_byte);
  g_test_add_func ("/rules/policy/read", test_read);
  g_test_add_func ("/rules/policy/terms-language", test_terms_language);
  g_test_add_func ("/rules/policy/first-match-decides", test_first_match_decides);
  g_test_add_func ("/rules/policy/accepts-agent", test_accepts_agent);
  g_test_add_func ("/rules/policy/sample", test_sample);
  return g_test_run ();
}
