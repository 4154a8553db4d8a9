/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-values.h"

#include "mps-contact-value.h"
#include "mps-dictionary-order.h"
#include "mps-fleet-private.h"

/* There is one order, that of the texts. */
#define BY_TEXT 0

struct _MpsContactValues {
  MpsRowList parent_instance;

  MpsContactField field;
  char *other; /* (nullable): the only text of the other field to look at contacts of */
  gboolean loading;
  guint32 *counts; /* by number of a text, how many contacts have it */
  guint n_counts;
};

typedef enum {
  PROP_LOADING = 1,
} MpsContactValuesProperty;

static GParamSpec *properties[PROP_LOADING + 1];

G_DEFINE_FINAL_TYPE (MpsContactValues, mps_contact_values, MPS_TYPE_ROW_LIST)

static MpsContactTable *
get_table (MpsContactValues *self)
{
  return &mps_row_list_get_fleet (MPS_ROW_LIST (self))->contacts;
}

static MpsDictionary *
get_dictionary (MpsContactValues *self)
{
  MpsDictionary *dictionary;

  mps_contact_table_get_numbers (get_table (self), self->field, &dictionary);
  return dictionary;
}

static gboolean
find_other (MpsContactValues *self, const guint32 **numbers, guint32 *number)
{
  const gboolean is_company = self->field == MPS_CONTACT_COMPANY;
  MpsDictionary *dictionary;

  *numbers = mps_contact_table_get_numbers (
      get_table (self), is_company ? MPS_CONTACT_CITY : MPS_CONTACT_COMPANY, &dictionary);
  return mps_dictionary_find (dictionary, self->other, number);
}

/* A pass over the columns: a few milliseconds for a million contacts. */
static void
count_contacts (MpsContactValues *self, guint32 organization)
{
  const MpsContactTable *table = get_table (self);
  MpsDictionary *dictionary;
  const guint32 *numbers
      = mps_contact_table_get_numbers (get_table (self), self->field, &dictionary);
  const guint32 *others = NULL;
  guint32 other = 0;

  if (self->other && !find_other (self, &others, &other))
    return;
  for (guint32 row = 0; row < table->n_rows; row++)
    if (table->alive[row] && (organization == 0 || table->organization[row] == organization)
        && (others == NULL || others[row] == other))
      self->counts[numbers[row]]++;
}

static void
forget_counts (MpsContactValues *self)
{
  g_clear_pointer (&self->counts, g_free);
  self->n_counts = 0;
}

static void
set_loading (MpsContactValues *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
show (MpsContactValues *self)
{
  MpsRowList *list = MPS_ROW_LIST (self);
  guint32 organization;

  forget_counts (self);
  self->n_counts = mps_dictionary_get_n (get_dictionary (self));
  self->counts = g_new0 (guint32, self->n_counts);
  if (mps_id_numbers_lookup (&get_table (self)->organizations, mps_row_list_get_organization (list),
                             &organization))
    count_contacts (self, organization);
  mps_row_list_refresh (list, FALSE);
  set_loading (self, FALSE);
}

static void
make_order (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  mps_dictionary_order_make (data);
  g_task_return_boolean (task, TRUE);
}

/* The thread may be the last to let go of the task, and the list is not for it to free. */
static void
begin_order (MpsContactValues *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, g_object_ref (self));

  g_task_set_source_tag (task, begin_order);
  g_task_set_task_data (task, mps_dictionary_order_new (get_dictionary (self)),
                        (GDestroyNotify) mps_dictionary_order_free);
  g_task_run_in_thread (task, make_order);
}

/* What was made is of no use when texts were added meanwhile, and is made again. */
static void
on_order_made (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsContactValues) self = user_data;

  mps_dictionary_take_order (get_dictionary (self), g_task_get_task_data (G_TASK (result)));
  if (mps_dictionary_is_ordered (get_dictionary (self)))
    show (self);
  else
    begin_order (self, on_order_made);
}

static void
load (MpsContactValues *self)
{
  if (mps_dictionary_is_ordered (get_dictionary (self)))
    {
      show (self);
      return;
    }
  set_loading (self, TRUE);
  begin_order (self, on_order_made);
}

/* After a reload the numbers stand for other texts. */
static void
on_contacts_changed (MpsFleet *fleet, const guint32 *rows, guint n_rows, MpsContactValues *self)
{
  if (rows == NULL)
    {
      forget_counts (self);
      mps_row_list_refresh (MPS_ROW_LIST (self), FALSE);
    }
  if (!self->loading)
    load (self);
}

static GType
mps_contact_values_get_row_type (MpsRowList *list)
{
  return MPS_TYPE_CONTACT_VALUE;
}

static MpsRow *
mps_contact_values_create_row (MpsRowList *list)
{
  return mps_contact_value_new (MPS_CONTACT_VALUES (list));
}

