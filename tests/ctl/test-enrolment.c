/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <unistd.h>

/* A fleet of which A1 and A4 are eligible, in an organization that is not entitled. */
static void
prepare (CtlFixture *fixture)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autoptr (CtlRun) import = NULL;
  g_autoptr (CtlRun) assign = NULL;

  ctl_fill (fixture);
  import = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  assign = ctl_run (fixture, 0, "contacts", "assign", "1", "A1", "A4", NULL);
}

static void
entitle (CtlFixture *fixture)
{
  g_autoptr (CtlRun) run
      = ctl_run (fixture, 0, "organizations", "entitle", "Default", "--confirm", "Default", NULL);
}

static void
test_entitle (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) again = NULL;

  prepare (fixture);
  ctl_refused (fixture, 3, "needs-confirmation", "organizations", "entitle", "Default", NULL);
  ctl_refused (fixture, 3, "needs-confirmation", "organizations", "entitle", "Default", "--confirm",
               "Defaults", NULL);
  ctl_refused (fixture, 3, "not-entitled", "enroll", "--accept-terms", "T-2", "--all", NULL);
  entitle (fixture);
  again = ctl_run (fixture, 0, "enroll", "--accept-terms", "T-2", "A1", NULL);
}

static void
test_terms (CtlFixture *fixture, gconstpointer data)
{
  JsonObject *error;

  prepare (fixture);
  entitle (fixture);
  error = ctl_refused (fixture, 3, "terms-not-accepted", "enroll", "--all", NULL);
  g_assert_nonnull (strstr (json_object_get_string_member (error, "message"), "T-2"));
  ctl_refused (fixture, 3, "terms-not-accepted", "enroll", "--accept-terms", "T-1", "--all", NULL);
  ctl_refused (fixture, 3, "nothing-eligible", "enroll", "--accept-terms", "T-2", "A2", NULL);
}

static void
test_all (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (CtlRun) enroll = NULL;
  g_autoptr (JsonNode) pending = NULL;

  prepare (fixture);
  entitle (fixture);
  enroll = ctl_run (fixture, 1, "enroll", "--accept-terms", "T-2", "--all", NULL);
  pending = ctl_json (fixture, 0, "printers", "list", "--status", "management-pending", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (pending), "total"), ==, 3);
  ctl_refused (fixture, 3, "nothing-eligible", "enroll", "--accept-terms", "T-2", "--all", NULL);
}

static void
test_exchange (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *bad = ctl_write (fixture, "bad.json", "{\"format\": \"x\"}");
  g_autofree char *stray
      = ctl_write (fixture, "stray.json",
                   "{\"format\": \"mps-desk-enrolment-answer\", \"version\": 1,"
                   " \"request\": \"4f0e1d9e-0000-4000-8000-000000000000\", \"results\":"
                   " [{\"serial\": \"A1\", \"outcome\": \"registered\"}]}");
  g_autoptr (CtlRun) enroll = NULL;
  g_autoptr (CtlRun) out = NULL;
  g_autoptr (CtlRun) repeat = NULL;
  g_autoptr (JsonNode) requests = NULL;
  g_autoptr (JsonNode) rejected = NULL;
  g_autoptr (JsonNode) nothing = NULL;
  g_autofree char *empty = ctl_path (fixture, "nothing.json");
  JsonObject *error;
  JsonObject *request;

  prepare (fixture);
  entitle (fixture);
  enroll = ctl_run (fixture, 0, "enroll", "--accept-terms", "T-2", "A1", "A4", NULL);
  /* The requests are the one document; what is said about them is on the other stream. */
  out = ctl_run (fixture, 0, "exchange", "export", "-", "--json", NULL);
  requests = json_from_string (out->out, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (requests)), ==, 1);
  request = json_array_get_object_element (json_node_get_array (requests), 0);
  nothing = ctl_json (fixture, 0, "exchange", "export", empty, NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (nothing), "requests"), ==, 0);
  repeat = ctl_run (fixture, 0, "exchange", "export", "-", "--again",
                    json_object_get_string_member (request, "id"), NULL);
  g_assert_cmpstr (repeat->out, ==, out->out);

  error = ctl_refused (fixture, 3, "bad-answer", "exchange", "import", bad, NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (error, "details")), >, 0);
  ctl_refused (fixture, 3, "unknown-request", "exchange", "export", "-", "--again", "x", NULL);
  rejected = ctl_json (fixture, 1, "exchange", "import", stray, NULL);
  g_assert_cmpstr (
      json_object_get_string_member (
          json_array_get_object_element (
              json_object_get_array_member (json_node_get_object (rejected), "rejected"), 0),
          "code"),
      ==, "unknown-request");
}

static void
test_policy (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *good = ctl_write (fixture, "policy.json", ctl_policy ());
  g_autofree char *text = ctl_write (fixture, "text.json", "no JSON");
  g_autofree char *bad = ctl_write (fixture, "bad.json", "{\"format\": \"mps-desk-policy\"}");
  g_autoptr (JsonNode) load = ctl_json (fixture, 0, "policy", "load", good, NULL);
  g_autoptr (JsonNode) expected = json_from_string (ctl_policy (), NULL);
  g_autoptr (JsonNode) show = NULL;
  JsonObject *error;

  ctl_assert_members (json_node_get_object (load), "version");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (load), "version"), ==,
                   "T-1");
  error = ctl_refused (fixture, 3, "bad-policy", "policy", "load", bad, NULL);
  g_assert_true (g_str_has_prefix (
      json_object_get_string_member (
          json_array_get_object_element (json_object_get_array_member (error, "details"), 0),
          "column"),
      "$"));
  ctl_refused (fixture, 3, "bad-policy", "policy", "load", text, NULL);
  show = ctl_json (fixture, 0, "policy", "show", NULL);
  g_assert_true (json_node_equal (show, expected));
}

/* The requests reached nobody, so that they are still to be exported. */
static void
test_closed_export (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *argv[]
      = { ctl_program (), "--database", fixture->database, "exchange", "export", "-", NULL };
  g_autofree char *file = ctl_path (fixture, "requests.json");
  g_autoptr (CtlRun) enroll = NULL;
  g_autoptr (CtlRun) closed = NULL;
  g_autoptr (JsonNode) exported = NULL;
  int ends[2];

  prepare (fixture);
  entitle (fixture);
  enroll = ctl_run (fixture, 0, "enroll", "--accept-terms", "T-2", "A1", NULL);
  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[0]);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  closed = ctl_run_argv (launcher, 4, argv, NULL);
  g_assert_true (g_str_has_prefix (closed->err, "mpsctl: "));

  exported = ctl_json (fixture, 0, "exchange", "export", file, NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (exported), "requests"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/enrolment/entitle", test_entitle);
  ctl_add ("/ctl/enrolment/terms", test_terms);
  ctl_add ("/ctl/enrolment/closed-export", test_closed_export);
  ctl_add ("/ctl/enrolment/all", test_all);
  ctl_add ("/ctl/enrolment/exchange", test_exchange);
  ctl_add ("/ctl/enrolment/policy", test_policy);
  return g_test_run ();
}
