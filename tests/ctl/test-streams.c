/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <signal.h>
#include <string.h>

static char *
make_fleet (guint n_printers)
{
  GString *csv = g_string_new ("Serial number,Model,Average monthly pages\n");

  for (guint i = 0; i < n_printers; i++)
    g_string_append_printf (csv, "S%06u,CX735adse,%u\n", i, i % 6000);
  return g_string_free_and_steal (csv);
}

static gint64
count_printers (CtlFixture *fixture)
{
  g_autoptr (JsonNode) list = ctl_json (fixture, 0, "printers", "list", "--limit", "0", NULL);

  return json_object_get_int_member (json_node_get_object (list), "total");
}

static void
test_standard_input (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) printers = ctl_json_input (
      fixture, 0, "Serial number,Model\nA1,CX730\nA2,CX730\n", "printers", "import", "-", NULL);
  g_autoptr (JsonNode) contacts
      = ctl_json_input (fixture, 0, CTL_HEADER CTL_TARO, "contacts", "import", "-", NULL);
  g_autoptr (JsonNode) policy
      = ctl_json_input (fixture, 0, ctl_policy (), "policy", "load", "-", NULL);
  g_autoptr (JsonNode) some
      = ctl_json_input (fixture, 0, "A1\n\n a2 \n", "eligibility", "--serials-from", "-", NULL);

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (printers), "created"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (contacts), "imported"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (policy), "version"), ==,
                   "T-1");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (some), "selected"), ==, 2);
}

static void
test_empty_input (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *blank = ctl_write (fixture, "blank.txt", "\n  \n");
  g_autoptr (CtlRun) nobody = NULL;

  ctl_fill (fixture);
  ctl_refused (fixture, 3, "empty-file", "printers", "import", "-", NULL);
  ctl_refused (fixture, 3, "empty-file", "contacts", "import", "-", NULL);
  ctl_refused (fixture, 3, "empty-file", "eligibility", "--serials-from", "-", NULL);
  ctl_refused (fixture, 3, "empty-file", "eligibility", "--serials-from", blank, NULL);
  nobody = ctl_run (fixture, 2, "printers", "show", "", NULL);
}

/* The file and what is said about it are not mixed. */
static void
test_standard_output (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) export = NULL;
  g_autoptr (CtlRun) sample = NULL;

  ctl_fill (fixture);
  export = ctl_run (fixture, 0, "printers", "export", "-", NULL);
  g_assert_true (g_str_has_prefix (export->out, "Serial number,"));
  g_assert_nonnull (strstr (export->err, "10 printers"));
  sample = ctl_run (fixture, 0, "contacts", "sample", "-", NULL);
  g_assert_nonnull (strstr (sample->out, "First name,Last name,"));
}

static GSubprocess *
start (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process
      = g_subprocess_newv (argv,
                           G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                               | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                           &error);

  g_assert_no_error (error);
  return process;
}

static char *
read_rest (GInputStream *stream)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  const char *data;
  gsize length;

  g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory));
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
  return g_strndup (data ? data : "", length);
}

/* As with "head -1": the list is far longer than what a pipe holds. */
static void
assert_ends_quietly (CtlFixture *fixture, const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *err = NULL;
  GInputStream *out;
  char first[20];

  g_strv_builder_add_many (builder, ctl_program (), "--database", fixture->database, NULL);
  g_strv_builder_addv (builder, (const char **) words);
  argv = g_strv_builder_end (builder);
  process = start ((const char *const *) argv);
  out = g_subprocess_get_stdout_pipe (process);
  g_assert_cmpint (g_input_stream_read (out, first, sizeof first, NULL, NULL), >, 0);
  g_input_stream_close (out, NULL, NULL);
  err = read_rest (g_subprocess_get_stderr_pipe (process));
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_null (strstr (err, "mpsctl:"));
}

static void
test_closed_pipe (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *csv = make_fleet (5000);
  g_autofree char *file = ctl_write (fixture, "fleet.csv", csv);
  g_autoptr (CtlRun) import = ctl_run (fixture, 0, "printers", "import", file, NULL);

  assert_ends_quietly (fixture, (const char *[]) { "printers", "list", NULL });
  assert_ends_quietly (fixture, (const char *[]) { "--json", "printers", "list", NULL });
  assert_ends_quietly (fixture, (const char *[]) { "eligibility", NULL });
  assert_ends_quietly (fixture, (const char *[]) { "printers", "export", "-", NULL });
}

