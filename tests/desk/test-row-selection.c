/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/widgets/mps-row-selection.h"
#include "fleet/mps-printer-list.h"
#include "store/mps-store-printers.h"

static const char five_printers[] = "Serial number,Model,Location\n"
                                    "A1,CX730de,Kobe\nB2,MX431adn,Osaka\nC3,CX730de,Kobe\n"
                                    "D4,MX431adn,Osaka\nE5,CX730de,Kobe\n";

typedef struct {
  MpsPrinterList *list;
  MpsRowSelection *selection;
  GString *heard;
} Selecting;

static void
on_selection_changed (Selecting *self, guint position, guint n_items)
{
  g_string_append_printf (self->heard, "%u+%u ", position, n_items);
}

static void
on_changed (Selecting *self)
{
  g_string_append (self->heard, "changed ");
}

static void
begin (Selecting *self, DeskFixture *fixture)
{
  desk_fixture_import_printers (fixture, five_printers);
  self->list = mps_printer_list_new (mps_session_get_fleet (fixture->session));
  mps_row_list_set_sort (MPS_ROW_LIST (self->list), MPS_PRINTER_COLUMN_SERIAL, FALSE);
  self->selection = mps_row_selection_new (MPS_ROW_LIST (self->list));
  self->heard = g_string_new (NULL);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                            self);
  g_signal_connect_swapped (self->selection, "changed", G_CALLBACK (on_changed), self);
}

static void
end (Selecting *self)
{
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->list);
  g_string_free (self->heard, TRUE);
}

#define assert_heard(self, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((self)->heard->str, ==, expected);                                            \
    g_string_truncate ((self)->heard, 0);                                                          \
  }                                                                                                \
  G_STMT_END

/* The selected serial numbers, first those that are shown. */
static void
assert_selected (Selecting *self, const char *expected)
{
  MpsFleet *fleet = mps_row_list_get_fleet (MPS_ROW_LIST (self->list));
  g_autoptr (GString) serials = g_string_new (NULL);
  guint n_rows;
  g_autofree guint32 *rows = mps_row_selection_dup_rows (self->selection, &n_rows);
  gsize n_ids;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (serials, "%s ", mps_fleet_get_serial (fleet, rows[i]));
  g_assert_cmpstr (serials->str, ==, expected);
  g_assert_cmpuint (n_rows, ==, mps_row_selection_get_n_selected (self->selection));
  mps_row_selection_get_ids (self->selection, &n_ids);
  g_assert_cmpuint (n_ids, ==, n_rows);
}

/* What a list view would draw as selected. */
static void
assert_positions (Selecting *self, const char *expected)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GString) positions = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_assert_cmpint (gtk_bitset_contains (selected, i), ==,
                       gtk_selection_model_is_selected (model, i));
      if (gtk_bitset_contains (selected, i))
        g_string_append_printf (positions, "%u ", i);
    }
  g_assert_cmpstr (positions->str, ==, expected);
}

static void
test_smallest_signals (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;
  GtkSelectionModel *model;

  begin (&self, fixture);
  model = GTK_SELECTION_MODEL (self.selection);
  assert_selected (&self, "");
  assert_heard (&self, "");
  gtk_selection_model_select_item (model, 1, TRUE);
  assert_heard (&self, "1+1 changed ");
  gtk_selection_model_select_item (model, 1, TRUE);
  assert_heard (&self, "");
  gtk_selection_model_select_item (model, 3, FALSE);
  assert_heard (&self, "3+1 changed ");
  assert_positions (&self, "1 3 ");
  gtk_selection_model_select_item (model, 2, TRUE);
  assert_heard (&self, "1+3 changed ");
  assert_selected (&self, "C3 ");
  gtk_selection_model_unselect_item (model, 2);
  assert_heard (&self, "2+1 changed ");
  gtk_selection_model_unselect_all (model);
  assert_heard (&self, "");
  gtk_selection_model_select_range (model, 1, 3, TRUE);
  assert_heard (&self, "1+3 changed ");
  assert_selected (&self, "B2 C3 D4 ");
  end (&self);
}

