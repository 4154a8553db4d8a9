/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-records.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Prints invented data, the same for the same number of rows:
 *
 * fleet N          a fleet list of N printers
 * changed-fleet N  the same, in which every hundredth printer has another firmware
 * contacts N       a contacts file of N contacts, half of them Japanese
 * contact-rows N   the same contacts as CSV for the table of a database: what is typed, and what
 *                  makes two the same one
 */
#define SEED 20261122

static const char *const models[]
    = { "CX730de", "CX735adse", "MX431adn", "MX432adwe",  "MS431dw", "CS632dwe",
        "XC4342",  "MB2236adw", "MX931dse", "CX943adtse", "MS631dw", "C3426dw" };
static const char *const places[] = { "東京本社",   "大阪支店",      "名古屋支店",   "福岡営業所",
                                      "札幌営業所", "Boston office", "Zürich office" };
static const char *const versions[] = { "1.4.0", "1.10.2", "1.3.10", "1.3.9", "1.2.0" };

static const char *const family_names[]
    = { "鈴木", "佐藤", "高橋", "田中", "渡辺", "伊東", "山本", "中村", "小林", "加藤" };
static const char *const given_names[] = { "花子", "太郎", "さくら", "翔", "美咲", "健", "陽子" };
static const char *const cities[] = { "千代田区", "大阪市", "名古屋市", "横浜市", "福岡市" };
static const char *const prefectures[] = { "東京都", "大阪府", "愛知県", "神奈川県", "福岡県" };
static const char *const last_names[] = { "Müller", "Smith",  "García", "Jones",   "Rossi",
                                          "Nowak",  "Dubois", "Olsen",  "O’Brien", "Silva" };
static const char *const first_names[] = { "Anna", "José", "Zoë", "John", "Maria", "Lars", "Eva" };
static const char *const towns[] = { "Berlin", "München", "Köln", "Hamburg", "Dresden" };

#define PICK(chance, texts) texts[g_rand_int_range (chance, 0, G_N_ELEMENTS (texts))]

static const char *
pick_managed (GRand *chance)
{
  const int percent = g_rand_int_range (chance, 0, 100);

  if (percent < 90)
    return "";
  if (percent < 96)
    return "MPS Express";
  return percent < 98 ? "MPS Express (Pending)" : "Registration failed";
}

/* Serial numbers say when a printer was made, and a list has printers by where they stand: each
 * number once, in no order. */
static guint32
shuffle (guint32 i)
{
  i *= 0x9E3779B1;
  i ^= i >> 15;
  i *= 0x85EBCA6B;
  return i ^ i >> 13;
}

static void
print_printer (GRand *chance, guint i, gboolean is_changed)
{
  const int pages = g_rand_int_range (chance, -300, 6000);

  printf ("G%010uX,%s,10.%u.%u.%u,prn-%07u.example.com,", shuffle (i), PICK (chance, models),
          i >> 16 & 255, i >> 8 & 255, i & 255, i);
  printf ("%s %dF,A-%06d,", PICK (chance, places), g_rand_int_range (chance, 1, 31),
          g_rand_int_range (chance, 0, 1000000));
  printf ("MXTCT.%d.%03d%s,", g_rand_int_range (chance, 200, 261),
          g_rand_int_range (chance, 0, 100), is_changed ? "b" : "");
  if (pages >= 0)
    printf ("%d", pages);
  printf (",%s,Agent %u,Fleet Agent,%s,Communicating\r\n", pick_managed (chance), i % 5 + 1,
          versions[i % G_N_ELEMENTS (versions)]);
}

static void
print_fleet (guint n_rows, gboolean is_changed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);

  printf ("Serial number,Model,IP address,Host name,Location,Asset tag,Firmware,"
          "Average monthly pages,Lexmark Managed,Agent,Agent kind,Agent version,"
          "Communication\r\n");
  for (guint i = 0; i < n_rows; i++)
    print_printer (chance, i, is_changed && i % 100 == 7);
}

