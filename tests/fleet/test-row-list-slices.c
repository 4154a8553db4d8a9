/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-printer-list.h"
#include "fleet/mps-slices.h"

/* So many that each stage of the work takes some slices. */
#define N_PRINTERS 20000

typedef struct {
  MpsFleet *fleet;
  MpsRowList *list;
  guint n_told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fleet = make_fleet (N_PRINTERS);
  fixture->list = MPS_ROW_LIST (mps_printer_list_new (fixture->fleet));
  mps_row_list_set_slices_from (fixture->list, N_PRINTERS);
  g_signal_connect_swapped (fixture->list, "rows-changed", G_CALLBACK (g_atomic_int_inc),
                            &fixture->n_told);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->list)
    g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->fleet);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
}

static gint64
get_id (Fixture *fixture, guint position)
{
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (fixture->list, &n_rows);

  g_assert_cmpuint (position, <, n_rows);
  return mps_fleet_get_id (fixture->fleet, rows[position]);
}

static guint
run (Fixture *fixture)
{
  guint n_turns = 0;

  for (; mps_row_list_get_busy (fixture->list); n_turns++)
    g_main_context_iteration (NULL, TRUE);
  return n_turns;
}

static void
go_some_way (Fixture *fixture)
{
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (mps_row_list_get_busy (fixture->list));
      g_main_context_iteration (NULL, FALSE);
    }
}

/* The old rows stay until all the new ones are there, which are told of once. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  go_some_way (fixture);
  g_assert_cmpint (get_id (fixture, 0), ==, 1);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_cmpint (mps_row_list_get_sort_column (fixture->list), ==, MPS_PRINTER_COLUMN_SERIAL);
  g_assert_cmpuint (run (fixture), >, 10);
  /* As texts, S9999 is the last. */
  g_assert_cmpint (get_id (fixture, 0), ==, 9999);
  g_assert_cmpint (get_id (fixture, N_PRINTERS - 1), ==, 1);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* Who types on does not wait for what was typed before. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  go_some_way (fixture);
  mps_row_list_set_search (fixture->list, "s1");
  go_some_way (fixture);
  mps_row_list_set_search (fixture->list, "s12");
  g_main_context_iteration (NULL, FALSE);
  mps_row_list_set_search (fixture->list, "s1234");
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_PRINTERS);
  run (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 11);
  g_assert_cmpint (get_id (fixture, 0), ==, 12349);
  g_assert_cmpint (get_id (fixture, 10), ==, 1234);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* What is asked for in vain is as if it had not been. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  mps_row_list_set_search (fixture->list, "s1");
  g_main_context_iteration (NULL, FALSE);
  mps_row_list_set_search (fixture->list, "");
  run (fixture);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* Work that has seen the printers as they were begins anew. */
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  MpsPrinterRecord *record = make_printer (1);

  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, FALSE);
  go_some_way (fixture);
  g_set_str (&record->serial, "Z");
  apply_printer (fixture->fleet, record);
  remove_printer (fixture->fleet, 2);
  run (fixture);
  g_assert_cmpint (get_id (fixture, 0), ==, 3);
  g_assert_cmpint (get_id (fixture, N_PRINTERS - 2), ==, 1);
}

/* Rows have other numbers after a reload, and those that are shown until then are all there. */
static void
test_reloaded_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpsFleet) loaded = make_fleet (N_PRINTERS / 2);
  g_autoptr (MpsRow) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), N_PRINTERS - 1);

  mps_row_list_set_slices_from (fixture->list, 0);
  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  go_some_way (fixture);
  mps_fleet_replace (fixture->fleet, loaded);
  g_assert_cmpuint (mps_row_get_row (item), ==, MPS_NO_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_PRINTERS / 2);
  run (fixture);
  g_assert_cmpint (get_id (fixture, 0), ==, 9999);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_PRINTERS / 2);
}

static void
test_finish (Fixture *fixture, gconstpointer data)
{
  mps_row_list_set_search (fixture->list, "s1999");
  go_some_way (fixture);
  mps_row_list_finish (fixture->list);
  g_assert_false (mps_row_list_get_busy (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 11);
  mps_row_list_finish (fixture->list);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* A window can be closed at any time. */
static void
test_disposed (Fixture *fixture, gconstpointer data)
{
  mps_row_list_set_sort (fixture->list, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  go_some_way (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mps_slices_set_turn (0);
  add ("/row-list-slices/sort", test_sort);
  add ("/row-list-slices/replaced", test_replaced);
  add ("/row-list-slices/taken-back", test_taken_back);
  add ("/row-list-slices/changed-meanwhile", test_changed_meanwhile);
  add ("/row-list-slices/reloaded-meanwhile", test_reloaded_meanwhile);
  add ("/row-list-slices/finish", test_finish);
  add ("/row-list-slices/disposed", test_disposed);
  return g_test_run ();
}
