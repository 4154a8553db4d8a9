/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-list.h"

#include "mps-fleet-private.h"
#include "mps-printer-keys.h"
#include "mps-printer.h"

struct _MpsPrinterList {
  MpsRowList parent_instance;

  int status;
  guint names_changed; /* what the contacts' table said when the names were read */
};

typedef enum {
  PROP_STATUS = 1,
} MpsPrinterListProperty;

static GParamSpec *properties[PROP_STATUS + 1];

G_DEFINE_FINAL_TYPE (MpsPrinterList, mps_printer_list, MPS_TYPE_ROW_LIST)

/* By number of a model and of a location, whether a word of the search is in it. */
typedef struct {
  const MpsWord *word;
  guint8 *models;
  guint8 *locations;
} WordMatch;

typedef struct {
  const MpsPrinterTable *table;
  guint32 organization; /* 0 for all */
  int status;
  guint n_words;
  WordMatch words[];
} Filter;

static Filter *
filter_new (MpsPrinterTable *table, const MpsSearch *search)
{
  Filter *filter = g_malloc0 (sizeof *filter + search->n_words * sizeof filter->words[0]);

  filter->table = table;
  filter->n_words = search->n_words;
  for (guint i = 0; i < search->n_words; i++)
    {
      filter->words[i].word = &search->words[i];
      filter->words[i].models = mps_dictionary_match (&table->models, &search->words[i]);
      filter->words[i].locations = mps_dictionary_match (&table->locations, &search->words[i]);
    }
  return filter;
}

static void
filter_free (Filter *filter)
{
  for (guint i = 0; i < filter->n_words; i++)
    {
      g_free (filter->words[i].models);
      g_free (filter->words[i].locations);
    }
  g_free (filter);
}

static gboolean
has_word (const MpsPrinterTable *table, const WordMatch *match, guint32 row)
{
  return match->models[table->model[row]] || match->locations[table->location[row]]
         || mps_text_arena_has_word (&table->texts, row, match->word);
}

static gboolean
is_wanted (const Filter *filter, guint32 row)
{
  const MpsPrinterTable *table = filter->table;

  if (!table->alive[row])
    return FALSE;
  if (filter->organization && table->organization[row] != filter->organization)
    return FALSE;
  if (filter->status >= 0 && !mps_status_mask_has (table->mask[row], filter->status))
    return FALSE;
  for (guint i = 0; i < filter->n_words; i++)
    if (!has_word (table, &filter->words[i], row))
      return FALSE;
  return TRUE;
}

static GType
mps_printer_list_get_row_type (MpsRowList *list)
{
  return MPS_TYPE_PRINTER;
}

static guint
mps_printer_list_get_n_rows (MpsRowList *list)
{
  return mps_fleet_get_n_rows (mps_row_list_get_fleet (list));
}

static guint
mps_printer_list_filter (MpsRowList *list, const MpsSearch *search, const guint32 *rows,
                         guint n_rows, guint32 *kept)
{
  MpsPrinterTable *table = &mps_row_list_get_fleet (list)->printers;
  gint64 organization = mps_row_list_get_organization (list);
  guint32 number = 0;
  guint n_kept = 0;
  Filter *filter;

  if (!mps_id_numbers_lookup (&table->organizations, organization, &number))
    return 0;
  filter = filter_new (table, search);
  filter->organization = number;
  filter->status = MPS_PRINTER_LIST (list)->status;
  for (guint i = 0; i < n_rows; i++)
    {
      guint32 row = rows ? rows[i] : i;

      if (is_wanted (filter, row))
        kept[n_kept++] = row;
    }
  filter_free (filter);
  return n_kept;
}

static gboolean
mps_printer_list_get_keys (MpsRowList *list, int column, const guint32 *rows, guint n_rows,
                           guint64 *keys)
{
  return mps_printer_keys_get (mps_row_list_get_fleet (list), column, rows, n_rows, keys);
}

static int
mps_printer_list_compare_texts (MpsRowList *list, int column, guint32 a, guint32 b)
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

/* Most changes of contacts are of how many printers they have, which is not shown here. */
static void
on_contacts_changed (MpsFleet *fleet, gpointer rows, guint n_rows, MpsPrinterList *self)
{
  if (self->names_changed == fleet->contacts.names_changed)
    return;
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
mps_printer_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsPrinterList *self = MPS_PRINTER_LIST (object);

  switch ((MpsPrinterListProperty) prop_id)
    {
    case PROP_STATUS:
      g_value_set_int (value, self->status);
      break;
    }
}

static void
mps_printer_list_set_property (GObject *object, guint prop_id, const GValue *value,
                               GParamSpec *pspec)
{
  MpsPrinterList *self = MPS_PRINTER_LIST (object);

  switch ((MpsPrinterListProperty) prop_id)
    {
    case PROP_STATUS:
      mps_printer_list_set_status (self, g_value_get_int (value));
      break;
    }
}

static void
mps_printer_list_class_init (MpsPrinterListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowListClass *list_class = MPS_ROW_LIST_CLASS (klass);

  object_class->constructed = mps_printer_list_constructed;
  object_class->get_property = mps_printer_list_get_property;
  object_class->set_property = mps_printer_list_set_property;
  list_class->get_row_type = mps_printer_list_get_row_type;
  list_class->get_n_rows = mps_printer_list_get_n_rows;
  list_class->filter = mps_printer_list_filter;
  list_class->get_keys = mps_printer_list_get_keys;
  list_class->compare_texts = mps_printer_list_compare_texts;

  properties[PROP_STATUS]
      = g_param_spec_int ("status", NULL, NULL, MPS_PRINTER_LIST_ANY_STATUS, MPS_N_STATUSES - 1,
                          MPS_PRINTER_LIST_ANY_STATUS,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_printer_list_init (MpsPrinterList *self)
{
  self->status = MPS_PRINTER_LIST_ANY_STATUS;
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
 * mps_printer_list_set_status:
 * @self: a list
 * @status: the #MpsStatus that all its printers have, or %MPS_PRINTER_LIST_ANY_STATUS
 */
void
mps_printer_list_set_status (MpsPrinterList *self, int status)
{
  g_return_if_fail (MPS_IS_PRINTER_LIST (self));
  g_return_if_fail (status >= MPS_PRINTER_LIST_ANY_STATUS && status < MPS_N_STATUSES);

  if (self->status == status)
    return;
  self->status = status;
  mps_row_list_refilter (MPS_ROW_LIST (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}
