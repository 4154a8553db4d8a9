/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-printer-list.h"
#include "fleet/mps-printer.h"

/* In the way of GTK's list model tests: what is not asked for must not have happened. */
typedef struct {
  MpsFleet *fleet;
  MpsRowList *list;
  GString *emissions; /* "2-1+3", and "!" for rows-changed */
} Fixture;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Fixture *fixture)
{
  g_assert_true (removed > 0 || added > 0);
  g_string_append_printf (fixture->emissions, "%s%u", fixture->emissions->len > 0 ? " " : "",
                          position);
  if (removed > 0)
    g_string_append_printf (fixture->emissions, "-%u", removed);
  if (added > 0)
    g_string_append_printf (fixture->emissions, "+%u", added);
}

static void
on_rows_changed (MpsRowList *list, Fixture *fixture)
{
  g_string_append_c (fixture->emissions, '!');
}

static void
watch (Fixture *fixture, MpsRowList *list)
{
  fixture->list = list;
  fixture->emissions = g_string_new (NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect (list, "rows-changed", G_CALLBACK (on_rows_changed), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fleet = make_fleet (5);
  watch (fixture, MPS_ROW_LIST (mps_printer_list_new (fixture->fleet)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (fixture->emissions->str, ==, "");
  g_string_free (fixture->emissions, TRUE);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->fleet);
}

static char *
list_to_string (MpsRowList *list)
{
  GString *string = g_string_new (NULL);
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (list, &n_rows);

  g_assert_cmpuint (n_rows, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (string, i > 0 ? " %d" : "%d",
                            (int) mps_fleet_get_id (mps_row_list_get_fleet (list), rows[i]));
  return g_string_free_and_steal (string);
}

#define assert_list(fixture, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = list_to_string ((fixture)->list);                                     \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

#define assert_emissions(fixture, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((fixture)->emissions->str, ==, expected);                                     \
    g_string_truncate ((fixture)->emissions, 0);                                                   \
  }                                                                                                \
  G_STMT_END

static char *
dup_serial (gpointer item)
{
  char *serial;

  g_object_get (item, "serial", &serial, NULL);
  return serial;
}

#define assert_serial(item, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = dup_serial (item);                                                    \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
on_notify (GObject *object, GParamSpec *pspec, guint *n_notified)
{
  *n_notified += 1;
}

static void
test_model (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);

  g_assert_true (g_list_model_get_item_type (model) == MPS_TYPE_PRINTER);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 5);
  g_assert_null (g_list_model_get_item (model, 5));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
  assert_list (fixture, "1 2 3 4 5");
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (MpsRow) item = g_list_model_get_item (model, 2);
  g_autoptr (MpsRow) again = g_list_model_get_item (model, 2);
  g_autoptr (MpsRow) other = g_list_model_get_item (model, 3);

  g_assert_true (item == again);
  g_assert_true (item != other);
  g_assert_cmpuint (mps_row_get_row (item), ==, 2);
  g_assert_true (mps_row_get_fleet (item) == fixture->fleet);
  assert_serial (item, "S0003");

  g_object_unref (g_steal_pointer (&again));
  g_assert_finalize_object (g_steal_pointer (&item));
  item = g_list_model_get_item (model, 2);
  assert_serial (item, "S0003");
}

/* A list that counts how often it is asked for the class of an item to make. */
#define TEST_TYPE_LIST (test_list_get_type ())
G_DECLARE_FINAL_TYPE (TestList, test_list, TEST, LIST, MpsRowList)

struct _TestList {
  MpsRowList parent_instance;

  guint n_made;
};

G_DEFINE_FINAL_TYPE (TestList, test_list, MPS_TYPE_ROW_LIST)

static GType
test_list_get_row_type (MpsRowList *list)
{
  TEST_LIST (list)->n_made++;
  return MPS_TYPE_PRINTER;
}

static guint
test_list_get_n_rows (MpsRowList *list)
{
  return mps_fleet_get_n_rows (mps_row_list_get_fleet (list));
}

static guint
test_list_filter (MpsRowList *list, gconstpointer match, const guint32 *rows, guint n_rows,
                  guint32 *kept)
{
  for (guint i = 0; i < n_rows; i++)
    kept[i] = rows[i];
  return n_rows;
}

static gboolean
test_list_get_keys (MpsRowList *list, int column, const guint32 *rows, guint n_rows, guint64 *keys)
{
  for (guint i = 0; i < n_rows; i++)
    keys[i] = rows[i] % 10;
  return FALSE;
}

static void
test_list_class_init (TestListClass *klass)
{
  MpsRowListClass *list_class = MPS_ROW_LIST_CLASS (klass);

  list_class->get_row_type = test_list_get_row_type;
  list_class->get_n_rows = test_list_get_n_rows;
  list_class->filter = test_list_filter;
  list_class->get_keys = test_list_get_keys;
}

static void
test_list_init (TestList *self)
{
}

/* Sorting, filtering and changes look at columns: they make no objects. */
static void
test_laziness (void)
{
  const guint32 changed[] = { 3, 14 };
  g_autoptr (MpsFleet) fleet = make_fleet (1000);
  g_autoptr (TestList) list = g_object_new (TEST_TYPE_LIST, "fleet", fleet, NULL);
  g_autoptr (MpsRow) item = NULL;

  mps_row_list_set_sort (MPS_ROW_LIST (list), 0, TRUE);
  mps_row_list_set_search (MPS_ROW_LIST (list), "s");
  mps_row_list_take_changes (MPS_ROW_LIST (list), changed, G_N_ELEMENTS (changed));
  mps_row_list_refresh (MPS_ROW_LIST (list), FALSE);
  g_assert_cmpuint (list->n_made, ==, 0);

  item = g_list_model_get_item (G_LIST_MODEL (list), 100);
  mps_row_list_refresh (MPS_ROW_LIST (list), FALSE);
  g_assert_cmpuint (list->n_made, ==, 1);
  g_assert_cmpuint (mps_row_get_row (item), ==, 8);
}

static void
test_sort_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsRow) first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_autoptr (MpsRow) middle = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  guint n_first = 0, n_middle = 0;

  g_signal_connect (first, "notify::serial", G_CALLBACK (on_notify), &n_first);
  g_signal_connect (middle, "notify::serial", G_CALLBACK (on_notify), &n_middle);
  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  assert_list (fixture, "5 4 3 2 1");
  assert_emissions (fixture, "!");
  assert_serial (first, "S0005");
  assert_serial (middle, "S0003");
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_middle, ==, 0);

  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  assert_emissions (fixture, "");
  mps_row_list_set_sort (fixture->list, MPS_ROW_LIST_UNSORTED, FALSE);
  assert_list (fixture, "1 2 3 4 5");
  assert_emissions (fixture, "!");
}

