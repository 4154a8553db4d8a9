/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-contact-list.h"
#include "fleet/mps-contact.h"
#include "fleet/mps-printer-list.h"
#include "fleet/mps-printer.h"

#include <locale.h>
#include <stdlib.h>

static char *
list_to_string (gpointer list)
{
  GString *string = g_string_new (NULL);
  MpsFleet *fleet = mps_row_list_get_fleet (list);
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (list, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 id = MPS_IS_CONTACT_LIST (list) ? mps_fleet_get_contact_id (fleet, rows[i])
                                             : mps_fleet_get_id (fleet, rows[i]);

      g_string_append_printf (string, i > 0 ? " %d" : "%d", (int) id);
    }
  return g_string_free_and_steal (string);
}

#define assert_list(list, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = list_to_string (list);                                                \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
assert_order (gpointer list, int column, const char *ascending, const char *descending)
{
  mps_row_list_set_sort (list, column, FALSE);
  assert_list (list, ascending);
  mps_row_list_set_sort (list, column, TRUE);
  assert_list (list, descending);
}

static void
assert_found (gpointer list, const char *search, const char *expected)
{
  mps_row_list_set_search (list, search);
  assert_list (list, expected);
}

/* Printers 1 … n, of which a function sets what matters. */
static MpsFleet *
make_fleet_of (const char *const *texts, void (*set) (MpsPrinterRecord *record, const char *text))
{
  MpsFleet *fleet = mps_fleet_new ();

  for (int i = 0; texts[i]; i++)
    {
      MpsPrinterRecord *record = make_printer (i + 1);

      set (record, texts[i]);
      add_printer (fleet, record);
    }
  return fleet;
}

static void
set_serial (MpsPrinterRecord *record, const char *text)
{
  g_set_str (&record->serial, text);
}

static void
set_host_name (MpsPrinterRecord *record, const char *text)
{
  g_set_str (&record->host_name, text);
}

static void
set_address (MpsPrinterRecord *record, const char *text)
{
  g_set_str (&record->ip_address, text);
}

static void
set_location (MpsPrinterRecord *record, const char *text)
{
  g_set_str (&record->location, text);
}

static void
set_pages (MpsPrinterRecord *record, const char *text)
{
  record->average_pages = atoi (text);
}

static void
test_sort_by_serial (void)
{
  const char *const texts[] = { "7528B2", "7528", "7528A1", "7528B1", "7528A1X", NULL };
  g_autoptr (MpsFleet) fleet = make_fleet_of (texts, set_serial);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);

  assert_order (list, MPS_PRINTER_COLUMN_SERIAL, "2 3 5 4 1", "1 4 5 3 2");
}

/* Names that differ only behind what a key has room for, equal ones, and empty ones. */
static void
test_sort_by_long_names (void)
{
  const char *const texts[] = {
    "プリンタ-abcdefghijklmnopqrstuvwxyz-0123456789-b",
    "プリンタ-abcdefghijklmnopqrstuvwxyz-0123456789-a",
    "",
    "プリンタ-abcdefghijklmnopqrstuvwxyz-0123456789",
    "z",
    "プリンタ-abcdefghijklmnopqrstuvwxyz-0123456789-b",
    "Z",
    NULL,
  };
  g_autoptr (MpsFleet) fleet = make_fleet_of (texts, set_host_name);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);

  assert_order (list, MPS_PRINTER_COLUMN_HOST_NAME, "3 7 5 4 2 1 6", "1 6 2 4 5 7 3");
}

static void
test_sort_by_address (void)
{
  const char *const texts[] = { "10.0.0.10", "10.0.0.9",    "9.255.0.1",   "",         "fe80::2",
                                "fe80::1",   "2001:db8::1", "192.168.0.1", "10.0.0.9", NULL };
  g_autoptr (MpsFleet) fleet = make_fleet_of (texts, set_address);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);

  assert_order (list, MPS_PRINTER_COLUMN_IP_ADDRESS, "3 2 9 1 8 7 6 5 4", "5 6 7 8 1 2 9 3 4");
}

/* What is not known comes last in both directions; equal ones stay in the order in which they came.
 */
static void
test_sort_by_pages (void)
{
  const char *const texts[] = { "100", "-1", "9", "100", "0", "10000000", NULL };
  g_autoptr (MpsFleet) fleet = make_fleet_of (texts, set_pages);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);

  assert_order (list, MPS_PRINTER_COLUMN_AVERAGE_PAGES, "5 3 1 4 6 2", "6 1 4 3 5 2");
}

