/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-countries.h"

#include "fleet/mps-text.h"
#include "mps-catalogue.h"

#include <json-glib/json-glib.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "iso_3166-1"
#define LOCALE_DIR ISO_CODES_PREFIX "/share/locale"
#define COUNTRIES_FILE ISO_CODES_PREFIX "/share/iso-codes/json/iso_3166-1.json"
#define JAPANESE_FILE LOCALE_DIR "/ja/LC_MESSAGES/iso_3166-1.mo"

typedef struct {
  char code[3];
  const char *name; /* in the language of the process */
} Country;

typedef struct {
  GArray *countries; /* Country, by name as people sort them */
  GHashTable *codes; /* folded code or name → code */
} Countries;

/* What people write for a country and iso-codes does not have. */
static const struct {
  const char *name;
  const char *code;
} everyday_names[] = {
  { "UK", "GB" },           { "USA", "US" },          { "日本国", "JP" },
  { "アメリカ", "US" },     { "イギリス", "GB" },     { "韓国", "KR" },
  { "大韓民国", "KR" },     { "北朝鮮", "KP" },       { "オーストラリア", "AU" },
  { "ロシア", "RU" },       { "トルコ", "TR" },       { "チェコ", "CZ" },
  { "チェコ共和国", "CZ" }, { "ジョージア", "GE" },   { "モンゴル", "MN" },
  { "ラオス", "LA" },       { "ブルネイ", "BN" },     { "イラン", "IR" },
  { "シリア", "SY" },       { "キルギス", "KG" },     { "エリトリア", "ER" },
  { "バチカン", "VA" },     { "北マケドニア", "MK" }, { "エスワティニ", "SZ" },
};

/*
 * The country codes of ITU-T E.164 that are assigned to a country, an area or
 * a worldwide service, sorted as text.
 */
static const char *const calling_codes[] = {
  "1",   "20",  "211", "212", "213", "216", "218", "220", "221", "222", "223", "224", "225", "226",
  "227", "228", "229", "230", "231", "232", "233", "234", "235", "236", "237", "238", "239", "240",
  "241", "242", "243", "244", "245", "246", "247", "248", "249", "250", "251", "252", "253", "254",
  "255", "256", "257", "258", "260", "261", "262", "263", "264", "265", "266", "267", "268", "269",
  "27",  "290", "291", "297", "298", "299", "30",  "31",  "32",  "33",  "34",  "350", "351", "352",
  "353", "354", "355", "356", "357", "358", "359", "36",  "370", "371", "372", "373", "374", "375",
  "376", "377", "378", "379", "380", "381", "382", "383", "385", "386", "387", "389", "39",  "40",
  "41",  "420", "421", "423", "43",  "44",  "45",  "46",  "47",  "48",  "49",  "500", "501", "502",
  "503", "504", "505", "506", "507", "508", "509", "51",  "52",  "53",  "54",  "55",  "56",  "57",
  "58",  "590", "591", "592", "593", "594", "595", "596", "597", "598", "599", "60",  "61",  "62",
  "63",  "64",  "65",  "66",  "670", "672", "673", "674", "675", "676", "677", "678", "679", "680",
  "681", "682", "683", "685", "686", "687", "688", "689", "690", "691", "692", "7",   "800", "808",
  "81",  "82",  "84",  "850", "852", "853", "855", "856", "86",  "870", "878", "880", "881", "882",
  "883", "886", "90",  "91",  "92",  "93",  "94",  "95",  "960", "961", "962", "963", "964", "965",
  "966", "967", "968", "970", "971", "972", "973", "974", "975", "976", "977", "979", "98",  "992",
  "993", "994", "995", "996", "998",
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Country *) a)->name, ((const Country *) b)->name);
}

static int
compare_texts (const void *key, const void *element)
{
  return strcmp (key, *(const char *const *) element);
}

static void
add_name (Countries *self, const char *name, const char *code)
{
  g_autofree char *folded = name ? mps_text_fold_identity (name) : NULL;

  if (folded && !g_hash_table_contains (self->codes, folded))
    g_hash_table_insert (self->codes, g_steal_pointer (&folded), (gpointer) code);
}

/*
 * "South Korea" serves people better than "Korea, Republic of", but a
 * translator may have done only the latter.
 */