static void
test_sorting (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;

  begin (&self, fixture);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self.selection), 0, 2, TRUE);
  assert_heard (&self, "0+2 changed ");
  mps_row_list_set_sort (MPS_ROW_LIST (self.list), MPS_PRINTER_COLUMN_SERIAL, TRUE);
  assert_heard (&self, "0+5 ");
  assert_positions (&self, "3 4 ");
  assert_selected (&self, "B2 A1 ");
  end (&self);
}

static void
test_filtering (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;
  GtkSelectionModel *model;

  begin (&self, fixture);
  model = GTK_SELECTION_MODEL (self.selection);
  gtk_selection_model_select_range (model, 0, 2, TRUE);
  mps_row_list_set_search (MPS_ROW_LIST (self.list), "osaka");
  assert_selected (&self, "B2 A1 ");
  assert_positions (&self, "0 ");
  g_assert_cmpuint (mps_row_selection_count_shown (self.selection), ==, 1);
  gtk_selection_model_select_item (model, 1, FALSE);
  assert_selected (&self, "B2 D4 A1 ");
  mps_row_list_set_search (MPS_ROW_LIST (self.list), "");
  assert_selected (&self, "A1 B2 D4 ");
  assert_positions (&self, "0 1 3 ");
  end (&self);
}

/* A new choice lets go of what nobody sees; nothing irreversible is done to it by accident. */
static void
test_choosing_anew (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;
  GtkSelectionModel *model;

  begin (&self, fixture);
  model = GTK_SELECTION_MODEL (self.selection);
  gtk_selection_model_select_item (model, 0, TRUE);
  mps_row_list_set_search (MPS_ROW_LIST (self.list), "osaka");
  gtk_selection_model_select_all (model);
  assert_selected (&self, "B2 D4 ");
  mps_row_list_set_search (MPS_ROW_LIST (self.list), "kobe");
  gtk_selection_model_unselect_all (model);
  assert_selected (&self, "");
  end (&self);
}

static void
unenroll (DeskFixture *fixture, const char *serial)
{
  MpsStore *store = mps_session_get_store (fixture->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_unenroll_async (store, 0,
                            mps_targets_new_serials ((const char *const[]) { serial, NULL }), NULL,
                            NULL, desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_unenroll_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
test_removal (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;

  begin (&self, fixture);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self.selection), 0, 3, TRUE);
  unenroll (fixture, "B2");
  assert_selected (&self, "A1 C3 ");
  assert_positions (&self, "0 1 ");
  unenroll (fixture, "E5");
  assert_selected (&self, "A1 C3 ");
  end (&self);
}

/* Another process wrote: everything is loaded anew, and rows may have other numbers. */
static void
test_reload (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;
  MpsStore *store = mps_session_get_store (fixture->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsFleet) loaded = NULL;
  g_autoptr (GError) error = NULL;

  begin (&self, fixture);
  unenroll (fixture, "A1");
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self.selection), 0, 2, TRUE);
  assert_selected (&self, "B2 C3 ");
  mps_store_load_fleet_async (store, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  loaded = mps_store_load_fleet_finish (store, result, &error);
  g_assert_no_error (error);
  mps_fleet_replace (mps_session_get_fleet (fixture->session), loaded);
  assert_selected (&self, "B2 C3 ");
  assert_positions (&self, "0 1 ");
  end (&self);
}

/* A large list shows its former rows for a while; nobody means those. */
static void
test_all_while_busy (DeskFixture *fixture, gconstpointer data)
{
  Selecting self;

  begin (&self, fixture);
  mps_row_list_set_slices_from (MPS_ROW_LIST (self.list), 1);
  mps_row_list_set_search (MPS_ROW_LIST (self.list), "kobe");
  g_assert_true (mps_row_list_get_busy (MPS_ROW_LIST (self.list)));
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self.selection));
  assert_selected (&self, "A1 C3 E5 ");
  end (&self);
}

static void
add_tests (void)
{
  desk_fixture_add ("/row-selection/smallest-signals", test_smallest_signals);
  desk_fixture_add ("/row-selection/sorting", test_sorting);
  desk_fixture_add ("/row-selection/filtering", test_filtering);
  desk_fixture_add ("/row-selection/choosing-anew", test_choosing_anew);
  desk_fixture_add ("/row-selection/removal", test_removal);
  desk_fixture_add ("/row-selection/reload", test_reload);
  desk_fixture_add ("/row-selection/all-while-busy", test_all_while_busy);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
