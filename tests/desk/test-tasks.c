/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/session/mps-activity.h"
#include "desk/tasks/mps-task-page.h"
#include "desk/tasks/mps-task-retry.h"
#include "desk/tasks/mps-tasks-page.h"
#include "store/mps-store-contacts.h"
#include "store/mps-store-printers.h"

#define PRINTERS                                                                                   \
  "Serial number,Model,Average monthly pages,Lexmark Managed\n"                                    \
  "A1,CX730de,100,\nA2,CX730de,100,\nM1,CX730de,100,MPS Express\n"
#define CONTACTS                                                                                   \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\n"                                    \
  "Anna,Ito,Sample,,81,0312345678,,Chiyoda 1-1,,Chiyoda,Tokyo,100-0001,JP\n"

static MpsTask *
assign (DeskFixture *self, const char *serials)
{
  g_auto (GStrv) list = g_strsplit (serials, " ", -1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsStore *store = mps_session_get_store (self->session);
  MpsTask *task;

  mps_store_assign_contact_async (store, mps_session_get_organization (self->session), 1,
                                  mps_targets_new_serials ((const char *const *) list), NULL, NULL,
                                  desk_on_result, &result);
  desk_wait_for (&result);
  task = mps_store_assign_contact_finish (store, result, &error);
  g_assert_no_error (error);
  return task;
}

static void
set_up_tasks (DeskFixture *self)
{
  desk_catch_requests (self->window);
  desk_fixture_import_printers (self, PRINTERS);
  desk_fixture_import_contacts (self, CONTACTS);
}

static gboolean
is_not_shown (gpointer data)
{
  return !desk_shows (((gpointer *) data)[0], ((gpointer *) data)[1]);
}

static void
wait_until_gone (GtkWidget *root, const char *text)
{
  desk_wait_until (is_not_shown, (gpointer[]) { root, (gpointer) text });
}

static GtkWidget *
show_tasks (DeskFixture *self)
{
  AdwNavigationPage *page = mps_tasks_page_new (self->session);

  desk_show (self, GTK_WIDGET (page));
  return GTK_WIDGET (page);
}

static void
test_empty (DeskFixture *self, gconstpointer data)
{
  GtkWidget *page = show_tasks (self);

  desk_wait_for_text (page, "No tasks yet");
}

/* The page shows what is, and follows what comes. */
static void
test_is_live (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = NULL;
  GtkWidget *page;

  set_up_tasks (self);
  page = show_tasks (self);
  desk_wait_for_text (page, "printers.csv");
  desk_wait_for_text (page, "Import contacts");
  g_assert_true (desk_shows (page, "2 tasks"));
  task = assign (self, "A1 NONE");
  desk_wait_for_text (page, "3 tasks");
  desk_wait_for_text (page, "Completed with errors");
  g_assert_true (desk_shows (page, "Anna Ito"));
}

static void
test_search (DeskFixture *self, gconstpointer data)
{
  GtkWidget *page;
  GtkDropDown *states;

  set_up_tasks (self);
  page = show_tasks (self);
  desk_wait_for_text (page, "2 tasks");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (page, GTK_TYPE_SEARCH_ENTRY)), "CONTACTS.csv");
  desk_wait_for_text (page, "1 task");
  g_assert_true (desk_shows (page, "contacts.csv"));
  wait_until_gone (page, "printers.csv");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (page, GTK_TYPE_SEARCH_ENTRY)), "");
  desk_wait_for_text (page, "2 tasks");
  states = GTK_DROP_DOWN (desk_find (page, GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (states, 1 + MPS_TASK_FAILED);
  desk_wait_for_text (page, "No tasks found");
}

/* What this window does can be seen and canceled before it is a task. */
static void
test_running (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsActivity) activity = NULL;
  GtkWidget *page;

  desk_catch_requests (self->window);
  page = show_tasks (self);
  activity = mps_activity_begin (self->session, MPS_TASK_UNENROLL);
  desk_wait_for_text (page, "Unenroll");
  mps_progress_set_task (mps_activity_get_progress (activity), 7);
  desk_wait_for_text (page, "Task 7");
  desk_activate_row (page, "Unenroll");
  g_assert_cmpstr (desk_get_request (self->window), ==, "7");
  desk_click (page, "activity.cancel");
  g_assert_true (g_cancellable_is_cancelled (mps_activity_get_cancellable (activity)));
  desk_wait_for_text (page, "Canceling…");
  mps_activity_end (activity);
  wait_until_gone (page, "Canceling…");
}

static GtkWidget *
show_task (DeskFixture *self, gint64 task)
{
  AdwNavigationPage *page = mps_task_page_new (self->session, task);

  desk_show (self, GTK_WIDGET (page));
  return GTK_WIDGET (page);
}

