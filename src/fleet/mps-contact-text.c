/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-records.h"

#include <glib/gi18n.h>

/* How a contact is shown to people. */

static gboolean
is_east_asian (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    switch (g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/**
 * mps_contact_name_is_family_first:
 * @first: the given name
 * @last: the family name
 * @country: the ISO 3166-1 alpha-2 code of the address
 *
 * Returns: whether the name is read family name first: it is Japanese, and
 *   not written in Latin letters
 */
gboolean
mps_contact_name_is_family_first (const char *first, const char *last, const char *country)
{
  return g_str_equal (country, "JP") && (is_east_asian (last) || is_east_asian (first));
}

/**
 * mps_contact_name_format:
 * @first: the given name
 * @last: the family name
 * @family_first: what mps_contact_name_is_family_first() says of them
 *
 * Returns: (transfer full): the whole name
 */
char *
mps_contact_name_format (const char *first, const char *last, gboolean family_first)
{
  return g_strstrip (
      g_strjoin (" ", family_first ? last : first, family_first ? first : last, NULL));
}

/**
 * mps_contact_record_dup_name:
 * @record: a complete record
 *
 * Returns: (transfer full): the whole name, in the order in which it is read
 */
char *
mps_contact_record_dup_name (const MpsContactRecord *record)
{
  const char *first = record->fields[MPS_CONTACT_FIRST_NAME];
  const char *last = record->fields[MPS_CONTACT_LAST_NAME];
  const char *country = record->fields[MPS_CONTACT_COUNTRY];

  return mps_contact_name_format (first, last,
                                  mps_contact_name_is_family_first (first, last, country));
}

/**
 * mps_contact_record_dup_phone:
 * @record: a complete record
 *
 * Returns: (transfer full): the phone number with country code and extension,
 *   as it is dialled from abroad; "" when there is none
 */
char *
mps_contact_record_dup_phone (const MpsContactRecord *record)
{
  const char *code = record->fields[MPS_CONTACT_COUNTRY_CODE];
  const char *phone = record->fields[MPS_CONTACT_PHONE];
  const char *extension = record->fields[MPS_CONTACT_EXTENSION];

  if (*phone == '\0')
    return g_strdup ("");
  if (*extension == '\0')
    return g_strdup_printf ("+%s %s", code, phone);
  /* Translators: a phone number: country code, number and extension. */
  return g_strdup_printf (_ ("+%s %s ext. %s"), code, phone, extension);
}

static char *
dup_japanese_address (char *const *fields)
{
  g_autofree char *place
      = g_strconcat (fields[MPS_CONTACT_STATE_OR_PROVINCE], fields[MPS_CONTACT_CITY],
                     fields[MPS_CONTACT_ADDRESS_LINE_1], NULL);

  return g_strstrip (g_strdup_printf ("〒%s %s %s", fields[MPS_CONTACT_POSTAL_CODE], place,
                                      fields[MPS_CONTACT_ADDRESS_LINE_2]));
}

/**
 * mps_contact_record_dup_address:
 * @record: a complete record
 *
 * Returns: (transfer full): the address on one line, from the region down when
 *   it is written in Japanese, else from the street up
 */
char *
mps_contact_record_dup_address (const MpsContactRecord *record)
{
  static const MpsContactField parts[] = {
    MPS_CONTACT_ADDRESS_LINE_1,    MPS_CONTACT_ADDRESS_LINE_2, MPS_CONTACT_CITY,
    MPS_CONTACT_STATE_OR_PROVINCE, MPS_CONTACT_POSTAL_CODE,    MPS_CONTACT_COUNTRY,
  };
  char *const *fields = record->fields;
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) filled = NULL;

  if (g_str_equal (fields[MPS_CONTACT_COUNTRY], "JP")
      && is_east_asian (fields[MPS_CONTACT_ADDRESS_LINE_1]))
    return dup_japanese_address (fields);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*fields[parts[i]])
      g_strv_builder_add (line, fields[parts[i]]);
  filled = g_strv_builder_end (line);
  return g_strjoinv (", ", filled);
}
