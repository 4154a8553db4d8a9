/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include "exchange/mps-csv-cell.h"
#include "exchange/mps-csv-reader.h"
#include "fleet/mps-text.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define GIBIBYTE (1024 * 1024 * 1024)

#define ROWS_AT_ONCE 500

/* In KiB, with what AddressSanitizer keeps of freed memory; far less than the file. */
#define MAX_MEMORY (640 * 1024)

/* Everything that reads a file. */
static const char *const readers[][2] = {
  { "printers", "import" },
  { "contacts", "import" },
  { "policy", "load" },
  { "exchange", "import" },
  { "eligibility", "--serials-from" },
};

static void
assert_all_refuse (CtlFixture *fixture, const char *path, const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    ctl_refused (fixture, 3, code, readers[i][0], readers[i][1], path, NULL);
}

static void
test_no_file (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *missing = ctl_path (fixture, "missing.csv");
  g_autofree char *secret = ctl_write (fixture, "secret.csv", "Serial number,Model\n");
  g_autofree char *strange = ctl_path (fixture, "%s%n<b>&.csv");

  ctl_fill (fixture);
  assert_all_refuse (fixture, missing, "unreadable");
  assert_all_refuse (fixture, fixture->folder, "unreadable");
  assert_all_refuse (fixture, "/dev/zero", "unreadable");
  assert_all_refuse (fixture, "/dev/full", "unreadable");
  assert_all_refuse (fixture, strange, "unreadable");
  g_assert_no_errno (g_chmod (secret, 0));
  if (g_access (secret, R_OK) != 0)
    assert_all_refuse (fixture, secret, "unreadable");
}

/* A hole makes a file of any length at no cost; its bytes are all in the second line. */
static char *
make_huge_file (CtlFixture *fixture, const char *name, const char *start)
{
  char *path = ctl_write (fixture, name, start);

  g_assert_no_errno (truncate (path, GIBIBYTE));
  return path;
}

static glong
get_memory_of_children (void)
{
  struct rusage usage;

  g_assert_no_errno (getrusage (RUSAGE_CHILDREN, &usage));
  return usage.ru_maxrss;
}

static void
test_one_line (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *csv = make_huge_file (fixture, "huge.csv", "Serial number,Model\nA");

  ctl_fill (fixture);
  assert_all_refuse (fixture, csv, "too-large");
  if (g_test_slow ())
    {
      g_autofree char *json = make_huge_file (fixture, "huge.json", "[{");

      ctl_refused (fixture, 3, "too-large", "printers", "import", json, NULL);
    }
  g_assert_cmpint (get_memory_of_children (), <, MAX_MEMORY);
}

static char *
make_pipe (CtlFixture *fixture)
{
  char *path = ctl_path (fixture, "pipe.csv");

  g_assert_no_errno (mkfifo (path, 0600));
  return path;
}

static GSubprocess *
start (CtlFixture *fixture, const char *const *words, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, ctl_program (),
      "--database", fixture->database, words[0], words[1], path, NULL);

  g_assert_no_error (error);
  return process;
}

static void
assert_exits (GSubprocess *process, int status)
{
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
}

/* Opening the other end waits until the pipe is read; nothing ever comes through it. */
static void
test_silent_pipe (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_pipe (fixture);

  ctl_fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (GSubprocess) process = start (fixture, readers[i], path);
      int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

      g_assert_cmpint (fd, >=, 0);
      g_subprocess_send_signal (process, SIGINT);
      assert_exits (process, 3);
      close (fd);
    }
}

static gboolean
has_open (GSubprocess *process, const char *path)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%s/fd", g_subprocess_get_identifier (process));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (dir && !found && (name = g_dir_read_name (dir)))
    {
      g_autofree char *link = g_build_filename (folder, name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      found = g_strcmp0 (target, path) == 0;
    }
  return found;
}

/* Nobody ever opens the other end. */
static void
test_pipe_without_writer (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_pipe (fixture);

  ctl_fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (GSubprocess) process = start (fixture, readers[i], path);

      while (!has_open (process, path))
        g_usleep (1000);
      g_subprocess_send_signal (process, SIGINT);
      assert_exits (process, 3);
    }
}

static void
test_pipe (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_pipe (fixture);
  static const char text[] = "Serial number,Model\nA1,CX730\n";
  g_autoptr (GSubprocess) process = start (fixture, readers[0], path);
  g_autoptr (JsonNode) printer = NULL;
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  g_unlink (path);
  close (fd);
  assert_exits (process, 0);
  printer = ctl_json (fixture, 0, "printers", "show", "A1", NULL);
}

static void
append_rows (const char *path, guint from)
{
  FILE *file = g_fopen (path, "ae");

  for (guint i = from; i < from + ROWS_AT_ONCE; i++)
    fprintf (file, "S%u,CX730,%u\n", i, i % 100);
  fclose (file);
}

/* Rows are appended until the import has ended: it takes whole rows, and comes to an end. */
static void
test_growing_file (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path
      = ctl_write (fixture, "growing.csv", "Serial number,Model,Average monthly pages\n");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (JsonNode) check = NULL;

  append_rows (path, 0);
  process = start (fixture, readers[0], path);
  for (guint i = 1; i < 30 && g_subprocess_get_identifier (process); i++)
    {
      append_rows (path, i * ROWS_AT_ONCE);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), <=, 1);
  check = ctl_json (fixture, 0, "check", NULL);
}

static const char *const texts[] = {
  "'); DROP TABLE printers; --",
  "\"; DELETE FROM contacts; --",
  "%s%s%n%x",
  "<b>&amp;</b><span foreground='x'>",
  "<interface><object class=\"GtkWindow\"/></interface>",
  "=cmd|'/C calc'!A1",
  "+1+1",
  "-2",
  "@SUM(A1)",
  "'=1",
  "\\u0000\\x00$(reboot)`reboot`",
  "../../../etc/passwd",
};

