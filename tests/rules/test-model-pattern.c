/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-text.h"
#include "rules/mps-model-pattern.h"

static gboolean
matches (const char *pattern, const char *model)
{
  g_autoptr (MpsModelPattern) self = mps_model_pattern_new (pattern);
  g_autofree char *folded = mps_text_fold_identity (model);

  return mps_model_pattern_matches (self, folded);
}

/* The meaning of a star, as plainly as it can be told, and as slowly. */
static gboolean
matches_naively (const char *pattern, const char *text)
{
  if (*pattern == '\0')
    return *text == '\0';
  if (*pattern == '*')
    return matches_naively (pattern + 1, text)
           || (*text != '\0' && matches_naively (pattern, text + 1));
  return *pattern == *text && matches_naively (pattern + 1, text + 1);
}

static void
test_table (void)
{
  static const struct {
    const char *pattern;
    const char *model;
    gboolean matches;
  } cases[] = {
    { "CX73*", "CX730de", TRUE },
    { "CX73*", "CX73", TRUE },
    { "cx73*", "CX730DE", TRUE },
    { "CX73*", "XCX73", FALSE },
    { "CX73*", "CX7", FALSE },
    { "MX431adn", "mx431ADN", TRUE },
    { "MX431adn", "MX431adnx", FALSE },
    { "MX431adn", "MX431ad", FALSE },
    { "*", "anything", TRUE },
    { "*", "", TRUE },
    { "**", "", TRUE },
    { "*de", "CX730de", TRUE },
    { "*de", "de", TRUE },
    { "*de", "CX730dex", FALSE },
    { "CX*de", "CXde", TRUE },
    { "CX*de", "CXd", FALSE },
    { "CXX*XX", "CXXX", FALSE },
    { "a*b*c", "a-b-b-c", TRUE },
    { "a*b*c", "acb", FALSE },
    { "a*a", "a", FALSE },
    { "a*a", "aa", TRUE },
    { "ＣＸ73＊", "CX730", TRUE },
    { "CX73*", "ＣＸ７３０ｄｅ", TRUE },
    { "CX 730 de", "CX  730　de", TRUE },
    { "複合機*", "複合機A", TRUE },
    { "*機", "複合機", TRUE },
    { "CX73?", "CX730", FALSE },
    { "CX[67]30", "CX630", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (matches (cases[i].pattern, cases[i].model) != cases[i].matches)
      g_error ("%s against %s", cases[i].pattern, cases[i].model);
}

static void
write_number (char *text, int length, int number, const char *letters, int n_letters)
{
  for (int i = 0; i < length; i++, number /= n_letters)
    text[i] = letters[number % n_letters];
  text[length] = '\0';
}

static int
power (int base, int exponent)
{
  return exponent == 0 ? 1 : base * power (base, exponent - 1);
}

/* Every pattern of up to 5 of "ab*" against every text of up to 6 of "ab". */
static void
test_like_the_naive (void)
{
  char pattern[8], text[8];

  for (int n = 1; n <= 5; n++)
    for (int p = 0; p < power (3, n); p++)
      {
        g_autoptr (MpsModelPattern) self = NULL;

        write_number (pattern, n, p, "ab*", 3);
        self = mps_model_pattern_new (pattern);
        for (int m = 0; m <= 6; m++)
          for (int t = 0; t < power (2, m); t++)
            {
              write_number (text, m, t, "ab", 2);
              if (mps_model_pattern_matches (self, text) != matches_naively (pattern, text))
                g_error ("%s against %s", pattern, text);
            }
      }
}

/* Sixty stars, and a text that almost matches: backtracking would not end today. */
static void
test_hostile_pattern_ends (void)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autofree char *text = g_strnfill (100000, 'a');

  for (int i = 0; i < 60; i++)
    g_string_append (pattern, "a*");
  g_string_append_c (pattern, 'b');
  g_assert_false (matches (pattern->str, text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/model-pattern/table", test_table);
  g_test_add_func ("/rules/model-pattern/like-the-naive", test_like_the_naive);
  g_test_add_func ("/rules/model-pattern/hostile-pattern-ends", test_hostile_pattern_ends);
  return g_test_run ();
}
