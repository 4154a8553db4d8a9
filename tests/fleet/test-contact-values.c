/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"

#include "fleet/mps-contact-list.h"
#include "fleet/mps-contact-value.h"

#include <locale.h>

static MpsContactRecord *
make_placed (gint64 id, gint64 organization, const char *company, const char *city)
{
  MpsContactRecord *record = make_contact (id, "Ann", "Smith");

  record->organization = organization;
  g_set_str (&record->fields[MPS_CONTACT_COMPANY], company);
  g_set_str (&record->fields[MPS_CONTACT_CITY], city);
  return record;
}

static MpsFleet *
make_placed_fleet (void)
{
  MpsFleet *fleet = mps_fleet_new ();

  add_contact (fleet, make_placed (1, 1, "Éclair", "Paris"));
  add_contact (fleet, make_placed (2, 1, "日本商事", "大阪市"));
  add_contact (fleet, make_placed (3, 1, "日本商事", "千代田区"));
  add_contact (fleet, make_placed (4, 1, "Acme", "Paris"));
  add_contact (fleet, make_placed (5, 2, "Elsewhere", "Rome"));
  return fleet;
}

static MpsContactValues *
load_values (MpsFleet *fleet, gint64 organization, MpsContactField field, const char *other)
{
  MpsContactValues *values = mps_contact_values_new (fleet, organization, field, other);

  while (mps_contact_values_get_loading (values))
    g_main_context_iteration (NULL, TRUE);
  return values;
}

