/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"
#include "desk-window.h"

#include "desk/contacts-import/mps-import-contacts-dialog.h"
#include "desk/printers/mps-import-fleet-dialog.h"
#include "desk/requests/mps-import-answers-dialog.h"
#include "desk/window/mps-window.h"

/*
 * What is text in a file must be text in the window: in these tests Pango's complaint about markup
 * that is none, like any other warning, ends the program.
 */
#define TEXT "<b>&%s%n</i>&#0;"

#define PRINTERS                                                                                   \
  "Serial number,Model,Host name,Location,Average monthly pages,Agent,Agent version\r\n"           \
  "<S>&1,M" TEXT "," TEXT ",L" TEXT ",7,A" TEXT ",1.0\r\n"                                         \
  "<S>&2,CX730de," TEXT "," TEXT ",7,A" TEXT ",1.0\r\n"
#define HEADER                                                                                     \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"
#define CONTACTS                                                                                   \
  HEADER "F" TEXT ",L" TEXT ",C" TEXT ",,81,0312345678,," TEXT "," TEXT "," TEXT "," TEXT          \
         ",100-0005,JP\r\n"

static MpsWindow *
open_window (DeskFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return desk_open_window (path, MPS_STORE_OPEN_EXISTING);
}

static void
look_at (MpsWindow *window, const char *page, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", page);
  desk_wait_for_text (GTK_WIDGET (window), text);
}

static void
look_at_details (MpsWindow *window, const char *action, gint64 id, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, "x", id);
  desk_wait_for_text (GTK_WIDGET (window), text);
}

static void
test_pages (DeskFixture *self, gconstpointer data)
{
  MpsWindow *window;

  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  window = open_window (self, "fleet.db");
  desk_wait_for_text (GTK_WIDGET (window), "<S>&1");
  g_assert_true (desk_shows (GTK_WIDGET (window), "M" TEXT));
  look_at (window, "contacts", "C" TEXT);
  look_at (window, "agents", "A" TEXT);
  look_at (window, "account", "Default");
  look_at (window, "tasks", "Tasks");
  look_at (window, "history", "History");
  look_at_details (window, "win.show-printer", 1, "L" TEXT);
  look_at_details (window, "win.show-agent", 1, "A" TEXT);
  look_at_details (window, "win.show-task", 1, "1");
  desk_close_window (window);
}

static void
test_not_opened (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "<b>&%s.db", "no database");
  MpsWindow *window = open_window (self, "<b>&%s.db");

  desk_wait_for_text (GTK_WIDGET (window), "<b>&%s.db");
  desk_close_window (window);
}

static void
test_fleet_results (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = desk_fixture_write (
      self, "<b>&%s.csv", "Serial number,Model,<i>&%n\n<S>&1,M,x\n<S>&2,,x\n<S>&1,M,x\n");
  AdwDialog *dialog = mps_import_fleet_dialog_new (self->session, file);

  desk_present (self, dialog);
  desk_wait_for_text (GTK_WIDGET (dialog), "<b>&%s.csv");
  desk_click (GTK_WIDGET (dialog), "fleet.import");
  desk_wait_for_text (GTK_WIDGET (dialog), "<i>&%n");
  desk_activate_row (GTK_WIDGET (dialog), "Rejected rows");
  desk_wait_for_text (GTK_WIDGET (dialog), "<S>&1");
  desk_close (dialog);
}

static void
test_contacts_check (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file
      = desk_fixture_write (self, "<b>&%s.csv", CONTACTS TEXT ",,,,,,,,,,,,JP\r\n");
  AdwDialog *dialog = mps_import_contacts_dialog_new (self->session, file);

  desk_present (self, dialog);
  desk_wait_for_text (GTK_WIDGET (dialog), "C" TEXT);
  desk_close (dialog);
}

static void
test_contacts_refused (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "<b>&%s.csv", "<i>&%n,<u>&\n1,2\n");
  AdwDialog *dialog = mps_import_contacts_dialog_new (self->session, file);

  desk_present (self, dialog);
  desk_wait_for_text (GTK_WIDGET (dialog), "First name");
  desk_close (dialog);
}

static void
test_answer_refused (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "<b>&%s.json", "{\"<i>&%n\": 1}");
  AdwDialog *dialog = mps_import_answers_dialog_new (self->session, file);

  desk_present (self, dialog);
  desk_click (GTK_WIDGET (dialog), "answers.import");
  desk_wait_for_text (GTK_WIDGET (dialog), "$['<i>&%n']");
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/desk/hostile/pages", test_pages);
  desk_fixture_add ("/desk/hostile/not-opened", test_not_opened);
  desk_fixture_add ("/desk/hostile/fleet-results", test_fleet_results);
  desk_fixture_add ("/desk/hostile/contacts-check", test_contacts_check);
  desk_fixture_add ("/desk/hostile/contacts-refused", test_contacts_refused);
  desk_fixture_add ("/desk/hostile/answer-refused", test_answer_refused);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
