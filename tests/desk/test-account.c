/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/organizations/mps-account-page.h"
#include "desk/organizations/mps-organization-commands.h"
#include "desk/organizations/mps-organization-dialog.h"
#include "desk/organizations/mps-organization-page.h"
#include "desk/organizations/mps-organization-switcher.h"

#include "store/mps-store-organizations.h"

static gint64
add_organization (DeskFixture *self, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsOrganizationRecord) record = NULL;
  MpsStore *store = mps_session_get_store (self->session);

  mps_store_add_organization_async (store, name, 0, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  record = mps_store_add_organization_finish (store, result, &error);
  g_assert_no_error (error);
  return record->id;
}

static MpsOrganizationItem *
find_item (DeskFixture *self, gint64 organization)
{
  return mps_organization_list_find (mps_session_get_organizations (self->session), organization);
}

static GtkWidget *
show_page (DeskFixture *self, gint64 organization)
{
  AdwNavigationPage *page = mps_organization_page_new (self->session, organization);

  desk_show (self, GTK_WIDGET (page));
  desk_wait_for_text (self->window, "Organization entitlements");
  return GTK_WIDGET (page);
}

static gboolean
is_entitled (gpointer data)
{
  return mps_session_get_entitled (((DeskFixture *) data)->session);
}

/* From the organization's page, the same as in the dialog, and for good. */
static void
test_entitle (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, mps_session_get_organization (fixture->session));
  GtkWidget *row = desk_find_row (page, "MPS Express");

  g_assert_false (gtk_widget_is_sensitive (desk_find_button (page, "entitlement.save")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  desk_wait_for_text (page, "Type “Default” to confirm");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (page, ADW_TYPE_ENTRY_ROW)), "Default");
  desk_click (page, "entitlement.save");
  desk_wait_until (is_entitled, fixture);
  desk_wait_for_text (page, "This organization is entitled to MPS Express.");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_true (mps_organization_item_get_entitled (
      find_item (fixture, mps_session_get_organization (fixture->session))));
}

static const char printers[] = "Serial number,Model,Average monthly pages\nP1,CX730de,100\n";

static gboolean
has_printers (gpointer data)
{
  return mps_organization_item_get_tally (data)->printers > 0;
}

/* One that has something can't be deleted, and the page says what is in the way. */
static void
test_delete_refused (DeskFixture *fixture, gconstpointer data)
{
  const gint64 organization = mps_session_get_organization (fixture->session);
  GtkWidget *page = show_page (fixture, organization);

  g_assert_null (mps_organization_commands_get_delete_hindrance (fixture->session, organization));
  desk_fixture_import_printers (fixture, printers);
  desk_wait_until (has_printers, find_item (fixture, organization));
  desk_wait_for_text (page, "It has printers and can’t be deleted.");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (page, "organization.delete")));
  desk_fixture_entitle (fixture);
  desk_wait_for_text (page, "It is entitled to MPS Express, which can’t be taken back");
  g_assert_cmpstr (desk_get_row_number (page, "Printers"), ==, "1");
}

static gboolean
is_alone (gpointer data)
{
  return g_list_model_get_n_items (data) == 1;
}

static void
test_delete (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, add_organization (fixture, "Osaka"));
  AdwDialog *question;

  desk_click (page, "organization.delete");
  question = desk_wait_for_dialog (fixture);
  g_assert_true (desk_shows (GTK_WIDGET (question),
                             "“Osaka” has no printers, contacts or agents. This can’t be undone."));
  desk_answer (question, "delete");
  desk_wait_until (is_alone, mps_session_get_organizations (fixture->session));
}

static gboolean
is_named (gpointer data)
{
  return g_str_equal (mps_organization_item_get_name (data), "Kobe");
}

