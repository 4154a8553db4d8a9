/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-agents.h"

#include "rules/mps-address.h"
#include "rules/mps-discovery.h"

#include "mps-agent-rows.h"
#include "mps-store-private.h"
#include "mps-unenrollment.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  gint64 agent;
  MpsAddressChange change;
  char **texts;          /* owned; as they were typed */
  char **addresses;      /* owned; in their one spelling */
  MpsProgress *progress; /* owned */
  MpsDiscovery *before;  /* owned; while it runs */
  MpsDiscovery *after;
} AddressWork;

static void
address_work_free (gpointer data)
{
  AddressWork *self = data;

  g_strfreev (self->texts);
  g_strfreev (self->addresses);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->before, mps_discovery_free);
  g_clear_pointer (&self->after, mps_discovery_free);
  g_free (self);
}

static gboolean
refuse_bad (GPtrArray *problems, GError **error)
{
  if (problems->len > 0)
    g_propagate_error (error,
                       mps_error_new_with_problems (
                           MPS_ERROR_BAD_ADDRESS, problems,
                           ngettext ("%u address is wrong. Nothing was changed.",
                                     "%u addresses are wrong. Nothing was changed.", problems->len),
                           problems->len));
  return problems->len == 0;
}

static gboolean
parse (AddressWork *self, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  for (char **text = self->texts; *text; text++)
    {
      g_autoptr (GError) reason = NULL;
      g_autoptr (MpsAddress) address = mps_address_new (*text, &reason);

      if (address)
        g_strv_builder_add (builder, mps_address_get_text (address));
      else
        g_ptr_array_add (problems,
                         mps_problem_new (0, *text, "bad-address", "%s", reason->message));
    }
  self->addresses = g_strv_builder_end (builder);
  return refuse_bad (problems, error);
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  AddressWork *self = data;
  g_autoptr (MpsAgentRecord) agent
      = mps_agent_rows_read (job->connection, self->organization, self->agent, error);

  return agent != NULL;
}

static gboolean
remove_address (AddressWork *self, MpsTaskRun *run, const char *address, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      run->job->connection, "DELETE FROM agent_addresses WHERE agent = ? AND address = ?");

  mps_statement_bind_int (statement, 1, self->agent);
  mps_statement_bind_text (statement, 2, address);
  return mps_statement_run (statement, error);
}

static gboolean
insert_address (AddressWork *self, MpsTaskRun *run, const char *address, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      run->job->connection,
      "INSERT INTO agent_addresses (agent, address, exclude) VALUES (?, ?, ?)");

  mps_statement_bind_int (statement, 1, self->agent);
  mps_statement_bind_text (statement, 2, address);
  mps_statement_bind_int (statement, 3, self->change == MPS_ADDRESS_EXCLUDE);
  return mps_statement_run (statement, error);
}

/* An address is a criterion once: to look there, or not to. */
static gboolean
change_address (AddressWork *self, MpsTaskRun *run, const char *address, GError **error)
{
  if (!remove_address (self, run, address, error))
    return FALSE;
  if (self->change != MPS_ADDRESS_REMOVE)
    return insert_address (self, run, address, error)
           && mps_task_run_add_done (run, address, error);
  if (mps_connection_get_n_changed (run->job->connection) > 0)
    return mps_task_run_add_done (run, address, error);
  return mps_task_run_add_failed (run, address, "unknown-address",
                                  N_ ("The address is not among the agent’s discovery criteria."),
                                  error);
}

static MpsDiscovery *
read_criteria (AddressWork *self, MpsTaskRun *run, GError **error)
{
  g_autoptr (MpsAgentRecord) agent
      = mps_agent_rows_read (run->job->connection, self->organization, self->agent, error);

  return agent ? mps_discovery_new ((const char *const *) agent->addresses,
                                    (const char *const *) agent->excluded)
               : NULL;
}

static gboolean
change_addresses (AddressWork *self, MpsTaskRun *run, GError **error)
{
  self->before = read_criteria (self, run, error);
  if (self->before == NULL)
    return FALSE;
  for (char **address = self->addresses; *address; address++)
    if (!change_address (self, run, *address, error))
      return FALSE;
  self->after = read_criteria (self, run, error);
  run->job->agents = TRUE;
  return self->after != NULL;
}