static const char *
choose_name (JsonObject *entry)
{
  const char *name = json_object_get_string_member (entry, "name");
  const char *common = json_object_get_string_member_with_default (entry, "common_name", name);
  const char *translated_name = dgettext (DOMAIN, name);
  const char *translated_common = dgettext (DOMAIN, common);

  if (translated_common == common && translated_name != name)
    return g_intern_string (translated_name);
  return g_intern_string (translated_common);
}

static void
add_country (Countries *self, JsonObject *entry, MpsCatalogue *japanese)
{
  static const char *const kinds[] = { "alpha_2", "name", "common_name", "official_name" };
  const char *code = g_intern_string (json_object_get_string_member (entry, "alpha_2"));
  Country country = { .name = choose_name (entry) };

  g_strlcpy (country.code, code, sizeof country.code);
  g_array_append_val (self->countries, country);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = json_object_get_string_member_with_default (entry, kinds[i], NULL);

      add_name (self, name, code);
      if (name && japanese)
        add_name (self, mps_catalogue_translate (japanese, name), code);
    }
}

static void
load_countries (Countries *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (MpsCatalogue) japanese = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *entries;

  if (!json_parser_load_from_file (parser, COUNTRIES_FILE, &error))
    {
      g_warning ("No country is known, because iso-codes cannot be read: %s", error->message);
      return;
    }
  japanese = mps_catalogue_open (JAPANESE_FILE, &error);
  if (!japanese)
    g_warning ("Countries are not known by their Japanese names: %s", error->message);

  entries = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "3166-1");
  for (guint i = 0; i < json_array_get_length (entries); i++)
    add_country (self, json_array_get_object_element (entries, i), japanese);
  for (gsize i = 0; i < G_N_ELEMENTS (everyday_names); i++)
    add_name (self, everyday_names[i].name, everyday_names[i].code);
  g_array_sort (self->countries, compare_names);
}

static gpointer
new_countries (gpointer unused)
{
  Countries *self = g_new0 (Countries, 1);

  bindtextdomain (DOMAIN, LOCALE_DIR);
  bind_textdomain_codeset (DOMAIN, "UTF-8");
  self->countries = g_array_new (FALSE, FALSE, sizeof (Country));
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  load_countries (self);
  return self;
}

static const Countries *
get_countries (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, new_countries, NULL);
}

/**
 * mps_countries_get_n:
 *
 * Returns: how many countries there are
 */
guint
mps_countries_get_n (void)
{
  return get_countries ()->countries->len;
}

/**
 * mps_countries_get_code:
 * @index: less than mps_countries_get_n(); countries are sorted by name
 *
 * Returns: the alpha-2 code, as JP; static
 */
const char *
mps_countries_get_code (guint index)
{
  g_return_val_if_fail (index < mps_countries_get_n (), NULL);
  return g_array_index (get_countries ()->countries, Country, index).code;
}

/**
 * mps_countries_get_name:
 * @index: less than mps_countries_get_n()
 *
 * Returns: the name in the language of the process; static
 */
const char *
mps_countries_get_name (guint index)
{
  g_return_val_if_fail (index < mps_countries_get_n (), NULL);
  return g_array_index (get_countries ()->countries, Country, index).name;
}

/**
 * mps_countries_find:
 * @text: valid UTF-8
 *
 * Finds a country by its alpha-2 code or by any of its English and Japanese
 * names, whatever the width, case and spacing.
 *
 * Returns: (transfer none) (nullable): the alpha-2 code, or %NULL
 */
const char *
mps_countries_find (const char *text)
{
  g_autofree char *folded = mps_text_fold_identity (text);

  return g_hash_table_lookup (get_countries ()->codes, folded);
}

/**
 * mps_countries_get_name_of:
 * @code: an alpha-2 code, upper case
 *
 * Returns: the name in the language of the process, or @code itself if there
 *   is no such country
 */
const char *
mps_countries_get_name_of (const char *code)
{
  const GArray *countries = get_countries ()->countries;

  for (guint i = 0; i < countries->len; i++)
    if (g_str_equal (g_array_index (countries, Country, i).code, code))
      return g_array_index (countries, Country, i).name;
  return code;
}

/**
 * mps_countries_is_calling_code:
 * @digits: any text
 *
 * Returns: whether @digits is a telephone calling code in use, as 81
 */
gboolean
mps_countries_is_calling_code (const char *digits)
{
  return bsearch (digits, calling_codes, G_N_ELEMENTS (calling_codes), sizeof *calling_codes,
                  compare_texts)
         != NULL;
}
