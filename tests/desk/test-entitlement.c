/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/organizations/mps-entitlement-dialog.h"

static AdwDialog *
present_dialog (DeskFixture *self)
{
  AdwDialog *dialog
      = mps_entitlement_dialog_new (self->session, mps_session_get_organization (self->session));

  desk_present (self, dialog);
  return dialog;
}

static gboolean
can_save (AdwDialog *dialog)
{
  return gtk_widget_is_sensitive (desk_find_button (GTK_WIDGET (dialog), "entitlement.save"));
}

static void
type_name (AdwDialog *dialog, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (desk_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), name);
}

static AdwSwitchRow *
get_switch (AdwDialog *dialog)
{
  return ADW_SWITCH_ROW (desk_find_row (GTK_WIDGET (dialog), "MPS Express"));
}

static gboolean
is_entitled (gpointer data)
{
  return mps_session_get_entitled (((DeskFixture *) data)->session);
}

static void
test_wants_name (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);

  g_assert_false (can_save (dialog));
  g_assert_null (desk_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW));
  adw_switch_row_set_active (get_switch (dialog), TRUE);
  desk_wait_for_text (GTK_WIDGET (dialog), "Type “Default” to confirm");
  g_assert_false (can_save (dialog));
  type_name (dialog, "default");
  g_assert_false (can_save (dialog));
  type_name (dialog, "Default");
  g_assert_true (can_save (dialog));
  adw_switch_row_set_active (get_switch (dialog), FALSE);
  g_assert_false (can_save (dialog));
  g_assert_false (mps_session_get_entitled (self->session));
  desk_close (dialog);
}

static void
test_entitles_for_good (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);

  adw_switch_row_set_active (get_switch (dialog), TRUE);
  desk_wait_for_text (GTK_WIDGET (dialog), "Type “Default” to confirm");
  type_name (dialog, "Default");
  desk_click (GTK_WIDGET (dialog), "entitlement.save");
  desk_wait_until (is_entitled, self);
  desk_wait_for_text (GTK_WIDGET (dialog), "This organization is entitled to MPS Express.");
  g_assert_true (adw_switch_row_get_active (get_switch (dialog)));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_switch (dialog))));
  g_assert_null (desk_find_button (GTK_WIDGET (dialog), "entitlement.save"));
  desk_close (dialog);
}

static void
test_shows_what_another_did (DeskFixture *self, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (self);

  desk_fixture_entitle (self);
  desk_wait_for_text (GTK_WIDGET (dialog), "This organization is entitled to MPS Express.");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_switch (dialog))));
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/entitlement/wants-name", test_wants_name);
  desk_fixture_add ("/entitlement/entitles-for-good", test_entitles_for_good);
  desk_fixture_add ("/entitlement/shows-what-another-did", test_shows_what_another_did);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
