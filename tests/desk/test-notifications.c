/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/session/mps-activity.h"
#include "desk/tasks/mps-task-notifier.h"
#include "store/mps-lookup.h"

#define APPLICATION "io.github.mpsdesk.Test"

/* The desktop, as far as it takes notifications. */
typedef struct {
  MpsTaskNotifier *notifier;
  guint name;
  gboolean owned;
  guint object;
  char *title;
  char *body;
  char *action;
  guint n_added;
  guint n_removed;
} Desktop;

static const char interface[]
    = "<node><interface name='org.gtk.Notifications'>"
      "<method name='AddNotification'><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>"
      "<method name='RemoveNotification'><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/></method></interface></node>";

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *name,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Desktop *desktop = user_data;

  if (g_str_equal (method, "AddNotification"))
    {
      g_autoptr (GVariant) notification = g_variant_get_child_value (parameters, 2);

      g_variant_lookup (notification, "title", "s", &desktop->title);
      g_variant_lookup (notification, "body", "s", &desktop->body);
      g_variant_lookup (notification, "default-action", "s", &desktop->action);
      desktop->n_added++;
    }
  else
    desktop->n_removed++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
on_owned (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Desktop *) user_data)->owned = TRUE;
}

static gboolean
is_owned (gpointer data)
{
  return ((Desktop *) data)->owned;
}

/* A process has one, as long as it lives. */
static GtkApplication *
get_application (void)
{
  static GtkApplication *application;
  g_autoptr (GError) error = NULL;

  if (application)
    return application;
  application = gtk_application_new (APPLICATION, G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static void
desktop_set_up (Desktop *desktop, DeskFixture *self)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, &error);

  g_assert_no_error (error);
  desktop->object = g_dbus_connection_register_object (
      bus, "/org/gtk/Notifications", node->interfaces[0], &vtable, desktop, NULL, &error);
  g_assert_no_error (error);
  desktop->name = g_bus_own_name_on_connection (
      bus, "org.gtk.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE, on_owned, NULL, desktop, NULL);
  desk_wait_until (is_owned, desktop);
  gtk_window_set_application (GTK_WINDOW (self->window), get_application ());
  desktop->notifier = mps_task_notifier_new (GTK_WINDOW (self->window), self->session);
}

static void
desktop_tear_down (Desktop *desktop, DeskFixture *self)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  gtk_window_set_application (GTK_WINDOW (self->window), NULL);
  g_assert_finalize_object (desktop->notifier);
  g_bus_unown_name (desktop->name);
  g_dbus_connection_unregister_object (bus, desktop->object);
  g_free (desktop->title);
  g_free (desktop->body);
  g_free (desktop->action);
}

static gboolean
is_told (gpointer data)
{
  return ((Desktop *) data)->n_added > 0;
}

static gboolean
is_withdrawn (gpointer data)
{
  return ((Desktop *) data)->n_removed > 0;
}

static gboolean
is_inactive (gpointer data)
{
  return !gtk_window_is_active (data);
}

/* An import has become task 1; what is left is that it ends. */
static MpsActivity *
begin_import (DeskFixture *self)
{
  MpsActivity *activity = mps_activity_begin (self->session, MPS_TASK_IMPORT_PRINTERS);

  desk_fixture_import_printers (self, "Serial number,Model\nA1,X\nA2,X\n");
  mps_progress_set_task (mps_activity_get_progress (activity), 1);
  return activity;
}

static void
test_tells (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsActivity) activity = NULL;
  Desktop desktop = { 0 };

  desktop_set_up (&desktop, self);
  activity = begin_import (self);
  gtk_widget_set_visible (self->window, FALSE);
  desk_wait_until (is_inactive, self->window);
  mps_activity_set_background (activity, TRUE);
  mps_activity_end (activity);
  desk_wait_until (is_told, &desktop);
  g_assert_cmpstr (desktop.title, ==, "Import printers");
  g_assert_cmpstr (desktop.body, ==, "Completed: 2 items were done.");
  g_assert_cmpstr (desktop.action, ==, "app.show-task");
  gtk_window_present (GTK_WINDOW (self->window));
  desk_wait_until (is_withdrawn, &desktop);
  desktop_tear_down (&desktop, self);
}

/* What was short, and what the dialog in front shows, is not told twice. */
static void
test_is_quiet (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsActivity) activity = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Desktop desktop = { 0 };
  g_autoptr (MpsLookup) lookup = mps_lookup_new_tasks (0, -1, -1, NULL);

  desktop_set_up (&desktop, self);
  activity = begin_import (self);
  gtk_widget_set_visible (self->window, FALSE);
  desk_wait_until (is_inactive, self->window);
  mps_activity_end (activity);
  /* Whatever would have been read for it is read before this. */
  mps_store_lookup_keys_async (mps_session_get_store (self->session), lookup, NULL, desk_on_result,
                               &result);
  desk_wait_for (&result);
  g_assert_cmpuint (desktop.n_added, ==, 0);
  desktop_tear_down (&desktop, self);
}

static void
assert_body (MpsTaskState state, guint done, guint failed, const char *expected)
{
  g_autoptr (MpsTask) task = mps_task_new (1, MPS_TASK_ASSIGN, state, "x", NULL, NULL, done, failed,
                                           "The disk is full.");
  g_autofree char *body = mps_task_notifier_dup_body (task);

  g_assert_cmpstr (body, ==, expected);
}

static void
test_words (DeskFixture *self, gconstpointer data)
{
  assert_body (MPS_TASK_COMPLETED, 1, 0, "Completed: 1 item was done.");
  assert_body (MPS_TASK_COMPLETED_WITH_ERRORS, 5, 2, "Completed with errors: done 5, failed 2.");
  assert_body (MPS_TASK_CANCELED, 3, 0, "Canceled: 3 items were done.");
  assert_body (MPS_TASK_FAILED, 0, 9, "The disk is full.");
}

static void
add_tests (void)
{
  desk_fixture_add ("/notifications/tells", test_tells);
  desk_fixture_add ("/notifications/is-quiet", test_is_quiet);
  desk_fixture_add ("/notifications/words", test_words);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