static gboolean
set_communicating (MpsTaskRun *run, const MpsPrinterRecord *printer, gboolean communicating,
                   GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      run->job->connection, "UPDATE printers SET communicating = ? WHERE id = ?");

  mps_statement_bind_int (statement, 1, communicating);
  mps_statement_bind_int (statement, 2, printer->id);
  mps_job_touch_printer (run->job, printer->id);
  return mps_statement_run (statement, error);
}

/* The agent finds it no more: it leaves the list, unless it is managed or pending. */
static gboolean
lose_printer (MpsTaskRun *run, const MpsPrinterRecord *printer, GError **error)
{
  if (!mps_managed_is_protected (printer->managed))
    return mps_unenrollment_run_one (run, printer, NULL, error);
  return set_communicating (run, printer, FALSE, error)
         && mps_task_run_add_failed (run, printer->serial, "managed-printers",
                                     N_ ("The printer is managed or pending in MPS Express and "
                                         "stays in the list, not communicating."),
                                     error);
}

static gboolean
find_printer (MpsTaskRun *run, const MpsPrinterRecord *printer, GError **error)
{
  return set_communicating (run, printer, TRUE, error)
         && mps_task_run_add_done (run, printer->serial, error);
}

static gboolean
look_at_printer (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data, GError **error)
{
  AddressWork *self = data;
  gboolean before = mps_discovery_covers (self->before, printer->ip_address, printer->host_name);
  gboolean after = mps_discovery_covers (self->after, printer->ip_address, printer->host_name);

  if (before && !after)
    return lose_printer (run, printer, error);
  if (after && !before && !printer->communicating)
    return find_printer (run, printer, error);
  return TRUE;
}

/* Criteria and printers change together, so a cancellation takes all of it back. */
static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  AddressWork *self = data;
  g_autoptr (GArray) printers = NULL;

  if (!change_addresses (self, run, error))
    return FALSE;
  printers = mps_targets_list_of_agent (run->job->connection, self->agent, error);
  return printers
         && mps_targets_run (printers, run, 0, self->progress, look_at_printer, self, error)
         && !mps_job_set_error_if_cancelled (run->job, error);
}

static gpointer
run_change (MpsJob *job, gpointer data, GError **error)
{
  AddressWork *self = data;
  MpsTaskSpec spec = { MPS_TASK_AGENT, self->organization, 0, NULL, MPS_IRREVOCABLE, check, work };

  return parse (self, error) ? mps_task_run_to_task (job, &spec, self, error) : NULL;
}

/**
 * mps_store_change_addresses_async:
 * @self: a store
 * @organization: whose the agent must be; 0 for any
 * @agent: the agent
 * @change: what becomes of the addresses
 * @addresses: IP addresses, subnets, ranges and host names, in any spelling
 * @progress: (nullable): told of every printer of the agent
 * @cancellable: (nullable): a cancellation takes all of it back
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Changes an agent's discovery criteria (source: the seed, “What happens when printers are
 * unenrolled from the Agents tab”, the first note).
 */
void
mps_store_change_addresses_async (MpsStore *self, gint64 organization, gint64 agent,
                                  MpsAddressChange change, const char *const *addresses,
                                  MpsProgress *progress, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  AddressWork *data = g_new0 (AddressWork, 1);
  MpsStoreWork store_work = { run_change, data, address_work_free, g_object_unref };

  data->organization = organization;
  data->agent = agent;
  data->change = change;
  data->texts = g_strdupv ((char **) addresses);
  g_set_object (&data->progress, progress);
  mps_store_run_async (self, mps_store_change_addresses_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_change_addresses_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_AGENT, MPS_ERROR_BAD_ADDRESS
 *
 * Returns: (transfer full) (nullable): the task with all its items: the addresses, then the
 *   printers of which something changed
 */
MpsTask *
mps_store_change_addresses_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_change_addresses_async, error);
}
