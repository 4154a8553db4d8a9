/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/printers/mps-printer-page.h"

#include "store/mps-store-organizations.h"
#include "store/mps-store-printers.h"

/* Under the sample policy, A1 wants a contact and a newer agent; M1 is managed. */
#define PRINTERS                                                                                   \
  "Serial number,Model,Location,Average monthly pages,Lexmark Managed,Agent,Agent version\r\n"     \
  "A1,CX730de,Kobe,1234,,FA-1,1.0\r\n"                                                             \
  "M1,CX730de,Osaka,100,MPS Express,FA-2,9.0\r\n"                                                  \
  "Q1,NoSuchModel,,,,,\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"

static gint64
find (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_id (fleet, mps_fleet_find_serial (fleet, serial));
}

static AdwNavigationView *
show_view (DeskFixture *self)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            adw_navigation_page_new (gtk_label_new ("The list"), "List"));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), view);
  desk_show (self, overlay);
  return ADW_NAVIGATION_VIEW (view);
}

static AdwNavigationView *
show_printer (DeskFixture *self, const char *serial)
{
  AdwNavigationView *view = show_view (self);

  desk_fixture_import_printers (self, PRINTERS);
  adw_navigation_view_push (view, mps_printer_page_new (self->session, find (self, serial)));
  desk_wait_for_text (self->window, "History");
  return view;
}

static const char *
get_fact (DeskFixture *self, const char *title)
{
  GtkWidget *row = desk_find_row (self->window, title);

  return row ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static void
assign (DeskFixture *self, const char *serial)
{
  MpsStore *store = mps_session_get_store (self->session);
  const gint64 contact = mps_fleet_get_contact_id (mps_session_get_fleet (self->session), 0);
  const char *const serials[] = { serial, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_assign_contact_async (store, mps_session_get_organization (self->session), contact,
                                  mps_targets_new_serials (serials), NULL, NULL, desk_on_result,
                                  &result);
  desk_wait_for (&result);
  task = mps_store_assign_contact_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
unenroll (DeskFixture *self, const char *const *serials)
{
  MpsStore *store = mps_session_get_store (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_unenroll_async (store, mps_session_get_organization (self->session),
                            mps_targets_new_serials (serials), NULL, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_unenroll_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
test_facts (DeskFixture *self, gconstpointer data)
{
  show_printer (self, "A1");
  g_assert_cmpstr (get_fact (self, "Serial number"), ==, "A1");
  g_assert_cmpstr (get_fact (self, "Location"), ==, "Kobe");
  g_assert_cmpstr (get_fact (self, "Firmware"), ==, "Not known");
  g_assert_cmpstr (get_fact (self, "Average monthly pages"), ==, "1234");
  g_assert_cmpstr (get_fact (self, "Limit"), ==, "5000 pages a month");
  g_assert_cmpstr (get_fact (self, "Version"), ==, "1.0");
  g_assert_true (desk_shows (self->window, "Too old: the policy asks for 1.3.10 or later."));
  g_assert_true (desk_shows (self->window, "No contact is assigned."));
  g_assert_true (desk_shows (self->window, "Not in MPS Express"));
  g_assert_nonnull (desk_find_row (self->window, "No supplies delivery contact assigned"));
  g_assert_nonnull (desk_find_row (self->window, "Fleet Agent version too low"));
  g_assert_null (desk_find_row (self->window, "Average pages unknown"));
  g_assert_null (desk_find_row (self->window, "Request"));
}

static void
test_unsupported (DeskFixture *self, gconstpointer data)
{
  show_printer (self, "Q1");
  g_assert_nonnull (desk_find_row (self->window, "Unsupported model"));
  g_assert_true (desk_shows (self->window, "MPS Express does not support this model."));
  g_assert_true (desk_shows (self->window, "None: the policy does not support this model."));
  g_assert_true (desk_shows (self->window, "The printer has no agent."));
  g_assert_true (desk_shows (self->window, "No imported fleet list has a page count"));
}

/* An assignment shows at once: in the contact, the statuses and the history. */
static void
test_live (DeskFixture *self, gconstpointer data)
{
  show_printer (self, "A1");
  desk_wait_for_text (self->window, "Nothing is known yet that happened to this printer.");
  desk_fixture_import_contacts (self, CONTACTS);
  g_assert_true (desk_shows (self->window, "Assign contact…"));
  assign (self, "A1");
  desk_wait_for_text (self->window, "Hanako Suzuki");
  g_assert_true (desk_shows (self->window, "1-2-3 Marunouchi, Chiyoda, Tokyo, 100-0005, JP"));
  g_assert_true (desk_shows (self->window, "Replace contact…"));
  g_assert_null (desk_find_row (self->window, "No supplies delivery contact assigned"));
  g_assert_nonnull (desk_find_row (self->window, "Fleet Agent version too low"));
  desk_wait_for_text (self->window, "Assign supplies delivery contact");
}

static gboolean
has_dialog (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));

  return dialog && gtk_widget_get_mapped (adw_dialog_get_child (dialog));
}

static void
test_remedy (DeskFixture *self, gconstpointer data)
{
  AdwNavigationView *view = show_printer (self, "A1");
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (view));
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (page, "printer.remedy", "u", MPS_STATUS_NO_CONTACT));
  desk_wait_until (has_dialog, self->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "For 1 printer"));
  desk_close (dialog);
}

/* What is managed has no Unenroll at all, and says why. */
static void
test_managed (DeskFixture *self, gconstpointer data)
{
  const char *const serials[] = { "M1", "Q1", NULL };

  show_printer (self, "M1");
  g_assert_null (desk_find_button (self->window, "printer.unenroll"));
  g_assert_true (desk_shows (self->window, "This printer can’t be unenrolled"));
  desk_wait_for_text (self->window, "The imported fleet list");
  unenroll (self, serials);
  desk_wait_for_text (self->window,
                      "The printer is managed or pending in MPS Express and can’t be");
  g_assert_cmpstr (get_fact (self, "Serial number"), ==, "M1");
}

static void
test_free (DeskFixture *self, gconstpointer data)
{
  show_printer (self, "A1");
  g_assert_nonnull (desk_find_button (self->window, "printer.unenroll"));
  g_assert_false (desk_shows (self->window, "This printer can’t be unenrolled"));
  mps_session_set_organization (self->session, 0);
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (self->window, "printer.assign")));
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (self->window, "printer.unenroll")));
  g_assert_true (desk_shows (self->window, "All organizations can only be viewed."));
}

