/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-table.h"

#include "fleet/mps-text.h"

#include "mps-agent-rows.h"
#include "mps-rows.h"

struct _MpsAgentTable {
  MpsConnection *connection; /* borrowed */
  GPtrArray *agents;         /* owned: MpsAgentRecord */
  GHashTable *by_name;       /* owned: char *key → MpsAgentRecord, which agents owns */
  GHashTable *by_spelling;   /* owned: char *name, as it was typed → MpsAgentRecord: a short cut */
  gint64 spelled_in;         /* the organization of by_spelling */
  GHashTable *by_id;         /* owned: gint64 *id within the record → MpsAgentRecord */
  GHashTable *seen;          /* owned: MpsAgentRecord that were asked for, which agents owns */
  gboolean changed;
};

static char *
key_of (gint64 organization, const char *name)
{
  g_autofree char *identity = mps_text_fold_identity (name);

  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", organization, identity);
}

static void
index_agent (MpsAgentTable *self, MpsAgentRecord *agent)
{
  g_hash_table_insert (self->by_name, key_of (agent->organization, agent->name), agent);
  g_hash_table_insert (self->by_id, &agent->id, agent);
}

/**
 * mps_agent_table_new:
 * @connection: the database, which outlives it
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): a table of the agents there are
 */
MpsAgentTable *
mps_agent_table_new (MpsConnection *connection, GError **error)
{
  GPtrArray *agents = mps_agent_rows_list (connection, error);
  MpsAgentTable *self;

  if (agents == NULL)
    return NULL;
  self = g_new0 (MpsAgentTable, 1);
  self->connection = connection;
  self->agents = agents;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_spelling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < agents->len; i++)
    index_agent (self, g_ptr_array_index (agents, i));
  return self;
}

void
mps_agent_table_free (MpsAgentTable *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_spelling);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->agents);
  g_free (self);
}

const MpsAgentRecord *
mps_agent_table_find (MpsAgentTable *self, gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

static MpsAgentRecord *
add_agent (MpsAgentTable *self, gint64 organization, const char *name, GError **error)
{
  g_autofree char *identity = mps_text_fold_identity (name);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      self->connection, "INSERT INTO agents (organization, name, identity) VALUES (?, ?, ?)");
  MpsAgentRecord *agent;

  mps_statement_bind_int (statement, 1, organization);
  mps_statement_bind_text (statement, 2, name);
  mps_statement_bind_text (statement, 3, identity);
  if (!mps_statement_run (statement, error))
    return NULL;
  agent = mps_agent_record_new ();
  agent->id = mps_connection_get_last_id (self->connection);
  agent->organization = organization;
  agent->active = TRUE;
  g_set_str (&agent->name, name);
  g_ptr_array_add (self->agents, agent);
  index_agent (self, agent);
  self->changed = TRUE;
  return agent;
}

/* A deactivated agent has no printers; one that a list names with a printer works again. */
static gboolean
update_agent (MpsAgentTable *self, MpsAgentRecord *agent, MpsAgentKind kind, const char *version,
              gboolean *changed, GError **error)
{
  g_autoptr (MpsStatement) statement = NULL;

  if (agent->active && agent->kind == kind && g_str_equal (agent->version, version))
    return TRUE;
  statement = mps_connection_prepare (
      self->connection, "UPDATE agents SET kind = ?, version = ?, active = 1 WHERE id = ?");
  mps_statement_bind_int (statement, 1, kind);
  mps_statement_bind_text (statement, 2, version);
  mps_statement_bind_int (statement, 3, agent->id);
  if (!mps_statement_run (statement, error))
    return FALSE;
  agent->active = TRUE;
  agent->kind = kind;
  g_set_str (&agent->version, version);
  self->changed = *changed = TRUE;
  return TRUE;
}

/* A fleet list names an agent on every row, mostly in the same way. */
static MpsAgentRecord *
find_by_name (MpsAgentTable *self, gint64 organization, const char *name)
{
  g_autofree char *key = NULL;
  MpsAgentRecord *agent;

  if (self->spelled_in != organization)
    g_hash_table_remove_all (self->by_spelling);
  self->spelled_in = organization;
  agent = g_hash_table_lookup (self->by_spelling, name);
  if (agent)
    return agent;
  key = key_of (organization, name);
  agent = g_hash_table_lookup (self->by_name, key);
  if (agent)
    g_hash_table_insert (self->by_spelling, g_strdup (name), agent);
  return agent;
}

/**
 * mps_agent_table_require:
 * @self: the agents
 * @organization: where it is looked for
 * @name: its name, of which width, case and spaces make no difference
 * @kind: (nullable): its kind now; %NULL leaves it
 * @version: (nullable): its version now; %NULL leaves it
 * @changed: (out): set to %TRUE when it was made or changed, else left
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: the id of the agent, made when there was none; 0 on error
 */
gint64
mps_agent_table_require (MpsAgentTable *self, gint64 organization, const char *name,
                         const MpsAgentKind *kind, const char *version, gboolean *changed,
                         GError **error)
{
  MpsAgentRecord *agent = find_by_name (self, organization, name);

  if (agent == NULL)
    {
      agent = add_agent (self, organization, name, error);
      *changed = TRUE;
    }
  if (agent == NULL
      || !update_agent (self, agent, kind ? *kind : agent->kind, version ? version : agent->version,
                        changed, error))
    return 0;
  g_hash_table_add (self->seen, agent);
  return agent->id;
}

/**
 * mps_agent_table_write_seen:
 * @self: the agents
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Keeps that the agents which were asked for were heard of now.
 */
gboolean
mps_agent_table_write_seen (MpsAgentTable *self, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (self->connection, "UPDATE agents SET last_seen = ? WHERE id = ?");
  GHashTableIter iter;
  gpointer agent;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &agent, NULL))
    {
      mps_statement_bind_text (statement, 1, now);
      mps_statement_bind_int (statement, 2, ((MpsAgentRecord *) agent)->id);
      if (!mps_statement_run (statement, error))
        return FALSE;
    }
  self->changed = self->changed || g_hash_table_size (self->seen) > 0;
  return TRUE;
}

gboolean
mps_agent_table_has_changed (MpsAgentTable *self)
{
  return self->changed;
}