static char *
dup_quoted (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

/* An apostrophe before a formula would be taken for the mark of a spreadsheet. */
static char *
write_texts (CtlFixture *fixture)
{
  g_autoptr (GString) csv
      = g_string_new ("Serial number,Model,Host name,Location,Asset tag,Firmware,Agent\n");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *safe
          = *texts[i] == '\'' ? mps_csv_cell_dup_safe (texts[i]) : g_strdup (texts[i]);
      g_autofree char *cell = dup_quoted (safe);

      g_string_append_printf (csv, "X%u,%s,%s,%s,%s,%s,%s\n", i, cell, cell, cell, cell, cell,
                              cell);
    }
  return ctl_write (fixture, "texts.csv", csv->str);
}

static void
assert_kept (CtlFixture *fixture, guint i)
{
  g_autofree char *serial = g_strdup_printf ("X%u", i);
  g_autoptr (JsonNode) node = ctl_json (fixture, 0, "printers", "show", serial, NULL);
  JsonObject *printer = json_node_get_object (node);

  g_assert_cmpstr (json_object_get_string_member (printer, "model"), ==, texts[i]);
  g_assert_cmpstr (json_object_get_string_member (printer, "location"), ==, texts[i]);
  g_assert_cmpstr (json_object_get_string_member (printer, "agent"), ==, texts[i]);
}

static void
assert_no_formula (const char *csv)
{
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');
  const MpsCsvRow *row;

  g_assert_true (mps_csv_reader_feed (reader, csv, strlen (csv), NULL));
  while ((row = mps_csv_reader_next (reader)))
    for (guint i = 0; i < row->n_cells; i++)
      g_assert_false (mps_csv_cell_is_formula (row->cells[i]));
}

/* They are kept as they are, found, shown, and exported without a formula among them. */
static void
test_texts (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_texts (fixture);
  g_autofree char *exported = ctl_path (fixture, "exported.csv");
  g_autoptr (CtlRun) import = ctl_run (fixture, 0, "printers", "import", path, NULL);
  g_autoptr (CtlRun) list = ctl_run (fixture, 0, "printers", "list", NULL);
  g_autoptr (CtlRun) export = ctl_run (fixture, 0, "printers", "export", exported, NULL);
  g_autoptr (JsonNode) again = ctl_json (fixture, 0, "printers", "import", exported, NULL);
  g_autofree char *csv = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_kept (fixture, i);
  g_assert_nonnull (strstr (list->out, "%s%s%n%x"));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (again), "unchanged"), ==,
                   G_N_ELEMENTS (texts));
  g_assert_true (g_file_get_contents (exported, &csv, NULL, NULL));
  assert_no_formula (csv);
}

static void
assert_nothing_steers (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    g_assert_false (mps_text_has_control (lines[i]));
}

static void
run_and_look (CtlFixture *fixture, const char *const *words, const char *path)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                              &error, ctl_program (), "--database", fixture->database, words[0],
                              words[1], path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  assert_nothing_steers (out);
  assert_nothing_steers (err);
}

#define ESCAPE "\033]0;x\a\302\233"
#define OVERRIDE "\u202e\u2066"

/* Neither what is read nor what is named in a message reaches a terminal as more than text. */
static void
test_control_characters (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *fleet = ctl_write (fixture, "fleet" OVERRIDE ".csv",
                                      "Serial number,Model,Lo" ESCAPE OVERRIDE "\nA1,CX" OVERRIDE
                                      ",\nA2" ESCAPE ",M,\nA3,M,\n");
  g_autofree char *contacts
      = ctl_write (fixture, "contacts.csv", "First" ESCAPE " name,Last" OVERRIDE " name\nx,y\n");
  g_autofree char *json = ctl_write (
      fixture, "policy.json", "{\"fo" OVERRIDE "\\u001b[31m\":1, \"version\":\"\\u001b[31m\"}");
  g_autofree char *answer
      = ctl_write (fixture, "answer.json",
                   "{\"format\":\"mps-desk-enrolment-answer\",\"version\":1,\"request\":\"r\","
                   "\"results\":[{\"serial\":\"A3\\u001b[1m\",\"outcome\":\"failed\","
                   "\"reason\":\"\\u202e\"}]}");
  g_autoptr (JsonNode) import = ctl_json (fixture, 1, "printers", "import", fleet, NULL);

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (import), "created"), ==, 1);
  run_and_look (fixture, readers[0], fleet);
  run_and_look (fixture, readers[1], contacts);
  run_and_look (fixture, readers[2], json);
  run_and_look (fixture, readers[3], answer);
  run_and_look (fixture, (const char *[]) { "organizations", "add" }, "x" ESCAPE);
  ctl_refused (fixture, 3, "bad-answer", "exchange", "import", answer, NULL);
  ctl_refused (fixture, 3, "invalid-fields", "organizations", "add", "x" OVERRIDE, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/hostile/no-file", test_no_file);
  ctl_add ("/ctl/hostile/one-line", test_one_line);
  ctl_add ("/ctl/hostile/silent-pipe", test_silent_pipe);
  ctl_add ("/ctl/hostile/pipe-without-writer", test_pipe_without_writer);
  ctl_add ("/ctl/hostile/pipe", test_pipe);
  ctl_add ("/ctl/hostile/growing-file", test_growing_file);
  ctl_add ("/ctl/hostile/texts", test_texts);
  ctl_add ("/ctl/hostile/control-characters", test_control_characters);
  return g_test_run ();
}