/* A name that another one has, in any width, is refused where it was typed. */
static void
test_rename (DeskFixture *fixture, gconstpointer data)
{
  const gint64 organization = add_organization (fixture, "Osaka");
  AdwDialog *dialog = mps_organization_dialog_new_rename (fixture->session, organization);
  GtkEditable *row;

  desk_present (fixture, dialog);
  row = GTK_EDITABLE (desk_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Osaka");
  gtk_editable_set_text (row, " ");
  g_assert_false (
      gtk_widget_is_sensitive (desk_find_button (GTK_WIDGET (dialog), "organization.save")));
  gtk_editable_set_text (row, "ＤＥＦＡＵＬＴ");
  desk_click (GTK_WIDGET (dialog), "organization.save");
  desk_wait_for_text (GTK_WIDGET (dialog), "“Default”");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "ＤＥＦＡＵＬＴ");
  gtk_editable_set_text (row, "Kobe");
  g_object_ref (dialog);
  desk_click (GTK_WIDGET (dialog), "organization.save");
  desk_wait_until (is_named, find_item (fixture, organization));
  g_object_unref (dialog);
}

static gboolean
is_added (gpointer data)
{
  return g_list_model_get_n_items (data) == 2;
}

static void
test_add_and_search (DeskFixture *fixture, gconstpointer data)
{
  GListModel *organizations = G_LIST_MODEL (mps_session_get_organizations (fixture->session));
  GtkWidget *page = GTK_WIDGET (mps_account_page_new (fixture->session));
  GtkWidget *dialog;

  desk_show (fixture, page);
  desk_wait_for_text (page, "1 organization");
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (page, "account.delete")));
  desk_click (page, "account.add");
  dialog = GTK_WIDGET (desk_wait_for_dialog (fixture));
  desk_wait_for_text (dialog, "Add organization");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW)), "大阪支店");
  desk_click (dialog, "organization.save");
  desk_wait_until (is_added, organizations);
  desk_wait_for_text (page, "2 organizations");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (page, GTK_TYPE_SEARCH_ENTRY)), "ｄｅｆ");
  desk_wait_for_text (page, "1 organization");
  g_assert_false (desk_shows (page, "大阪支店"));
  gtk_editable_set_text (GTK_EDITABLE (desk_find (page, GTK_TYPE_SEARCH_ENTRY)), "Nagoya");
  desk_wait_for_text (page, "No organizations found");
}

/* The one that is looked at stays so, whatever comes and goes around it. */
static void
test_switcher (DeskFixture *fixture, gconstpointer data)
{
  MpsOrganizationSwitcher *switcher = g_object_new (MPS_TYPE_ORGANIZATION_SWITCHER, NULL);
  const gint64 first = mps_session_get_organization (fixture->session);
  GtkDropDown *dropdown;
  gint64 osaka;

  desk_show (fixture, GTK_WIDGET (switcher));
  mps_organization_switcher_set_session (switcher, fixture->session);
  dropdown = GTK_DROP_DOWN (adw_bin_get_child (ADW_BIN (switcher)));
  g_assert_cmpint (mps_session_get_organization (fixture->session), ==, first);
  g_assert_false (gtk_drop_down_get_enable_search (dropdown));
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("A%u", i);

      add_organization (fixture, name);
    }
  osaka = add_organization (fixture, "Osaka");
  g_assert_cmpint (mps_session_get_organization (fixture->session), ==, first);
  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 8);
  g_assert_true (gtk_drop_down_get_enable_search (dropdown));
  gtk_drop_down_set_selected (dropdown, 9);
  g_assert_cmpint (mps_session_get_organization (fixture->session), ==, osaka);
  gtk_drop_down_set_selected (dropdown, 10);
  g_assert_true (mps_session_get_read_only (fixture->session));
  mps_session_set_organization (fixture->session, first);
  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 8);
}

static void
add_tests (void)
{
  desk_fixture_add ("/account/entitle", test_entitle);
  desk_fixture_add ("/account/delete-refused", test_delete_refused);
  desk_fixture_add ("/account/delete", test_delete);
  desk_fixture_add ("/account/rename", test_rename);
  desk_fixture_add ("/account/add-and-search", test_add_and_search);
  desk_fixture_add ("/account/switcher", test_switcher);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
