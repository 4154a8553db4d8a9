/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"
#include "desk-probe.h"

#include "desk/contacts/mps-assign-dialog.h"
#include "desk/printers/mps-printers-page.h"
#include "fleet/mps-printer-column.h"

/*
 * How long the main loop is kept from answering, from one wait for events to the next, while many
 * printers of a fleet change, or are looked for, before the user's eyes: with the table and the
 * sidebar shown.
 * MPS_SMOOTH_PRINTERS is the size of the fleet and MPS_SMOOTH_SELECTED how many change. The bound
 * is a generous one, since machines differ and sanitizers are slow; the numbers are printed.
 */
#define PRINTERS 5000
#define SELECTED 500
#define BOUND_MS 400.0

static guint
get_number (const char *variable, guint fallback)
{
  const char *text = g_getenv (variable);

  return text ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}

static void
import_fleet (DeskFixture *self, guint n_printers)
{
  static const char *const models[] = { "CX730de", "MX431adn", "NoSuchModel", "CS632dwe" };
  g_autoptr (GString) csv = g_string_new ("Serial number,Model,Location,Average monthly pages\n");

  for (guint i = 0; i < n_printers; i++)
    g_string_append_printf (csv, "P%07u,%s,Kobe %u,%u\n", i, models[i % G_N_ELEMENTS (models)],
                            i % 300, i % 6000);
  desk_fixture_import_printers (self, csv->str);
}

static void
import_contact (DeskFixture *self)
{
  desk_fixture_import_contacts (
      self, "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"
            "Address line 2,City,State or province,Postal code,Country\n"
            "Hanako,Suzuki,Example KK,,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,100-0005,"
            "JP\n");
}

static MpsRowSelection *
show_selection (DeskFixture *self, guint n_selected)
{
  AdwNavigationPage *page = mps_printers_page_new (self->session);
  MpsRowSelection *selection = mps_printers_page_get_selection (MPS_PRINTERS_PAGE (page));

  desk_show (self, GTK_WIDGET (page));
  desk_wait_for_text (self->window, "P0000000");
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (selection), 0, n_selected, TRUE);
  return selection;
}

static AdwDialog *
present_dialog (DeskFixture *self, MpsRowSelection *selection)
{
  gsize n_printers;
  const gint64 *printers = mps_row_selection_get_ids (selection, &n_printers);
  AdwDialog *dialog = mps_assign_dialog_new (self->session, printers, n_printers);
  GtkWidget *list;

  desk_present (self, dialog);
  list = desk_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0, TRUE);
  return dialog;
}

typedef struct {
  MpsFleet *fleet;
  guint32 last;
} Assigned;

static gboolean
is_assigned (gpointer data)
{
  Assigned *assigned = data;

  return mps_fleet_get_contact (assigned->fleet, assigned->last) != 0;
}

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

/* Until the toast is there and all is drawn. */
static void
let_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  guint source = g_timeout_add (50, go_on, NULL);

  desk_wait_until (is_over, &end);
  g_source_remove (source);
}

static void
test_assign (DeskFixture *self, gconstpointer data)
{
  const guint n_printers = get_number ("MPS_SMOOTH_PRINTERS", PRINTERS);
  const guint n_selected = get_number ("MPS_SMOOTH_SELECTED", SELECTED);
  Assigned assigned = { mps_session_get_fleet (self->session), n_selected - 1 };
  DeskBlock longest;
  gpointer dialog;

  import_fleet (self, n_printers);
  import_contact (self);
  dialog = present_dialog (self, show_selection (self, n_selected));
  g_object_add_weak_pointer (dialog, &dialog);
  let_settle ();
  desk_probe_begin ();
  desk_click (dialog, "assign.run");
  desk_wait_for_end_of (&dialog);
  desk_wait_until (is_assigned, &assigned);
  let_settle ();
  longest = desk_probe_end ();
  g_test_message ("%u of %u printers assigned; the longest block of the main loop: %.1f ms, of "
                  "which this thread worked %.1f ms",
                  n_selected, n_printers, longest.wall, longest.cpu);
  g_assert_cmpfloat (longest.cpu, <, BOUND_MS);
}