static guint
mps_contact_values_get_n_rows (MpsRowList *list)
{
  return MPS_CONTACT_VALUES (list)->n_counts;
}

static gpointer
mps_contact_values_match_new (MpsRowList *list, const MpsSearch *search)
{
  MpsContactValues *self = MPS_CONTACT_VALUES (list);

  return self->n_counts > 0 ? mps_dictionary_match_all (get_dictionary (self), search) : NULL;
}

static guint
mps_contact_values_filter (MpsRowList *list, gconstpointer match, const guint32 *rows, guint n_rows,
                           guint32 *kept)
{
  const guint32 *counts = MPS_CONTACT_VALUES (list)->counts;
  const guint8 *matches = match;
  guint n_kept = 0;

  for (guint i = 0; i < n_rows; i++)
    if (counts[rows[i]] > 0 && matches[rows[i]])
      kept[n_kept++] = rows[i];
  return n_kept;
}

static gboolean
mps_contact_values_get_keys (MpsRowList *list, int column, const guint32 *rows, guint n_rows,
                             guint64 *keys)
{
  const guint32 *ranks;

  /* Before there is a list, there may be no order either, and making it here takes long. */
  if (n_rows == 0)
    return FALSE;
  ranks = mps_dictionary_get_ranks (get_dictionary (MPS_CONTACT_VALUES (list)));
  for (guint i = 0; i < n_rows; i++)
    keys[i] = ranks[rows[i]];
  return FALSE;
}

static void
mps_contact_values_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MpsContactValuesProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, MPS_CONTACT_VALUES (object)->loading);
      break;
    }
}

static void
mps_contact_values_finalize (GObject *object)
{
  MpsContactValues *self = MPS_CONTACT_VALUES (object);

  forget_counts (self);
  g_free (self->other);
  G_OBJECT_CLASS (mps_contact_values_parent_class)->finalize (object);
}

static void
mps_contact_values_class_init (MpsContactValuesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowListClass *list_class = MPS_ROW_LIST_CLASS (klass);

  object_class->get_property = mps_contact_values_get_property;
  object_class->finalize = mps_contact_values_finalize;
  list_class->get_row_type = mps_contact_values_get_row_type;
  list_class->create_row = mps_contact_values_create_row;
  list_class->get_n_rows = mps_contact_values_get_n_rows;
  list_class->match_new = mps_contact_values_match_new;
  list_class->match_free = g_free;
  list_class->filter = mps_contact_values_filter;
  list_class->get_keys = mps_contact_values_get_keys;

  properties[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_contact_values_init (MpsContactValues *self)
{
}

/**
 * mps_contact_values_new:
 * @fleet: a fleet
 * @organization: whose contacts to look at, or 0 for all
 * @field: %MPS_CONTACT_COMPANY or %MPS_CONTACT_CITY
 * @other: (nullable): of these, only contacts of this city, or of this company
 *   where @field is the city; to the letter
 *
 * Returns: (transfer full): the list, which is loading
 */
MpsContactValues *
mps_contact_values_new (MpsFleet *fleet, gint64 organization, MpsContactField field,
                        const char *other)
{
  MpsContactValues *self;

  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);
  g_return_val_if_fail (field == MPS_CONTACT_COMPANY || field == MPS_CONTACT_CITY, NULL);
  self = g_object_new (MPS_TYPE_CONTACT_VALUES, "fleet", fleet, "organization", organization, NULL);
  self->field = field;
  self->other = g_strdup (other);
  mps_row_list_set_sort (MPS_ROW_LIST (self), BY_TEXT, FALSE);
  g_signal_connect_object (fleet, "contacts-changed", G_CALLBACK (on_contacts_changed), self,
                           G_CONNECT_DEFAULT);
  load (self);
  return self;
}

/**
 * mps_contact_values_get_loading:
 * @self: a list
 *
 * Returns: whether its order is still being made
 */
gboolean
mps_contact_values_get_loading (MpsContactValues *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_VALUES (self), FALSE);
  return self->loading;
}

/**
 * mps_contact_values_get_text:
 * @self: a list
 * @number: of a text, or %MPS_NO_ROW
 *
 * Returns: (transfer none): the text, "" when there is none; valid until the
 *   fleet changes
 */
const char *
mps_contact_values_get_text (MpsContactValues *self, guint32 number)
{
  g_return_val_if_fail (MPS_IS_CONTACT_VALUES (self), NULL);
  return number < self->n_counts ? mps_dictionary_get (get_dictionary (self), number) : "";
}

/**
 * mps_contact_values_get_n_contacts:
 * @self: a list
 * @number: of a text, or %MPS_NO_ROW
 *
 * Returns: how many contacts have the text
 */
guint
mps_contact_values_get_n_contacts (MpsContactValues *self, guint32 number)
{
  g_return_val_if_fail (MPS_IS_CONTACT_VALUES (self), 0);
  return number < self->n_counts ? self->counts[number] : 0;
}
