/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/requests/mps-act-page.h"
#include "desk/tasks/mps-history-page.h"
#include "desk/widgets/mps-lazy-list.h"
#include "store/mps-store-printers.h"

#define PRINTERS                                                                                   \
  "Serial number,Model,Average monthly pages\nA1,CX730de,100\nA2,CX730de,100\nB1,Typewriter,1\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\n"                                    \
  "Anna,Ito,Sample,,81,0312345678,,Chiyoda 1-1,,Chiyoda,Tokyo,100-0001,JP\n"

typedef MpsTask *(*Finish) (MpsStore *store, GAsyncResult *result, GError **error);

static MpsTargets *
all_printers (DeskFixture *self)
{
  return mps_targets_new_all (mps_session_get_organization (self->session));
}

static void
finish (DeskFixture *self, GAsyncResult **result, Finish func)
{
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  desk_wait_for (result);
  task = func (mps_session_get_store (self->session), *result, &error);
  g_assert_no_error (error);
}

/* Two of the three printers are added. */
static void
enroll (DeskFixture *self)
{
  g_autoptr (GAsyncResult) assigned = NULL, enrolled = NULL;
  MpsStore *store = mps_session_get_store (self->session);
  const gint64 organization = mps_session_get_organization (self->session);
  MpsAcceptedTerms terms = { .version = "" };

  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
  desk_fixture_entitle (self);
  mps_store_assign_contact_async (store, organization, 1, all_printers (self), NULL, NULL,
                                  desk_on_result, &assigned);
  finish (self, &assigned, mps_store_assign_contact_finish);
  terms.version = mps_policy_get_terms_version (mps_store_get_policy (store));
  mps_store_enroll_async (store, organization, &terms, all_printers (self), NULL, NULL,
                          desk_on_result, &enrolled);
  finish (self, &enrolled, mps_store_enroll_finish);
}

static GtkWidget *
show (DeskFixture *self, AdwNavigationPage *page)
{
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  desk_show (self, view);
  return view;
}

static void
test_empty (DeskFixture *self, gconstpointer data)
{
  desk_wait_for_text (show (self, mps_history_page_new (self->session)),
                      "Nothing irreversible was done yet");
}

static void
test_list (DeskFixture *self, gconstpointer data)
{
  GtkWidget *root = show (self, mps_history_page_new (self->session));

  enroll (self);
  desk_wait_for_text (root, "2 acts");
  desk_wait_for_text (root, "2 printers were added under the terms of use");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (root, GTK_TYPE_SEARCH_ENTRY)), "entitle");
  desk_wait_for_text (root, "1 act");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (root, GTK_TYPE_SEARCH_ENTRY)), "nobody");
  desk_wait_for_text (root, "No acts found");
}

/* The terms are those that were accepted, and the printers those that were added. */
static void
test_enrolment (DeskFixture *self, gconstpointer data)
{
  GtkWidget *root;

  enroll (self);
  root = show (self, mps_act_page_new (self->session, 2));
  desk_wait_for_text (root, "Terms of use as they were accepted");
  g_assert_true (desk_shows (root, "SAMPLE TERMS OF USE"));
  g_assert_true (desk_shows (root, "Not yet"));
  g_assert_cmpstr (desk_get_row_number (root, "Printers added"), ==, "2");
  g_assert_false (desk_shows (root, "Somebody has changed the database"));
  desk_activate_row (root, "Printers added");
  desk_wait_for_text (root, "2 printers");
  desk_wait_for_text (root, "A2");
  g_assert_true (desk_shows (root, "Anna Ito"));
  g_assert_false (desk_shows (root, "B1"));
}

static void
test_other_act (DeskFixture *self, gconstpointer data)
{
  GtkWidget *root;

  desk_fixture_entitle (self);
  root = show (self, mps_act_page_new (self->session, 1));
  desk_wait_for_text (root, "Default");
  g_assert_false (desk_shows (root, "Terms of use as they were accepted"));
}

typedef struct {
  guint n_found;
  guint position, removed, added;
} Told;

static void
on_found (Told *told)
{
  told->n_found++;
}

static void
on_items_changed (Told *told, guint position, guint removed, guint added)
{
  *told = (Told) { told->n_found, position, removed, added };
}

static gboolean
is_found (gpointer data)
{
  return ((Told *) data)->n_found > 0;
}

static gboolean
is_read (gpointer data)
{
  return mps_lazy_row_get_record (data) != NULL;
}

/* An item stands for its position: only the length is told, and it is read again. */
static void
test_lazy_list (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsLazyList) list = mps_lazy_list_new (mps_session_get_store (self->session));
  GListModel *model = G_LIST_MODEL (list);
  g_autoptr (MpsLazyRow) first = NULL, again = NULL, second = NULL;
  Told told = { 0 };

  enroll (self);
  g_signal_connect_swapped (list, "found", G_CALLBACK (on_found), &told);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (on_items_changed), &told);
  mps_lazy_list_set_lookup (list, mps_lookup_new_history (NULL, NULL));
  desk_wait_until (is_found, &told);
  g_assert_cmpuint (told.added, ==, 2);
  first = g_list_model_get_item (model, 0);
  again = g_list_model_get_item (model, 0);
  second = g_list_model_get_item (model, 1);
  g_assert_true (first == again);
  g_assert_cmpint (mps_lazy_row_get_key (first), ==, 2);
  desk_wait_until (is_read, second);
  told = (Told) { 0 };
  mps_lazy_list_set_lookup (list, mps_lookup_new_history ("entitle", NULL));
  desk_wait_until (is_found, &told);
  g_assert_cmpuint (told.position, ==, 1);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_cmpuint (told.added, ==, 0);
  g_assert_cmpint (mps_lazy_row_get_key (first), ==, 1);
  g_assert_cmpint (mps_lazy_row_get_key (second), ==, 0);
  desk_wait_until (is_read, first);
  g_assert_null (g_list_model_get_item (model, 1));
}

static void
add_tests (void)
{
  desk_fixture_add ("/history/empty", test_empty);
  desk_fixture_add ("/history/list", test_list);
  desk_fixture_add ("/history/enrolment", test_enrolment);
  desk_fixture_add ("/history/other-act", test_other_act);
  desk_fixture_add ("/history/lazy-list", test_lazy_list);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
