/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-private.h"

enum {
  PRINTERS_CHANGED,
  CONTACTS_CHANGED,
  AGENTS_CHANGED,
  ORGANIZATIONS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsFleet, mps_fleet, G_TYPE_OBJECT)

static void
clear_evaluator (MpsFleet *self)
{
  if (self->evaluator_destroy)
    self->evaluator_destroy (self->evaluator_data);
  self->evaluator = NULL;
  self->evaluator_data = NULL;
  self->evaluator_destroy = NULL;
}

static void
mps_fleet_finalize (GObject *object)
{
  MpsFleet *self = MPS_FLEET (object);

  g_free (self->serial_order);
  clear_evaluator (self);
  mps_printer_table_clear (&self->printers);
  mps_contact_table_clear (&self->contacts);
  g_hash_table_unref (self->agents_by_id);
  g_hash_table_unref (self->organizations_by_id);
  g_ptr_array_unref (self->agents);
  g_ptr_array_unref (self->organizations);
  g_free (self->organization_ranks.ranks);
  g_free (self->agent_ranks.ranks);
  g_free (self->agent_version_ranks.ranks);
  G_OBJECT_CLASS (mps_fleet_parent_class)->finalize (object);
}

static void
mps_fleet_class_init (MpsFleetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_fleet_finalize;

  signals[PRINTERS_CHANGED]
      = g_signal_new ("printers-changed", MPS_TYPE_FLEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[CONTACTS_CHANGED]
      = g_signal_new ("contacts-changed", MPS_TYPE_FLEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[AGENTS_CHANGED] = g_signal_new ("agents-changed", MPS_TYPE_FLEET, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORGANIZATIONS_CHANGED]
      = g_signal_new ("organizations-changed", MPS_TYPE_FLEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
mps_fleet_init (MpsFleet *self)
{
  mps_printer_table_init (&self->printers);
  mps_contact_table_init (&self->contacts);
  self->agents = g_ptr_array_new ();
  self->organizations = g_ptr_array_new ();
  self->agents_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->organizations_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

void
mps_fleet_count_contact_printers (MpsFleet *self)
{
  if (self->is_counted)
    return;
  self->is_counted = TRUE;
  for (guint32 row = 0; row < self->contacts.n_rows; row++)
    self->contacts.printers[row] = 0;
  for (guint32 row = 0; row < self->printers.n_rows; row++)
    {
      gint64 contact = self->printers.alive[row] ? self->printers.contact[row] : 0;
      guint32 contact_row
          = contact ? mps_contact_table_find (&self->contacts, contact) : MPS_NO_ROW;

      if (contact_row != MPS_NO_ROW)
        self->contacts.printers[contact_row]++;
    }
}

void
mps_fleet_evaluate (MpsFleet *self, const guint32 *rows, guint n_rows)
{
  if (self->evaluator)
    self->evaluator (self, rows, n_rows, self->evaluator_data);
}

void
mps_fleet_emit_printers_changed (MpsFleet *self, const guint32 *rows, guint n_rows)
{
  g_signal_emit (self, signals[PRINTERS_CHANGED], 0, rows, n_rows);
}

void
mps_fleet_emit_contacts_changed (MpsFleet *self, const guint32 *rows, guint n_rows)
{
  g_signal_emit (self, signals[CONTACTS_CHANGED], 0, rows, n_rows);
}

void
mps_fleet_emit_agents_changed (MpsFleet *self)
{
  g_signal_emit (self, signals[AGENTS_CHANGED], 0);
}

void
mps_fleet_emit_organizations_changed (MpsFleet *self)
{
  g_signal_emit (self, signals[ORGANIZATIONS_CHANGED], 0);
}

/**
 * mps_fleet_new:
 *
 * Returns: (transfer full): a fleet in which nothing is. It may be made and
 *   filled on any thread, and is then only used by the one that got it.
 */
MpsFleet *
mps_fleet_new (void)
{
  return g_object_new (MPS_TYPE_FLEET, NULL);
}

/**
 * mps_fleet_add_printer:
 * @self: a fleet that nobody sees yet
 * @record: a printer whose id is above all others in the fleet
 *
 * Adds a printer without a word to anyone.
 */
void
mps_fleet_add_printer (MpsFleet *self, const MpsPrinterRecord *record)
{
  MpsPrinterTable *table = &self->printers;

  g_return_if_fail (table->n_rows == 0 || record->id > table->id[table->n_rows - 1]);
  mps_printer_table_append (table, record);
  self->is_counted = FALSE;
}

/**
 * mps_fleet_add_contact:
 * @self: a fleet that nobody sees yet
 * @record: a contact whose id is above all others in the fleet
 *
 * Adds a contact without a word to anyone.
 */
void
mps_fleet_add_contact (MpsFleet *self, const MpsContactRecord *record)
{
  MpsContactTable *table = &self->contacts;

  g_return_if_fail (table->n_rows == 0 || record->id > table->id[table->n_rows - 1]);
  mps_contact_table_append (table, record);
  self->is_counted = FALSE;
}

/**
 * mps_fleet_set_agents:
 * @self: a fleet that nobody sees yet
 * @agents: (transfer none) (element-type MpsAgentRecord): all agents; not changed any more
 */
void
mps_fleet_set_agents (MpsFleet *self, GPtrArray *agents)
{
  g_hash_table_unref (self->agents_by_id);
  self->agents_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < agents->len; i++)
    {
      MpsAgentRecord *agent = agents->pdata[i];

      g_hash_table_insert (self->agents_by_id, &agent->id, agent);
    }
  g_ptr_array_ref (agents);
  g_ptr_array_unref (self->agents);
  self->agents = agents;
  g_clear_pointer (&self->agent_ranks.ranks, g_free);
  g_clear_pointer (&self->agent_version_ranks.ranks, g_free);
}

/**
 * mps_fleet_set_organizations:
 * @self: a fleet that nobody sees yet
 * @organizations: (transfer none) (element-type MpsOrganizationRecord): all
 *   organizations; not changed any more
 */
void
mps_fleet_set_organizations (MpsFleet *self, GPtrArray *organizations)
{
  g_hash_table_unref (self->organizations_by_id);
  self->organizations_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < organizations->len; i++)
    {
      MpsOrganizationRecord *organization = organizations->pdata[i];

      g_hash_table_insert (self->organizations_by_id, &organization->id, organization);
    }
  g_ptr_array_ref (organizations);
  g_ptr_array_unref (self->organizations);
  self->organizations = organizations;
  g_clear_pointer (&self->organization_ranks.ranks, g_free);
}

/**
 * mps_fleet_set_evaluator:
 * @self: a fleet
 * @evaluator: writes the statuses of printers
 * @user_data: for @evaluator
 * @destroy: (nullable): frees @user_data
 *
 * Evaluates all printers at once, and from now on those that change. Until
 * then every printer reads as eligible.
 */
void
mps_fleet_set_evaluator (MpsFleet *self, MpsFleetEvaluator evaluator, gpointer user_data,
                         GDestroyNotify destroy)
{
  g_return_if_fail (MPS_IS_FLEET (self));
  g_return_if_fail (evaluator != NULL);

  clear_evaluator (self);
  self->evaluator = evaluator;
  self->evaluator_data = user_data;
  self->evaluator_destroy = destroy;
  mps_fleet_reevaluate (self);
}

/**
 * mps_fleet_reevaluate:
 * @self: a fleet
 *
 * Evaluates all printers again, because what the evaluator goes by has changed.
 */
void
mps_fleet_reevaluate (MpsFleet *self)
{
  g_return_if_fail (MPS_IS_FLEET (self));

  mps_fleet_evaluate (self, NULL, 0);
  mps_fleet_emit_printers_changed (self, NULL, 0);
}

GPtrArray *
mps_fleet_get_agents (MpsFleet *self)
{
  return self->agents;
}

/**
 * mps_fleet_find_agent:
 * @self: a fleet
 * @id: an id, or 0
 *
 * Returns: (nullable): the agent
 */
const MpsAgentRecord *
mps_fleet_find_agent (MpsFleet *self, gint64 id)
{
  return g_hash_table_lookup (self->agents_by_id, &id);
}

GPtrArray *
mps_fleet_get_organizations (MpsFleet *self)
{
  return self->organizations;
}

/**
 * mps_fleet_find_organization:
 * @self: a fleet
 * @id: an id, or 0
 *
 * Returns: (nullable): the organization
 */
const MpsOrganizationRecord *
mps_fleet_find_organization (MpsFleet *self, gint64 id)
{
  return g_hash_table_lookup (self->organizations_by_id, &id);
}
