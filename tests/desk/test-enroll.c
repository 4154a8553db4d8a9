/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/eligibility/mps-enroll-dialog.h"
#include "desk/eligibility/mps-enroll-result-page.h"
#include "store/mps-store-printers.h"
#include "store/mps-store-programme.h"

/* Of the sample policy: A1 and A2 can become eligible, B1 is of a model that it does not support,
 * C1 has no average page count. */
#define PRINTERS                                                                                   \
  "Serial number,Model,Average monthly pages\r\n"                                                  \
  "A1,CX730de,1000\r\nA2,CX730de,1200\r\nB1,Typewriter,10\r\nC1,CX730de,\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"

static void
assign_contact (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  MpsStore *store = mps_session_get_store (self->session);
  gint64 printer = mps_fleet_get_id (fleet, mps_fleet_find_serial (fleet, serial));
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_assign_contact_async (
      store, mps_session_get_organization (self->session), mps_fleet_get_contact_id (fleet, 0),
      mps_targets_new_ids (&printer, 1), progress, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_assign_contact_finish (store, result, &error);
  g_assert_no_error (error);
}

static AdwDialog *
present_dialog (DeskFixture *self)
{
  g_autoptr (GArray) printers = NULL;
  AdwDialog *dialog;

  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  printers = desk_fixture_get_printers (self);
  dialog = mps_enroll_dialog_new (self->session, (const gint64 *) printers->data, printers->len);
  desk_present (self, dialog);
  return dialog;
}

static gboolean
can_use (GtkWidget *root, const char *action)
{
  return gtk_widget_is_sensitive (desk_find_button (root, action));
}

static void
test_status_is_live (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);

  g_assert_true (desk_shows (root, "4 printers selected"));
  g_assert_cmpstr (desk_get_row_number (root, "Eligible"), ==, "0");
  g_assert_cmpstr (desk_get_row_number (root, "Unsupported model"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "Average pages unknown"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "No supplies delivery contact assigned"), ==, "3");
  g_assert_false (can_use (root, "enroll.continue"));
  assign_contact (self, "A1");
  g_assert_cmpstr (desk_get_row_number (root, "Eligible"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "No supplies delivery contact assigned"), ==, "2");
  g_assert_true (can_use (root, "enroll.continue"));
  desk_close (dialog);
}

static void
test_status_opens_printers (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_activate_row (root, "Unsupported model");
  desk_wait_for_text (root, "Typewriter");
  g_assert_true (desk_shows (root, "B1"));
  g_assert_false (desk_shows (root, "A1"));
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (desk_find (root, ADW_TYPE_NAVIGATION_VIEW)));
  desk_wait_for_text (root, "4 printers selected");
  desk_activate_row (root, "No supplies delivery contact assigned");
  desk_wait_for_text (root, "C1");
  g_assert_true (desk_shows (root, "A1"));
  assign_contact (self, "A1");
  g_assert_false (desk_shows (root, "A1"));
  g_assert_true (desk_shows (root, "A2"));
  desk_close (dialog);
}

static MpsManaged
get_managed (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_managed (fleet, mps_fleet_find_serial (fleet, serial));
}

static void
accept_terms (GtkWidget *root)
{
  desk_click (root, "enroll.continue");
  desk_wait_for_text (root, "I accept the terms of use");
  g_assert_false (can_use (root, "enroll.run"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (desk_find (root, GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_true (can_use (root, "enroll.run"));
}

static void
test_adds_eligible (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);
  g_autofree char *path = g_build_filename (self->folder, "request.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *request = NULL;

  desk_fixture_entitle (self);
  assign_contact (self, "A1");
  accept_terms (root);
  g_assert_true (desk_shows (root, "1 printer will be added to MPS Express."));
  desk_click (root, "enroll.run");
  desk_wait_for_text (root, "Printers added");
  g_assert_cmpstr (desk_get_row_number (root, "Printers added"), ==, "1");
  g_assert_null (desk_find_row (root, "Printers not added"));
  g_assert_cmpint (get_managed (self, "A1"), ==, MPS_MANAGED_PENDING);
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_NONE);
  desk_activate_row (root, "Printers added");
  desk_wait_for_text (root, "CX730de");
  g_assert_true (desk_shows (root, "A1"));
  g_assert_false (desk_shows (root, "A2"));
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (desk_find (root, ADW_TYPE_NAVIGATION_VIEW)));
  desk_wait_for_text (root, "Task ID");

  mps_enroll_result_page_save_request (
      MPS_ENROLL_RESULT_PAGE (desk_find (root, MPS_TYPE_ENROLL_RESULT_PAGE)), file);
  while (!g_file_get_contents (path, &request, NULL, NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (request, "A1"));
  g_assert_null (strstr (request, "A2"));
  desk_close (dialog);
}

static void
test_refusal_is_shown (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);

  assign_contact (self, "A1");
  accept_terms (root);
  desk_click (root, "enroll.run");
  desk_wait_for_text (root, "entitle");
  g_assert_cmpint (get_managed (self, "A1"), ==, MPS_MANAGED_NONE);
  g_assert_nonnull (desk_find_button (root, "enroll.run"));
  desk_close (dialog);
}

static void
load_policy (DeskFixture *self, const char *terms)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"mps-desk-policy\", \"version\": \"2\", \"max_average_pages\": 5000, "
      "\"models\": [{\"pattern\": \"CX*\"}], \"minimum_fleet_agent\": \"1.0\", "
      "\"terms\": {\"version\": \"7\", \"text\": {\"en\": \"%s\", \"ja\": \"%s\"}}}",
      terms, terms);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = mps_policy_new_from_json (json, -1, &error);
  MpsStore *store = mps_session_get_store (self->session);

  g_assert_no_error (error);
  mps_store_load_policy_async (store, policy, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  g_assert_true (mps_store_load_policy_finish (store, result, &error));
}

static char *
dup_terms (GtkWidget *root)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk_find (root, GTK_TYPE_TEXT_VIEW)));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

/* Other terms of the same version have to be accepted anew. */
static void
test_replaced_terms (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  load_policy (self, "Old terms");
  desk_fixture_entitle (self);
  assign_contact (self, "A1");
  accept_terms (root);
  before = dup_terms (root);
  g_assert_cmpstr (before, ==, "Old terms");
  load_policy (self, "New terms");
  after = dup_terms (root);
  g_assert_cmpstr (after, ==, "New terms");
  g_assert_false (can_use (root, "enroll.run"));
  g_assert_cmpint (get_managed (self, "A1"), ==, MPS_MANAGED_NONE);
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/enroll/status-is-live", test_status_is_live);
  desk_fixture_add ("/enroll/status-opens-printers", test_status_opens_printers);
  desk_fixture_add ("/enroll/adds-eligible", test_adds_eligible);
  desk_fixture_add ("/enroll/refusal-is-shown", test_refusal_is_shown);
  desk_fixture_add ("/enroll/replaced-terms", test_replaced_terms);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
