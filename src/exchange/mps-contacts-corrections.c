/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-corrections.h"

#include "fleet/mps-text.h"
#include "rules/mps-contact-rules.h"
#include "rules/mps-countries.h"
#include "rules/mps-postal-code.h"

#include <string.h>

#define DIGITS "0123456789"

/* What can't be seen and is no control character: zero-width spaces, marks of direction,
 * soft hyphens, byte order marks. */
static gboolean
is_zero_width (gunichar c)
{
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/* Between these, two words stand apart, so that a space must take their place. */
static gboolean
is_break (gunichar c)
{
  return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Lines that are drawn like a hyphen, besides those that the contact rules read as one. */
static gboolean
is_line (gunichar c)
{
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == 0x02D7 || c == 0x2043
         || c == 0x2500 || c == 0x2501;
}

static gboolean
is_dot (gunichar c)
{
  return c == '.' || c == 0x00B7 || c == 0x30FB;
}

static char *
dup_narrow (const char *text)
{
  g_autofree char *narrow = mps_text_narrow (text);

  return g_strdup (g_strstrip (narrow));
}

static gboolean
is_digits (const char *text)
{
  return *text && text[strspn (text, DIGITS)] == '\0';
}

/**
 * mps_contacts_correct_invisible_characters:
 *
 * Line breaks and tabs become a space, other control characters go. Safe: what
 * can be read stays, in its order, and words that stood apart still do. The
 * rules refuse all of these characters, so none of them can be wanted.
 */
char *
mps_contacts_correct_invisible_characters (const char *const *texts, MpsContactField field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean apart = FALSE;
  gboolean found = FALSE;

  for (const char *p = texts[field]; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      found |= mps_text_is_control (c);
      if (is_break (c))
        apart = TRUE;
      else if (!mps_text_is_control (c))
        {
          if (apart && text->len > 0 && text->str[text->len - 1] != ' ' && c != ' ')
            g_string_append_c (text, ' ');
          apart = FALSE;
          g_string_append_unichar (text, c);
        }
    }
  return found ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* The digits of a country code that may be written +81, (81), 0081 or 81-. */
static char *
dup_calling_code (const char *text)
{
  g_autofree char *narrow = dup_narrow (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *code;

  for (const char *p = narrow; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (!is_line (c) && !is_dot (c) && !is_zero_width (c)
               && !(c < 0x80 && strchr (" +-()[]", (char) c)))
        return NULL;
    }
  code = g_str_has_prefix (digits->str, "00") ? digits->str + 2 : digits->str;
  return mps_countries_is_calling_code (code) ? g_strdup (code) : NULL;
}

/**
 * mps_contacts_correct_country_code:
 *
 * Leaves the digits of +81, (81) and 0081. Safe: "+" and "00" are what ITU-T
 * E.123 and E.164 put before a country code and are no part of it, no country
 * code begins with 0, and what is left must be one that is in use.
 */
char *
mps_contacts_correct_country_code (const char *const *texts, MpsContactField field)
{
  g_autofree char *narrow = dup_narrow (texts[field]);
  g_autofree char *code = dup_calling_code (texts[field]);

  return code && !g_str_equal (code, narrow) ? g_steal_pointer (&code) : NULL;
}

/* Digits in groups with a hyphen between; %NULL if anything else than separators is in it. */
static char *
dup_grouped_digits (const char *text)
{
  g_autoptr (GString) groups = g_string_new (NULL);
  gboolean apart = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          if (apart && groups->len > 0)
            g_string_append_c (groups, '-');
          apart = FALSE;
          g_string_append_c (groups, *p);
        }
      else if (is_line (c) || is_dot (c) || (c < 0x80 && strchr (" -()", (char) c)))
        apart = TRUE;
      else if (!is_zero_width (c))
        return NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&groups));
}

/*
 * National numbers without the 0 that is dialed before them inside of the
 * country: how long they are and how they begin, after the numbering plans that
 * the administrations have given to the ITU (ITU-T E.164, E.129). Only plans
 * are here in which nothing else that can be dialed is so long and begins so:
 * a number of that kind has lost its 0. Where numbers vary in length (Germany,
 * Austria, China), where the 0 is part of the number (Italy) and where there is
 * none (North America, Spain, Singapore …), nothing is known and nothing added.
 */
static const struct {
  const char *code;
  gsize length;
  const char *beginnings;
} numbers_without_zero[] = {
  { "81", 9, "1 2 3 4 5 6 7 8 9" }, /* Japan: geographic, freephone */
  { "81", 10, "20 50 70 80 90" },   /* mobile, IP */
  { "82", 9, "2 3 4 5 6" },         /* South Korea */
  { "82", 10, "10 3 4 5 6" },       { "886", 9, "2 3 4 5 6 8 9" }, /* Taiwan */
  { "61", 9, "2 3 4 7 8" },                                        /* Australia */
  { "44", 10, "1 2 3 7 8" },                                       /* United Kingdom */
  { "33", 9, "1 2 3 4 5 6 7 8 9" },                                /* France */
  { "41", 9, "2 3 4 5 6 7 8 9" },                                  /* Switzerland */
  { "31", 9, "1 2 3 4 5 6 7 8" },                                  /* Netherlands */
};

static gboolean
begins_with_any (const char *text, const char *beginnings)
{
  g_auto (GStrv) each = g_strsplit (beginnings, " ", -1);

  for (guint i = 0; each[i]; i++)
    if (g_str_has_prefix (text, each[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_lost_zero (const char *code, const char *number)
{
  gsize n_digits = 0;

  for (const char *p = number; *p; p++)
    n_digits += g_ascii_isdigit (*p);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers_without_zero); i++)
    if (numbers_without_zero[i].length == n_digits
        && g_str_equal (numbers_without_zero[i].code, code)
        && begins_with_any (number, numbers_without_zero[i].beginnings))
      return TRUE;
  return FALSE;
}

static char *
with_zero (const char *code, const char *number)
{
  return has_lost_zero (code, number) ? g_strconcat ("0", number, NULL) : g_strdup (number);
}

/* What follows the plus sign and the country code; "(0)" reminds of the zero, and is none. */
static char *
dup_national_number (const char *phone, const char *code)
{
  g_autoptr (GString) rest = NULL;

  if (*phone != '+' || !g_str_has_prefix (phone + 1, code)
      || g_ascii_isdigit (phone[1 + strlen (code)]))
    return NULL;
  rest = g_string_new (phone + 1 + strlen (code));
  g_string_replace (rest, "(0)", " ", 1);
  return dup_grouped_digits (rest->str);
}

/**
 * mps_contacts_correct_phone_country_code:
 *
 * Takes the country code out of a phone number as +81 3-1234-5678, and puts the
 * 0 of the country before it where that is known. Safe: after ITU-T E.123 a
 * plus sign is followed by the country code, and it must be the very one that
 * the row has in its own column.
 */
char *
mps_contacts_correct_phone_country_code (const char *const *texts, MpsContactField field)
{
  g_autofree char *phone = dup_narrow (texts[field]);
  g_autofree char *code = dup_calling_code (texts[MPS_CONTACT_COUNTRY_CODE]);
  g_autofree char *number = NULL;

  if (code)
    number = dup_national_number (phone, code);
  return number && *number ? with_zero (code, number) : NULL;
}

/**
 * mps_contacts_correct_phone_signs:
 *
 * Hyphens take the place of dots and of lines that the rules don't read as one,
 * and characters without width go. Safe: the digits and their order stay, and
 * no other sign is touched; a slash can stand between two numbers, and 一 can be
 * a digit.
 */
char *
mps_contacts_correct_phone_signs (const char *const *texts, MpsContactField field)
{
  g_autofree char *phone = dup_narrow (texts[field]);
  g_autofree char *groups = dup_grouped_digits (phone);

  return groups && !g_str_equal (groups, phone) ? g_steal_pointer (&groups) : NULL;
}

/**
 * mps_contacts_correct_phone_zero:
 *
 * Puts back the 0 that a spreadsheet takes off a number: 312345678 with country
 * code 81 is 0312345678. Safe where it is known, see numbers_without_zero.
 */
char *
mps_contacts_correct_phone_zero (const char *const *texts, MpsContactField field)
{
  g_autofree char *phone = dup_narrow (texts[field]);
  g_autofree char *code = dup_calling_code (texts[MPS_CONTACT_COUNTRY_CODE]);
  g_autofree char *number = code ? dup_grouped_digits (phone) : NULL;

  return number && has_lost_zero (code, number) ? g_strconcat ("0", number, NULL) : NULL;
}

/**
 * mps_contacts_correct_postal_code_signs:
 *
 * Takes out the postal mark 〒 and what has no width, and writes a hyphen for
 * lines that the rules don't read as one. Safe: the mark says that a postal
 * code follows and is no part of it (JIS X 0208), digits and letters stay.
 */
char *
mps_contacts_correct_postal_code_signs (const char *const *texts, MpsContactField field)
{
  g_autofree char *narrow = dup_narrow (texts[field]);
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = narrow; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_line (c))
        g_string_append_c (code, '-');
      else if (c != 0x3012 && c != 0x3020 && c != 0x3036 && !is_zero_width (c))
        g_string_append_unichar (code, c);
    }
  g_strstrip (code->str);
  return g_str_equal (code->str, narrow) ? NULL : g_strdup (code->str);
}

/*
 * Countries whose codes have one length, may begin with 0 and never had one
 * digit less: Japan had 3 and 5 digits before 1998, the United States 5 since
 * 1963, Spain 5 since 1984, France 5 since 1972 (Universal Postal Union,
 * addressing guides). Germany had 4 until 1993, so a 4 there is no 05.
 */
static const struct {
  const char *country;
  gsize length;
} codes_without_zero[] = {
  { "JP", 6 },
  { "US", 4 },
  { "ES", 4 },
  { "FR", 4 },
};

/**
 * mps_contacts_correct_postal_code_zero:
 *
 * Puts back the 0 that a spreadsheet takes off a number: 600001 in Japan is
 * 060-0001. Safe where one digit less can't be a code, see codes_without_zero;
 * only a bare number is one that a spreadsheet has read.
 */
char *
mps_contacts_correct_postal_code_zero (const char *const *texts, MpsContactField field)
{
  g_autofree char *code = dup_narrow (texts[field]);
  g_autofree char *name = dup_narrow (texts[MPS_CONTACT_COUNTRY]);
  const char *country = mps_countries_find (name);
  g_autofree char *longer = g_strconcat ("0", code, NULL);

  if (country == NULL || !is_digits (code))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (codes_without_zero); i++)
    if (g_str_equal (codes_without_zero[i].country, country)
        && codes_without_zero[i].length == strlen (code))
      return mps_postal_code_normalize (country, longer);
  return NULL;
}
