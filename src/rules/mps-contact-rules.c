/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-rules.h"

#include "fleet/mps-text.h"
#include "mps-countries.h"
#include "mps-email.h"
#include "mps-postal-code.h"

#include <glib/gi18n.h>
#include <string.h>

#define MIN_PHONE_DIGITS 4
#define MAX_PHONE_DIGITS 14
#define MAX_PHONE_DIGITS_WITH_CODE 15

/* Where the country has postal codes, their shape decides. */
#define MAX_FREE_POSTAL_CODE 16

/*
 * Source: contacts-file, the table of columns. Lengths are in characters; a
 * column without one has a rule of its own, which what is too long breaks.
 */
static const struct {
  guint max_length;
  gboolean required;
  gboolean folded;
} columns[MPS_N_CONTACT_FIELDS] = {
  [MPS_CONTACT_FIRST_NAME] = { 64, TRUE, FALSE },
  [MPS_CONTACT_LAST_NAME] = { 64, TRUE, FALSE },
  [MPS_CONTACT_COMPANY] = { 128, TRUE, FALSE },
  [MPS_CONTACT_EMAIL] = { 254, FALSE, TRUE },
  [MPS_CONTACT_COUNTRY_CODE] = { 0, TRUE, TRUE },
  [MPS_CONTACT_PHONE] = { 0, TRUE, TRUE },
  [MPS_CONTACT_EXTENSION] = { 10, FALSE, TRUE },
  [MPS_CONTACT_ADDRESS_LINE_1] = { 128, TRUE, FALSE },
  [MPS_CONTACT_ADDRESS_LINE_2] = { 128, FALSE, FALSE },
  [MPS_CONTACT_CITY] = { 64, TRUE, FALSE },
  [MPS_CONTACT_STATE_OR_PROVINCE] = { 64, FALSE, FALSE },
  [MPS_CONTACT_POSTAL_CODE] = { 0, FALSE, TRUE },
  [MPS_CONTACT_COUNTRY] = { 0, TRUE, TRUE },
};

/* Where an address is not complete without one, after the Universal Postal Union. */
static const char *const countries_with_states[] = {
  "AU", "BR", "CA", "CN", "ES", "IN", "IT", "JP", "KR", "MX", "MY", "PH", "TH", "US", NULL,
};

/* A cell is either what will be stored, or the reason why it is refused. */
typedef struct {
  guint line;
  char *cells[MPS_N_CONTACT_FIELDS];
  MpsProblem *problems[MPS_N_CONTACT_FIELDS];
} Check;

/* Takes a format that is marked for translation, or is translated already where it counts. */
static void G_GNUC_PRINTF (4, 5)
    refuse (Check *self, MpsContactField field, const char *code, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (_ (format), args);
  va_end (args);
  self->problems[field]
      = mps_problem_new (self->line, mps_contact_field_get_header (field), code, "%s", reason);
  if (strchr (format, '%') == NULL)
    self->problems[field]->english = format;
  g_clear_pointer (&self->cells[field], g_free);
}

/* Full-width spaces are spaces too. */
static char *
trimmed (const char *text)
{
  const char *end = text + strlen (text);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

static void
refuse_as_too_long (Check *self, MpsContactField field, guint max_length)
{
  refuse (self, field, "too-long",
          ngettext ("Shorten this to %u character or less.",
                    "Shorten this to %u characters or less.", max_length),
          max_length);
}

static void
check_cell (Check *self, MpsContactField field, const char *raw)
{
  g_autofree char *folded = NULL;
  guint max_length = columns[field].max_length;

  if (!g_utf8_validate (raw, -1, NULL) || mps_text_has_control (raw))
    {
      refuse (self, field, "control-character",
              N_ ("Remove the line breaks, tabs and other invisible characters."));
      return;
    }
  folded = columns[field].folded ? mps_text_narrow (raw) : g_strdup (raw);
  self->cells[field] = trimmed (folded);
  if (columns[field].required && !*self->cells[field])
    refuse (self, field, "required", N_ ("This must be filled in."));
  else if (max_length > 0 && g_utf8_strlen (self->cells[field], -1) > max_length)
    refuse_as_too_long (self, field, max_length);
}

static gboolean
is_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* A keyboard for Japanese offers many lines that look like a hyphen, and NFKC keeps them. */
static char *
with_plain_hyphens (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean hyphen = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC;

      g_string_append_unichar (plain, hyphen ? '-' : c);
    }
  return g_string_free_and_steal (plain);
}

static void
check_email (Check *self)
{
  const char *email = self->cells[MPS_CONTACT_EMAIL];

  if (email && *email && !mps_email_is_address (email))
    refuse (self, MPS_CONTACT_EMAIL, "bad-email",
            N_ ("Enter one e-mail address, such as name@example.com."));
}

static void
check_country_code (Check *self)
{
  const char *code = self->cells[MPS_CONTACT_COUNTRY_CODE];

  if (code && !is_digits (code))
    refuse (self, MPS_CONTACT_COUNTRY_CODE, "not-digits",
            N_ ("Enter digits only, without a plus sign, such as 81 for Japan."));
  else if (code && !mps_countries_is_calling_code (code))
    refuse (self, MPS_CONTACT_COUNTRY_CODE, "unknown-calling-code",
            N_ ("No country has this calling code. Enter one that is in use, such as 81 for "
                "Japan."));
}

static char *
phone_digits (const char *phone)
{
  g_autofree char *plain = with_plain_hyphens (phone);
  GString *digits = g_string_new (NULL);

  for (const char *p = plain; *p; p++)
    if (!strchr (" -()", *p))
      g_string_append_c (digits, *p);
  return g_string_free_and_steal (digits);
}

