/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/eligibility/mps-unenroll.h"
#include "desk/printers/mps-printers-page.h"

#include "store/mps-store-programme.h"

/* M1 and M2 are of MPS Express, one of them not yet for sure. */
#define PRINTERS                                                                                   \
  "Serial number,Model,Lexmark Managed\r\n"                                                        \
  "F1,CX730de,\r\nF2,CX730de,\r\nM1,CX730de,MPS Express\r\nM2,CX730de,MPS Express (Pending)\r\n"

static gint64
find (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  const guint32 row = mps_fleet_find_serial (fleet, serial);

  return row == MPS_NO_ROW ? 0 : mps_fleet_get_id (fleet, row);
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window)) == NULL;
}

/* Asks to unenroll printers, named by their serial numbers, and returns what is asked back. */
static AdwDialog *
begin (DeskFixture *self, const char *serials)
{
  g_auto (GStrv) names = g_strsplit (serials, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names[i]; i++)
    {
      const gint64 id = find (self, names[i]);

      g_assert_cmpint (id, !=, 0);
      g_array_append_val (ids, id);
    }
  mps_unenroll_begin (self->window, self->session, (const gint64 *) ids->data, ids->len);
  return desk_wait_for_dialog (self);
}

static guint
count_tasks (DeskFixture *self, MpsTaskKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  MpsStore *store = mps_session_get_store (self->session);
  guint n_tasks = 0;

  mps_store_list_tasks_async (store, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  tasks = mps_store_list_tasks_finish (store, result, NULL);
  for (guint i = 0; i < tasks->len; i++)
    n_tasks += mps_task_get_kind (tasks->pdata[i]) == kind;
  return n_tasks;
}

static gboolean
are_free_ones_gone (gpointer data)
{
  return find (data, "F1") == 0 && find (data, "F2") == 0;
}

static void
test_only_managed (DeskFixture *self, gconstpointer data)
{
  AdwDialog *alert;

  desk_fixture_import_printers (self, PRINTERS);
  alert = begin (self, "M1 M2");
  g_assert_true (desk_shows (GTK_WIDGET (alert), "Can’t be unenrolled"));
  g_assert_true (desk_shows (GTK_WIDGET (alert), "All 2 selected printers are managed or pending"));
  g_assert_false (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (alert), "unenroll"));
  desk_answer (alert, "close");
  g_assert_cmpint (find (self, "M1"), !=, 0);
  g_assert_cmpuint (count_tasks (self, MPS_TASK_UNENROLL), ==, 0);
}

static void
test_mixed (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *root;

  desk_fixture_import_printers (self, PRINTERS);
  dialog = begin (self, "M1 F1 F2 M2");
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "2 printers will be taken out of the list"));
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "This can’t be undone"));
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "2 selected printers are managed or pending"));
  desk_answer (dialog, "unenroll");
  desk_wait_until (are_free_ones_gone, self);
  dialog = desk_wait_for_dialog (self);
  root = GTK_WIDGET (dialog);
  desk_wait_for_text (root, "Completed with errors");
  g_assert_cmpstr (desk_get_row_number (root, "Printers unenrolled"), ==, "2");
  g_assert_true (desk_shows (root, "2 printers were not unenrolled:"));
  g_assert_true (desk_shows (root, "M1"));
  g_assert_true (desk_shows (root, "M2"));
  g_assert_true (desk_shows (root, "The printer is managed or pending in MPS Express"));
  g_assert_nonnull (desk_get_row_number (root, "Task ID"));
  desk_close (dialog);
  g_assert_cmpint (find (self, "M1"), !=, 0);
  g_assert_cmpint (find (self, "M2"), !=, 0);
}

static gboolean
has_request (gpointer window)
{
  return desk_get_request (window) != NULL;
}

/* The Task ID leads to the task, and the dialog makes way for it. */
static void
test_shows_task (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  g_autofree char *expected = NULL;

  desk_catch_requests (self->window);
  desk_fixture_import_printers (self, PRINTERS);
  desk_answer (begin (self, "F1 M1"), "unenroll");
  desk_wait_for_text (self->window, "Completed with errors");
  dialog = desk_wait_for_dialog (self);
  expected = g_strdup (desk_get_row_number (GTK_WIDGET (dialog), "Task ID"));
  desk_activate_row (GTK_WIDGET (dialog), "Task ID");
  desk_wait_until (has_request, self->window);
  g_assert_cmpstr (desk_get_request (self->window), ==, expected);
  desk_wait_until (has_no_dialog, self->window);
}

static void
test_only_free (DeskFixture *self, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  AdwDialog *alert;

  desk_show (self, overlay);
  desk_fixture_import_printers (self, PRINTERS);
  alert = begin (self, "F1 F2");
  g_assert_false (desk_shows (GTK_WIDGET (alert), "managed"));
  desk_answer (alert, "unenroll");
  desk_wait_until (are_free_ones_gone, self);
  desk_wait_for_text (self->window, "2 printers were unenrolled.");
  g_assert_true (has_no_dialog (self->window));
  g_assert_cmpuint (count_tasks (self, MPS_TASK_UNENROLL), ==, 1);
}

static void
test_canceled (DeskFixture *self, gconstpointer data)
{
  AdwDialog *alert;

  desk_fixture_import_printers (self, PRINTERS);
  alert = begin (self, "F1");
  g_assert_true (desk_shows (GTK_WIDGET (alert), "1 printer will be taken out of the list"));
  desk_answer (alert, "cancel");
  g_assert_cmpuint (count_tasks (self, MPS_TASK_UNENROLL), ==, 0);
  g_assert_cmpint (find (self, "F1"), !=, 0);
}

/* The page offers it for a selection in one organization only. */
static void
test_page (DeskFixture *self, gconstpointer data)
{
  AdwNavigationPage *page = mps_printers_page_new (self->session);
  MpsRowSelection *selection = mps_printers_page_get_selection (MPS_PRINTERS_PAGE (page));

  desk_show (self, GTK_WIDGET (page));
  desk_fixture_import_printers (self, PRINTERS);
  desk_wait_for_text (self->window, "F1");
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.unenroll", NULL);
  g_assert_true (has_no_dialog (self->window));
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (selection), 2, 2, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.unenroll", NULL);
  g_assert_true (desk_shows (GTK_WIDGET (desk_wait_for_dialog (self)), "All 2 selected printers"));
  desk_answer (desk_wait_for_dialog (self), "close");
  mps_session_set_organization (self->session, 0);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (selection), 0, 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.unenroll", NULL);
  g_assert_true (has_no_dialog (self->window));
}

static void
add_tests (void)
{
  desk_fixture_add ("/unenroll/only-managed", test_only_managed);
  desk_fixture_add ("/unenroll/mixed", test_mixed);
  desk_fixture_add ("/unenroll/shows-task", test_shows_task);
  desk_fixture_add ("/unenroll/only-free", test_only_free);
  desk_fixture_add ("/unenroll/canceled", test_canceled);
  desk_fixture_add ("/unenroll/page", test_page);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
