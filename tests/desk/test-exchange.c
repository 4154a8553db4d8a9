/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/requests/mps-export-requests-dialog.h"
#include "desk/requests/mps-import-answers-dialog.h"
#include "store/mps-store-printers.h"
#include "store/mps-store-programme.h"

#define PRINTERS                                                                                   \
  "Serial number,Model,Average monthly pages\r\n"                                                  \
  "A1,CX730de,1000\r\nA2,CX730de,1200\r\nA3,CX730de,10\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"

static void
assign_all (DeskFixture *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  MpsStore *store = mps_session_get_store (self->session);
  const gint64 organization = mps_session_get_organization (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_assign_contact_async (store, organization, mps_fleet_get_contact_id (fleet, 0),
                                  mps_targets_new_all (organization), NULL, NULL, desk_on_result,
                                  &result);
  desk_wait_for (&result);
  task = mps_store_assign_contact_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
enroll (DeskFixture *self, const char *serial)
{
  const char *const serials[] = { serial, NULL };
  MpsStore *store = mps_session_get_store (self->session);
  MpsAcceptedTerms terms = { mps_policy_get_terms_version (mps_store_get_policy (store)) };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_enroll_async (store, mps_session_get_organization (self->session), &terms,
                          mps_targets_new_serials (serials), NULL, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_enroll_finish (store, result, &error);
  g_assert_no_error (error);
}

/* A1 and A2 wait for an answer, each in a request of its own; the newer one is A2's. */
static void
set_up (DeskFixture *self, gconstpointer data)
{
  desk_fixture_set_up (self, data);
  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  desk_fixture_entitle (self);
  assign_all (self);
  enroll (self, "A1");
  enroll (self, "A2");
}

static char *
dup_newest_request (DeskFixture *self)
{
  MpsStore *store = mps_session_get_store (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) requests = NULL;

  mps_store_list_requests_async (store, 0, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  requests = mps_store_list_requests_finish (store, result, NULL);
  g_assert_cmpuint (requests->len, ==, 2);
  return g_strdup (((const MpsRequestSummary *) requests->pdata[0])->id);
}

static char *
read_when_there (GFile *file)
{
  char *text = NULL;

  while (!g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL))
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static gboolean
can_use (GtkWidget *root, const char *action)
{
  return gtk_widget_is_sensitive (desk_find_button (root, action));
}

static gboolean
is_all_exported (gpointer root)
{
  return desk_shows (root, "All requests were exported.");
}

static void
test_export (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = mps_export_requests_dialog_new (self->session);
  GtkWidget *root = GTK_WIDGET (dialog);
  g_autofree char *path = g_build_filename (self->folder, "requests.json", NULL);
  g_autofree char *other_path = g_build_filename (self->folder, "again.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other_file = g_file_new_for_path (other_path);
  g_autofree char *all = NULL;
  g_autofree char *again = NULL;
  g_autofree char *newest = dup_newest_request (self);

  desk_present (self, dialog);
  desk_wait_for_text (root, "For 2 printers");
  g_assert_cmpstr (desk_get_row_number (root, "Requests"), ==, "2");
  g_assert_true (desk_shows (root, "Not exported yet"));
  g_assert_true (can_use (root, "requests.export"));
  mps_export_requests_dialog_export (MPS_EXPORT_REQUESTS_DIALOG (dialog), NULL, file);
  all = read_when_there (file);
  g_assert_nonnull (strstr (all, "\"A1\""));
  g_assert_nonnull (strstr (all, "\"A2\""));
  desk_wait_until (is_all_exported, root);
  g_assert_false (can_use (root, "requests.export"));
  g_assert_true (desk_shows (root, "not answered yet"));

  mps_export_requests_dialog_export (MPS_EXPORT_REQUESTS_DIALOG (dialog), newest, other_file);
  again = read_when_there (other_file);
  g_assert_null (strstr (again, "\"A1\""));
  g_assert_nonnull (strstr (again, "\"A2\""));
  desk_close (dialog);
}

static AdwDialog *
import_text (DeskFixture *self, const char *text)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "answer.json", text);
  AdwDialog *dialog = mps_import_answers_dialog_new (self->session, file);

  desk_present (self, dialog);
  desk_click (GTK_WIDGET (dialog), "answers.import");
  return dialog;
}

static void
pop (GtkWidget *root)
{
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (desk_find (root, ADW_TYPE_NAVIGATION_VIEW)));
  desk_wait_for_text (root, "Task ID");
}

static MpsManaged
get_managed (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_managed (fleet, mps_fleet_find_serial (fleet, serial));
}

/* Of the request of A2: it failed, A1 is not in it; the third line answers no known request. */
static void
test_import (DeskFixture *self, gconstpointer data)
{
  g_autofree char *newest = dup_newest_request (self);
  g_autofree char *text = g_strdup_printf (
      "[{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"%s\", "
      "\"results\": [{\"serial\": \"A2\", \"outcome\": \"failed\", \"reason\": \"No address\"}, "
      "{\"serial\": \"A1\", \"outcome\": \"registered\"}]},"
      "{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"strange\", "
      "\"results\": [{\"serial\": \"A3\", \"outcome\": \"registered\"}]}]",
      newest);
  AdwDialog *dialog = import_text (self, text);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "The answers were imported.");
  g_assert_cmpstr (desk_get_row_number (root, "Registered: now MPS Express"), ==, "0");
  g_assert_cmpstr (desk_get_row_number (root, "Registration failed"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "Rejected: nothing was changed"), ==, "2");
  g_assert_null (desk_find_row (root, "Not imported, since the import was canceled"));
  desk_activate_row (root, "Registration failed");
  desk_wait_for_text (root, "No address");
  pop (root);
  desk_activate_row (root, "Rejected: nothing was changed");
  desk_wait_for_text (root, "The request does not have this printer.");
  g_assert_true (desk_shows (root, "This database has no request that is answered here."));
  g_assert_cmpint (get_managed (self, "A1"), ==, MPS_MANAGED_PENDING);
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_FAILED);
  g_assert_cmpint (get_managed (self, "A3"), ==, MPS_MANAGED_NONE);
  desk_close (dialog);
}

static void
test_registered (DeskFixture *self, gconstpointer data)
{
  g_autofree char *newest = dup_newest_request (self);
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"%s\", "
      "\"results\": [{\"serial\": \"A2\", \"outcome\": \"registered\"}]}",
      newest);
  AdwDialog *dialog = import_text (self, text);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "The answers were imported.");
  desk_activate_row (root, "Registered: now MPS Express");
  desk_wait_for_text (root, "CX730de");
  g_assert_true (desk_shows (root, "A2"));
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_MANAGED);
  desk_close (dialog);
}

/* A bad file is refused whole, and says where it is wrong. */
static void
test_bad_answer (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = import_text (
      self, "{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"x\", "
            "\"results\": [{\"serial\": \"A2\", \"outcome\": \"maybe\"}]}");
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "$.results[0].outcome");
  g_assert_true (desk_shows (root, "The outcome must be “registered” or “failed”."));
  g_assert_true (can_use (root, "answers.import"));
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_PENDING);
  desk_close (dialog);
}

#define add(path, test) g_test_add (path, DeskFixture, NULL, set_up, test, desk_fixture_tear_down)

static void
add_tests (void)
{
  add ("/exchange/export", test_export);
  add ("/exchange/import", test_import);
  add ("/exchange/registered", test_registered);
  add ("/exchange/bad-answer", test_bad_answer);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
