/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/printers/mps-printers-page.h"
#include "desk/printers/mps-serials-dialog.h"

#define PRINTERS                                                                                   \
  "Serial number,Model,Organization\r\n"                                                           \
  "A1,CX730de,\r\nA2,CX730de,\r\nA3,CX730de,\r\nB1,CX730de,Parent company\r\n"

static MpsPrintersPage *
show_page (DeskFixture *self)
{
  AdwNavigationPage *page;

  desk_fixture_import_printers (self, PRINTERS);
  page = mps_printers_page_new (self->session);
  desk_show (self, GTK_WIDGET (page));
  desk_wait_for_text (self->window, "A3");
  return MPS_PRINTERS_PAGE (page);
}

static gboolean
has_dialog (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  return dialog && gtk_widget_get_mapped (adw_dialog_get_child (dialog));
}

static GtkWidget *
open_dialog (DeskFixture *self, MpsPrintersPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "printers.select-serials", NULL);
  desk_wait_until (has_dialog, self->window);
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
}

static void
type (GtkWidget *dialog, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (desk_find (dialog, GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (window) == NULL;
}

static void
test_selects (DeskFixture *self, gconstpointer data)
{
  MpsPrintersPage *page = show_page (self);
  MpsRowSelection *selection = mps_printers_page_get_selection (page);
  GtkWidget *dialog;

  /* Whatever the table is narrowed by, what is selected is seen. */
  mps_row_list_set_search (mps_row_selection_get_list (selection), "A2");
  dialog = open_dialog (self, page);
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (dialog, "serials.find")));
  type (dialog, "a3, a1\nUNKNOWN1 B1 a1");
  desk_click (dialog, "serials.find");
  desk_wait_for_text (dialog, "Select 2 printers");
  g_assert_cmpstr (desk_get_row_number (dialog, "Printers found"), ==, "2");
  g_assert_cmpstr (desk_get_row_number (dialog, "Unknown serial numbers"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (dialog, "Printers of other organizations"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (dialog, "Named more than once"), ==, "1");
  desk_click (dialog, "serials.select");
  desk_wait_until (has_no_dialog, self->window);
  g_assert_cmpuint (mps_row_selection_get_n_selected (selection), ==, 2);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 0));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 1));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 2));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_lists_unknown (DeskFixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self, show_page (self));
  g_autofree char *copied = NULL;

  type (dialog, "x1 x2 a1");
  desk_click (dialog, "serials.find");
  desk_wait_for_text (dialog, "Select 1 printer");
  desk_activate_row (dialog, "Unknown serial numbers");
  desk_wait_for_text (dialog, "X2");
  desk_click (dialog, "report.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (dialog), NULL, on_text, &copied);
  desk_wait_until (is_set, &copied);
  g_assert_cmpstr (copied, ==, "X1\nX2\n");
  desk_close (ADW_DIALOG (dialog));
}

static void
test_nothing (DeskFixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self, show_page (self));

  type (dialog, " , ");
  desk_click (dialog, "serials.find");
  desk_wait_for_text (dialog, "There is no serial number in it");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (dialog, "serials.select")));
  desk_close (ADW_DIALOG (dialog));
}

/* Closed at once, nothing is held and nothing is selected. */
static void
test_closed_while_searching (DeskFixture *self, gconstpointer data)
{
  MpsPrintersPage *page = show_page (self);
  GtkWidget *dialog = open_dialog (self, page);

  type (dialog, "a1 a2");
  desk_click (dialog, "serials.find");
  desk_close (ADW_DIALOG (dialog));
  g_assert_cmpuint (mps_row_selection_get_n_selected (mps_printers_page_get_selection (page)), ==,
                    0);
}

static void
add_tests (void)
{
  desk_fixture_add ("/serials/selects", test_selects);
  desk_fixture_add ("/serials/lists-unknown", test_lists_unknown);
  desk_fixture_add ("/serials/nothing", test_nothing);
  desk_fixture_add ("/serials/closed-while-searching", test_closed_while_searching);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
