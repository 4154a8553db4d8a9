/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/contacts/mps-contacts-page.h"
#include "desk/eligibility/mps-enroll-dialog.h"
#include "desk/eligibility/mps-unenroll.h"
#include "desk/requests/mps-import-answers-dialog.h"

/*
 * Somebody else is at work with mpsctl while a dialog of the window is open:
 * what the dialog was opened for is not so any more when it is confirmed.
 *
 * The organization is entitled; A1 and A2 have contact 1 and are eligible, and
 * nobody has contact 2.
 */
#define PRINTERS                                                                                   \
  "Serial number,Model,Average monthly pages\r\nA1,CX730de,1000\r\nA2,CX730de,1200\r\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\r\n"                                  \
  "Ann,Smith,Paper Ltd,ann@example.com,44,2079460000,,1 High Street,,London,,SW1A 1AA,GB\r\n"      \
  "Hanako,Suzuki,Example KK,hanako@example.com,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,"    \
  "100-0005,JP\r\n"

/* The main loop stands still meanwhile, so that the window can't hear of it before. */
static char *
run_mpsctl (DeskFixture *self, const char *command)
{
  g_autofree char *line = g_strdup_printf ("%s --json --database %s/fleet.db %s",
                                           g_getenv ("MPSCTL"), self->folder, command);
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  g_spawn_command_line_sync (line, &said, NULL, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s: %s", line, said);
  return said;
}

static void
let_another (DeskFixture *self, const char *command)
{
  g_free (run_mpsctl (self, command));
}

static void
let_another_load (DeskFixture *self, const char *command, const char *name, const char *text)
{
  g_autoptr (GFile) file = desk_fixture_write (self, name, text);
  g_autofree char *line = g_strdup_printf ("%s %s", command, g_file_peek_path (file));

  let_another (self, line);
}

static MpsManaged
get_managed (DeskFixture *self, const char *serial)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  return mps_fleet_get_managed (fleet, mps_fleet_find_serial (fleet, serial));
}

static gboolean
is_a1_pending (gpointer self)
{
  return get_managed (self, "A1") == MPS_MANAGED_PENDING;
}

static gboolean
is_a1_managed (gpointer self)
{
  return get_managed (self, "A1") == MPS_MANAGED_MANAGED;
}

static gboolean
are_contacts_assigned (gpointer session)
{
  MpsFleet *fleet = mps_session_get_fleet (session);

  return mps_fleet_get_contact_printers (fleet, mps_fleet_find_contact (fleet, 1)) == 2;
}

static void
set_up (DeskFixture *self, gconstpointer data)
{
  desk_fixture_set_up (self, data);
  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  desk_fixture_entitle (self);
  let_another (self, "contacts assign 1 A1 A2");
  desk_wait_until (are_contacts_assigned, self->session);
}

/* The dialog stands at the terms, which are accepted; one click is missing. */
static AdwDialog *
begin_adding (DeskFixture *self)
{
  g_autoptr (GArray) printers = desk_fixture_get_printers (self);
  AdwDialog *dialog
      = mps_enroll_dialog_new (self->session, (const gint64 *) printers->data, printers->len);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_present (self, dialog);
  desk_click (root, "enroll.continue");
  desk_wait_for_text (root, "2 printers will be added to MPS Express.");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (desk_find (root, GTK_TYPE_CHECK_BUTTON)), TRUE);
  return dialog;
}

static void
test_became_ineligible (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = begin_adding (self);
  GtkWidget *root = GTK_WIDGET (dialog);

  let_another_load (self, "printers import", "over.csv",
                    "Serial number,Model,Average monthly pages\r\nA1,CX730de,9999999\r\n");
  desk_click (root, "enroll.run");
  desk_wait_for_text (root, "Printers not added");
  g_assert_cmpstr (desk_get_row_number (root, "Printers added"), ==, "1");
  g_assert_cmpstr (desk_get_row_number (root, "Printers not added"), ==, "1");
  g_assert_cmpint (get_managed (self, "A1"), ==, MPS_MANAGED_NONE);
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_PENDING);
  desk_activate_row (root, "Printers not added");
  desk_wait_for_text (root, "A1");
  g_assert_true (desk_shows (root, "Average pages over the limit"));
  g_assert_false (desk_shows (root, "A2"));
  desk_close (dialog);
}

/* The same, seen in time. */
static void
test_number_follows (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = begin_adding (self);

  let_another_load (self, "printers import", "over.csv",
                    "Serial number,Model,Average monthly pages\r\nA1,CX730de,9999999\r\n");
  desk_wait_for_text (GTK_WIDGET (dialog), "1 printer will be added to MPS Express.");
  desk_close (dialog);
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_NONE);
}

/* What was accepted is not what would be agreed to now. */
static void
test_terms_replaced (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = begin_adding (self);
  GtkWidget *root = GTK_WIDGET (dialog);
  g_autofree char *history = NULL;

  let_another_load (
      self, "policy load", "policy.json",
      "{\"format\": \"mps-desk-policy\", \"version\": \"2\", \"max_average_pages\": 5000, "
      "\"models\": [{\"pattern\": \"CX*\"}], \"minimum_fleet_agent\": \"1.0\", "
      "\"terms\": {\"version\": \"7\", \"text\": {\"en\": \"New\", \"ja\": \"新\"}}}");
  desk_click (root, "enroll.run");
  desk_wait_for_text (root, "terms");
  desk_wait_for_text (root, "I accept the terms of use");
  g_assert_cmpint (get_managed (self, "A1"), ==, MPS_MANAGED_NONE);
  g_assert_cmpint (get_managed (self, "A2"), ==, MPS_MANAGED_NONE);
  history = run_mpsctl (self, "history");
  g_assert_null (strstr (history, "\"enroll\""));
  desk_close (dialog);
}

