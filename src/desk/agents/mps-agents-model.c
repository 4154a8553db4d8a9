/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agents-model.h"

#include "fleet/mps-agent-counts.h"

/* Counting takes milliseconds in a large fleet, and changes can come in quick succession. */
#define RECOUNT_MS 100

struct _MpsAgentsModel {
  GObject parent_instance;

  MpsSession *session;
  GListStore *items;
  GHashTable *by_id; /* owned: owned gint64 * → owned MpsAgentItem */
  guint recount_source;
};

enum {
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsAgentsModel, mps_agents_model, G_TYPE_OBJECT)

static void
count (MpsAgentsModel *self)
{
  g_autoptr (MpsAgentCounts) counts = mps_agent_counts_new (mps_session_get_fleet (self->session));
  GHashTableIter iter;
  gpointer item;

  g_clear_handle_id (&self->recount_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const gint64 id = mps_agent_item_get_id (item);

      mps_agent_item_set_counts (item, mps_agent_counts_get_printers (counts, id),
                                 mps_agent_counts_get_managed (counts, id));
    }
}

static gboolean
is_meant (MpsAgentsModel *self, const MpsAgentRecord *agent)
{
  const gint64 organization = mps_session_get_organization (self->session);

  return organization == 0 || agent->organization == organization;
}

static void
remove_gone (MpsAgentsModel *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr (MpsAgentItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);
      const gint64 id = mps_agent_item_get_id (item);
      const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, id);

      if (agent && is_meant (self, agent))
        continue;
      g_hash_table_remove (self->by_id, &id);
      g_list_store_remove (self->items, i - 1);
    }
}

static MpsAgentItem *
add_item (MpsAgentsModel *self, gint64 id, GPtrArray *added)
{
  MpsAgentItem *item = mps_agent_item_new (id);

  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), item);
  g_ptr_array_add (added, item);
  return item;
}

/* Items are added all at once, when they are complete. */
static void
update_items (MpsAgentsModel *self)
{
  GPtrArray *agents = mps_fleet_get_agents (mps_session_get_fleet (self->session));
  MpsPolicy *policy = mps_store_get_policy (mps_session_get_store (self->session));
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  remove_gone (self);
  for (guint i = 0; i < agents->len; i++)
    {
      const MpsAgentRecord *agent = agents->pdata[i];
      MpsAgentItem *item = g_hash_table_lookup (self->by_id, &agent->id);

      if (!is_meant (self, agent))
        continue;
      if (item == NULL)
        item = add_item (self, agent->id, added);
      mps_agent_item_set_agent (item, agent, policy);
    }
  count (self);
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0,
                       added->pdata, added->len);
}

static void
refresh (MpsAgentsModel *self)
{
  update_items (self);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static gboolean
on_recount (gpointer user_data)
{
  MpsAgentsModel *self = user_data;

  self->recount_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Also when another policy was loaded, since all printers are judged anew then. */
static void
on_printers_changed (MpsAgentsModel *self)
{
  if (self->recount_source == 0)
    self->recount_source = g_timeout_add (RECOUNT_MS, on_recount, self);
}

static void
mps_agents_model_dispose (GObject *object)
{
  MpsAgentsModel *self = MPS_AGENTS_MODEL (object);

  g_clear_handle_id (&self->recount_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_agents_model_parent_class)->dispose (object);
}

static void
mps_agents_model_finalize (GObject *object)
{
  MpsAgentsModel *self = MPS_AGENTS_MODEL (object);

  g_object_unref (self->items);
  g_hash_table_unref (self->by_id);
  G_OBJECT_CLASS (mps_agents_model_parent_class)->finalize (object);
}

static void
mps_agents_model_class_init (MpsAgentsModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mps_agents_model_dispose;
  object_class->finalize = mps_agents_model_finalize;
  signals[REFRESHED] = g_signal_new ("refreshed", MPS_TYPE_AGENTS_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_agents_model_init (MpsAgentsModel *self)
{
  self->items = g_list_store_new (MPS_TYPE_AGENT_ITEM);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * mps_agents_model_new:
 * @session: whose agents to show
 *
 * Returns: (transfer full): its agents
 */
MpsAgentsModel *
mps_agents_model_new (MpsSession *session)
{
  MpsAgentsModel *self;
  MpsFleet *fleet;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_AGENTS_MODEL, NULL);
  self->session = g_object_ref (session);
  fleet = mps_session_get_fleet (session);
  g_signal_connect_object (fleet, "agents-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "printers-changed", G_CALLBACK (on_printers_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  update_items (self);
  return self;
}

/**
 * mps_agents_model_get_items:
 * @self: an agents model
 *
 * Returns: (transfer none): its #MpsAgentItem, in no order
 */
GListModel *
mps_agents_model_get_items (MpsAgentsModel *self)
{
  g_return_val_if_fail (MPS_IS_AGENTS_MODEL (self), NULL);
  return G_LIST_MODEL (self->items);
}

/**
 * mps_agents_model_find:
 * @self: an agents model
 * @agent: the id of an agent
 *
 * Returns: (transfer none) (nullable): its item; %NULL where the organization has no such agent
 */
MpsAgentItem *
mps_agents_model_find (MpsAgentsModel *self, gint64 agent)
{
  g_return_val_if_fail (MPS_IS_AGENTS_MODEL (self), NULL);
  return g_hash_table_lookup (self->by_id, &agent);
}
