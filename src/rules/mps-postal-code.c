/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-postal-code.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *country;
  const char *shapes;
} PostalCode;

/*
 * The shapes of postal codes, after the Universal Postal Union's addressing
 * guides, sorted by country; "|" stands between the shapes of a country.
 * 9 is a digit, A a letter, X either, a small letter that letter. A space or
 * hyphen is written and may be left out or be the other one on reading; "~"
 * may be a space or hyphen on reading, and is not written. A country without
 * postal codes, or where they are not in general use, is not in the table.
 */
static const PostalCode postal_codes[] = {
  { "AD", "ad999" },
  { "AF", "9999" },
  { "AL", "9999" },
  { "AM", "9999" },
  { "AR", "A9999AAA|9999" },
  { "AS", "99999|99999-9999" },
  { "AT", "9999" },
  { "AU", "9999" },
  { "AX", "99~999" },
  { "AZ", "az 9999|9999" },
  { "BA", "99999" },
  { "BB", "bb99999" },
  { "BD", "9999" },
  { "BE", "9999" },
  { "BG", "9999" },
  { "BH", "9999|999" },
  { "BL", "99~999" },
  { "BM", "AA 99|AA AA" },
  { "BN", "AA9999" },
  { "BR", "99999-999" },
  { "BT", "99999" },
  { "BY", "999999" },
  { "CA", "A9A 9A9" },
  { "CC", "9999" },
  { "CH", "9999" },
  { "CL", "999~9999" },
  { "CN", "999999" },
  { "CO", "999999" },
  { "CR", "99999" },
  { "CU", "99999" },
  { "CV", "9999" },
  { "CX", "9999" },
  { "CY", "9999" },
  { "CZ", "999 99" },
  { "DE", "99999" },
  { "DK", "9999" },
  { "DO", "99999" },
  { "DZ", "99999" },
  { "EC", "999999" },
  { "EE", "99999" },
  { "EG", "99999|9999999" },
  { "ES", "99999" },
  { "ET", "9999" },
  { "FI", "99999" },
  { "FM", "99999|99999-9999" },
  { "FO", "999" },
  { "FR", "99~999" },
  { "GB", "AA9 9AA|A9 9AA|A99 9AA|AA99 9AA|A9A 9AA|AA9A 9AA" },
  { "GE", "9999" },
  { "GF", "99~999" },
  { "GG", "AA9 9AA|AA99 9AA" },
  { "GL", "9999" },
  { "GP", "99~999" },
  { "GR", "999 99" },
  { "GT", "99999" },
  { "GU", "99999|99999-9999" },
  { "HN", "99999" },
  { "HR", "99999" },
  { "HT", "ht9999|9999" },
  { "HU", "9999" },
  { "ID", "99999" },
  { "IE", "A99 XXXX|A9A XXXX" },
  { "IL", "9999999|99999" },
  { "IM", "AA9 9AA|AA99 9AA" },
  { "IN", "999~999" },
  { "IQ", "99999" },
  { "IR", "99999-99999" },
  { "IS", "999" },
  { "IT", "99999" },
  { "JE", "AA9 9AA|AA99 9AA" },
  { "JO", "99999" },
  { "JP", "999-9999" },
  { "KE", "99999" },
  { "KG", "999999" },
  { "KH", "999999|99999" },
  { "KR", "99999" },
  { "KW", "99999" },
  { "KY", "ky9-9999" },
  { "KZ", "999999|A99A9A9" },
  { "LA", "99999" },
  { "LI", "9999" },
  { "LK", "99999" },
  { "LT", "lt-99999|99999" },
  { "LU", "9999" },
  { "LV", "lv-9999|9999" },
  { "MA", "99999" },
  { "MC", "99~999" },
  { "MD", "md-9999|9999" },
  { "ME", "99999" },
  { "MF", "99~999" },
  { "MG", "999" },
  { "MH", "99999|99999-9999" },
  { "MK", "9999" },
  { "MN", "99999|999999" },
  { "MP", "99999|99999-9999" },
  { "MQ", "99~999" },
  { "MT", "AAA 9999" },
  { "MU", "99999" },
  { "MV", "99999" },
  { "MX", "99999" },
  { "MY", "99999" },
  { "NC", "99~999" },
  { "NG", "999999" },
  { "NI", "99999" },
  { "NL", "9999 AA" },
  { "NO", "9999" },
  { "NP", "99999" },
  { "NZ", "9999" },
  { "OM", "999" },
  { "PE", "99999" },
  { "PF", "99~999" },
  { "PG", "999" },
  { "PH", "9999" },
  { "PK", "99999" },
  { "PL", "99-999" },
  { "PM", "99~999" },
  { "PR", "99999|99999-9999" },
  { "PT", "9999-999" },
  { "PW", "99999|99999-9999" },
  { "PY", "999999|9999" },
  { "RE", "99~999" },
  { "RO", "999999" },
  { "RS", "99999|999999" },
  { "RU", "999999" },
  { "SA", "99999|99999-9999" },
  { "SE", "999 99" },
  { "SG", "999999" },
  { "SI", "9999" },
  { "SK", "999 99" },
  { "SM", "99999" },
  { "SN", "99999" },
  { "SV", "9999" },
  { "SZ", "A999" },
  { "TH", "99999" },
  { "TJ", "999999" },
  { "TM", "999999" },
  { "TN", "9999" },
  { "TR", "99999" },
  { "TW", "999|999~99|999~999" },
  { "TZ", "99999" },
  { "UA", "99999" },
  { "US", "99999|99999-9999" },
  { "UY", "99999" },
  { "UZ", "999999" },
  { "VA", "99999" },
  { "VE", "9999" },
  { "VI", "99999|99999-9999" },
  { "VN", "99999|999999" },
  { "WF", "99~999" },
  { "YT", "99~999" },
  { "ZA", "9999" },
  { "ZM", "99999" },
};

