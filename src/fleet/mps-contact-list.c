/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-list.h"

#include "mps-contact.h"
#include "mps-fleet-private.h"

#include <string.h>

/* A phone number has at most this many digits. */
#define MAX_PHONE_DIGITS 14

struct _MpsContactList {
  MpsRowList parent_instance;

  MpsSearch *company;
  MpsSearch *city;
  char *only_company; /* (nullable): the whole text; NULL for any */
  char *only_city;    /* (nullable): the same */
};

G_DEFINE_FINAL_TYPE (MpsContactList, mps_contact_list, MPS_TYPE_ROW_LIST)

typedef struct {
  const MpsContactTable *table;
  guint32 organization;   /* 0 for all */
  gboolean is_impossible; /* what has no number, no contact has */
  guint8 *companies;      /* by number, whether it is wanted; NULL for all */
  guint8 *cities;         /* the same */
  MpsMatch *match;        /* NULL where nothing is searched for */
} Filter;

static guint8 *
match_values (MpsDictionary *dictionary, const MpsSearch *words, const char *only)
{
  guint8 *wanted;
  gboolean is_wanted = FALSE;
  guint32 number = 0;

  if (words->n_words == 0 && only == NULL)
    return NULL;
  wanted = mps_dictionary_match_all (dictionary, words);
  if (only == NULL)
    return wanted;
  if (mps_dictionary_find (dictionary, only, &number))
    is_wanted = wanted[number];
  memset (wanted, FALSE, mps_dictionary_get_n (dictionary));
  wanted[number] = is_wanted;
  return wanted;
}

static Filter *
filter_new (MpsContactList *self, MpsContactTable *table, const MpsSearch *search)
{
  Filter *filter = g_new0 (Filter, 1);

  filter->table = table;
  filter->is_impossible = !mps_id_numbers_lookup (
      &table->organizations, mps_row_list_get_organization (MPS_ROW_LIST (self)),
      &filter->organization);
  filter->companies = match_values (&table->companies, self->company, self->only_company);
  filter->cities = match_values (&table->cities, self->city, self->only_city);
  if (search->n_words > 0)
    filter->match = mps_contact_table_match (table, search);
  return filter;
}

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_free (filter->companies);
  g_free (filter->cities);
  g_clear_pointer (&filter->match, mps_match_free);
  g_free (filter);
}

static gboolean
is_wanted (const Filter *filter, guint32 row)
{
  const MpsContactTable *table = filter->table;

  if (!table->alive[row])
    return FALSE;
  if (filter->organization && table->organization[row] != filter->organization)
    return FALSE;
  if (filter->companies && !filter->companies[table->company[row]])
    return FALSE;
  if (filter->cities && !filter->cities[table->city[row]])
    return FALSE;
  return filter->match == NULL || mps_match_has (filter->match, row);
}

static GType
mps_contact_list_get_row_type (MpsRowList *list)
{
  return MPS_TYPE_CONTACT;
}

static guint
mps_contact_list_get_n_rows (MpsRowList *list)
{
  return mps_fleet_get_n_contact_rows (mps_row_list_get_fleet (list));
}

static gpointer
mps_contact_list_match_new (MpsRowList *list, const MpsSearch *search)
{
  return filter_new (MPS_CONTACT_LIST (list), &mps_row_list_get_fleet (list)->contacts, search);
}

static guint
mps_contact_list_filter (MpsRowList *list, gconstpointer match, const guint32 *rows, guint n_rows,
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

/* The country code, and the digits of the number as far to the left as there is room. */
static guint64
get_phone_key (const MpsContactTable *table, guint32 row)
{
  const char *phone = mps_contact_table_get (table, row, MPS_CONTACT_PHONE);
  guint64 code
      = g_ascii_strtoull (mps_contact_table_get (table, row, MPS_CONTACT_COUNTRY_CODE), NULL, 10);
  guint64 digits = 0;

  for (guint i = 0; i < MAX_PHONE_DIGITS; i++)
    {
      digits = digits * 10 + (g_ascii_isdigit (*phone) ? *phone - '0' : 0);
      phone += *phone != '\0';
    }
  return code << 48 | digits;
}

static const char *
mps_contact_list_get_text (MpsRowList *list, int column, guint32 row)
{
  const MpsContactTable *table = &mps_row_list_get_fleet (list)->contacts;

  return column == MPS_CONTACT_COLUMN_EMAIL ? mps_contact_table_get (table, row, MPS_CONTACT_EMAIL)
                                            : NULL;
}

static guint64
get_key (MpsFleet *fleet, MpsContactColumn column, guint32 row)
{
  MpsContactTable *table = &fleet->contacts;

  if (column == MPS_CONTACT_COLUMN_NAME)
    return mps_contact_table_get_name_key (table, row);
  if (column == MPS_CONTACT_COLUMN_COMPANY)
    return mps_dictionary_get_ranks (&table->companies)[table->company[row]];
  if (column == MPS_CONTACT_COLUMN_CITY)
    return mps_dictionary_get_ranks (&table->cities)[table->city[row]];
  if (column == MPS_CONTACT_COLUMN_PHONE)
    return get_phone_key (table, row);
  return mps_fleet_get_contact_printers (fleet, row);
}

static gboolean
mps_contact_list_get_keys (MpsRowList *list, int column, const guint32 *rows, guint n_rows,
                           guint64 *keys)
{
  MpsFleet *fleet = mps_row_list_get_fleet (list);

  const gboolean is_text = column == MPS_CONTACT_COLUMN_EMAIL;

  for (guint i = 0; i < n_rows; i++)
    keys[i] = is_text ? 0 : get_key (fleet, column, rows[i]);
  return is_text;
}

static int
mps_contact_list_compare_texts (MpsRowList *list, int column, guint32 a, guint32 b)
{
  MpsFleet *fleet = mps_row_list_get_fleet (list);

  return strcmp (mps_fleet_get_contact_field (fleet, a, MPS_CONTACT_EMAIL),
                 mps_fleet_get_contact_field (fleet, b, MPS_CONTACT_EMAIL));
}

static void
on_contacts_changed (MpsFleet *fleet, const guint32 *rows, guint n_rows, MpsRowList *self)
{
  mps_row_list_take_changes (self, rows, n_rows);
}

static void
mps_contact_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (mps_contact_list_parent_class)->constructed (object);
  g_signal_connect_object (mps_row_list_get_fleet (MPS_ROW_LIST (object)), "contacts-changed",
                           G_CALLBACK (on_contacts_changed), object, G_CONNECT_DEFAULT);
}

