/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/checklist/mps-checklist-card.h"
#include "desk/checklist/mps-checklist-page.h"

#include "store/mps-store-printers.h"

/* With the sample policy, P2 and P3 are of models that it supports; the agent of P3 is too old. */
static const char printers[]
    = "Serial number,Model,Average monthly pages,Agent,Agent kind,Agent version\n"
      "P1,NoSuchModel,100,,,\n"
      "P2,CX730de,100,,,\n"
      "P3,CX730de,100,Kobe,Fleet Agent,0.1\n";

static const char newer[] = "Serial number,Model,Average monthly pages,Agent,Agent kind,"
                            "Agent version\nP3,CX730de,100,Kobe,Fleet Agent,99.0\n";

static const char contacts[]
    = "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"
      "Address line 2,City,State or province,Postal code,Country\n"
      "Hanako,Suzuki,Example KK,,81,0312345678,,1-2-3 Marunouchi,,Chiyoda,Tokyo,100-0005,JP\n";

/* The states in their order: “+” done, “-” to do, “.” later. */
static char *
dup_states (MpsChecklist *checklist)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    g_string_append_c (text,
                       "-.+"[mps_checklist_item_get_state (mps_checklist_get_item (checklist, i))]);
  return g_string_free (text, FALSE);
}

typedef struct {
  MpsChecklist *checklist;
  const char *states;
} Expected;

static gboolean
has_states (gpointer data)
{
  Expected *expected = data;
  g_autofree char *states = dup_states (expected->checklist);

  return g_str_equal (states, expected->states);
}

static void
wait_for_states (MpsChecklist *checklist, const char *states)
{
  desk_wait_until (has_states, &(Expected) { checklist, states });
}

static void
assert_says (MpsChecklist *checklist, MpsChecklistStep step, const char *expected)
{
  g_autofree char *text = mps_checklist_item_dup_text (mps_checklist_get_item (checklist, step));

  g_assert_cmpstr (text, ==, expected);
}

static void
assign_all (DeskFixture *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autoptr (GArray) ids = desk_fixture_get_printers (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;
  MpsStore *store = mps_session_get_store (self->session);

  mps_store_assign_contact_async (store, mps_session_get_organization (self->session),
                                  mps_fleet_get_contact_id (fleet, 0),
                                  mps_targets_new_ids ((const gint64 *) ids->data, ids->len), NULL,
                                  NULL, desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_assign_contact_finish (store, result, &error);
  g_assert_no_error (error);
}

/* Each thing that is done moves its step, and no other. */
static void
test_states_move (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsChecklist) checklist = mps_checklist_new (fixture->session);

  wait_for_states (checklist, "---..");
  g_assert_cmpuint (mps_checklist_get_n_done (checklist), ==, 0);
  desk_fixture_import_printers (fixture, printers);
  wait_for_states (checklist, "-+---");
  assert_says (checklist, MPS_CHECKLIST_PRINTERS, "3 printers are known.");
  assert_says (checklist, MPS_CHECKLIST_ASSIGNMENT,
               "2 printers have no supplies delivery contact.");
  assert_says (checklist, MPS_CHECKLIST_AGENTS,
               "1 printer has a Fleet Agent whose version is too low.");
  desk_fixture_entitle (fixture);
  wait_for_states (checklist, "++---");
  desk_fixture_import_contacts (fixture, contacts);
  wait_for_states (checklist, "+++--");
  g_assert_true (mps_checklist_get_next (checklist)
                 == mps_checklist_get_item (checklist, MPS_CHECKLIST_ASSIGNMENT));
  assign_all (fixture);
  wait_for_states (checklist, "++++-");
  desk_fixture_import_printers (fixture, newer);
  wait_for_states (checklist, "+++++");
  g_assert_null (mps_checklist_get_next (checklist));
  g_assert_cmpuint (mps_checklist_get_n_done (checklist), ==, MPS_N_CHECKLIST_STEPS);
  g_assert_cmpuint (mps_checklist_get_n_eligible (checklist), ==, 2);
}

static void
test_all_organizations (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsChecklist) checklist = mps_checklist_new (fixture->session);
  AdwNavigationPage *page = mps_checklist_page_new (fixture->session);

  desk_show (fixture, GTK_WIDGET (page));
  desk_wait_for_text (fixture->window, "0 of 5 done");
  g_assert_true (mps_checklist_get_available (checklist));
  mps_session_set_organization (fixture->session, 0);
  g_assert_false (mps_checklist_get_available (checklist));
  desk_wait_for_text (fixture->window, "Choose an organization");
}

static GtkWidget *
find_button (GtkWidget *root, const char *text)
{
  GtkWidget *label = desk_find_text (root, text);

  return label ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* Each button leads to what gets its step done. */
static void
test_buttons (DeskFixture *fixture, gconstpointer data)
{
  static const char *const buttons[]
      = { "Organization entitlements…", "Import printers…", "Create contact…", "Import contacts…" };
  AdwNavigationPage *page = mps_checklist_page_new (fixture->session);

  desk_show (fixture, GTK_WIDGET (page));
  desk_wait_for_text (fixture->window, "0 of 5 done");
  g_assert_null (find_button (GTK_WIDGET (page), "Assign contact…"));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      AdwDialog *dialog;

      g_signal_emit_by_name (find_button (GTK_WIDGET (page), buttons[i]), "clicked");
      dialog = desk_wait_for_dialog (fixture);
      desk_close (dialog);
    }
  desk_fixture_import_printers (fixture, printers);
  desk_wait_for_text (fixture->window, "2 printers have no supplies delivery contact.");
  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "Assign contact…"), "clicked");
  desk_wait_for_text (fixture->window, "Create and assign");
  desk_close (desk_wait_for_dialog (fixture));
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static void
test_card (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *card = g_object_new (MPS_TYPE_CHECKLIST_CARD, NULL);

  desk_show (fixture, card);
  mps_checklist_card_follow (MPS_CHECKLIST_CARD (card), fixture->session);
  desk_wait_for_text (card, "Before you begin: 0 of 5 done");
  g_assert_true (desk_shows (card, "This organization is not entitled to MPS Express yet."));
  desk_fixture_entitle (fixture);
  desk_wait_for_text (card, "Before you begin: 1 of 5 done");
  g_assert_true (desk_shows (card, "No printers are known yet."));
  g_settings_set_boolean (settings, "show-checklist", FALSE);
  desk_wait_until (is_hidden, card);
  g_settings_set_boolean (settings, "show-checklist", TRUE);
  desk_wait_for_text (card, "Before you begin: 1 of 5 done");
  desk_fixture_import_printers (fixture, printers);
  desk_fixture_import_contacts (fixture, contacts);
  assign_all (fixture);
  desk_wait_for_text (card, "Before you begin: 4 of 5 done");
  desk_fixture_import_printers (fixture, newer);
  desk_wait_until (is_hidden, card);
}

static void
add_tests (void)
{
  desk_fixture_add ("/checklist/states-move", test_states_move);
  desk_fixture_add ("/checklist/all-organizations", test_all_organizations);
  desk_fixture_add ("/checklist/buttons", test_buttons);
  desk_fixture_add ("/checklist/card", test_card);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
