/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/printers/mps-import-fleet-dialog.h"
#include "desk/session/mps-activity.h"

static guint
count_activities (DeskFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (mps_session_get_activities (self->session)));
}

static void
count_notify (guint *n_notified)
{
  *n_notified += 1;
}

static void
test_is_registered (DeskFixture *self, gconstpointer data)
{
  g_autoptr (MpsActivity) activity = mps_activity_begin (self->session, MPS_TASK_ASSIGN);
  guint n_canceling = 0, n_done = 0;

  g_signal_connect_swapped (activity, "notify::canceling", G_CALLBACK (count_notify), &n_canceling);
  g_signal_connect_swapped (activity, "notify::done", G_CALLBACK (count_notify), &n_done);
  g_assert_cmpuint (count_activities (self), ==, 1);
  mps_activity_cancel (activity);
  mps_activity_cancel (activity);
  g_assert_cmpuint (n_canceling, ==, 1);
  g_assert_true (g_cancellable_is_cancelled (mps_activity_get_cancellable (activity)));
  mps_activity_end (activity);
  mps_activity_end (activity);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_true (mps_activity_get_done (activity));
  g_assert_cmpuint (count_activities (self), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&activity));
}

static gboolean
is_idle (gpointer data)
{
  return count_activities (data) == 0;
}

/* A dialog that works is known to the window, with its task. */
static void
test_dialog_registers (DeskFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "a.csv", "Serial number,Model\nA1,X\n");
  AdwDialog *dialog = mps_import_fleet_dialog_new (self->session, file);
  g_autoptr (MpsActivity) activity = NULL;

  desk_present (self, dialog);
  desk_click (GTK_WIDGET (dialog), "fleet.import");
  g_assert_cmpuint (count_activities (self), ==, 1);
  activity = g_list_model_get_item (G_LIST_MODEL (mps_session_get_activities (self->session)), 0);
  g_assert_cmpint (mps_activity_get_kind (activity), ==, MPS_TASK_IMPORT_PRINTERS);
  g_assert_cmpint (mps_activity_get_task (activity), ==, 0);
  desk_wait_until (is_idle, self);
  g_assert_cmpint (mps_activity_get_task (activity), ==, 1);
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/activity/is-registered", test_is_registered);
  desk_fixture_add ("/activity/dialog-registers", test_dialog_registers);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