static void
check_phone (Check *self)
{
  const char *code = self->cells[MPS_CONTACT_COUNTRY_CODE];
  g_autofree char *digits = NULL;
  gsize n_digits;

  if (!self->cells[MPS_CONTACT_PHONE])
    return;
  digits = phone_digits (self->cells[MPS_CONTACT_PHONE]);
  n_digits = strlen (digits);
  if (!is_digits (digits))
    refuse (self, MPS_CONTACT_PHONE, "bad-phone",
            N_ ("Enter digits, spaces, hyphens and parentheses only."));
  else if (n_digits < MIN_PHONE_DIGITS || n_digits > MAX_PHONE_DIGITS)
    refuse (self, MPS_CONTACT_PHONE, "bad-phone", N_ ("Enter a number of %d to %d digits."),
            MIN_PHONE_DIGITS, MAX_PHONE_DIGITS);
  else if (code && strlen (code) + n_digits > MAX_PHONE_DIGITS_WITH_CODE)
    refuse (self, MPS_CONTACT_PHONE, "bad-phone",
            N_ ("Country code and phone number may have %d digits together. Enter a shorter "
                "number."),
            MAX_PHONE_DIGITS_WITH_CODE);
  else
    g_set_str (&self->cells[MPS_CONTACT_PHONE], digits);
}

static void
check_extension (Check *self)
{
  const char *extension = self->cells[MPS_CONTACT_EXTENSION];

  if (extension && !is_digits (extension))
    refuse (self, MPS_CONTACT_EXTENSION, "not-digits",
            N_ ("Enter digits only, or leave it empty."));
}

static void
check_country (Check *self)
{
  const char *country = self->cells[MPS_CONTACT_COUNTRY];
  const char *code = country ? mps_countries_find (country) : NULL;

  if (code)
    g_set_str (&self->cells[MPS_CONTACT_COUNTRY], code);
  else if (country)
    refuse (self, MPS_CONTACT_COUNTRY, "unknown-country",
            N_ ("No country is called so. Enter its two-letter code, such as JP, or its English "
                "or Japanese name."));
}

static void
check_state (Check *self)
{
  const char *state = self->cells[MPS_CONTACT_STATE_OR_PROVINCE];
  const char *country = self->cells[MPS_CONTACT_COUNTRY];

  if (state && !*state && country && mps_contact_rules_needs_state (country))
    refuse (self, MPS_CONTACT_STATE_OR_PROVINCE, "required",
            N_ ("Addresses in this country (%s) need a state, province or prefecture. Fill it in."),
            mps_countries_get_name_of (country));
}

/* Replaces @code by the code as @country writes it. */
static void
check_known_postal_code (Check *self, const char *country, const char *code)
{
  g_autofree char *normal = mps_postal_code_normalize (country, code);
  g_autofree char *example = mps_postal_code_dup_example (country);

  if (normal)
    g_set_str (&self->cells[MPS_CONTACT_POSTAL_CODE], normal);
  else if (*code)
    refuse (self, MPS_CONTACT_POSTAL_CODE, "bad-postal-code",
            N_ ("Enter a postal code of this country (%s), such as %s."),
            mps_countries_get_name_of (country), example);
  else
    refuse (self, MPS_CONTACT_POSTAL_CODE, "required",
            N_ ("Addresses in this country (%s) need a postal code, such as %s. Fill it in."),
            mps_countries_get_name_of (country), example);
}

static void
check_postal_code (Check *self)
{
  const char *code = self->cells[MPS_CONTACT_POSTAL_CODE];
  const char *country = self->cells[MPS_CONTACT_COUNTRY];
  g_autofree char *plain = code ? with_plain_hyphens (code) : NULL;

  if (plain && country && mps_postal_code_is_known (country))
    check_known_postal_code (self, country, plain);
  else if (plain && g_utf8_strlen (plain, -1) > MAX_FREE_POSTAL_CODE)
    refuse_as_too_long (self, MPS_CONTACT_POSTAL_CODE, MAX_FREE_POSTAL_CODE);
}

static gboolean
finish (Check *self, MpsContactRecord *record, GPtrArray *problems)
{
  guint n_problems_before = problems->len;

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    if (self->problems[i])
      g_ptr_array_add (problems, self->problems[i]);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    {
      if (problems->len == n_problems_before)
        g_set_str (&record->fields[i], self->cells[i]);
      g_free (self->cells[i]);
    }
  return problems->len == n_problems_before;
}

/**
 * mps_contact_rules_check:
 * @raw: (array fixed-size=13): the cells as they were typed, in the order of
 *   #MpsContactField; need not be valid in any way, and %NULL is an empty one
 * @line: the line of the file for the problems, or 0
 * @record: gets the fields as they are stored, if nothing is wrong; else it
 *   stays as it is
 * @problems: (element-type MpsProblem): gets one for every cell that is wrong,
 *   in the order of the columns; their column is the English header
 *
 * The one validator of contacts (source: contacts-file), for files, forms and
 * the command line. Any thread.
 *
 * Returns: whether nothing is wrong
 */
gboolean
mps_contact_rules_check (const char *const raw[MPS_N_CONTACT_FIELDS], guint line,
                         MpsContactRecord *record, GPtrArray *problems)
{
  Check check = { .line = line };

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    check_cell (&check, i, raw[i] ? raw[i] : "");
  check_email (&check);
  check_country_code (&check);
  check_phone (&check);
  check_extension (&check);
  check_country (&check);
  check_state (&check);
  check_postal_code (&check);
  return finish (&check, record, problems);
}

/**
 * mps_contact_rules_needs_state:
 * @country: an alpha-2 code
 *
 * Returns: whether an address in @country must name its state, province or prefecture
 */
gboolean
mps_contact_rules_needs_state (const char *country)
{
  return g_strv_contains (countries_with_states, country);
}
