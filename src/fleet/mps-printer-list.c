/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-list.h"

#include "mps-fleet-private.h"
#include "mps-printer-keys.h"
#include "mps-printer.h"

struct _MpsPrinterList {
  MpsRowList parent_instance;

  MpsPrinterCriteria *criteria; /* but the search, which is the row list's */
  guint names_changed;          /* what the contacts' table said when the names were read */
};

G_DEFINE_FINAL_TYPE (MpsPrinterList, mps_printer_list, MPS_TYPE_ROW_LIST)

typedef struct {
  const MpsPrinterTable *table;
  MpsPrinterCriteria criteria; /* without its texts */
  MpsMatch *match;             /* NULL where nothing is searched for */
  gboolean is_impossible;      /* what has no number, no printer has */
  guint32 organization;        /* by number; 0 for all */
  guint32 agent;               /* by number; 0 for all */
} Filter;

static gboolean
meets_criteria (const Filter *filter, guint32 row)
{
  const MpsPrinterTable *table = filter->table;
  const MpsPrinterCriteria *criteria = &filter->criteria;

  return (criteria->status < 0 || mps_status_mask_has (table->mask[row], criteria->status))
         && (!criteria->managed || criteria->managed & MPS_MANAGED_BIT (table->managed[row]))
         && (!criteria->contact || table->contact[row] == criteria->contact)
         && (!filter->agent || table->agent[row] == filter->agent);
}

static gboolean
is_wanted (const Filter *filter, guint32 row)
{
  const MpsPrinterTable *table = filter->table;

  if (!table->alive[row] || !meets_criteria (filter, row))
    return FALSE;
  if (filter->organization && table->organization[row] != filter->organization)
    return FALSE;
  return filter->match == NULL || mps_match_has (filter->match, row);
}

static GType
get_row_type (MpsRowList *list)
{
  return MPS_TYPE_PRINTER;
}

static guint
get_n_rows (MpsRowList *list)
{
  return mps_fleet_get_n_rows (mps_row_list_get_fleet (list));
}

static gpointer
mps_printer_list_match_new (MpsRowList *list, const MpsSearch *search)
{
  MpsFleet *fleet = mps_row_list_get_fleet (list);
  const MpsPrinterTable *table = &fleet->printers;
  const MpsPrinterCriteria *criteria = MPS_PRINTER_LIST (list)->criteria;
  Filter *filter = g_new0 (Filter, 1);

  filter->table = table;
  filter->criteria = *criteria;
  filter->criteria.search = NULL;
  filter->is_impossible
      = !mps_id_numbers_lookup (&table->organizations, mps_row_list_get_organization (list),
                                &filter->organization)
        || !mps_id_numbers_lookup (&table->agents, criteria->agent, &filter->agent);
  if (search->n_words > 0)
    filter->match = mps_fleet_match_printers (fleet, search);
  return filter;
}

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_clear_pointer (&filter->match, mps_match_free);
  g_free (filter);
}

static guint
mps_printer_list_filter (MpsRowList *list, gconstpointer match, const guint32 *rows, guint n_rows,
                         guint32 *kept)
{
  const Filter *filter = match;
  guint n_kept = 0;

  if (filter->is_impossible)
    return 0;
  for (guint i = 0; i < n_rows; i++)
    if (is_wanted (filter, rows[i]))
      kept[n_kept++] = rows[i];
  return n_kept;
}

static guint32 *
mps_printer_list_steal_order (MpsRowList *list, int column, gboolean descending)
{
  if (column != MPS_PRINTER_COLUMN_SERIAL || descending)
    return NULL;
  return mps_fleet_steal_serial_order (mps_row_list_get_fleet (list));
}

static const char *
get_text (MpsRowList *list, int column, guint32 row)
{
  return mps_printer_keys_get_text (mps_row_list_get_fleet (list), column, row);
}

static gboolean
get_keys (MpsRowList *list, int column, const guint32 *rows, guint n_rows, guint64 *keys)
{
  return mps_printer_keys_get (mps_row_list_get_fleet (list), column, rows, n_rows, keys);
}

static int
compare_texts (MpsRowList *list, int column, guint32 a, guint32 b)
{
  return mps_printer_keys_compare_texts (mps_row_list_get_fleet (list), column, a, b);
}

static void
on_printers_changed (MpsFleet *fleet, const guint32 *rows, guint n_rows, MpsRowList *self)
{
  mps_row_list_take_changes (self, rows, n_rows);
}

