/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/printers/mps-import-fleet-dialog.h"

static AdwDialog *
present_for (DeskFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GFile) file = desk_fixture_write (fixture, name, text);
  AdwDialog *dialog = mps_import_fleet_dialog_new (fixture->session, file);

  desk_present (fixture, dialog);
  return dialog;
}

static const char *
get_count (AdwDialog *dialog, const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (desk_find_row (GTK_WIDGET (dialog), title)));
}

static void
test_results (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  desk_fixture_import_printers (fixture, "Serial number,Model\nP1,CX730de\nP2,CX730de\n");
  dialog = present_for (fixture, "fleet.csv",
                        "Serial number,Model,Colour,Average monthly pages\n"
                        "P1,CX735adse,red,\nP2,CX730de,red,\nP3,CX730de,red,many\nP4,CX730de,,7\n");
  desk_wait_for_text (GTK_WIDGET (dialog), "fleet.csv");
  desk_click (GTK_WIDGET (dialog), "fleet.import");
  desk_wait_for_text (GTK_WIDGET (dialog), "4 rows were read.");
  g_assert_cmpstr (get_count (dialog, "New printers"), ==, "1");
  g_assert_cmpstr (get_count (dialog, "Changed printers"), ==, "1");
  g_assert_cmpstr (get_count (dialog, "Printers that stay as they were"), ==, "1");
  g_assert_cmpstr (get_count (dialog, "Rejected rows"), ==, "1");
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "Colour"));
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "UTF-8"));
  desk_activate_row (GTK_WIDGET (dialog), "Rejected rows");
  desk_wait_for_text (GTK_WIDGET (dialog), "Average monthly pages");
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "4"));
  desk_close (dialog);
  g_assert_cmpuint (mps_fleet_get_n_printers (mps_session_get_fleet (fixture->session)), ==, 3);
}

static void
test_refusal (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_for (fixture, "fleet.csv", "Colour,Size\nred,large\n");

  desk_wait_for_text (GTK_WIDGET (dialog), "fleet.csv");
  desk_click (GTK_WIDGET (dialog), "fleet.import");
  desk_wait_for_button (GTK_WIDGET (dialog), "fleet.choose");
  desk_wait_for_text (GTK_WIDGET (dialog), "Serial number");
  g_assert_nonnull (desk_find_button (GTK_WIDGET (dialog), "fleet.import"));
  desk_close (dialog);
  g_assert_cmpuint (mps_fleet_get_n_printers (mps_session_get_fleet (fixture->session)), ==, 0);
}

static void
test_missing_file (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/fleet.csv");
  AdwDialog *dialog = mps_import_fleet_dialog_new (fixture->session, file);

  desk_present (fixture, dialog);
  desk_click (GTK_WIDGET (dialog), "fleet.import");
  desk_wait_for_text (GTK_WIDGET (dialog), "/nonexistent/fleet.csv");
  desk_close (dialog);
}

static void
test_no_file (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = mps_import_fleet_dialog_new (fixture->session, NULL);

  desk_present (fixture, dialog);
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "No file chosen"));
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (GTK_WIDGET (dialog), "fleet.import")));
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/import-fleet/results", test_results);
  desk_fixture_add ("/import-fleet/refusal", test_refusal);
  desk_fixture_add ("/import-fleet/missing-file", test_missing_file);
  desk_fixture_add ("/import-fleet/no-file", test_no_file);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
