/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-gtk-list.h"
#include "bench-report.h"
#include "desk-fixture.h"
#include "desk-probe.h"

#include "desk/contacts/mps-assign-dialog.h"
#include "desk/printers/mps-printers-page.h"
#include "desk/window/mps-fleet-view.h"
#include "fleet/mps-printer-list.h"

#include <stdlib.h>

/*
 * bench-window DATABASE ASSIGNED TURNS [BLOCK] measures what a user does in the window with a
 * fleet, beside the same done by GTK's own models in a second window: each from the call to the
 * frame that shows it. Of ours, the longest block of the main loop is measured with it. The
 * database is written to. With the name of a block that one alone is measured, many times, for a
 * profiler to look at.
 */
#define WORDS "大阪"

typedef struct {
  DeskFixture desk;
  BenchGtkList gtk;
  MpsFleetView *pages;
  MpsRowSelection *selection;
  GtkWidget *view;
  guint n_turns;
} Bench;

typedef void (*Act) (Bench *self, guint turn);

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static gboolean
go_on (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
let_settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  guint source = g_timeout_add (10, go_on, NULL);

  desk_wait_until (is_over, &end);
  g_source_remove (source);
}

static gboolean
is_done (gpointer data)
{
  return !mps_row_list_get_busy (data);
}

static void
wait_for_rows (Bench *self)
{
  desk_wait_until (is_done, mps_row_selection_get_list (self->selection));
}

static void
measure (Bench *self, const char *job, const char *side, GtkWidget *widget, Act act, guint turn)
{
  double start;

  let_settle (50);
  start = bench_get_time ();
  act (self, turn);
  wait_for_rows (self);
  desk_wait_for_frame (widget);
  bench_report (job, side, bench_get_time () - start, 0);
}

/* With what comes after the frame: nothing of what was done is left then. */
static void
measure_block (Bench *self, const char *job, const char *side, Act act, guint turn)
{
  g_autofree char *name = g_strdup_printf ("block %s", job);

  let_settle (50);
  desk_probe_begin ();
  act (self, turn);
  wait_for_rows (self);
  let_settle (300);
  bench_report (name, side, desk_probe_end ().cpu / 1e3, 0);
}

static void
compare (Bench *self, const char *job, Act ours, Act theirs)
{
  for (guint turn = 0; turn < self->n_turns; turn++)
    {
      measure (self, job, BENCH_OURS, self->view, ours, turn);
      measure (self, job, BENCH_THEIRS, self->gtk.view, theirs, turn);
      bench_expect (g_list_model_get_n_items (G_LIST_MODEL (self->selection)),
                    g_list_model_get_n_items (self->gtk.model), job);
    }
}

static GtkColumnViewColumn *
find_column (GtkWidget *view, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column;
    }
  g_return_val_if_reached (NULL);
}

static void
sort_view (GtkWidget *view, const char *id, guint turn)
{
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), find_column (view, id),
                                  turn % 2 == 0 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
sort_ours (Bench *self, guint turn)
{
  sort_view (self->view, "location", turn);
}

static void
sort_theirs (Bench *self, guint turn)
{
  sort_view (self->gtk.view, "location", turn);
}

static void
sort_by_serial (Bench *self, guint turn)
{
  sort_view (self->view, "serial", turn);
}

static void
unsort (Bench *self)
{
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), NULL, GTK_SORT_ASCENDING);
  if (self->gtk.view)
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->gtk.view), NULL, GTK_SORT_ASCENDING);
  let_settle (100);
}

/* There and back again, so that each turn does the same. */
static void
search_ours (Bench *self, guint turn)
{
  mps_row_list_set_search (mps_row_selection_get_list (self->selection),
                           turn % 2 == 0 ? WORDS : "");
}

static void
search_theirs (Bench *self, guint turn)
{
  gtk_string_filter_set_search (self->gtk.filter, turn % 2 == 0 ? WORDS : "");
}

static void
filter_ours (Bench *self, guint turn)
{
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();

  criteria->status = turn % 2 == 0 ? MPS_STATUS_NO_CONTACT : -1;
  mps_printer_list_set_criteria (MPS_PRINTER_LIST (mps_row_selection_get_list (self->selection)),
                                 criteria);
}

static void
select_ours (Bench *self, guint turn)
{
  if (turn % 2 == 0)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  else
    mps_row_selection_clear (self->selection);
}

static void
move (GtkWidget *view, double share, double by)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  gtk_adjustment_set_value (adjustment, share * gtk_adjustment_get_upper (adjustment) + by);
}

static void
scroll_ours (Bench *self, guint turn)
{
  move (self->view, 0, 60.0 * turn);
}

static void
scroll_theirs (Bench *self, guint turn)
{
  move (self->gtk.view, 0, 60.0 * turn);
}

static void
jump_ours (Bench *self, guint turn)
{
  move (self->view, turn % 2 == 0 ? 0.5 : 0.2, 100.0 * turn);
}

static void
jump_theirs (Bench *self, guint turn)
{
  move (self->gtk.view, turn % 2 == 0 ? 0.5 : 0.2, 100.0 * turn);
}