static void
assert_values (MpsContactValues *values, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (values);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autofree char *text = NULL;
      guint n_contacts;

      g_object_get (item, "text", &text, "contacts", &n_contacts, NULL);
      g_string_append_printf (found, "%s%s×%u", i > 0 ? " " : "", text, n_contacts);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_each_once (void)
{
  g_autoptr (MpsFleet) fleet = make_placed_fleet ();
  g_autoptr (MpsContactValues) companies = load_values (fleet, 1, MPS_CONTACT_COMPANY, NULL);
  g_autoptr (MpsContactValues) cities = load_values (fleet, 1, MPS_CONTACT_CITY, NULL);
  g_autoptr (MpsContactValues) all = load_values (fleet, 0, MPS_CONTACT_COMPANY, NULL);
  g_autoptr (MpsContactValues) none = load_values (fleet, 3, MPS_CONTACT_COMPANY, NULL);

  assert_values (companies, "Acme×1 Éclair×1 日本商事×2");
  assert_values (cities, "Paris×2 千代田区×1 大阪市×1");
  assert_values (all, "Acme×1 Elsewhere×1 Éclair×1 日本商事×2");
  assert_values (none, "");
}

static void
test_of_the_other (void)
{
  g_autoptr (MpsFleet) fleet = make_placed_fleet ();
  g_autoptr (MpsContactValues) companies = load_values (fleet, 1, MPS_CONTACT_COMPANY, "Paris");
  g_autoptr (MpsContactValues) cities = load_values (fleet, 1, MPS_CONTACT_CITY, "日本商事");
  g_autoptr (MpsContactValues) unknown = load_values (fleet, 1, MPS_CONTACT_CITY, "日本");

  assert_values (companies, "Acme×1 Éclair×1");
  assert_values (cities, "千代田区×1 大阪市×1");
  assert_values (unknown, "");
}

static void
test_search (void)
{
  g_autoptr (MpsFleet) fleet = make_placed_fleet ();
  g_autoptr (MpsContactValues) values = load_values (fleet, 1, MPS_CONTACT_COMPANY, NULL);
  MpsRowList *list = MPS_ROW_LIST (values);

  mps_row_list_set_search (list, "ＥＣＬ");
  assert_values (values, "Éclair×1");
  mps_row_list_set_search (list, "商");
  assert_values (values, "日本商事×2");
  mps_row_list_set_search (list, "elsewhere");
  assert_values (values, "");
  mps_row_list_set_search (list, "");
  assert_values (values, "Acme×1 Éclair×1 日本商事×2");
}

static void
on_loaded (GObject *values, GParamSpec *pspec, gboolean *loaded)
{
  *loaded = !mps_contact_values_get_loading (MPS_CONTACT_VALUES (values));
}

/* A new text makes the order anew, on the thread, while what was there is shown. */
static void
test_follows_changes (void)
{
  g_autoptr (MpsFleet) fleet = make_placed_fleet ();
  g_autoptr (MpsContactValues) values = load_values (fleet, 1, MPS_CONTACT_COMPANY, NULL);
  gboolean loaded = FALSE;

  g_signal_connect (values, "notify::loading", G_CALLBACK (on_loaded), &loaded);
  apply_contact (fleet, make_placed (4, 1, "Zebra", "Paris"));
  g_assert_true (mps_contact_values_get_loading (values));
  apply_contact (fleet, make_placed (6, 1, "Yak", "Paris"));
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  assert_values (values, "Yak×1 Zebra×1 Éclair×1 日本商事×2");
}

static void
test_follows_reload (void)
{
  g_autoptr (MpsFleet) fleet = make_placed_fleet ();
  g_autoptr (MpsFleet) loaded = mps_fleet_new ();
  g_autoptr (MpsContactValues) values = load_values (fleet, 1, MPS_CONTACT_COMPANY, NULL);
  g_autoptr (MpsContactValue) held = g_list_model_get_item (G_LIST_MODEL (values), 0);

  add_contact (loaded, make_placed (7, 1, "Other", "Paris"));
  mps_fleet_replace (fleet, loaded);
  g_assert_cmpstr (mps_contact_value_get_text (held), ==, "");
  while (mps_contact_values_get_loading (values))
    g_main_context_iteration (NULL, TRUE);
  assert_values (values, "Other×1");
}

/* The thread may still be at it when the fleet's texts are gone. */
static void
test_outlives_the_fleet (void)
{
  MpsFleet *fleet = make_placed_fleet ();
  g_autoptr (MpsFleet) loaded = mps_fleet_new ();
  MpsContactValues *values = mps_contact_values_new (fleet, 1, MPS_CONTACT_COMPANY, NULL);

  mps_fleet_replace (fleet, loaded);
  g_object_unref (fleet);
  g_object_add_weak_pointer (G_OBJECT (values), (gpointer *) &values);
  g_object_unref (values);
  while (values)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_ids (MpsContactList *list, const char *expected)
{
  MpsFleet *fleet = mps_row_list_get_fleet (MPS_ROW_LIST (list));
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (MPS_ROW_LIST (list), &n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (found, "%s%d", i > 0 ? " " : "",
                            (int) mps_fleet_get_contact_id (fleet, rows[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

/* A value is a whole text; it narrows what a search finds, and the search what it finds. */
static void
test_filters_contacts (void)
{
  g_autoptr (MpsFleet) fleet = make_placed_fleet ();
  g_autoptr (MpsContactList) list = mps_contact_list_new (fleet);

  mps_contact_list_set_value (list, MPS_CONTACT_COMPANY, "日本商事");
  assert_ids (list, "2 3");
  mps_contact_list_set_value (list, MPS_CONTACT_CITY, "大阪市");
  assert_ids (list, "2");
  mps_contact_list_set_value (list, MPS_CONTACT_CITY, NULL);
  mps_row_list_set_search (MPS_ROW_LIST (list), "千");
  assert_ids (list, "3");
  mps_contact_list_set_value (list, MPS_CONTACT_COMPANY, NULL);
  mps_row_list_set_search (MPS_ROW_LIST (list), "");
  mps_contact_list_set_value (list, MPS_CONTACT_CITY, "Par");
  assert_ids (list, "");
  apply_contact (fleet, make_placed (5, 2, "Elsewhere", "Par"));
  assert_ids (list, "5");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-values/each-once", test_each_once);
  g_test_add_func ("/contact-values/of-the-other", test_of_the_other);
  g_test_add_func ("/contact-values/search", test_search);
  g_test_add_func ("/contact-values/follows-changes", test_follows_changes);
  g_test_add_func ("/contact-values/follows-reload", test_follows_reload);
  g_test_add_func ("/contact-values/outlives-the-fleet", test_outlives_the_fleet);
  g_test_add_func ("/contact-values/filters-contacts", test_filters_contacts);
  return g_test_run ();
}