static void
assert_collation (const char *locale, const char *const *texts, const char *expected)
{
  g_autoptr (MpsFleet) fleet = make_fleet_of (texts, set_location);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);

  if (setlocale (LC_COLLATE, locale) == NULL)
    {
      g_test_skip_printf ("The locale %s is not installed", locale);
      return;
    }
  mps_row_list_set_sort (MPS_ROW_LIST (list), MPS_PRINTER_COLUMN_LOCATION, FALSE);
  assert_list (list, expected);
  setlocale (LC_COLLATE, "C");
}

/* Kanji stand in the order of Unicode as 一 (U+4E00), 亜 (U+4E9C), 安 (U+5B89), not by reading. */
static void
test_sort_by_japanese_collation (void)
{
  const char *const texts[] = { "一宮", "おおさか", "亜細亜", "あおもり", "安城", NULL };

  assert_collation ("ja_JP.UTF-8", texts, "4 2 3 5 1");
}

static void
test_sort_by_german_collation (void)
{
  const char *const texts[] = { "Zürich", "amsterdam", "Äbo", "Berlin", NULL };

  assert_collation ("de_DE.UTF-8", texts, "3 2 4 1");
}

/* A new text gets its place among the ranks of those before. */
static void
test_sort_with_new_text (void)
{
  const char *const texts[] = { "b", "d", NULL };
  g_autoptr (MpsFleet) fleet = make_fleet_of (texts, set_location);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);
  MpsPrinterRecord *record = make_printer (3);

  assert_order (list, MPS_PRINTER_COLUMN_LOCATION, "1 2", "2 1");
  set_location (record, "c");
  apply_printer (fleet, record);
  assert_list (list, "2 3 1");
  record = make_printer (1);
  set_location (record, "e");
  apply_printer (fleet, record);
  assert_list (list, "1 2 3");
}

static void
test_sort_by_agent (void)
{
  static const gint64 agents_of[] = { 2, 1, 0, 2 };
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (GPtrArray) agents = make_agents ("1.10.0");
  g_autoptr (MpsPrinterList) list = NULL;
  g_autoptr (MpsChanges) changes = mps_changes_new ();

  mps_fleet_set_agents (fleet, agents);
  for (guint i = 0; i < G_N_ELEMENTS (agents_of); i++)
    {
      MpsPrinterRecord *record = make_printer (i + 1);

      record->agent = agents_of[i];
      add_printer (fleet, record);
    }
  list = mps_printer_list_new (fleet);
  assert_order (list, MPS_PRINTER_COLUMN_AGENT, "3 1 4 2", "2 1 4 3");
  assert_order (list, MPS_PRINTER_COLUMN_AGENT_VERSION, "3 1 4 2", "2 1 4 3");

  /* An older version moves its printers, with nothing said about the printers. */
  changes->agents = make_agents ("1.2.0");
  mps_fleet_apply (fleet, changes);
  assert_list (list, "1 4 2 3");
}

static void
test_sort_by_contact (void)
{
  g_autoptr (MpsFleet) fleet = make_contact_fleet ();
  g_autoptr (MpsPrinterList) list = NULL;

  for (gint64 id = 1; id <= 4; id++)
    {
      MpsPrinterRecord *record = make_printer (id);

      record->contact = id % 4;
      add_printer (fleet, record);
    }
  list = mps_printer_list_new (fleet);
  assert_order (list, MPS_PRINTER_COLUMN_CONTACT, "3 2 1 4", "1 2 3 4");
  apply_contact (fleet, make_contact (2, "Zoe", "Smith"));
  assert_list (list, "2 1 3 4");
}

