/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-private.h"

/* The rows that a change set touches; a row may be in there more than once. */
typedef struct {
  GArray *printers;
  GArray *contacts;
} Touched;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 row_a = *(const guint32 *) a, row_b = *(const guint32 *) b;

  return (row_a > row_b) - (row_a < row_b);
}

static void
sort_and_unite (GArray *rows)
{
  guint32 *data = (guint32 *) rows->data;
  guint n = 0;

  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (i == 0 || data[i] != data[i - 1])
      data[n++] = data[i];
  g_array_set_size (rows, n);
}

static int
compare_printers (gconstpointer a, gconstpointer b)
{
  const MpsPrinterRecord *record_a = a, *record_b = b;

  return (record_a->id > record_b->id) - (record_a->id < record_b->id);
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const MpsContactRecord *record_a = a, *record_b = b;

  return (record_a->id > record_b->id) - (record_a->id < record_b->id);
}

/* New rows must be added by ascending id, in whatever order the store names them. */
static GPtrArray *
sort_records (GPtrArray *records, GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_copy (records, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_values (sorted, compare);
  return sorted;
}

static void
count_printer (MpsFleet *self, gint64 contact, int by, Touched *touched)
{
  guint32 row = contact ? mps_contact_table_find (&self->contacts, contact) : MPS_NO_ROW;

  if (row == MPS_NO_ROW)
    return;
  self->contacts.printers[row] += by;
  g_array_append_val (touched->contacts, row);
}

static void
recount_printer (MpsFleet *self, gint64 from, gint64 to, Touched *touched)
{
  if (from == to)
    return;
  count_printer (self, from, -1, touched);
  count_printer (self, to, +1, touched);
}

static void
apply_contact (MpsFleet *self, const MpsContactRecord *record, Touched *touched)
{
  MpsContactTable *table = &self->contacts;
  guint32 row = mps_contact_table_find (table, record->id);

  if (row != MPS_NO_ROW)
    mps_contact_table_update (table, row, record);
  else
    row = mps_contact_table_append (table, record);
  g_array_append_val (touched->contacts, row);
}

static void
remove_contact (MpsFleet *self, gint64 id, Touched *touched)
{
  guint32 row = mps_fleet_find_contact (self, id);

  if (row == MPS_NO_ROW)
    return;
  mps_contact_table_remove (&self->contacts, row);
  g_array_append_val (touched->contacts, row);
}

static void
apply_printer (MpsFleet *self, const MpsPrinterRecord *record, Touched *touched)
{
  MpsPrinterTable *table = &self->printers;
  guint32 row = mps_printer_table_find (table, record->id);
  gint64 contact = 0;

  if (row != MPS_NO_ROW)
    {
      contact = table->alive[row] ? table->contact[row] : 0;
      mps_printer_table_update (table, row, record);
    }
  else
    row = mps_printer_table_append (table, record);
  recount_printer (self, contact, record->contact, touched);
  g_array_append_val (touched->printers, row);
}

static void
remove_printer (MpsFleet *self, gint64 id, Touched *touched)
{
  guint32 row = mps_fleet_find_printer (self, id);

  if (row == MPS_NO_ROW)
    return;
  recount_printer (self, self->printers.contact[row], 0, touched);
  mps_printer_table_remove (&self->printers, row);
  g_array_append_val (touched->printers, row);
}

static void
apply_contacts (MpsFleet *self, const MpsChanges *changes, Touched *touched)
{
  g_autoptr (GPtrArray) records = sort_records (changes->contacts, compare_contacts);

  for (guint i = 0; i < records->len; i++)
    apply_contact (self, records->pdata[i], touched);
  for (guint i = 0; i < changes->removed_contacts->len; i++)
    remove_contact (self, g_array_index (changes->removed_contacts, gint64, i), touched);
}

static void
apply_printers (MpsFleet *self, const MpsChanges *changes, Touched *touched)
{
  g_autoptr (GPtrArray) records = sort_records (changes->printers, compare_printers);

  for (guint i = 0; i < records->len; i++)
    apply_printer (self, records->pdata[i], touched);
  for (guint i = 0; i < changes->removed_printers->len; i++)
    remove_printer (self, g_array_index (changes->removed_printers, gint64, i), touched);
}

static gboolean
judges_alike (const MpsAgentRecord *a, const MpsAgentRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && g_str_equal (a->version, b->version);
}

/* By number of an agent, whether its printers may be judged otherwise than before. */
static guint8 *
compare_agents (MpsFleet *self, GHashTable *before, gboolean *any)
{
  const MpsIdNumbers *numbers = &self->printers.agents;
  guint8 *differs = g_new0 (guint8, mps_id_numbers_get_n (numbers));

  for (guint i = 1; i < mps_id_numbers_get_n (numbers); i++)
    {
      gint64 id = mps_id_numbers_get (numbers, i);

      differs[i]
          = !judges_alike (mps_fleet_find_agent (self, id), g_hash_table_lookup (before, &id));
      *any |= differs[i];
    }
  return differs;
}

static void
apply_agents (MpsFleet *self, GPtrArray *agents, Touched *touched)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_ref (self->agents);
  g_autoptr (GHashTable) before = g_hash_table_ref (self->agents_by_id);
  g_autofree guint8 *differs = NULL;
  gboolean any = FALSE;

  mps_fleet_set_agents (self, agents);
  differs = compare_agents (self, before, &any);
  for (guint32 row = 0; any && row < self->printers.n_rows; row++)
    if (differs[self->printers.agent[row]] && self->printers.alive[row])
      g_array_append_val (touched->printers, row);
}

