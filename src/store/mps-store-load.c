/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store.h"

#include "rules/mps-eligibility.h"

#include "mps-agent-rows.h"
#include "mps-organization-rows.h"
#include "mps-printer-feed.h"
#include "mps-rows.h"
#include "mps-store-private.h"

/* Set on a fleet that is to be loaded again. */
#define STALE "mps-store-stale"
#define LOADING "mps-store-loading"

static gboolean
load_organizations (MpsConnection *connection, MpsFleet *fleet, GError **error)
{
  g_autoptr (GPtrArray) organizations = mps_organization_rows_list (connection, error);
  g_autoptr (GPtrArray) agents = NULL;

  if (organizations == NULL || (agents = mps_agent_rows_list (connection, error)) == NULL)
    return FALSE;
  mps_fleet_set_organizations (fleet, organizations);
  mps_fleet_set_agents (fleet, agents);
  return TRUE;
}

static gboolean
load_contacts (MpsConnection *connection, MpsFleet *fleet, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT " MPS_ROWS_CONTACT " FROM contacts ORDER BY id");
  MpsContactRecord record;
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      mps_rows_borrow_contact (statement, &record);
      mps_fleet_add_contact (fleet, &record);
    }
  return step == MPS_STEP_DONE;
}

static gboolean
load_printers (MpsConnection *connection, MpsFleet *fleet, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT " MPS_ROWS_PRINTER " FROM printers ORDER BY id");
  g_autoptr (MpsPrinterFeed) feed = mps_printer_feed_new (fleet);
  MpsPrinterRecord record;
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      mps_rows_borrow_printer (statement, &record);
      mps_printer_feed_add (feed, &record);
    }
  return step == MPS_STEP_DONE;
}

/* All that takes a time in proportion to the fleet is done here rather than on the main thread. */
static void
complete (MpsFleet *fleet, MpsPolicy *policy)
{
  mps_fleet_prepare (fleet);
  mps_eligibility_attach (fleet, policy);
}

/* In a transaction, so that another process can't write between the tables. */
static gpointer
load_fleet (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  MpsConnection *connection = job->connection;
  gboolean loaded;

  if (!mps_connection_exec (connection, "BEGIN", error))
    return NULL;
  loaded = load_organizations (connection, fleet, error) && load_contacts (connection, fleet, error)
           && load_printers (connection, fleet, error);
  mps_connection_rollback (connection);
  if (!loaded)
    return NULL;
  complete (fleet, data);
  return g_steal_pointer (&fleet);
}

static void
begin_loading (MpsStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
               gpointer user_data)
{
  const MpsStoreWork work = { load_fleet, mps_policy_ref (mps_store_get_policy (self)),
                              (GDestroyNotify) mps_policy_unref, g_object_unref };

  mps_store_run_async (self, mps_store_load_fleet_async, &work, cancellable, callback, user_data);
}

static void
on_loaded_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsFleet) fleet = MPS_FLEET (user_data);
  g_autoptr (MpsFleet) loaded
      = mps_store_run_finish (MPS_STORE (source), result, mps_store_load_fleet_async, NULL);

  g_object_set_data (G_OBJECT (fleet), LOADING, NULL);
  /* When it could not be loaded it stays stale, and the next change tries again. */
  if (loaded == NULL)
    return;
  g_object_set_data (G_OBJECT (fleet), STALE, NULL);
  mps_fleet_replace (fleet, loaded);
}

/* What is told before the loading has ended happened before it began: there is one thread. */
static void
load_again (MpsStore *self, MpsFleet *fleet)
{
  if (g_object_get_data (G_OBJECT (fleet), LOADING))
    return;
  g_object_set_data (G_OBJECT (fleet), LOADING, fleet);
  begin_loading (self, NULL, on_loaded_again, g_object_ref (fleet));
}

static void
on_changed (MpsFleet *fleet, MpsChanges *changes, MpsStore *self)
{
  if (changes->reload || !mps_fleet_can_apply (fleet, changes))
    g_object_set_data (G_OBJECT (fleet), STALE, fleet);
  if (g_object_get_data (G_OBJECT (fleet), STALE))
    load_again (self, fleet);
  else
    mps_fleet_apply (fleet, changes);
  if (changes->policy)
    mps_eligibility_attach (fleet, mps_store_get_policy (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  MpsStore *self = MPS_STORE (source);
  GError *error = NULL;
  MpsFleet *fleet = mps_store_run_finish (self, result, mps_store_load_fleet_async, &error);

  if (fleet == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* Another one may have come while it was loading. */
  if (g_task_get_task_data (task) != mps_store_get_policy (self))
    mps_eligibility_attach (fleet, mps_store_get_policy (self));
  g_signal_connect_object (self, "changed", G_CALLBACK (on_changed), fleet, G_CONNECT_SWAPPED);
  g_task_return_pointer (task, fleet, g_object_unref);
}

/**
 * mps_store_load_fleet_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Loads the picture of the database. From then on the fleet follows the store:
 * its own commits, those of other processes, and the policy.
 */
void
mps_store_load_fleet_async (MpsStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, mps_store_load_fleet_async);
  g_task_set_task_data (task, mps_policy_ref (mps_store_get_policy (self)),
                        (GDestroyNotify) mps_policy_unref);
  begin_loading (self, cancellable, on_loaded, task);
}

/**
 * mps_store_load_fleet_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the fleet, evaluated
 */
MpsFleet *
mps_store_load_fleet_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_load_fleet_async, error);
}
