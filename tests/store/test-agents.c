/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "fleet/mps-error.h"
#include "store/mps-store-agents.h"

#define AGENT 1

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;

  fixture_set_up (self, data);
  import = import_list (self->store, "serial|model|ip|managed|agent|version\n"
                                     "FREE1|CX730de|192.0.2.1||Tokyo|1.3.10\n"
                                     "FREE2|CX730de|192.0.2.2||Tokyo|1.3.10\n"
                                     "MANAGED|CX730de|192.0.2.3|managed|Tokyo|1.3.10\n"
                                     "OTHER|CX730de|192.0.2.4||Osaka|1.3.10\n"
                                     "AWAY|CX730de|198.51.100.1||Tokyo|1.3.10");
  g_assert_cmpuint (import->created, ==, 5);
}

static MpsTask *
change_agent (Fixture *self, MpsAgentChange change, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_change_agent_async (self->store, DEFAULT_ORGANIZATION, AGENT, change, NULL, NULL,
                                on_result, &result);
  return mps_store_change_agent_finish (self->store, wait_for (&result), error);
}

static MpsTask *
change_addresses (Fixture *self, MpsAddressChange change, const char *addresses, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) list = g_strsplit (addresses, " ", -1);

  mps_store_change_addresses_async (self->store, DEFAULT_ORGANIZATION, AGENT, change,
                                    (const char *const *) list, NULL, NULL, on_result, &result);
  return mps_store_change_addresses_finish (self->store, wait_for (&result), error);
}

static void
assert_addresses (Fixture *self, MpsAddressChange change, const char *addresses, MpsTaskState state,
                  const char *items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = change_addresses (self, change, addresses, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mps_task_get_state (task), ==, state);
  assert_items (task, items);
}

static void
free_the_managed_one (Fixture *self)
{
  g_assert_null (run_sql (self->path, "DROP TRIGGER printers_lower;"
                                      "UPDATE printers SET managed = 0 WHERE serial = 'MANAGED'"));
}

/* The seed: agents with managed printers are neither deleted nor deactivated. */
static void
test_managed (Fixture *self, gconstpointer data)
{
  const MpsAgentChange changes[] = { MPS_AGENT_DEACTIVATE, MPS_AGENT_DELETE };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (change_agent (self, changes[i], &error));
      g_assert_error (error, MPS_ERROR, MPS_ERROR_MANAGED_PRINTERS);
      g_assert_cmpuint (mps_error_get_problems (error)->len, ==, 1);
    }
  assert_query (self->path, "SELECT count (*) FROM printers", "5");
  assert_query (self->path, "SELECT active FROM agents WHERE id = 1", "1");
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE kind = 7", "0");
}

static void
test_deactivate (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) off = NULL;
  g_autoptr (MpsTask) on = NULL;

  free_the_managed_one (self);
  off = change_agent (self, MPS_AGENT_DEACTIVATE, &error);
  g_assert_no_error (error);
  assert_items (off, "FREE1 done \nFREE2 done \nMANAGED done \nAWAY done \nTokyo done ");
  assert_query (self->path, "SELECT serial FROM printers", "OTHER");
  assert_query (self->path, "SELECT active FROM agents WHERE id = 1", "0");
  on = change_agent (self, MPS_AGENT_ACTIVATE, &error);
  g_assert_no_error (error);
  assert_items (on, "Tokyo done ");
  assert_query (self->path, "SELECT active FROM agents WHERE id = 1", "1");
}

/* A list that names it with printers says that it works, so that none of them can become managed
 * with an agent that is off. */
static void
test_activated_by_list (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) off = NULL;
  g_autoptr (MpsPrinterImport) import = NULL;

  free_the_managed_one (self);
  off = change_agent (self, MPS_AGENT_DEACTIVATE, NULL);
  g_assert_nonnull (off);
  import = import_list (self->store, "serial|model|managed|agent\nBACK|CX730de|managed|Tokyo");
  g_assert_cmpuint (import->created, ==, 1);
  assert_query (self->path, "SELECT active, version FROM agents WHERE id = 1", "1|1.3.10");
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;

  free_the_managed_one (self);
  assert_addresses (self, MPS_ADDRESS_INCLUDE, "192.0.2.0/24", MPS_TASK_COMPLETED,
                    "192.0.2.0/24 done ");
  task = change_agent (self, MPS_AGENT_DELETE, &error);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT name FROM agents", "Osaka");
  assert_query (self->path, "SELECT count (*) FROM agent_addresses", "0");
  assert_query (self->path, "SELECT act, subject FROM history ORDER BY id",
                "unenroll|FREE1\nunenroll|FREE2\nunenroll|MANAGED\nunenroll|AWAY\n"
                "delete-agent|Tokyo");
  g_clear_object (&task);
  g_assert_null (change_agent (self, MPS_AGENT_DELETE, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_AGENT);
}

