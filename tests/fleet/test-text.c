/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-search.h"
#include "fleet/mps-text.h"

#include <string.h>

#define assert_fold(text, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *folded = mps_text_fold (text);                                                \
    g_assert_cmpstr (folded, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_fold (void)
{
  assert_fold ("", "");
  assert_fold ("CX730de", "cx730de");
  assert_fold ("Ｔｏｋｙｏ　１", "tokyo 1");
  assert_fold ("Café MÜLLER Łódź", "cafe muller łodz");
  assert_fold ("STRASSE straße", "strasse strasse");
  assert_fold ("東京都千代田区", "東京都千代田区");
  assert_fold ("ﾌﾟﾘﾝﾀ", "プリンタ");
  assert_fold ("フ\u309Aリンタ", "プリンタ");
  assert_fold ("ガ か", "ガ か");
  assert_fold ("㈱ ①", "(株) 1");
  assert_fold ("A東É", "a東e");
  assert_fold ("G01\nCX730de\n Zürich  Büro ＡＢ\n東京 É ",
               "g01\ncx730de\n zurich  buro ab\n東京 e ");
  assert_fold ("A \u0301B", "a b");
}

/* A ligature goes the long way with all of its word, so both ways must agree on every letter that
 * goes the short one. */
static void
test_fold_ways_agree (void)
{
  static const gunichar ranges[][2] = { { 0x21, 0x24F }, { 0x3001, 0x9FFF }, { 0xFF01, 0xFF5E } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++)
      {
        char letter[7] = { 0 };
        g_autofree char *lone = NULL, *beside = NULL, *expected = NULL, *joined = NULL;

        if (!g_unichar_isdefined (c) || g_unichar_ismark (c))
          continue;
        g_unichar_to_utf8 (c, letter);
        joined = g_strconcat (letter, "ﬁ", NULL);
        lone = mps_text_fold (letter);
        beside = mps_text_fold (joined);
        expected = g_strconcat (lone, "fi", NULL);
        g_assert_cmpstr (beside, ==, expected);
      }
}

static void
test_fold_identity (void)
{
  g_autofree char *a = mps_text_fold_identity ("  Acme　 Ｃｏ. ");
  g_autofree char *b = mps_text_fold_identity ("ACME co.");
  g_autofree char *accented = mps_text_fold_identity ("Ácme co.");

  g_assert_cmpstr (a, ==, "acme co.");
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, accented);
}

static void
test_is_version (void)
{
  g_assert_true (mps_text_is_version ("1"));
  g_assert_true (mps_text_is_version ("1.3.10"));
  g_assert_false (mps_text_is_version (""));
  g_assert_false (mps_text_is_version ("1."));
  g_assert_false (mps_text_is_version (".1"));
  g_assert_false (mps_text_is_version ("1..2"));
  g_assert_false (mps_text_is_version ("1.a"));
  g_assert_false (mps_text_is_version ("１.２"));
}

static void
test_compare_versions (void)
{
  g_assert_cmpint (mps_text_compare_versions ("1.10", "1.9"), >, 0);
  g_assert_cmpint (mps_text_compare_versions ("1.9", "1.10"), <, 0);
  g_assert_cmpint (mps_text_compare_versions ("1.3.10", "1.3.10"), ==, 0);
  g_assert_cmpint (mps_text_compare_versions ("1.0", "1"), ==, 0);
  g_assert_cmpint (mps_text_compare_versions ("1.0.1", "1"), >, 0);
  g_assert_cmpint (mps_text_compare_versions ("01.2", "1.02"), ==, 0);
  g_assert_cmpint (mps_text_compare_versions ("99999999999999999999", "100000000000000000000"), <,
                   0);
  g_assert_cmpint (mps_text_compare_versions ("", "0.1"), <, 0);
}

static gboolean
has_word (const char *text, const char *word)
{
  g_autoptr (MpsSearch) search = mps_search_new (word);
  g_autofree char *padded = g_malloc0 (strlen (text) + MPS_SEARCH_PADDING);

  memcpy (padded, text, strlen (text));
  g_assert_cmpuint (search->n_words, ==, 1);
  return mps_word_find (&search->words[0], padded, strlen (text)) < strlen (text);
}

static void
test_plain (void)
{
  static const char *const texts[][2] = {
    { "CX 735 東京", "CX 735 東京" },
    { "a\nb\tc\x1b[31m", "a\uFFFDb\uFFFDc\uFFFD[31m" },
    { "a\u202Eb\u2066c\u2028", "a\uFFFDb\uFFFDc\uFFFD" },
    { "a\u200Fb", "a\u200Fb" },
    { "\xff", "\uFFFD" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = mps_text_dup_plain (texts[i][0]);

      g_assert_cmpstr (plain, ==, texts[i][1]);
      g_assert_false (mps_text_has_control (plain));
    }
}

/* Every word at every place, across the borders of the sixteen bytes that are read at once. */
static void
test_word_at_every_place (void)
{
  static const char text[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  const gsize length = sizeof text - 1;

  for (gsize from = 0; from < length; from++)
    for (gsize n = 1; from + n <= length; n++)
      {
        g_autofree char *word = g_strndup (text + from, n);
        g_autofree char *cut = g_strndup (text, from + n - 1);

        g_assert_true (has_word (text, word));
        if (n > 26)
          g_assert_false (has_word (cut, word));
      }
}

static void
test_word (void)
{
  g_assert_true (has_word ("PRN-Tokyo", "tokyo"));
  g_assert_true (has_word ("prn-tokyo", "TOKYO"));
  g_assert_true (has_word ("東京都", "京"));
  g_assert_false (has_word ("東京都", "大阪"));
  g_assert_false (has_word ("", "a"));
  g_assert_false (has_word ("ab", "abc"));
  g_assert_false (has_word ("a@b", "a`b"));
  g_assert_false (has_word ("toky", "tokyo"));
}

static void
test_search (void)
{
  g_autoptr (MpsSearch) none = mps_search_new (" \t　");
  g_autoptr (MpsSearch) one = mps_search_new ("to");
  g_autoptr (MpsSearch) longer = mps_search_new ("tok");
  g_autoptr (MpsSearch) two = mps_search_new ("2F　 TOKYO");

  g_assert_cmpuint (none->n_words, ==, 0);
  g_assert_cmpuint (two->n_words, ==, 2);
  g_assert_cmpstr (two->words[1].text, ==, "tokyo");
  g_assert_true (mps_search_extends (one, none));
  g_assert_true (mps_search_extends (longer, one));
  g_assert_true (mps_search_extends (two, longer));
  g_assert_false (mps_search_extends (one, longer));
  g_assert_false (mps_search_extends (longer, two));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-ways-agree", test_fold_ways_agree);
  g_test_add_func ("/text/fold-identity", test_fold_identity);
  g_test_add_func ("/text/is-version", test_is_version);
  g_test_add_func ("/text/compare-versions", test_compare_versions);
  g_test_add_func ("/text/plain", test_plain);
  g_test_add_func ("/text/word", test_word);
  g_test_add_func ("/text/word-at-every-place", test_word_at_every_place);
  g_test_add_func ("/text/search", test_search);
  return g_test_run ();
}