static void
test_only_length_is_signalled (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect (fixture->list, "notify::n-items", G_CALLBACK (on_notify), &n_notified);
  mps_row_list_set_search (fixture->list, "s0004");
  assert_list (fixture, "4");
  assert_emissions (fixture, "1-4!");
  g_assert_cmpuint (n_notified, ==, 1);

  mps_row_list_set_search (fixture->list, "s0002");
  assert_list (fixture, "2");
  assert_emissions (fixture, "!");
  g_assert_cmpuint (n_notified, ==, 1);

  mps_row_list_set_search (fixture->list, NULL);
  assert_list (fixture, "1 2 3 4 5");
  assert_emissions (fixture, "1+4!");
  g_assert_cmpuint (n_notified, ==, 2);

  mps_row_list_set_search (fixture->list, "nothing");
  assert_emissions (fixture, "0-5!");
  mps_row_list_set_search (fixture->list, "nothing at all");
  assert_emissions (fixture, "");
  mps_row_list_set_search (fixture->list, "");
  assert_emissions (fixture, "0+5!");
}

static void
test_items_behind_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsRow) last = g_list_model_get_item (G_LIST_MODEL (fixture->list), 4);
  g_autoptr (MpsRow) again = NULL;
  guint n_notified = 0;
  gint64 id;

  g_signal_connect (last, "notify::serial", G_CALLBACK (on_notify), &n_notified);
  mps_row_list_set_search (fixture->list, "s0005");
  assert_emissions (fixture, "1-4!");
  g_assert_cmpuint (mps_row_get_row (last), ==, MPS_NO_ROW);
  assert_serial (last, "");
  g_object_get (last, "id", &id, NULL);
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);

  mps_row_list_set_search (fixture->list, "");
  assert_emissions (fixture, "1+4!");
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 4);
  g_assert_true (again != last);
  assert_serial (last, "");
  assert_serial (again, "S0005");
}

static void
test_item_outlives_list (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (3);
  MpsRowList *list = MPS_ROW_LIST (mps_printer_list_new (fleet));
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (list), 1);

  g_assert_finalize_object (list);
  g_assert_cmpuint (mps_row_get_row (item), ==, MPS_NO_ROW);
  assert_serial (item, "");
}

static void
test_value_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_autoptr (MpsRow) other = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  MpsPrinterRecord *record = make_printer (2);
  g_autofree char *host_name = NULL;
  guint n_notified = 0, n_other = 0;

  g_signal_connect (item, "notify::host-name", G_CALLBACK (on_notify), &n_notified);
  g_signal_connect (other, "notify::host-name", G_CALLBACK (on_notify), &n_other);
  g_set_str (&record->host_name, "tokyo-2");
  apply_printer (fixture->fleet, record);
  assert_emissions (fixture, "!");
  assert_list (fixture, "1 2 3 4 5");
  g_object_get (item, "host-name", &host_name, NULL);
  g_assert_cmpstr (host_name, ==, "tokyo-2");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_other, ==, 0);
}

static void
test_change_moves_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsRow) first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  MpsPrinterRecord *record = make_printer (4);

  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_AVERAGE_PAGES, FALSE);
  assert_emissions (fixture, "");
  record->average_pages = 12;
  apply_printer (fixture->fleet, record);
  assert_list (fixture, "4 1 2 3 5");
  assert_emissions (fixture, "!");
  assert_serial (first, "S0004");

  apply_printer (fixture->fleet, make_printer (4));
  assert_list (fixture, "1 2 3 4 5");
  assert_emissions (fixture, "!");
}

