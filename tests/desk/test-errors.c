/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"

static GtkWidget *
show_view (const GError *error)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = mps_error_view_new ();

  mps_error_view_set_error (MPS_ERROR_VIEW (view), error);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
test_sentence (void)
{
  g_autoptr (GError) error = g_error_new (MPS_ERROR, MPS_ERROR_LOCKED, "Another has it.");
  GtkWidget *window = show_view (error);

  desk_wait_for_text (window, "Another has it.");
  g_assert_false (desk_shows (window, "Reason"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_problems (void)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_ptr_array_add (problems, mps_problem_new (7, "City", "required", "A city is missing."));
  error = mps_error_new_with_problems (MPS_ERROR_WRONG_COLUMNS, problems, "It is wrong.");
  window = show_view (error);
  desk_wait_for_text (window, "A city is missing.");
  g_assert_true (desk_shows (window, "It is wrong."));
  g_assert_true (desk_shows (window, "City"));
  g_assert_true (desk_shows (window, "7"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_quiet (void)
{
  g_autoptr (GError) canceled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Canceled");
  g_autoptr (GError) dismissed
      = g_error_new (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "Dismissed");
  g_autoptr (GError) failed = g_error_new (MPS_ERROR, MPS_ERROR_DISK_FULL, "Full");

  g_assert_true (mps_feedback_is_quiet (canceled));
  g_assert_true (mps_feedback_is_quiet (dismissed));
  g_assert_false (mps_feedback_is_quiet (failed));
}

static void
add_tests (void)
{
  g_test_add_func ("/errors/sentence", test_sentence);
  g_test_add_func ("/errors/problems", test_problems);
  g_test_add_func ("/errors/quiet", test_quiet);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
