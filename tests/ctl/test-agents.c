/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#define AGENT "name kind version active addresses printers managed_printers"

static void
fill (CtlFixture *fixture)
{
  g_autofree char *printers
      = ctl_write (fixture, "printers.csv",
                   "Serial number,Model,IP address,Lexmark Managed,Agent,Agent version\n"
                   "FREE,CX730de,192.0.2.1,,Tokyo,1.3.10\n"
                   "HELD,CX730de,192.0.2.2,MPS Express,Tokyo,1.3.10\n"
                   "LOOSE,CX730de,192.0.2.3,,Osaka,1.3.10\n");
  g_autoptr (CtlRun) import = ctl_run (fixture, 0, "printers", "import", printers, NULL);
}

static JsonObject *
show (CtlFixture *fixture, const char *name, JsonNode **node)
{
  *node = ctl_json (fixture, 0, "agents", "show", name, NULL);
  return json_node_get_object (*node);
}

static void
assert_task (JsonNode *node, const char *state, int done, int failed)
{
  JsonObject *task = json_node_get_object (node);

  ctl_assert_members (task, CTL_TASK);
  g_assert_cmpstr (json_object_get_string_member (task, "kind"), ==, "agent");
  g_assert_cmpstr (json_object_get_string_member (task, "state"), ==, state);
  g_assert_cmpint (json_object_get_int_member (task, "done"), ==, done);
  g_assert_cmpint (json_object_get_int_member (task, "failed"), ==, failed);
}

static void
test_list (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *agent;

  fill (fixture);
  list = ctl_json (fixture, 0, "agents", "list", NULL);
  agent = show (fixture, "ＴＯＫＹＯ", &node);
  g_assert_true (json_node_equal (json_array_get_element (json_node_get_array (list), 1), node));
  ctl_assert_members (agent, AGENT);
  g_assert_cmpstr (json_object_get_string_member (agent, "kind"), ==, "fleet");
  g_assert_cmpint (json_object_get_int_member (agent, "printers"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (agent, "managed_printers"), ==, 1);
  ctl_refused (fixture, 3, "unknown-agent", "agents", "show", "Nope", NULL);
}

static void
test_state (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) off = NULL;
  g_autoptr (JsonNode) on = NULL;
  g_autoptr (JsonNode) gone = NULL;
  g_autoptr (JsonNode) left = NULL;

  fill (fixture);
  ctl_refused (fixture, 3, "managed-printers", "agents", "deactivate", "Tokyo", NULL);
  ctl_refused (fixture, 3, "managed-printers", "agents", "delete", "Tokyo", NULL);
  off = ctl_json (fixture, 0, "agents", "deactivate", "Osaka", NULL);
  assert_task (off, "completed", 2, 0);
  on = ctl_json (fixture, 0, "agents", "activate", "Osaka", NULL);
  assert_task (on, "completed", 1, 0);
  gone = ctl_json (fixture, 0, "agents", "delete", "Osaka", NULL);
  assert_task (gone, "completed", 1, 0);
  left = ctl_json (fixture, 0, "agents", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (left)), ==, 1);
}

static void
test_addresses (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) added = NULL;
  g_autoptr (JsonNode) excluded = NULL;
  g_autoptr (JsonNode) removed = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *agent;

  fill (fixture);
  added = ctl_json (fixture, 0, "agents", "add-address", "Tokyo", "192.0.2.0/30", "printer.example",
                    NULL);
  assert_task (added, "completed", 2, 0);
  excluded
      = ctl_json (fixture, 0, "agents", "add-address", "Tokyo", "--exclude", "192.0.2.9", NULL);
  assert_task (excluded, "completed", 1, 0);
  agent = show (fixture, "Tokyo", &node);
  ctl_assert_members (agent, AGENT " excluded");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (agent, "addresses")), ==,
                    2);
  removed = ctl_json (fixture, 1, "agents", "remove-address", "Tokyo", "192.0.2.0/30", NULL);
  assert_task (removed, "completed-with-errors", 2, 1);
  ctl_refused (fixture, 3, "bad-address", "agents", "add-address", "Tokyo", "192.0.2.1/24", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/agents/list", test_list);
  ctl_add ("/ctl/agents/state", test_state);
  ctl_add ("/ctl/agents/addresses", test_addresses);
  return g_test_run ();
}