static void
add_with_mpsctl (DeskFixture *self, const char *serial)
{
  MpsPolicy *policy = mps_store_get_policy (mps_session_get_store (self->session));
  g_autofree char *command = g_strdup_printf ("enroll --accept-terms %s %s",
                                              mps_policy_get_terms_version (policy), serial);

  let_another (self, command);
}

static void
test_became_managed (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GArray) printers = desk_fixture_get_printers (self);
  AdwDialog *dialog;
  GtkWidget *root;

  mps_unenroll_begin (self->window, self->session, (const gint64 *) printers->data, printers->len);
  dialog = desk_wait_for_dialog (self);
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "2 printers will be taken out of the list"));
  add_with_mpsctl (self, "A1");
  desk_answer (dialog, "unenroll");
  desk_wait_for_text (self->window, "Completed with errors");
  dialog = desk_wait_for_dialog (self);
  root = GTK_WIDGET (dialog);
  g_assert_cmpstr (desk_get_row_number (root, "Printers unenrolled"), ==, "1");
  g_assert_true (desk_shows (root, "1 printer was not unenrolled:"));
  g_assert_true (desk_shows (root, "A1"));
  desk_close (dialog);
  desk_wait_until (is_a1_pending, self);
}

/* Of the only one that was chosen, nothing is left to unenroll. */
static void
test_only_one_became_managed (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GArray) printers = desk_fixture_get_printers (self);
  AdwDialog *dialog;

  desk_show (self, adw_toast_overlay_new ());
  mps_unenroll_begin (self->window, self->session, (const gint64 *) printers->data, 1);
  dialog = desk_wait_for_dialog (self);
  add_with_mpsctl (self, "A1");
  desk_answer (dialog, "unenroll");
  dialog = desk_wait_for_dialog (self);
  desk_wait_for_text (GTK_WIDGET (dialog), "managed or pending");
  adw_dialog_force_close (dialog);
  desk_wait_until (is_a1_pending, self);
}

static void
test_contact_assigned (DeskFixture *self, gconstpointer data)
{
  AdwNavigationPage *page = g_object_new (MPS_TYPE_CONTACTS_PAGE, "session", self->session, NULL);
  MpsRowSelection *selection = mps_contacts_page_get_selection (MPS_CONTACTS_PAGE (page));
  AdwDialog *dialog;

  desk_show (self, GTK_WIDGET (page));
  desk_wait_for_text (self->window, "Hanako Suzuki");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 1, TRUE);
  desk_click (self->window, "contacts.delete");
  dialog = desk_wait_for_dialog (self);
  desk_wait_for_text (GTK_WIDGET (dialog), "1 contact will be deleted.");
  let_another (self, "contacts assign 2 A1");
  desk_answer (dialog, "delete");
  desk_wait_for_text (self->window, "Hanako Suzuki is assigned to 1 printer and can’t be deleted.");
  adw_dialog_force_close (desk_wait_for_dialog (self));
  g_assert_cmpuint (mps_fleet_find_contact (mps_session_get_fleet (self->session), 2), !=,
                    MPS_NO_ROW);
}

/* The dialog that imports answers was open when another imported that A1 is registered. */
static void
test_answered_already (DeskFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "requests.json", NULL);
  g_autofree char *command = g_strdup_printf ("exchange export %s", path);
  g_autofree char *requests = NULL, *registered = NULL, *failed = NULL;
  g_autoptr (GFile) file = NULL;
  const char *id;
  AdwDialog *dialog;

  add_with_mpsctl (self, "A1");
  let_another (self, command);
  g_assert_true (g_file_get_contents (path, &requests, NULL, NULL));
  id = strstr (requests, "\"id\"");
  g_assert_nonnull (id);
  id = strchr (id + strlen ("\"id\""), '"') + 1;
#define ANSWER                                                                                     \
  "{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"%.36s\", "           \
  "\"results\": [{\"serial\": \"A1\", %s}]}"
  registered = g_strdup_printf (ANSWER, id, "\"outcome\": \"registered\"");
  failed = g_strdup_printf (ANSWER, id, "\"outcome\": \"failed\", \"reason\": \"No\"");
  file = desk_fixture_write (self, "failed.json", failed);
  dialog = mps_import_answers_dialog_new (self->session, file);
  desk_present (self, dialog);
  let_another_load (self, "exchange import", "registered.json", registered);
  desk_click (GTK_WIDGET (dialog), "answers.import");
  desk_wait_for_text (GTK_WIDGET (dialog), "Rejected: nothing was changed");
  g_assert_cmpstr (desk_get_row_number (GTK_WIDGET (dialog), "Rejected: nothing was changed"), ==,
                   "1");
  desk_close (dialog);
  desk_wait_until (is_a1_managed, self);
}

#define add(path, test) g_test_add (path, DeskFixture, NULL, set_up, test, desk_fixture_tear_down)

static void
add_tests (void)
{
  add ("/together/became-ineligible", test_became_ineligible);
  add ("/together/number-follows", test_number_follows);
  add ("/together/terms-replaced", test_terms_replaced);
  add ("/together/became-managed", test_became_managed);
  add ("/together/only-one-became-managed", test_only_one_became_managed);
  add ("/together/contact-assigned", test_contact_assigned);
  add ("/together/answered-already", test_answered_already);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
