/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/widgets/mps-gradual-rows.h"

#define N_ROWS 1000
#define N_FIRST 24

typedef struct {
  GtkStringList *rows;
  MpsGradualRows *shown;
  guint n_seen;
  guint n_changes;
} Table;

static GtkStringList *
make_rows (guint n_rows)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_take (rows, g_strdup_printf ("%u", i));
  return rows;
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
on_items_changed (Table *self, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, self->n_seen);
  self->n_seen = self->n_seen - removed + added;
  self->n_changes++;
  g_assert_cmpuint (self->n_seen, ==, count (self->shown));
}

static void
make_table (Table *self, guint n_rows)
{
  self->rows = make_rows (n_rows);
  self->shown = mps_gradual_rows_new (
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)))));
  self->n_seen = count (self->shown);
  self->n_changes = 0;
  g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
clear_table (Table *self)
{
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
}

static void
splice (Table *self, guint position, guint n_removed, guint n_added)
{
  g_auto (GStrv) texts = g_new0 (char *, n_added + 1);

  for (guint i = 0; i < n_added; i++)
    texts[i] = g_strdup_printf ("new %u", i);
  gtk_string_list_splice (self->rows, position, n_removed, (const char *const *) texts);
}

static gboolean
has_all (gpointer data)
{
  const Table *self = data;

  return self->n_seen == count (self->rows);
}

static void
assert_row (Table *self, guint position, const char *text)
{
  g_autoptr (GtkStringObject) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  g_assert_cmpstr (gtk_string_object_get_string (row), ==, text);
}

/* The first rows are there at once, the others follow behind them, and none ever moves. */
static void
test_growth (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, N_ROWS);
  g_assert_cmpuint (table.n_seen, ==, N_FIRST);
  desk_wait_until (has_all, &table);
  assert_row (&table, N_ROWS - 1, "999");
  clear_table (&table);
}

/* Rows that come when there were none, or few, are the first ones again. */
static void
test_again (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, N_ROWS);
  desk_wait_until (has_all, &table);
  splice (&table, 0, N_ROWS, 0);
  g_assert_cmpuint (table.n_seen, ==, 0);
  splice (&table, 0, 0, N_ROWS);
  g_assert_cmpuint (table.n_seen, ==, N_FIRST);
  desk_wait_until (has_all, &table);
  splice (&table, 50, N_ROWS - 50, 0);
  g_assert_cmpuint (table.n_seen, ==, 50);
  splice (&table, 50, 0, N_ROWS);
  g_assert_cmpuint (table.n_seen, ==, 50);
  desk_wait_until (has_all, &table);
  clear_table (&table);
}

/* What comes one after the other is no more than what comes at once. */
static void
test_appended (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, 0);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (table.rows, "another");
  g_assert_cmpuint (table.n_seen, <=, 2 * N_FIRST);
  desk_wait_until (has_all, &table);
  clear_table (&table);
}

/* One that comes among few leaves the others where they are, as one that changes among many. */
static void
test_small_changes (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, N_FIRST);
  splice (&table, 0, 0, 1);
  g_assert_cmpuint (table.n_seen, ==, N_FIRST + 1);
  assert_row (&table, 0, "new 0");
  assert_row (&table, N_FIRST, "23");
  clear_table (&table);

  make_table (&table, N_ROWS);
  splice (&table, N_FIRST - 1, 5, 5);
  g_assert_cmpuint (table.n_changes, ==, 1);
  assert_row (&table, N_FIRST - 1, "new 0");
  splice (&table, N_FIRST, 5, 5);
  splice (&table, N_FIRST, 50, 0);
  g_assert_cmpuint (table.n_changes, ==, 1);
  splice (&table, 10, 5, 0);
  g_assert_cmpuint (table.n_seen, ==, N_FIRST);
  desk_wait_until (has_all, &table);
  clear_table (&table);
}

/* Changes of every size, before and after all are there, add up to what is there. */
static void
test_any_changes (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, 0);
  for (guint i = 0; i < 500; i++)
    {
      const guint n_rows = count (table.rows);
      const guint position = (guint) g_test_rand_int_range (0, (int) n_rows + 1);
      const guint removed = (guint) g_test_rand_int_range (0, (int) (n_rows - position) + 1);

      splice (&table, position, removed, (guint) g_test_rand_int_range (0, 60));
      g_assert_cmpuint (table.n_seen, <=, count (table.rows));
      if (i % 100 == 0)
        desk_wait_until (has_all, &table);
    }
  clear_table (&table);
}

/* Who goes to a row needs it at once. */
static void
test_finish (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, N_ROWS);
  mps_gradual_rows_finish (table.shown);
  g_assert_cmpuint (table.n_seen, ==, N_ROWS);
  g_assert_cmpuint (table.n_changes, ==, 1);
  clear_table (&table);
}

static void
on_selection_changed (guint *n_changed, guint position, guint n_items)
{
  g_assert_cmpuint (position + n_items, <=, N_FIRST);
  *n_changed = n_items;
}

/* What is selected is selected of all rows, those too that the view doesn't know yet. */
static void
test_selection (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = NULL;
  guint n_changed = 0;
  Table table;

  make_table (&table, N_ROWS);
  g_signal_connect_swapped (table.shown, "selection-changed", G_CALLBACK (on_selection_changed),
                            &n_changed);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (table.shown), 3, TRUE);
  g_assert_cmpuint (n_changed, ==, 1);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (table.shown));
  g_assert_cmpuint (n_changed, ==, N_FIRST);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (table.shown));
  g_assert_true (gtk_bitset_contains (selected, N_FIRST - 1));
  mps_gradual_rows_finish (table.shown);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (table.shown), N_ROWS - 1));
  clear_table (&table);
}

/* A window can be closed before all are there. */
static void
test_gone (DeskFixture *self, gconstpointer data)
{
  Table table;

  make_table (&table, N_ROWS);
  g_assert_finalize_object (g_steal_pointer (&table.shown));
  gtk_string_list_append (table.rows, "more");
  clear_table (&table);
}

static void
add_tests (void)
{
  desk_fixture_add ("/gradual-rows/growth", test_growth);
  desk_fixture_add ("/gradual-rows/again", test_again);
  desk_fixture_add ("/gradual-rows/appended", test_appended);
  desk_fixture_add ("/gradual-rows/small-changes", test_small_changes);
  desk_fixture_add ("/gradual-rows/any-changes", test_any_changes);
  desk_fixture_add ("/gradual-rows/finish", test_finish);
  desk_fixture_add ("/gradual-rows/selection", test_selection);
  desk_fixture_add ("/gradual-rows/gone", test_gone);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