/* Each act in a block of its own, as a user does one after the other. */
static void
test_narrow (DeskFixture *self, gconstpointer data)
{
  const guint n_printers = get_number ("MPS_SMOOTH_PRINTERS", PRINTERS);
  MpsRowSelection *selection;
  MpsRowList *list;
  DeskBlock longest;

  import_fleet (self, n_printers);
  selection = show_selection (self, 1);
  list = mps_row_selection_get_list (selection);
  let_settle ();
  desk_probe_begin ();
  mps_row_list_set_search (list, "Kobe 7");
  let_settle ();
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  let_settle ();
  mps_row_list_set_search (list, "");
  let_settle ();
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  let_settle ();
  longest = desk_probe_end ();
  g_test_message ("%u printers narrowed and selected; the longest block of the main loop: %.1f ms, "
                  "of which this thread worked %.1f ms",
                  n_printers, longest.wall, longest.cpu);
  g_assert_cmpuint (mps_row_selection_get_n_selected (selection), ==, n_printers);
  g_assert_cmpfloat (longest.cpu, <, BOUND_MS);
}

static gboolean
has_rows (gpointer data)
{
  return !mps_row_list_get_busy (data);
}

static MpsRowList *
show_in_slices (DeskFixture *self, guint n_selected, MpsRowSelection **selection)
{
  MpsRowList *list;

  import_fleet (self, get_number ("MPS_SMOOTH_PRINTERS", PRINTERS));
  *selection = show_selection (self, n_selected);
  list = mps_row_selection_get_list (*selection);
  mps_row_list_set_slices_from (list, 1);
  let_settle ();
  return list;
}

/* Who types fast asks for other rows before the first ones are there; what is selected and where
 * the keyboard is stays as it was. */
static void
test_sort (DeskFixture *self, gconstpointer data)
{
  static const char *const typed[] = { "k", "ko", "kobe", "kobe 7" };
  MpsRowSelection *selection;
  MpsRowList *list = show_in_slices (self, 3, &selection);
  GtkWidget *view = desk_find (self->window, GTK_TYPE_COLUMN_VIEW);
  DeskBlock longest;

  gtk_widget_grab_focus (view);
  desk_probe_begin ();
  mps_row_list_set_sort (list, MPS_PRINTER_COLUMN_LOCATION, TRUE);
  g_assert_true (mps_row_list_get_busy (list));
  desk_wait_until (has_rows, list);
  let_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    mps_row_list_set_search (list, typed[i]);
  desk_wait_until (has_rows, list);
  let_settle ();
  mps_row_list_set_search (list, "");
  desk_wait_until (has_rows, list);
  let_settle ();
  longest = desk_probe_end ();
  g_test_message ("sorted and searched in slices; the longest block of the main loop: %.1f ms, of "
                  "which this thread worked %.1f ms",
                  longest.wall, longest.cpu);
  g_assert_cmpuint (mps_row_selection_get_n_selected (selection), ==, 3);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), view));
  g_assert_cmpfloat (longest.cpu, <, BOUND_MS);
}

/* The fixture closes the window while the rows are still being sorted. */
static void
test_closed (DeskFixture *self, gconstpointer data)
{
  MpsRowSelection *selection;
  MpsRowList *list = show_in_slices (self, 3, &selection);

  mps_row_list_set_sort (list, MPS_PRINTER_COLUMN_LOCATION, TRUE);
  mps_row_list_set_search (list, "kobe");
  g_assert_true (mps_row_list_get_busy (list));
}

static void
add_tests (void)
{
  desk_fixture_add ("/smooth/assign", test_assign);
  desk_fixture_add ("/smooth/narrow", test_narrow);
  desk_fixture_add ("/smooth/sort", test_sort);
  desk_fixture_add ("/smooth/closed", test_closed);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