static void
test_change_enters_and_leaves (Fixture *fixture, gconstpointer data)
{
  MpsPrinterRecord *record = make_printer (3);

  mps_row_list_set_search (fixture->list, "tokyo");
  assert_emissions (fixture, "0-5!");
  g_set_str (&record->location, "Tokyo");
  apply_printer (fixture->fleet, record);
  assert_list (fixture, "3");
  assert_emissions (fixture, "0+1!");

  /* What is not shown and stays so is no change of the list. */
  record = make_printer (1);
  g_set_str (&record->location, "Osaka");
  apply_printer (fixture->fleet, record);
  assert_emissions (fixture, "");

  apply_printer (fixture->fleet, make_printer (3));
  assert_list (fixture, "");
  assert_emissions (fixture, "0-1!");
  mps_row_list_set_search (fixture->list, "");
  assert_emissions (fixture, "0+5!");
}

static void
test_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);

  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, FALSE);
  remove_printer (fixture->fleet, 2);
  assert_list (fixture, "1 3 4 5");
  assert_emissions (fixture, "4-1!");
  assert_serial (item, "S0003");
  remove_printer (fixture->fleet, 2);
  assert_emissions (fixture, "");
}

static void
test_replacement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsFleet) loaded = mps_fleet_new ();
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);

  add_printer (loaded, make_printer (2));
  add_printer (loaded, make_printer (9));
  mps_fleet_replace (fixture->fleet, loaded);
  assert_list (fixture, "2 9");
  assert_serial (item, "S0009");
  /* The printers first, in one step; then the names of contacts, agents and organizations. */
  assert_emissions (fixture, "2-3!!!!");
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  guint position = 77;

  g_assert_true (mps_row_list_find (fixture->list, 3, &position));
  g_assert_cmpuint (position, ==, 3);
  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  g_assert_true (mps_row_list_find (fixture->list, 3, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (mps_row_list_find (fixture->list, 3, NULL));
  mps_row_list_set_search (fixture->list, "s0001");
  g_assert_false (mps_row_list_find (fixture->list, 3, &position));
  g_assert_false (mps_row_list_find (fixture->list, MPS_NO_ROW, &position));
  assert_emissions (fixture, "! 1-4!");
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();
  guint n_search = 0, n_organization = 0;

  g_signal_connect (fixture->list, "notify::search", G_CALLBACK (on_notify), &n_search);
  g_signal_connect (fixture->list, "notify::organization", G_CALLBACK (on_notify), &n_organization);

  g_object_set (fixture->list, "search", "s0001", "organization", (gint64) 1, NULL);
  g_object_set (fixture->list, "search", "s0001", "organization", (gint64) 1, NULL);
  g_assert_cmpuint (n_search, ==, 1);
  g_assert_cmpuint (n_organization, ==, 1);
  g_assert_cmpstr (mps_row_list_get_search (fixture->list), ==, "s0001");
  g_assert_cmpint (mps_row_list_get_organization (fixture->list), ==, 1);
  assert_emissions (fixture, "1-4!");

  mps_row_list_set_organization (fixture->list, 2);
  assert_list (fixture, "");
  assert_emissions (fixture, "0-1!");
  mps_row_list_set_organization (fixture->list, 0);
  assert_list (fixture, "1");
  assert_emissions (fixture, "0+1!");
  criteria->status = MPS_STATUS_NO_CONTACT;
  g_set_str (&criteria->search, "s0001");
  mps_printer_list_set_criteria (MPS_PRINTER_LIST (fixture->list), criteria);
  assert_list (fixture, "");
  assert_emissions (fixture, "0-1!");
  mps_printer_list_set_criteria (MPS_PRINTER_LIST (fixture->list), criteria);
  assert_emissions (fixture, "");
}

/* A handler that changes the list again must leave others with the right length. */
static void
search_once (GObject *item, GParamSpec *pspec, MpsRowList *list)
{
  mps_row_list_set_search (list, "s0002");
}

static void
test_reentrance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);

  g_signal_connect (item, "notify::serial", G_CALLBACK (search_once), fixture->list);
  mps_row_list_set_search (fixture->list, "s0003");
  assert_list (fixture, "2");
  assert_serial (item, "S0002");
  assert_emissions (fixture, "1-4!!");
}

#define add(name, test) g_test_add ("/row-list/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("model", test_model);
  add ("identity", test_identity);
  add ("sort-in-place", test_sort_in_place);
  add ("only-length-is-signalled", test_only_length_is_signalled);
  add ("items-behind-the-end", test_items_behind_the_end);
  add ("value-changes", test_value_changes);
  add ("change-moves-row", test_change_moves_row);
  add ("change-enters-and-leaves", test_change_enters_and_leaves);
  add ("removal", test_removal);
  add ("replacement", test_replacement);
  add ("find", test_find);
  add ("properties", test_properties);
  add ("reentrance", test_reentrance);
  g_test_add_func ("/row-list/laziness", test_laziness);
  g_test_add_func ("/row-list/item-outlives-list", test_item_outlives_list);
  return g_test_run ();
}
