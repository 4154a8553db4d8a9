/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text.h"

#include <string.h>

static gboolean
is_plain_ascii (const char *text)
{
  for (const char *p = text; *p; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

/* Kana voicing marks are letters to a Japanese reader, not accents. */
static gboolean
is_accent (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK && c != 0x3099 && c != 0x309A;
}

/*
 * Letters that folding leaves as they are, which are nearly all of what is
 * written in Japanese: kana, kanji, and ideographic punctuation but its space.
 */
static gboolean
is_inert (gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096)
         || (c >= 0x30A1 && c <= 0x30FE) || (c >= 0x3001 && c <= 0x3020);
}

static char *
without_accents (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *kept = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p; p = g_utf8_next_char (p))
    if (!is_accent (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  return g_string_free_and_steal (kept);
}

static char *
fold_any (const char *text)
{
  g_autofree char *narrow = mps_text_narrow (text);
  g_autofree char *cased = g_utf8_casefold (narrow, -1);
  g_autofree char *bare = without_accents (cased);

  return g_utf8_normalize (bare, -1, G_NORMALIZE_NFKC);
}

/* Letters of Europe, whose folding depends on nothing beside them; there is no shorter way to
 * know it than to fold each of them once. */
#define FIRST_LETTER 0xC0
#define LAST_LETTER 0x24F
#define MAX_FOLDED 8

typedef char FoldedLetter[MAX_FOLDED];

static gpointer
fold_letters (gpointer data)
{
  FoldedLetter *letters = g_new (FoldedLetter, LAST_LETTER - FIRST_LETTER + 1);

  for (gunichar c = FIRST_LETTER; c <= LAST_LETTER; c++)
    {
      char text[MAX_FOLDED] = { 0 };
      g_autofree char *folded = NULL;

      g_unichar_to_utf8 (c, text);
      folded = fold_any (text);
      g_strlcpy (letters[c - FIRST_LETTER], folded, MAX_FOLDED);
    }
  return letters;
}

static const char *
fold_letter (gunichar c)
{
  static GOnce once = G_ONCE_INIT;
  const FoldedLetter *letters = g_once (&once, fold_letters, NULL);

  return letters[c - FIRST_LETTER];
}

#define IS_LETTER(c) ((c) >= FIRST_LETTER && (c) <= LAST_LETTER)
#define IS_WIDE_ASCII(c) ((c) >= 0xFF01 && (c) <= 0xFF5E)

/* Nearly all text needs no more than this, letter by letter. Returns the next letter, or %NULL
 * when what stands beside it may matter. */
static const char *
fold_next (const char *text, GString *folded)
{
  const char *next = g_utf8_next_char (text);
  const gunichar c = g_utf8_get_char (text);

  if (c < 0x80)
    g_string_append_c (folded, g_ascii_tolower (*text));
  else if (is_inert (c))
    g_string_append_len (folded, text, next - text);
  else if (IS_LETTER (c))
    g_string_append (folded, fold_letter (c));
  else if (IS_WIDE_ASCII (c))
    g_string_append_c (folded, g_ascii_tolower ((char) (c - 0xFEE0)));
  else
    return NULL;
  return next;
}

/* Returns whether it needed no more than that. */
static gboolean
fold_simple (const char *text, const char *end, GString *folded)
{
  while (text != NULL && text < end)
    text = fold_next (text, folded);
  return text != NULL;
}

static void
fold_word (const char *word, gsize length, GString *folded)
{
  const gsize start = folded->len;

  if (!fold_simple (word, word + length, folded))
    {
      g_autofree char *whole = g_strndup (word, length);
      g_autofree char *other = fold_any (whole);

      g_string_truncate (folded, start);
      g_string_append (folded, other);
    }
}

/**
 * mps_text_is_control:
 * @c: a character
 *
 * Besides the control characters proper: line and paragraph separators, and the
 * marks that make a text read in another order than it is stored.
 *
 * Returns: whether no name and no cell may have @c in it
 */
gboolean
mps_text_is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * mps_text_has_control:
 * @text: valid UTF-8
 *
 * Returns: whether a character of @text is one of mps_text_is_control()
 */
gboolean
mps_text_has_control (const char *text)
{
  const char *p = text;

  while (*p >= 0x20 && *p < 0x7f)
    p++;
  for (; *p; p = g_utf8_next_char (p))
    if (mps_text_is_control (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * mps_text_dup_plain:
 * @text: any text, from a file perhaps
 *
 * Returns: (transfer full): @text on one line, in the order in which it is
 *   stored: U+FFFD stands for each control character
 */
char *
mps_text_dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain;

  if (!mps_text_has_control (valid))
    return g_steal_pointer (&valid);
  plain = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, mps_text_is_control (c) ? 0xFFFD : c);
    }
  return g_string_free_and_steal (plain);
}

/**
 * mps_text_fold:
 * @text: valid UTF-8
 *
 * Folds what a search does not tell apart: width (NFKC), case and accents.
 *
 * Returns: (transfer full): the folded text
 */
char *
mps_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  /* Word by word, as one with a rare letter is often among others. */
  while (*text)
    {
      const gsize length = strcspn (text, " \n");
      const gsize n_spaces = strspn (text + length, " \n");

      fold_word (text, length, folded);
      g_string_append_len (folded, text + length, (gssize) n_spaces);
      text += length + n_spaces;
    }
  return g_string_free_and_steal (folded);
}

/**
 * mps_text_is_nearly_folded:
 * @text: valid UTF-8
 *
 * Returns: whether mps_text_fold() changes nothing in @text but the case of
 *   ASCII letters
 */
gboolean
mps_text_is_nearly_folded (const char *text)
{
  while (*text)
    {
      if ((guchar) *text < 0x80)
        text++;
      else if (is_inert (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      else
        return FALSE;
    }
  return TRUE;
}

static char *
collapse_spaces (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

/**
 * mps_text_fold_identity:
 * @text: valid UTF-8
 *
 * Folds what does not make two names different: width (NFKC), case, and runs
 * of spaces (source: contacts-file "Exists already"). Accents stay.
 *
 * Returns: (transfer full): the folded text
 */
char *
mps_text_fold_identity (const char *text)
{
  g_autofree char *narrow = mps_text_narrow (text);
  g_autofree char *cased = g_utf8_casefold (narrow, -1);
  g_autofree char *normal = g_utf8_normalize (cased, -1, G_NORMALIZE_NFKC);

  return collapse_spaces (normal);
}

/**
 * mps_text_narrow:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text in NFKC, in which full-width digits, spaces
 *   and signs are the ASCII ones
 */
char *
mps_text_narrow (const char *text)
{
  return is_plain_ascii (text) ? g_strdup (text) : g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
}

/**
 * mps_text_dup_serial:
 * @text: a serial number as somebody typed it, valid UTF-8
 *
 * Returns: (transfer full): the same as it is stored: NFKC, in upper case and
 *   without spaces around it (source: files.md)
 */
char *
mps_text_dup_serial (const char *text)
{
  g_autofree char *narrow = g_strstrip (mps_text_narrow (text));

  return g_str_is_ascii (narrow) ? g_ascii_strup (narrow, -1) : g_utf8_strup (narrow, -1);
}

/**
 * mps_text_is_version:
 * @text: any text
 *
 * Returns: whether @text is digits in parts separated by single dots, as 1.3.10
 */
gboolean
mps_text_is_version (const char *text)
{
  gboolean in_part = FALSE;

  for (const char *p = text; *p; p++)
    {
      if (g_ascii_isdigit (*p))
        in_part = TRUE;
      else if (*p == '.' && in_part)
        in_part = FALSE;
      else
        return FALSE;
    }
  return in_part;
}

static const char *
next_part (const char *text, const char **digits, gsize *length)
{
  while (*text == '0')
    text++;
  *digits = text;
  *length = strspn (text, "0123456789");
  text += *length;
  return *text == '.' ? text + 1 : text;
}

/**
 * mps_text_compare_versions:
 * @a: a version
 * @b: another
 *
 * Compares by number, part by part: 1.10 is more than 1.9, and 1.0 equals 1.
 * Parts may have any number of digits.
 *
 * Returns: less than, equal to or more than zero
 */
int
mps_text_compare_versions (const char *a, const char *b)
{
  while (*a || *b)
    {
      const char *digits_a, *digits_b;
      gsize length_a, length_b;
      int order;

      a = next_part (a, &digits_a, &length_a);
      b = next_part (b, &digits_b, &length_b);
      if (length_a != length_b)
        return length_a < length_b ? -1 : 1;
      order = memcmp (digits_a, digits_b, length_a);
      if (order != 0)
        return order;
    }
  return 0;
}