/* The seed's note: what is removed from the criteria is unenrolled, but what is managed stays,
 * not communicating, until its address is added again. */
static void
test_addresses (Fixture *self, gconstpointer data)
{
  assert_addresses (self, MPS_ADDRESS_INCLUDE, "192.0.2.0/30", MPS_TASK_COMPLETED,
                    "192.0.2.0/30 done ");
  assert_addresses (self, MPS_ADDRESS_EXCLUDE, "192.0.2.1", MPS_TASK_COMPLETED,
                    "192.0.2.1 done \nFREE1 done ");
  assert_addresses (self, MPS_ADDRESS_REMOVE, "192.0.2.0/30 10.0.0.1",
                    MPS_TASK_COMPLETED_WITH_ERRORS,
                    "192.0.2.0/30 done \n10.0.0.1 failed unknown-address\nFREE2 done \n"
                    "MANAGED failed managed-printers");
  assert_query (self->path, "SELECT serial, communicating FROM printers ORDER BY id",
                "MANAGED|0\nOTHER|1\nAWAY|1");
  assert_addresses (self, MPS_ADDRESS_INCLUDE, "192.0.2.3-20", MPS_TASK_COMPLETED,
                    "192.0.2.3-192.0.2.20 done \nMANAGED done ");
  assert_query (self->path, "SELECT communicating FROM printers WHERE serial = 'MANAGED'", "1");
  assert_query (self->path, "SELECT address, exclude FROM agent_addresses ORDER BY address",
                "192.0.2.1|1\n192.0.2.3-192.0.2.20|0");
}

static void
test_bad_addresses (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      change_addresses (self, MPS_ADDRESS_INCLUDE, "192.0.2.0/24 300.1.1.1 192.0.2.1/24", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_ADDRESS);
  g_assert_cmpuint (mps_error_get_problems (error)->len, ==, 2);
  assert_query (self->path, "SELECT count (*) FROM agent_addresses", "0");
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE kind = 7", "0");
}

static void
test_canceled (Fixture *self, gconstpointer data)
{
  static const char *const addresses[] = { "192.0.2.1", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  mps_store_change_addresses_async (self->store, DEFAULT_ORGANIZATION, AGENT, MPS_ADDRESS_INCLUDE,
                                    addresses, NULL, cancellable, on_result, &result);
  g_assert_null (mps_store_change_addresses_finish (self->store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_query (self->path, "SELECT count (*) FROM agent_addresses", "0");
}

/* The picture has them too, and an import says when an agent was heard of. */
static void
test_picture (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  const MpsAgentRecord *agent;

  assert_addresses (self, MPS_ADDRESS_INCLUDE, "192.0.2.0/24", MPS_TASK_COMPLETED,
                    "192.0.2.0/24 done ");
  assert_addresses (self, MPS_ADDRESS_EXCLUDE, "192.0.2.9", MPS_TASK_COMPLETED, "192.0.2.9 done ");
  agent = mps_fleet_find_agent (fleet, AGENT);
  g_assert_cmpstr (agent->addresses[0], ==, "192.0.2.0/24");
  g_assert_cmpstr (agent->excluded[0], ==, "192.0.2.9");
  g_assert_true (g_str_has_suffix (agent->last_seen, "Z"));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/agents/managed", test_managed);
  add ("/store/agents/deactivate", test_deactivate);
  add ("/store/agents/activated-by-list", test_activated_by_list);
  add ("/store/agents/delete", test_delete);
  add ("/store/agents/addresses", test_addresses);
  add ("/store/agents/bad-addresses", test_bad_addresses);
  add ("/store/agents/canceled", test_canceled);
  add ("/store/agents/picture", test_picture);
  return g_test_run ();
}