/* The page goes back when its printer has gone, and says so. */
static void
test_gone (DeskFixture *self, gconstpointer data)
{
  const char *const serials[] = { "A1", NULL };

  show_printer (self, "A1");
  unenroll (self, serials);
  desk_wait_for_text (self->window, "The list");
  desk_wait_for_text (self->window, "Printer A1 is not in the list any more.");
}

/* Below another page it waits: nobody's page is taken away. */
static void
test_gone_below (DeskFixture *self, gconstpointer data)
{
  const char *const serials[] = { "A1", NULL };
  AdwNavigationView *view = show_printer (self, "A1");

  adw_navigation_view_push (view, adw_navigation_page_new (gtk_label_new ("On top"), "On top"));
  unenroll (self, serials);
  desk_wait_for_text (self->window, "On top");
  adw_navigation_view_pop (view);
  desk_wait_for_text (self->window, "The list");
}

static void
test_other_organization (DeskFixture *self, gconstpointer data)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  const MpsOrganizationRecord *parent = mps_fleet_get_organizations (fleet)->pdata[0];

  show_printer (self, "A1");
  g_assert_cmpint (parent->id, !=, mps_session_get_organization (self->session));
  mps_session_set_organization (self->session, parent->id);
  desk_wait_for_text (self->window, "The list");
}

static void
add_tests (void)
{
  desk_fixture_add ("/printer-page/facts", test_facts);
  desk_fixture_add ("/printer-page/unsupported", test_unsupported);
  desk_fixture_add ("/printer-page/live", test_live);
  desk_fixture_add ("/printer-page/remedy", test_remedy);
  desk_fixture_add ("/printer-page/managed", test_managed);
  desk_fixture_add ("/printer-page/free", test_free);
  desk_fixture_add ("/printer-page/gone", test_gone);
  desk_fixture_add ("/printer-page/gone-below", test_gone_below);
  desk_fixture_add ("/printer-page/other-organization", test_other_organization);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
