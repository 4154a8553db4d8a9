/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <signal.h>

#define N_CONTACTS 300
#define N_KILLS 12

static char *
write_contacts (CtlFixture *fixture, int number)
{
  g_autofree char *name = g_strdup_printf ("contacts-%d.csv", number);
  g_autoptr (GString) text = g_string_new (CTL_HEADER);

  for (int i = 0; i < N_CONTACTS; i++)
    g_string_append_printf (
        text, "N%d,Doe %d,Acme,,1,555-123-4567,,1 Main St,,Lexington,KY,40511,US\n", i, number);
  return ctl_write (fixture, name, text->str);
}

static gint64
get_total (CtlFixture *fixture)
{
  g_autoptr (JsonNode) list = ctl_json (fixture, 0, "contacts", "list", NULL);

  return json_object_get_int_member (json_node_get_object (list), "total");
}

/* What a task says is done: all of its rows, or none. */
static gint64
sum_up_tasks (CtlFixture *fixture)
{
  g_autoptr (JsonNode) list = ctl_json (fixture, 0, "tasks", "list", NULL);
  JsonArray *tasks = json_node_get_array (list);
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      JsonObject *task = json_array_get_object_element (tasks, i);
      const char *state = json_object_get_string_member (task, "state");
      gint64 done = json_object_get_int_member (task, "done");

      if (g_str_equal (state, "completed"))
        g_assert_cmpint (done, ==, N_CONTACTS);
      else
        {
          g_assert_cmpstr (state, ==, "failed");
          g_assert_cmpint (done, ==, 0);
          g_assert_cmpint (json_object_get_int_member (task, "failed"), ==, N_CONTACTS);
        }
      g_assert_false (json_object_get_null_member (task, "ended"));
      sum += done;
    }
  return sum;
}

/* Kills an import after so many microseconds, wherever it is then. */
static void
import_and_kill (CtlFixture *fixture, int number, gint64 microseconds)
{
  g_autofree char *file = write_contacts (fixture, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, ctl_program (),
      "--database", fixture->database, "contacts", "import", file, NULL);

  g_assert_no_error (error);
  g_usleep ((gulong) microseconds);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
}

/*
 * The moments are spread over the time that a whole import takes. When each of
 * them falls does not matter: whatever is found must be true.
 */
static void
test_kill (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_contacts (fixture, 0);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (CtlRun) whole = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  gint64 duration = g_get_monotonic_time () - began;

  for (int i = 1; i <= N_KILLS; i++)
    {
      import_and_kill (fixture, i, duration * i / N_KILLS);
      g_assert_cmpint (get_total (fixture), ==, sum_up_tasks (fixture));
    }
  g_test_message ("%" G_GINT64_FORMAT " of %d contacts went in", get_total (fixture),
                  N_CONTACTS * (N_KILLS + 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/killed/contacts-import", test_kill);
  return g_test_run ();
}