static int
compare_country (const void *key, const void *element)
{
  return strcmp (key, ((const PostalCode *) element)->country);
}

static const PostalCode *
find (const char *country)
{
  return bsearch (country, postal_codes, G_N_ELEMENTS (postal_codes), sizeof *postal_codes,
                  compare_country);
}

static gboolean
fits (char shape, char c)
{
  switch (shape)
    {
    case '9':
      return g_ascii_isdigit (c);
    case 'A':
      return g_ascii_isalpha (c);
    case 'X':
      return g_ascii_isalnum (c);
    default:
      return g_ascii_tolower (c) == shape;
    }
}

/* Writes @text into @code as the shape of @length characters wants it, if it fits. */
static gboolean
read_shape (const char *shape, gsize length, const char *text, GString *code)
{
  g_string_truncate (code, 0);
  for (gsize i = 0; i < length; i++)
    {
      if (strchr (" -~", shape[i]))
        {
          text += strspn (text, " -");
          g_string_append_len (code, &shape[i], shape[i] == '~' ? 0 : 1);
        }
      else if (fits (shape[i], *text))
        g_string_append_c (code, g_ascii_toupper (*text++));
      else
        return FALSE;
    }
  return *text == '\0';
}

/**
 * mps_postal_code_is_known:
 * @country: an alpha-2 code
 *
 * Returns: whether addresses in the country have a postal code, whose shape is known
 */
gboolean
mps_postal_code_is_known (const char *country)
{
  return find (country) != NULL;
}

/**
 * mps_postal_code_normalize:
 * @country: an alpha-2 code
 * @text: a postal code, without spaces around it
 *
 * Returns: (transfer full) (nullable): the code as the country writes it, as
 *   123-4567 for 1234567 in Japan; %NULL if it does not have the shape of the
 *   country's codes; @text itself if the country has none
 */
char *
mps_postal_code_normalize (const char *country, const char *text)
{
  const PostalCode *entry = find (country);
  g_autoptr (GString) code = g_string_new (NULL);

  if (!entry)
    return g_strdup (text);
  for (const char *shape = entry->shapes; *shape;)
    {
      gsize length = strcspn (shape, "|");

      if (read_shape (shape, length, text, code))
        return g_strdup (code->str);
      shape += length + (shape[length] == '|' ? 1 : 0);
    }
  return NULL;
}

/**
 * mps_postal_code_dup_example:
 * @country: the alpha-2 code of a country with postal codes
 *
 * Returns: (transfer full): what a postal code of the country looks like, as 123-4567
 */
char *
mps_postal_code_dup_example (const char *country)
{
  GString *example = g_string_new (NULL);
  char digit = '1', letter = 'A';

  for (const char *shape = find (country)->shapes; *shape && *shape != '|'; shape++)
    if (*shape == '9')
      {
        g_string_append_c (example, digit);
        digit = digit == '9' ? '0' : digit + 1;
      }
    else if (*shape == 'A' || *shape == 'X')
      g_string_append_c (example, letter++);
    else if (*shape != '~')
      g_string_append_c (example, g_ascii_toupper (*shape));
  return g_string_free_and_steal (example);
}