static void
test_details (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = NULL;
  GtkWidget *page;

  set_up_tasks (self);
  task = assign (self, "A1 NONE A2");
  page = show_task (self, mps_task_get_id (task));
  desk_wait_for_text (page, "NONE");
  desk_wait_for_text (page, "There is no printer with this serial number.");
  g_assert_true (desk_shows (page, "Completed with errors"));
  g_assert_true (desk_shows (page, "1 item"));
  g_assert_false (desk_shows (page, "A2"));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (desk_find (page, ADW_TYPE_TOGGLE_GROUP)),
                                    "all");
  desk_wait_for_text (page, "3 items");
  desk_wait_for_text (page, "A2");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (page, GTK_TYPE_SEARCH_ENTRY)), "a1");
  desk_wait_for_text (page, "1 item");
  wait_until_gone (page, "A2");
}

/* Whether the clipboard has the item that failed, and no other one. */
static gboolean
is_copied (gpointer data)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (data));
  g_auto (GValue) value = G_VALUE_INIT;

  if (content == NULL)
    return FALSE;
  g_value_init (&value, G_TYPE_STRING);
  return gdk_content_provider_get_value (content, &value, NULL)
         && g_str_has_prefix (g_value_get_string (&value), "NONE\t")
         && !strstr (g_value_get_string (&value), "A1");
}

/* What is copied is what the search and the choice leave. */
static void
test_copy (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = NULL;
  GtkWidget *page;

  set_up_tasks (self);
  task = assign (self, "A1 NONE");
  page = show_task (self, mps_task_get_id (task));
  desk_wait_for_text (page, "NONE");
  desk_click (page, "items.copy");
  desk_wait_until (is_copied, page);
}

/* What is undone elsewhere is said at once where the task is looked at. */
static void
test_undone (DeskFixture *self, gconstpointer data)
{
  MpsStore *store = mps_session_get_store (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  set_up_tasks (self);
  page = show_task (self, 2);
  desk_wait_for_text (page, "contacts.csv");
  mps_store_undo_contacts_import_async (store, 0, 2, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  g_assert_cmpuint (mps_store_undo_contacts_import_finish (store, result, &error), >, 0);
  g_assert_no_error (error);
  desk_wait_for_text (page, "undid this import");
}

static void
test_gone (DeskFixture *self, gconstpointer data)
{
  desk_wait_for_text (show_task (self, 99), "No such task");
}

static gboolean
is_assigned (gpointer data)
{
  MpsFleet *fleet = mps_session_get_fleet (((DeskFixture *) data)->session);
  const guint32 row = mps_fleet_find_serial (fleet, "LATE");

  return row != MPS_NO_ROW && mps_fleet_get_contact (fleet, row) != 0;
}

/* Only what was not done is tried again: A1 keeps the contact that it got meanwhile. */
static void
test_retry_assign (DeskFixture *self, gconstpointer data)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autoptr (MpsTask) task = NULL;
  GtkWidget *page;

  set_up_tasks (self);
  task = assign (self, "A1 LATE");
  page = show_task (self, mps_task_get_id (task));
  desk_wait_for_button (page, "task.retry");
  desk_click (page, "task.retry");
  desk_wait_for_text (page, "LATE");
  g_assert_false (is_assigned (self));
  desk_fixture_import_printers (self, "Serial number,Model\nLATE,CX730de\n");
  desk_click (page, "task.retry");
  desk_wait_until (is_assigned, self);
  g_assert_cmpuint (mps_fleet_get_contact (fleet, mps_fleet_find_serial (fleet, "A2")), ==, 0);
}

static void
test_retry_hindrances (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned = NULL;
  g_autoptr (MpsTask) import = mps_task_new (
      1, MPS_TASK_IMPORT_PRINTERS, MPS_TASK_COMPLETED_WITH_ERRORS, "x", NULL, NULL, 1, 1, NULL);

  set_up_tasks (self);
  assigned = assign (self, "A1 NONE");
  g_assert_true (mps_task_retry_is_sensible (assigned));
  g_assert_null (mps_task_retry_get_hindrance (self->session, assigned));
  g_assert_false (mps_task_retry_is_sensible (import));
  g_assert_nonnull (strstr (mps_task_retry_get_hindrance (self->session, import), "again"));
  mps_session_set_organization (self->session, 0);
  g_assert_nonnull (mps_task_retry_get_hindrance (self->session, assigned));
}

static void
add_tests (void)
{
  desk_fixture_add ("/tasks/empty", test_empty);
  desk_fixture_add ("/tasks/is-live", test_is_live);
  desk_fixture_add ("/tasks/search", test_search);
  desk_fixture_add ("/tasks/running", test_running);
  desk_fixture_add ("/tasks/details", test_details);
  desk_fixture_add ("/tasks/copy", test_copy);
  desk_fixture_add ("/tasks/undone", test_undone);
  desk_fixture_add ("/tasks/gone", test_gone);
  desk_fixture_add ("/tasks/retry-assign", test_retry_assign);
  desk_fixture_add ("/tasks/retry-hindrances", test_retry_hindrances);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