static void
emit_changes (MpsFleet *self, const MpsChanges *changes, const Touched *touched)
{
  if (changes->organizations)
    mps_fleet_emit_organizations_changed (self);
  if (changes->agents)
    mps_fleet_emit_agents_changed (self);
  if (touched->contacts->len > 0)
    mps_fleet_emit_contacts_changed (self, (guint32 *) touched->contacts->data,
                                     touched->contacts->len);
  if (touched->printers->len > 0)
    mps_fleet_emit_printers_changed (self, (guint32 *) touched->printers->data,
                                     touched->printers->len);
}

static void
apply_rows (MpsFleet *self, const MpsChanges *changes, Touched *touched)
{
  mps_fleet_count_contact_printers (self);
  g_clear_pointer (&self->serial_order, g_free);
  if (changes->organizations)
    mps_fleet_set_organizations (self, changes->organizations);
  if (changes->agents)
    apply_agents (self, changes->agents, touched);
  apply_contacts (self, changes, touched);
  apply_printers (self, changes, touched);
  sort_and_unite (touched->contacts);
  sort_and_unite (touched->printers);
}

static gboolean
is_in_place (const gint64 *ids, guint n_ids, gint64 id)
{
  return n_ids == 0 || id > ids[n_ids - 1] || mps_ids_find (ids, n_ids, id) != MPS_NO_ROW;
}

/**
 * mps_fleet_can_apply:
 * @self: a fleet
 * @changes: what a transaction changed
 *
 * Rows are in the order of their ids, and so there is no room for a contact
 * that comes back after a reload has forgotten it.
 *
 * Returns: whether @self can take @changes; else it must be loaded anew
 */
gboolean
mps_fleet_can_apply (MpsFleet *self, MpsChanges *changes)
{
  g_return_val_if_fail (MPS_IS_FLEET (self), FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  for (guint i = 0; i < changes->contacts->len; i++)
    {
      const MpsContactRecord *contact = changes->contacts->pdata[i];

      if (!is_in_place (self->contacts.id, self->contacts.n_rows, contact->id))
        return FALSE;
    }
  return TRUE;
}

/**
 * mps_fleet_apply:
 * @self: a fleet
 * @changes: what a transaction changed, if mps_fleet_can_apply() it
 *
 * Brings the picture up to date, in a time that depends on how much changed,
 * and tells everyone. What `reload` and `policy` ask for is the caller's to do:
 * mps_fleet_replace() and another evaluator.
 */
void
mps_fleet_apply (MpsFleet *self, MpsChanges *changes)
{
  g_autoptr (GArray) printers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (guint32));
  Touched touched = { printers, contacts };

  g_return_if_fail (MPS_IS_FLEET (self));
  g_return_if_fail (changes != NULL);

  apply_rows (self, changes, &touched);
  /* An empty array has no data, and no rows would mean all rows. */
  if (printers->len > 0)
    mps_fleet_evaluate (self, (guint32 *) printers->data, printers->len);
  emit_changes (self, changes, &touched);
}

#define SWAP(a, b)                                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    typeof (a) swapped = a;                                                                        \
    a = b;                                                                                         \
    b = swapped;                                                                                   \
  }                                                                                                \
  G_STMT_END

static void
swap_tables (MpsFleet *self, MpsFleet *other)
{
  SWAP (self->printers, other->printers);
  SWAP (self->contacts, other->contacts);
  SWAP (self->agents, other->agents);
  SWAP (self->organizations, other->organizations);
  SWAP (self->agents_by_id, other->agents_by_id);
  SWAP (self->organizations_by_id, other->organizations_by_id);
  SWAP (self->organization_ranks, other->organization_ranks);
  SWAP (self->agent_ranks, other->agent_ranks);
  SWAP (self->agent_version_ranks, other->agent_version_ranks);
  SWAP (self->is_counted, other->is_counted);
  SWAP (self->serial_order, other->serial_order);
}

/**
 * mps_fleet_replace:
 * @self: a fleet
 * @loaded: a fleet that was loaded anew, on any thread, and that nobody else
 *   uses; it is of no use afterwards
 *
 * Makes @self the picture that @loaded is, evaluates all printers, and tells
 * everyone. Rows may have other numbers afterwards, and so may models and agents.
 */
void
mps_fleet_replace (MpsFleet *self, MpsFleet *loaded)
{
  g_return_if_fail (MPS_IS_FLEET (self));
  g_return_if_fail (MPS_IS_FLEET (loaded));

  swap_tables (self, loaded);
  mps_fleet_evaluate (self, NULL, 0);
  self->contacts.names_changed = loaded->contacts.names_changed + 1;
  mps_fleet_emit_printers_changed (self, NULL, 0);
  mps_fleet_emit_contacts_changed (self, NULL, 0);
  mps_fleet_emit_agents_changed (self);
  mps_fleet_emit_organizations_changed (self);
}