static void
test_sort_by_state (void)
{
  static const MpsManaged managed[] = { MPS_MANAGED_FAILED, MPS_MANAGED_NONE, MPS_MANAGED_MANAGED,
                                        MPS_MANAGED_PENDING, MPS_MANAGED_NONE };
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsPrinterList) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (managed); i++)
    {
      MpsPrinterRecord *record = make_printer (i + 1);

      record->managed = managed[i];
      record->communicating = i != 1;
      record->organization = 5 - i;
      add_printer (fleet, record);
    }
  set_mask (fleet, 0, MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT));
  set_mask (fleet, 2, MPS_STATUS_BIT (MPS_STATUS_PAGES_UNKNOWN));
  list = mps_printer_list_new (fleet);
  assert_order (list, MPS_PRINTER_COLUMN_MANAGED, "2 5 4 3 1", "1 3 4 2 5");
  assert_order (list, MPS_PRINTER_COLUMN_COMMUNICATION, "1 3 4 5 2", "2 1 3 4 5");
  assert_order (list, MPS_PRINTER_COLUMN_STATUS, "2 4 5 3 1", "1 3 2 4 5");
}

static void
test_search (void)
{
  const char *const locations[] = { "東京本社 2F", "京都支社", "São Paulo", "大阪ビル", NULL };
  g_autoptr (MpsFleet) fleet = make_fleet_of (locations, set_location);
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);
  MpsPrinterRecord *record = make_printer (4);

  g_set_str (&record->host_name, "ﾌﾟﾘﾝﾀ-Ｏｓａｋａ");
  g_set_str (&record->model, "MX431adn");
  g_set_str (&record->asset_tag, "A-77");
  apply_printer (fleet, record);

  assert_found (list, "東", "1");
  assert_found (list, "京", "1 2");
  assert_found (list, "sao", "3");
  assert_found (list, "PAULO sã", "3");
  assert_found (list, "2f 東京", "1");
  assert_found (list, "２Ｆ", "1");
  assert_found (list, "プリンタ", "4");
  assert_found (list, "osaka", "4");
  assert_found (list, "s", "1 2 3 4");
  assert_found (list, "S0003", "3");
  assert_found (list, "mx431", "4");
  assert_found (list, "a-77 mx", "4");
  assert_found (list, "大阪", "");
  assert_found (list, "　", "1 2 3 4");
}

static void
test_texts (void)
{
  g_autoptr (MpsFleet) fleet = make_contact_fleet ();
  g_autoptr (MpsPrinterList) list = NULL;
  g_autoptr (GObject) item = NULL;
  g_autofree char *pages = NULL, *contact = NULL, *managed = NULL, *status = NULL, *agent = NULL;
  g_autofree char *communication = NULL;
  g_autofree char *whole = NULL;
  MpsPrinterRecord *record = make_printer (1);
  gint64 id;

  record->contact = 2;
  record->average_pages = 1234;
  record->managed = MPS_MANAGED_PENDING;
  record->communicating = FALSE;
  add_printer (fleet, record);
  set_mask (fleet, 0,
            MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT) | MPS_STATUS_BIT (MPS_STATUS_PAGES_UNKNOWN)
                | MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED));
  list = mps_printer_list_new (fleet);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_object_get (item, "id", &id, "average-pages", &pages, "contact", &contact, "managed", &managed,
                "status", &status, "agent", &agent, "communication", &communication, NULL);
  g_assert_cmpint (id, ==, 1);
  g_assert_cmpstr (pages, ==, "1234");
  g_assert_cmpstr (contact, ==, "Ann Smith");
  g_assert_cmpstr (managed, ==, "MPS Express (Pending)");
  g_assert_cmpstr (status, ==, "Average pages unknown +2");
  whole = mps_printer_column_dup_whole_text (MPS_PRINTER_COLUMN_STATUS, fleet, 0);
  g_assert_cmpstr (whole, ==,
                   "Average pages unknown · No supplies delivery contact assigned · "
                   "Fleet Agent version too low");
  g_assert_cmpstr (agent, ==, "");
  g_assert_cmpstr (communication, ==, "Not communicating");
}

static MpsContactRecord *
make_full_contact (gint64 id, const char *first, const char *last, const char *company,
                   const char *city, const char *phone)
{
  MpsContactRecord *record = make_contact (id, first, last);

  g_set_str (&record->fields[MPS_CONTACT_COMPANY], company);
  g_set_str (&record->fields[MPS_CONTACT_CITY], city);
  g_set_str (&record->fields[MPS_CONTACT_COUNTRY_CODE], id == 3 ? "1" : "81");
  g_set_str (&record->fields[MPS_CONTACT_PHONE], phone);
  g_free (record->fields[MPS_CONTACT_EMAIL]);
  record->fields[MPS_CONTACT_EMAIL] = g_strdup_printf ("user%d@example.com", (int) (10 - id));
  g_set_str (&record->fields[MPS_CONTACT_COUNTRY], id == 3 ? "US" : "JP");
  return record;
}

