/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <glib/gstdio.h>

static const char fleet[]
    = "Serial number,Model,Average monthly pages,Lexmark Managed,Agent,Agent version\n"
      "A1,CX735adse,100,,,\n"
      "A2,CX735adse,5001,,,\n"
      "A3,CX735adse,,,,\n"
      "A4,MX431adn,3000,,,\n"
      "A5,MX431adn,3001,,,\n"
      "A6,Z100,10,,,\n"
      "A7,CX737,10,MPS Express,,\n"
      "A8,CX737,10,MPS Express (Pending),,\n"
      "A9,CX737,10,Registration failed,,\n"
      "A10,CX735adse,10,,FA-1,1.3.9\n";

static const char policy[]
    = "{\"format\": \"mps-desk-policy\", \"version\": \"T-1\", \"sample\": false,\n"
      " \"max_average_pages\": 5000,\n"
      " \"models\": [{\"pattern\": \"CX73*\"},\n"
      "            {\"pattern\": \"MX431adn\", \"max_average_pages\": 3000}],\n"
      " \"minimum_fleet_agent\": \"1.3.10\",\n"
      " \"terms\": {\"version\": \"T-2\", \"text\": {\"en\": \"Terms\", \"ja\": \"規約\"}}}\n";

void
ctl_run_free (CtlRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

static void
set_up (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mps-ctl-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = ctl_path (fixture, "fleet.db");
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (CtlFixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->folder);
}

void
ctl_add (const char *path, void (*test) (CtlFixture *fixture, gconstpointer data))
{
  g_test_add (path, CtlFixture, NULL, set_up, test, tear_down);
}

char *
ctl_path (CtlFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

char *
ctl_write (CtlFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = ctl_path (fixture, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

const char *
ctl_program (void)
{
  const char *program = g_getenv ("MPSCTL");

  g_assert_nonnull (program);
  return program;
}

/* A stream that is not a pipe gives nothing. */
static char *
to_text (GBytes *bytes)
{
  gsize length = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  return g_strndup (data ? data : "", length);
}

CtlRun *
ctl_run_argv (GSubprocessLauncher *launcher, int status, const char *const *argv, const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = g_bytes_new_static (input ? input : "", input ? strlen (input) : 0);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  CtlRun *run = g_new0 (CtlRun, 1);

  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  g_assert_no_error (error);
  run->out = to_text (out);
  run->err = to_text (err);
  run->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                                     : 128 + g_subprocess_get_term_sig (process);
  if (run->status != status)
    {
      g_autofree char *line = g_strjoinv (" ", (char **) argv);

      g_error ("%s: exit status %d instead of %d\n%s%s", line, run->status, status, run->out,
               run->err);
    }
  return run;
}

/* In the fixture's folder, where files may so be named without it; what is temporary goes there
 * too. */
static CtlRun *
run_words (CtlFixture *fixture, int status, gboolean json, const char *input, GStrv words)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", fixture->folder, TRUE);
  g_strv_builder_add_many (builder, ctl_program (), "--database", fixture->database, NULL);
  if (json)
    g_strv_builder_add (builder, "--json");
  g_strv_builder_addv (builder, (const char **) words);
  argv = g_strv_builder_end (builder);
  return ctl_run_argv (launcher, status, (const char *const *) argv, input);
}

static CtlRun *
run_list (CtlFixture *fixture, int status, gboolean json, const char *input, va_list args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *arg;

  while ((arg = va_arg (args, const char *)))
    g_strv_builder_add (builder, arg);
  words = g_strv_builder_end (builder);
  return run_words (fixture, status, json, input, words);
}

CtlRun *
ctl_run (CtlFixture *fixture, int status, ...)
{
  CtlRun *run;
  va_list args;

  va_start (args, status);
  run = run_list (fixture, status, FALSE, NULL, args);
  va_end (args);
  return run;
}

CtlRun *
ctl_run_input (CtlFixture *fixture, int status, const char *input, ...)
{
  CtlRun *run;
  va_list args;

  va_start (args, input);
  run = run_list (fixture, status, FALSE, input, args);
  va_end (args);
  return run;
}

JsonNode *
ctl_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, -1, &error))
    g_error ("%s:\n%s", error->message, text);
  g_assert_true (g_str_has_suffix (text, "\n"));
  return json_parser_steal_root (parser);
}

JsonNode *
ctl_json (CtlFixture *fixture, int status, ...)
{
  g_autoptr (CtlRun) run = NULL;
  va_list args;

  va_start (args, status);
  run = run_list (fixture, status, TRUE, NULL, args);
  va_end (args);
  return ctl_parse (run->out);
}

JsonNode *
ctl_json_input (CtlFixture *fixture, int status, const char *input, ...)
{
  g_autoptr (CtlRun) run = NULL;
  va_list args;

  va_start (args, input);
  run = run_list (fixture, status, TRUE, input, args);
  va_end (args);
  return ctl_parse (run->out);
}

/* The error's own object lives as long as the test. */
static JsonObject *
get_error (const CtlRun *run, const char *code)
{
  g_autoptr (JsonNode) document = ctl_parse (run->out);
  JsonObject *error;

  g_assert_cmpstr (run->err, ==, "");
  ctl_assert_members (json_node_get_object (document), "error");
  error = json_object_get_object_member (json_node_get_object (document), "error");
  ctl_assert_members (error, "code message details");
  g_assert_cmpstr (json_object_get_string_member (error, "code"), ==, code);
  g_assert_cmpstr (json_object_get_string_member (error, "message"), !=, "");
  json_object_ref (error);
  g_test_queue_destroy ((GDestroyNotify) json_object_unref, error);
  return error;
}

JsonObject *
ctl_refused (CtlFixture *fixture, int status, const char *code, ...)
{
  g_autoptr (CtlRun) run = NULL;
  va_list args;

  va_start (args, code);
  run = run_list (fixture, status, TRUE, NULL, args);
  va_end (args);
  return get_error (run, code);
}

JsonObject *
ctl_refused_line (CtlFixture *fixture, int status, const char *code, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 0);
  g_autoptr (CtlRun) run = run_words (fixture, status, TRUE, NULL, words);

  return get_error (run, code);
}

char *
ctl_join_members (JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  GString *names = g_string_new (NULL);

  for (GList *l = members; l; l = l->next)
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", (const char *) l->data);
  return g_string_free_and_steal (names);
}

void
ctl_fill (CtlFixture *fixture)
{
  g_autofree char *printers = ctl_write (fixture, "printers.csv", fleet);
  g_autofree char *rules = ctl_write (fixture, "policy.json", policy);
  g_autoptr (CtlRun) import = ctl_run (fixture, 0, "printers", "import", printers, NULL);
  g_autoptr (CtlRun) load = ctl_run (fixture, 0, "policy", "load", rules, NULL);
}

const char *
ctl_policy (void)
{
  return policy;
}