/* The texts of two columns changed, which matters for the order if it is by one of them. */
static void
refresh (MpsPrinterList *self, MpsPrinterColumn column, MpsPrinterColumn other_column)
{
  int sorted_by = mps_row_list_get_sort_column (MPS_ROW_LIST (self));
  gboolean is_ordered = sorted_by != (int) column && sorted_by != (int) other_column;

  mps_row_list_refresh (MPS_ROW_LIST (self), is_ordered);
}

/* Most changes of contacts are of how many printers they have, which is not shown here. But a name
 * more is enough to give the others other ranks than those that were read already. */
static void
on_contacts_changed (MpsFleet *fleet, gpointer rows, guint n_rows, MpsPrinterList *self)
{
  if (self->names_changed == fleet->contacts.names_changed)
    {
      if (mps_row_list_get_busy (MPS_ROW_LIST (self)))
        mps_row_list_refilter (MPS_ROW_LIST (self));
      return;
    }
  self->names_changed = fleet->contacts.names_changed;
  refresh (self, MPS_PRINTER_COLUMN_CONTACT, MPS_PRINTER_COLUMN_CONTACT);
}

static void
on_agents_changed (MpsPrinterList *self)
{
  refresh (self, MPS_PRINTER_COLUMN_AGENT, MPS_PRINTER_COLUMN_AGENT_VERSION);
}

static void
on_organizations_changed (MpsPrinterList *self)
{
  refresh (self, MPS_PRINTER_COLUMN_ORGANIZATION, MPS_PRINTER_COLUMN_ORGANIZATION);
}

static void
mps_printer_list_constructed (GObject *object)
{
  MpsPrinterList *self = MPS_PRINTER_LIST (object);
  MpsFleet *fleet = mps_row_list_get_fleet (MPS_ROW_LIST (self));

  G_OBJECT_CLASS (mps_printer_list_parent_class)->constructed (object);
  self->names_changed = fleet->contacts.names_changed;
  g_signal_connect_object (fleet, "printers-changed", G_CALLBACK (on_printers_changed), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (fleet, "contacts-changed", G_CALLBACK (on_contacts_changed), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (fleet, "agents-changed", G_CALLBACK (on_agents_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "organizations-changed", G_CALLBACK (on_organizations_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
mps_printer_list_finalize (GObject *object)
{
  g_clear_pointer (&MPS_PRINTER_LIST (object)->criteria, mps_printer_criteria_free);
  G_OBJECT_CLASS (mps_printer_list_parent_class)->finalize (object);
}

static void
mps_printer_list_class_init (MpsPrinterListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowListClass *list_class = MPS_ROW_LIST_CLASS (klass);

  object_class->constructed = mps_printer_list_constructed;
  object_class->finalize = mps_printer_list_finalize;
  mps_printer_list_init_class (list_class);
  list_class->match_new = mps_printer_list_match_new;
  list_class->match_free = filter_free;
  list_class->filter = mps_printer_list_filter;
  list_class->steal_order = mps_printer_list_steal_order;
}

static void
mps_printer_list_init (MpsPrinterList *self)
{
  self->criteria = mps_printer_criteria_new ();
}

/**
 * mps_printer_list_init_class:
 * @klass: a class of lists
 *
 * Gives the class what all lists of printers have: which rows there are, what
 * stands for them, and how they are ordered by the columns of printers.
 */
void
mps_printer_list_init_class (MpsRowListClass *klass)
{
  klass->get_row_type = get_row_type;
  klass->get_n_rows = get_n_rows;
  klass->get_text = get_text;
  klass->get_keys = get_keys;
  klass->compare_texts = compare_texts;
}

/**
 * mps_printer_list_new:
 * @fleet: a fleet
 *
 * Returns: (transfer full): all printers of @fleet, as they came
 */
MpsPrinterList *
mps_printer_list_new (MpsFleet *fleet)
{
  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);
  return g_object_new (MPS_TYPE_PRINTER_LIST, "fleet", fleet, NULL);
}

/**
 * mps_printer_list_set_criteria:
 * @self: a list
 * @criteria: what its printers meet, the search among them
 */
void
mps_printer_list_set_criteria (MpsPrinterList *self, const MpsPrinterCriteria *criteria)
{
  g_autoptr (MpsPrinterCriteria) before = NULL;

  g_return_if_fail (MPS_IS_PRINTER_LIST (self));
  g_return_if_fail (criteria != NULL);

  before = self->criteria;
  self->criteria = mps_printer_criteria_copy (criteria);
  mps_row_list_set_search (MPS_ROW_LIST (self), criteria->search);
  g_set_str (&before->search, criteria->search);
  if (!mps_printer_criteria_equal (before, criteria))
    mps_row_list_refilter (MPS_ROW_LIST (self));
}