static MpsContactList *
make_contacts (MpsFleet *fleet)
{
  add_contact (fleet, make_full_contact (1, "太郎", "山田", "日本商事", "千代田区", "312345678"));
  add_contact (fleet, make_full_contact (2, "花子", "安藤", "日本商事", "大阪市", "6123456"));
  add_contact (fleet, make_full_contact (3, "Ann", "Smith", "Acmé", "Lexington", "8592322000"));
  return mps_contact_list_new (fleet);
}

static void
test_contact_search (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsContactList) list = make_contacts (fleet);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == MPS_TYPE_CONTACT);
  assert_found (list, "山田太郎", "1");
  assert_found (list, "山田 太郎", "1");
  assert_found (list, "太郎 山田", "1");
  assert_found (list, "smith ann", "3");
  assert_found (list, "acme", "3");
  assert_found (list, "安", "2");
  assert_found (list, "user8", "2");
  assert_found (list, "3123", "1");
  assert_found (list, "", "1 2 3");

  mps_contact_list_set_company (list, "日本");
  assert_list (list, "1 2");
  mps_contact_list_set_city (list, "大阪");
  assert_list (list, "2");
  mps_contact_list_set_company (list, "ＡＣＭＥ");
  assert_list (list, "");
  mps_contact_list_set_city (list, NULL);
  assert_list (list, "3");
  mps_contact_list_set_company (list, "");
  assert_list (list, "1 2 3");
}

static void
test_contact_sort (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsContactList) list = make_contacts (fleet);
  MpsPrinterRecord *record = make_printer (1);

  /* In code points: Ann, 安藤, 山田. */
  assert_order (list, MPS_CONTACT_COLUMN_NAME, "3 2 1", "1 2 3");
  assert_order (list, MPS_CONTACT_COLUMN_COMPANY, "3 1 2", "1 2 3");
  assert_order (list, MPS_CONTACT_COLUMN_CITY, "3 1 2", "2 1 3");
  assert_order (list, MPS_CONTACT_COLUMN_PHONE, "3 1 2", "2 1 3");
  assert_order (list, MPS_CONTACT_COLUMN_EMAIL, "3 2 1", "1 2 3");
  assert_order (list, MPS_CONTACT_COLUMN_PRINTERS, "1 2 3", "1 2 3");
  record->contact = 2;
  apply_printer (fleet, record);
  assert_list (list, "2 1 3");
  remove_printer (fleet, 1);
  assert_list (list, "1 2 3");
}

static void
test_contact_texts (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsContactList) list = make_contacts (fleet);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autofree char *name = NULL, *phone = NULL, *address = NULL;
  guint n_printers = 7;

  g_object_get (item, "name", &name, "phone", &phone, "address", &address, "printers", &n_printers,
                NULL);
  g_assert_cmpstr (name, ==, "山田 太郎");
  g_assert_cmpstr (phone, ==, "+81 312345678");
  g_assert_cmpstr (address, ==, "千代田区, JP");
  g_assert_cmpuint (n_printers, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer-list/sort-by-serial", test_sort_by_serial);
  g_test_add_func ("/printer-list/sort-by-long-names", test_sort_by_long_names);
  g_test_add_func ("/printer-list/sort-by-address", test_sort_by_address);
  g_test_add_func ("/printer-list/sort-by-pages", test_sort_by_pages);
  g_test_add_func ("/printer-list/sort-by-japanese-collation", test_sort_by_japanese_collation);
  g_test_add_func ("/printer-list/sort-by-german-collation", test_sort_by_german_collation);
  g_test_add_func ("/printer-list/sort-with-new-text", test_sort_with_new_text);
  g_test_add_func ("/printer-list/sort-by-agent", test_sort_by_agent);
  g_test_add_func ("/printer-list/sort-by-contact", test_sort_by_contact);
  g_test_add_func ("/printer-list/sort-by-state", test_sort_by_state);
  g_test_add_func ("/printer-list/search", test_search);
  g_test_add_func ("/printer-list/texts", test_texts);
  g_test_add_func ("/contact-list/search", test_contact_search);
  g_test_add_func ("/contact-list/sort", test_contact_sort);
  g_test_add_func ("/contact-list/texts", test_contact_texts);
  return g_test_run ();
}