static void
test_full_disk (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *argv[]
      = { ctl_program (), "--database", fixture->database, "printers", "list", NULL };
  g_autoptr (CtlRun) run = NULL;

  ctl_fill (fixture);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  run = ctl_run_argv (launcher, 4, argv, NULL);
  g_assert_true (g_str_has_prefix (run->err, "mpsctl: "));
}

static void
on_folder_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                   gboolean *changed)
{
  *changed = TRUE;
}

/* The program listens to signals before it makes its database. */
static void
wait_for_database (CtlFixture *fixture, GFileMonitor *monitor, gboolean *changed)
{
  while (!g_file_test (fixture->database, G_FILE_TEST_EXISTS))
    {
      while (!*changed)
        g_main_context_iteration (NULL, TRUE);
      *changed = FALSE;
    }
}

static GSubprocess *
start_import (CtlFixture *fixture, const char *file)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFileMonitor) monitor
      = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  const char *argv[] = { ctl_program (), "--json", "--database", fixture->database,
                         "printers",     "import", file,         NULL };
  gboolean changed = FALSE;
  GSubprocess *process;

  g_signal_connect (monitor, "changed", G_CALLBACK (on_folder_changed), &changed);
  process = start (argv);
  wait_for_database (fixture, monitor, &changed);
  return process;
}

/* Linux says which signals a process has a handler for. */
static gboolean
listens (GSubprocess *process)
{
  g_autofree char *path
      = g_strdup_printf ("/proc/%s/status", g_subprocess_get_identifier (process));
  g_autofree char *status = NULL;
  const char *caught;

  g_assert_true (g_file_get_contents (path, &status, NULL, NULL));
  caught = strstr (status, "SigCgt:");
  g_assert_nonnull (caught);
  return g_ascii_strtoull (caught + strlen ("SigCgt:"), NULL, 16) & (1u << (SIGINT - 1));
}

/* Ctrl-C is heard while the program waits for input that does not come; nothing is made for it. */
static void
test_interrupt_silent_pipe (CtlFixture *fixture, gconstpointer data)
{
  const char *argv[] = { ctl_program (), "--json", "--database", fixture->database,
                         "printers",     "import", "-",          NULL };
  g_autoptr (GSubprocess) process = start (argv);
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) document = NULL;
  JsonObject *error;

  while (!listens (process))
    g_usleep (1000);
  g_subprocess_send_signal (process, SIGINT);
  out = read_rest (g_subprocess_get_stdout_pipe (process));
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
  document = ctl_parse (out);
  error = json_object_get_object_member (json_node_get_object (document), "error");
  g_assert_cmpstr (json_object_get_string_member (error, "code"), ==, "canceled");
  g_assert_false (g_file_test (fixture->database, G_FILE_TEST_EXISTS));
}

/* Wherever it is interrupted, the report tells what is in the database. */
static void
test_interrupt_import (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *csv = make_fleet (100000);
  g_autofree char *file = ctl_write (fixture, "fleet.csv", csv);
  g_autoptr (GSubprocess) process = start_import (fixture, file);
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) document = NULL;
  JsonObject *root;

  g_subprocess_send_signal (process, SIGINT);
  out = read_rest (g_subprocess_get_stdout_pipe (process));
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  document = ctl_parse (out);
  root = json_node_get_object (document);
  g_test_message ("exit status %d", g_subprocess_get_exit_status (process));
  if (json_object_has_member (root, "created"))
    g_assert_cmpint (json_object_get_int_member (root, "created"), ==, count_printers (fixture));
  else
    g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/streams/standard-input", test_standard_input);
  ctl_add ("/ctl/streams/empty-input", test_empty_input);
  ctl_add ("/ctl/streams/standard-output", test_standard_output);
  ctl_add ("/ctl/streams/closed-pipe", test_closed_pipe);
  ctl_add ("/ctl/streams/full-disk", test_full_disk);
  ctl_add ("/ctl/streams/interrupt-silent-pipe", test_interrupt_silent_pipe);
  ctl_add ("/ctl/streams/interrupt-import", test_interrupt_import);
  return g_test_run ();
}