/* Three rows a frame, as with a wheel, for as long as a second takes. */
static void
measure_scrolling (Bench *self)
{
  const guint n_turns = self->n_turns;

  self->n_turns = 40;
  compare (self, "scroll", scroll_ours, scroll_theirs);
  self->n_turns = 10;
  compare (self, "jump", jump_ours, jump_theirs);
  self->n_turns = n_turns;
  scroll_ours (self, 0);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
has_contact (gpointer data)
{
  MpsFleet *fleet = data;

  return mps_fleet_get_contact (fleet, mps_fleet_find_printer (fleet, 1)) != 0;
}

/* Printer 1 has no contact before. */
static void
measure_assignment (Bench *self, guint n_printers)
{
  const gint64 *ids;
  gsize n_ids;
  gpointer dialog;
  GtkWidget *list;
  double start;

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), 0, n_printers, TRUE);
  ids = mps_row_selection_get_ids (self->selection, &n_ids);
  dialog = mps_assign_dialog_new (self->desk.session, ids, n_ids);
  g_object_add_weak_pointer (dialog, &dialog);
  desk_present (&self->desk, dialog);
  list = desk_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0, TRUE);
  let_settle (300);
  desk_probe_begin ();
  start = bench_get_time ();
  desk_click (dialog, "assign.run");
  desk_wait_until (is_gone, &dialog);
  desk_wait_until (has_contact, mps_session_get_fleet (self->desk.session));
  bench_report ("assign", BENCH_OURS, bench_get_time () - start, 0);
  let_settle (500);
  bench_report ("block assign", BENCH_OURS, desk_probe_end ().cpu / 1e3, 0);
}

static void
measure_page (Bench *self, const char *job, const char *page, const char *text)
{
  g_autofree char *name = g_strdup_printf ("block %s", job);

  let_settle (400);
  desk_probe_begin ();
  mps_fleet_view_show_page (self->pages, page);
  desk_wait_for_text (GTK_WIDGET (self->pages), text);
  let_settle (300);
  bench_report (name, BENCH_OURS, desk_probe_end ().cpu / 1e3, 0);
}

static void
show_ours (Bench *self, const char *path)
{
  AdwNavigationPage *page;

  desk_fixture_open (&self->desk, path);
  gtk_window_set_default_size (GTK_WINDOW (self->desk.window), 1200, 760);
  self->pages = MPS_FLEET_VIEW (mps_fleet_view_new (self->desk.session));
  desk_show (&self->desk, GTK_WIDGET (self->pages));
  mps_fleet_view_show_page (self->pages, "printers");
  page = mps_fleet_view_get_visible_page (self->pages);
  self->selection = mps_printers_page_get_selection (MPS_PRINTERS_PAGE (page));
  desk_wait_for_text (self->desk.window, BENCH_FIRST_SERIAL);
  self->view = desk_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW);
}

typedef struct {
  const char *name;
  Act act;
  Act theirs;       /* nullable: where GTK's own has to do no more than that, either */
  gboolean is_back; /* whether an odd turn takes back what an even one does */
} Block;

static const Block blocks[] = {
  { "sort", sort_ours, NULL, FALSE },
  { "sort by number", sort_by_serial, NULL, FALSE },
  { "search", search_ours, NULL, TRUE },
  { "filter", filter_ours, NULL, TRUE },
  { "scroll", scroll_ours, scroll_theirs, FALSE },
  { "jump", jump_ours, jump_theirs, FALSE },
  { "select all", select_ours, NULL, TRUE },
};

static void
measure_blocks (Bench *self, const char *only)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      const guint n_turns = only ? 24 : MAX (self->n_turns, 4);

      if (only && !g_str_equal (blocks[i].name, only))
        continue;
      for (guint turn = 0; turn < n_turns; turn++)
        {
          measure_block (self, blocks[i].name, BENCH_OURS, blocks[i].act, turn);
          if (blocks[i].theirs && !only)
            measure_block (self, blocks[i].name, BENCH_THEIRS, blocks[i].theirs, turn);
        }
      if (blocks[i].is_back)
        blocks[i].act (self, 1);
      unsort (self);
    }
}

static void
compare_all (Bench *self)
{
  compare (self, "sort", sort_ours, sort_theirs);
  unsort (self);
  compare (self, "filter", search_ours, search_theirs);
  search_ours (self, 1);
  search_theirs (self, 1);
  measure_scrolling (self);
}

/* Each is made when it is first shown, and kept. */
static void
measure_pages (Bench *self)
{
  measure_page (self, "history", "history", "bench");
  measure_page (self, "agents", "agents", "Agent 1");
  measure_page (self, "contacts", "contacts", "example.com");
  measure_page (self, "printers again", "printers", "Serial number");
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  const char *only = argc == 5 ? argv[4] : NULL;

  if (argc != 4 && argc != 5)
    return 2;
  desk_init ();
  self.n_turns = (guint) strtoul (argv[3], NULL, 10);
  if (!only)
    bench_gtk_list_show (&self.gtk, argv[1]);
  show_ours (&self, argv[1]);
  if (!only)
    compare_all (&self);
  let_settle (500);
  measure_blocks (&self, only);
  if (only && !g_str_equal (only, "pages"))
    exit (0);
  if (!only)
    measure_assignment (&self, (guint) strtoul (argv[2], NULL, 10));
  measure_pages (&self);
  exit (0);
}