static void
fill_japanese (MpsContactRecord *contact, GRand *chance, guint i)
{
  const guint place = g_rand_int_range (chance, 0, G_N_ELEMENTS (cities));
  char **fields = contact->fields;

  fields[MPS_CONTACT_FIRST_NAME] = g_strdup (PICK (chance, given_names));
  fields[MPS_CONTACT_LAST_NAME] = g_strdup (PICK (chance, family_names));
  fields[MPS_CONTACT_COMPANY] = g_strdup_printf ("株式会社サンプル%u", i % 5000);
  fields[MPS_CONTACT_COUNTRY_CODE] = g_strdup ("81");
  fields[MPS_CONTACT_PHONE] = g_strdup_printf ("03%08u", i);
  fields[MPS_CONTACT_ADDRESS_LINE_1] = g_strdup_printf ("丸の内%u-%u", i % 97 + 1, i);
  fields[MPS_CONTACT_CITY] = g_strdup (cities[place]);
  fields[MPS_CONTACT_STATE_OR_PROVINCE] = g_strdup (prefectures[place]);
  fields[MPS_CONTACT_POSTAL_CODE] = g_strdup_printf ("%03u-%04u", i % 900 + 100, i % 10000);
  fields[MPS_CONTACT_COUNTRY] = g_strdup ("JP");
}

static void
fill_latin (MpsContactRecord *contact, GRand *chance, guint i)
{
  char **fields = contact->fields;

  fields[MPS_CONTACT_FIRST_NAME] = g_strdup (PICK (chance, first_names));
  fields[MPS_CONTACT_LAST_NAME] = g_strdup (PICK (chance, last_names));
  fields[MPS_CONTACT_COMPANY] = g_strdup_printf ("Example %u GmbH", i % 5000);
  fields[MPS_CONTACT_COUNTRY_CODE] = g_strdup ("49");
  fields[MPS_CONTACT_PHONE] = g_strdup_printf ("30%08u", i);
  fields[MPS_CONTACT_ADDRESS_LINE_1] = g_strdup_printf ("Hauptstraße %u", i);
  fields[MPS_CONTACT_CITY] = g_strdup (PICK (chance, towns));
  fields[MPS_CONTACT_STATE_OR_PROVINCE] = g_strdup ("");
  fields[MPS_CONTACT_POSTAL_CODE] = g_strdup_printf ("%05u", i % 90000 + 10000);
  fields[MPS_CONTACT_COUNTRY] = g_strdup ("DE");
}

static MpsContactRecord *
make_contact (GRand *chance, guint i)
{
  MpsContactRecord *contact = g_new0 (MpsContactRecord, 1);

  contact->fields[MPS_CONTACT_EMAIL] = g_strdup_printf ("person%07u@example.com", i);
  contact->fields[MPS_CONTACT_EXTENSION] = g_strdup (i % 3 == 0 ? "12" : "");
  contact->fields[MPS_CONTACT_ADDRESS_LINE_2] = g_strdup ("");
  if (i % 2 == 0)
    fill_japanese (contact, chance, i);
  else
    fill_latin (contact, chance, i);
  return contact;
}

static void
print_contacts (guint n_rows, gboolean is_table)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);

  for (guint field = 0; field < MPS_N_CONTACT_FIELDS; field++)
    printf ("%s%s", field > 0 ? "," : "",
            is_table ? mps_contact_field_get_id (field) : mps_contact_field_get_header (field));
  printf ("%s\r\n", is_table ? ",identity" : "");
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (MpsContactRecord) contact = make_contact (chance, i);
      g_autofree char *identity = mps_contact_record_dup_identity (contact);

      for (guint field = 0; field < MPS_N_CONTACT_FIELDS; field++)
        printf ("%s%s", field > 0 ? "," : "", contact->fields[field]);
      if (is_table)
        printf (",\"%s\"", identity);
      printf ("\r\n");
    }
}

int
main (int argc, char **argv)
{
  const char *what = argc == 3 ? argv[1] : "";
  const guint n_rows = argc == 3 ? (guint) strtoul (argv[2], NULL, 10) : 0;

  if (g_str_equal (what, "fleet") || g_str_equal (what, "changed-fleet"))
    print_fleet (n_rows, g_str_equal (what, "changed-fleet"));
  else if (g_str_equal (what, "contacts") || g_str_equal (what, "contact-rows"))
    print_contacts (n_rows, g_str_equal (what, "contact-rows"));
  else
    {
      fprintf (stderr, "Usage: bench-generate fleet|changed-fleet|contacts|contact-rows N\n");
      return 2;
    }
  return fflush (stdout) == 0 ? 0 : 1;
}
