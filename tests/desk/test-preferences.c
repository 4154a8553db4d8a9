/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/preferences/mps-preferences-dialog.h"

#define POLICY(limit, agent)                                                                       \
  "{\"format\":\"mps-desk-policy\",\"version\":\"2026-05\",\"max_average_pages\":" limit ","       \
  "\"models\":[{\"pattern\":\"MX*\"}],\"minimum_fleet_agent\":\"" agent "\","                      \
  "\"terms\":{\"version\":\"7\",\"text\":{\"en\":\"Agreed terms\",\"ja\":\"合意した規約\"}}}"

static MpsPolicy *
get_policy (DeskFixture *self)
{
  return mps_store_get_policy (mps_session_get_store (self->session));
}

static AdwDialog *
present_dialog (DeskFixture *self)
{
  AdwDialog *dialog = mps_preferences_dialog_new (self->session);

  desk_present (self, dialog);
  desk_wait_for_text (GTK_WIDGET (dialog), mps_policy_get_version (get_policy (self)));
  return dialog;
}

static void
load (DeskFixture *self, AdwDialog *dialog, const char *json)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "policy.json", json);

  mps_preferences_dialog_load_policy (MPS_PREFERENCES_DIALOG (dialog), file);
}

static void
test_shows (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);

  desk_wait_for_text (root, "Sample policy");
  desk_click (root, "preferences.show-policy");
  desk_wait_for_text (root, mps_policy_get_minimum_fleet_agent (get_policy (self)));
  desk_activate_row (root, "Supported models");
  desk_wait_for_text (root, "MX43*");
  desk_close (dialog);
}

/* What comes of it is told before it is done. */
static void
test_loads (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *root;

  desk_fixture_import_printers (self, "Serial number,Model,Average monthly pages\n"
                                      "M1,MX432adwe,20\nC1,CX431adw,20\n");
  dialog = present_dialog (self);
  root = GTK_WIDGET (dialog);
  load (self, dialog, POLICY ("10", "1.4"));
  desk_wait_for_text (root, "2 printers change their status.");
  g_assert_true (desk_shows (root, "1.3.10 → 1.4"));
  g_assert_true (mps_policy_is_sample (get_policy (self)));
  desk_click (root, "policy.load");
  desk_wait_for_text (root, "The policy, version 2026-05, is in force.");
  g_assert_cmpstr (mps_policy_get_version (get_policy (self)), ==, "2026-05");
  load (self, dialog, POLICY ("10", "1.4"));
  desk_wait_for_text (root, "This policy is in force");
  g_assert_null (desk_find_button (root, "policy.load"));
  desk_close (dialog);
}

static void
test_refuses (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *root = GTK_WIDGET (dialog);

  load (self, dialog, POLICY ("-1", "new"));
  desk_wait_for_text (root, "The policy was not loaded. The one in force stays.");
  desk_wait_for_text (root, "$.max_average_pages");
  desk_wait_for_text (root, "$.minimum_fleet_agent");
  g_assert_null (desk_find_button (root, "policy.load"));
  g_assert_true (mps_policy_is_sample (get_policy (self)));
  desk_close (dialog);
}

static void
test_remembers_mark (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AdwDialog *dialog = present_dialog (self);
  GtkWidget *row = desk_find_row (GTK_WIDGET (dialog), "Begin with a byte order mark");

  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "export-byte-order-mark"));
  g_settings_reset (settings, "export-byte-order-mark");
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/preferences/shows", test_shows);
  desk_fixture_add ("/preferences/loads", test_loads);
  desk_fixture_add ("/preferences/refuses", test_refuses);
  desk_fixture_add ("/preferences/remembers-mark", test_remembers_mark);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
