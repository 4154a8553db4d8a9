/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/widgets/mps-gradual-rows.h"

#define N_ROWS 1000
#define N_FIRST 24

static GListModel *
make_rows (guint n_rows)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_take (rows, g_strdup_printf ("%u", i));
  return G_LIST_MODEL (rows);
}

static void
on_items_changed (GListModel *shown, guint position, guint removed, guint added, guint *n_seen)
{
  g_assert_true (removed == 0 || added == 0);
  g_assert_cmpuint (position + removed, ==, *n_seen);
  *n_seen = g_list_model_get_n_items (shown);
}

static gboolean
has_all (gpointer data)
{
  return g_list_model_get_n_items (data) == N_ROWS;
}

/* The first rows are there at once, the others follow behind them, and none ever moves. */
static void
test_growth (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (N_ROWS);
  g_autoptr (GListModel) shown = mps_gradual_rows_new (rows);
  g_autoptr (GtkStringObject) last = NULL;
  guint n_seen = g_list_model_get_n_items (shown);

  g_assert_cmpuint (n_seen, ==, N_FIRST);
  g_signal_connect (shown, "items-changed", G_CALLBACK (on_items_changed), &n_seen);
  desk_wait_until (has_all, shown);
  g_assert_cmpuint (n_seen, ==, N_ROWS);
  last = g_list_model_get_item (shown, N_ROWS - 1);
  g_assert_cmpstr (gtk_string_object_get_string (last), ==, "999");
}

/* Rows that come when there were none are the first ones again. */
static void
test_again (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (N_ROWS);
  g_autoptr (GListModel) shown = mps_gradual_rows_new (rows);

  desk_wait_until (has_all, shown);
  gtk_string_list_splice (GTK_STRING_LIST (rows), 0, N_ROWS, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (GTK_STRING_LIST (rows), "again");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, N_FIRST);
  desk_wait_until (has_all, shown);
}

/* A window can be closed before all are there. */
static void
test_gone (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (N_ROWS);
  GListModel *shown = mps_gradual_rows_new (rows);

  g_assert_finalize_object (shown);
  gtk_string_list_append (GTK_STRING_LIST (rows), "more");
}

static void
add_tests (void)
{
  desk_fixture_add ("/gradual-rows/growth", test_growth);
  desk_fixture_add ("/gradual-rows/again", test_again);
  desk_fixture_add ("/gradual-rows/gone", test_gone);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
