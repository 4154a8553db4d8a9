/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-address-preview.h"

#include "rules/mps-discovery.h"

/* Less than a frame, so that the window stays smooth; the clock is asked once in so many rows. */
#define SLICE_US 4000
#define ROWS_A_LOOK 256

typedef struct {
  MpsFleet *fleet; /* owned */
  gint64 agent;
  MpsDiscovery *before; /* owned */
  MpsDiscovery *after;  /* owned */
  guint32 row;
  MpsAddressEffect effect;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_object_unref (self->fleet);
  mps_discovery_free (self->before);
  mps_discovery_free (self->after);
  g_free (self);
}

static void
look_at_printer (Preview *self, guint32 row)
{
  const char *ip_address = mps_fleet_get_ip_address (self->fleet, row);
  const char *host_name = mps_fleet_get_host_name (self->fleet, row);

  if (!mps_discovery_covers (self->before, ip_address, host_name)
      || mps_discovery_covers (self->after, ip_address, host_name))
    return;
  if (mps_managed_is_protected (mps_fleet_get_managed (self->fleet, row)))
    self->effect.kept++;
  else
    self->effect.unenrolled++;
}

/* Returns whether there are more. */
static gboolean
look_at_some (Preview *self)
{
  const gint64 end = g_get_monotonic_time () + SLICE_US;
  const guint n_rows = mps_fleet_get_n_rows (self->fleet);

  while (self->row < n_rows)
    {
      const guint32 row = self->row++;

      if (mps_fleet_is_alive (self->fleet, row)
          && mps_fleet_get_agent (self->fleet, row) == self->agent)
        look_at_printer (self, row);
      if (row % ROWS_A_LOOK == 0 && g_get_monotonic_time () > end)
        break;
    }
  return self->row < n_rows;
}

static gboolean
on_idle (gpointer user_data)
{
  GTask *task = user_data;
  Preview *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (look_at_some (self))
    return G_SOURCE_CONTINUE;
  g_task_return_pointer (task, g_memdup2 (&self->effect, sizeof self->effect), g_free);
  return G_SOURCE_REMOVE;
}

/* What was counted may have changed, and so it is counted again. */
static void
on_printers_changed (GTask *task)
{
  Preview *self = g_task_get_task_data (task);

  self->row = 0;
  self->effect = (MpsAddressEffect) { 0 };
}

static char **
change_list (char **list, const char *const *addresses, gboolean add)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *list; list++)
    if (!g_strv_contains (addresses, *list))
      g_strv_builder_add (builder, *list);
  if (add)
    g_strv_builder_addv (builder, (const char **) addresses);
  return g_strv_builder_end (builder);
}

static MpsDiscovery *
new_changed (const MpsAgentRecord *agent, MpsAddressChange change, const char *const *addresses)
{
  g_auto (GStrv) included
      = change_list (agent->addresses, addresses, change == MPS_ADDRESS_INCLUDE);
  g_auto (GStrv) excluded = change_list (agent->excluded, addresses, change == MPS_ADDRESS_EXCLUDE);

  return mps_discovery_new ((const char *const *) included, (const char *const *) excluded);
}

/**
 * mps_address_preview_async:
 * @session: a session
 * @agent: an agent
 * @change: what would become of the addresses
 * @addresses: addresses, as mps_address_get_text() spells them
 * @cancellable: (nullable): stops counting
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Counts what a change of the criteria would do, a little at a time.
 */
void
mps_address_preview_async (MpsSession *session, const MpsAgentRecord *agent,
                           MpsAddressChange change, const char *const *addresses,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Preview *self = g_new0 (Preview, 1);

  g_task_set_source_tag (task, mps_address_preview_async);
  self->fleet = g_object_ref (mps_session_get_fleet (session));
  self->agent = agent->id;
  self->before = mps_discovery_new ((const char *const *) agent->addresses,
                                    (const char *const *) agent->excluded);
  self->after = new_changed (agent, change, addresses);
  g_task_set_task_data (task, self, preview_free);
  g_signal_connect_object (self->fleet, "printers-changed", G_CALLBACK (on_printers_changed), task,
                           G_CONNECT_SWAPPED);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, g_object_ref (task), g_object_unref);
}

/**
 * mps_address_preview_finish:
 * @result: what the callback was given
 * @effect: (out): what the change would do
 * @error: return location for a #GError: that it was canceled
 *
 * Returns: whether it was counted
 */
gboolean
mps_address_preview_finish (GAsyncResult *result, MpsAddressEffect *effect, GError **error)
{
  g_autofree MpsAddressEffect *counted = g_task_propagate_pointer (G_TASK (result), error);

  if (counted)
    *effect = *counted;
  return counted != NULL;
}