static void
mps_contact_list_finalize (GObject *object)
{
  MpsContactList *self = MPS_CONTACT_LIST (object);

  mps_search_free (self->company);
  mps_search_free (self->city);
  g_free (self->only_company);
  g_free (self->only_city);
  G_OBJECT_CLASS (mps_contact_list_parent_class)->finalize (object);
}

static void
mps_contact_list_class_init (MpsContactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowListClass *list_class = MPS_ROW_LIST_CLASS (klass);

  object_class->constructed = mps_contact_list_constructed;
  object_class->finalize = mps_contact_list_finalize;
  list_class->get_row_type = mps_contact_list_get_row_type;
  list_class->get_n_rows = mps_contact_list_get_n_rows;
  list_class->match_new = mps_contact_list_match_new;
  list_class->match_free = filter_free;
  list_class->filter = mps_contact_list_filter;
  list_class->get_text = mps_contact_list_get_text;
  list_class->get_keys = mps_contact_list_get_keys;
  list_class->compare_texts = mps_contact_list_compare_texts;
}

static void
mps_contact_list_init (MpsContactList *self)
{
  self->company = mps_search_new ("");
  self->city = mps_search_new ("");
}

static void
set_filter (MpsContactList *self, MpsSearch **filter, const char *text)
{
  g_autoptr (MpsSearch) before = g_steal_pointer (filter);

  *filter = mps_search_new (text ? text : "");
  if (!mps_search_extends (*filter, before) || !mps_search_extends (before, *filter))
    mps_row_list_refilter (MPS_ROW_LIST (self));
}

/**
 * mps_contact_list_new:
 * @fleet: a fleet
 *
 * Returns: (transfer full): all contacts of @fleet, as they came
 */
MpsContactList *
mps_contact_list_new (MpsFleet *fleet)
{
  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);
  return g_object_new (MPS_TYPE_CONTACT_LIST, "fleet", fleet, NULL);
}

/**
 * mps_contact_list_set_company:
 * @self: a list
 * @company: (nullable): words that are all in the company of every contact
 *   shown, whatever their width, case and accents; "" or %NULL for any company
 */
void
mps_contact_list_set_company (MpsContactList *self, const char *company)
{
  g_return_if_fail (MPS_IS_CONTACT_LIST (self));
  set_filter (self, &self->company, company);
}

/**
 * mps_contact_list_set_city:
 * @self: a list
 * @city: (nullable): the same for the city
 */
void
mps_contact_list_set_city (MpsContactList *self, const char *city)
{
  g_return_if_fail (MPS_IS_CONTACT_LIST (self));
  set_filter (self, &self->city, city);
}

/**
 * mps_contact_list_set_value:
 * @self: a list
 * @field: %MPS_CONTACT_COMPANY or %MPS_CONTACT_CITY
 * @text: (nullable): what is written in @field of every contact shown, to the
 *   letter; %NULL for anything
 */
void
mps_contact_list_set_value (MpsContactList *self, MpsContactField field, const char *text)
{
  char **only = field == MPS_CONTACT_COMPANY ? &self->only_company : &self->only_city;

  g_return_if_fail (MPS_IS_CONTACT_LIST (self));
  g_return_if_fail (field == MPS_CONTACT_COMPANY || field == MPS_CONTACT_CITY);
  if (g_set_str (only, text))
    mps_row_list_refilter (MPS_ROW_LIST (self));
}
