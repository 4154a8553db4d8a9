/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-list.h"

#include "mps-row-list-private.h"

typedef enum {
  PROP_FLEET = 1,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  PROP_SEARCH,
  PROP_ORGANIZATION,
} MpsRowListProperty;

static GParamSpec *properties[PROP_ORGANIZATION + 1];
static guint rows_changed;

static GType
mps_row_list_get_item_type (GListModel *model)
{
  MpsRowList *self = MPS_ROW_LIST (model);

  return MPS_ROW_LIST_GET_CLASS (self)->get_row_type (self);
}

static guint
mps_row_list_get_n_items (GListModel *model)
{
  guint n_rows;

  mps_row_list_get_rows (MPS_ROW_LIST (model), &n_rows);
  return n_rows;
}

static gpointer
mps_row_list_get_item (GListModel *model, guint position)
{
  return mps_row_list_dup_row (MPS_ROW_LIST (model), position);
}

static void
mps_row_list_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = mps_row_list_get_item_type;
  interface->get_n_items = mps_row_list_get_n_items;
  interface->get_item = mps_row_list_get_item;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MpsRowList, mps_row_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (MpsRowList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             mps_row_list_list_model_init))

static MpsRow *
mps_row_list_create_row (MpsRowList *self)
{
  return g_object_new (g_list_model_get_item_type (G_LIST_MODEL (self)), NULL);
}

static void
mps_row_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsRowList *self = MPS_ROW_LIST (object);

  switch ((MpsRowListProperty) prop_id)
    {
    case PROP_FLEET:
      g_value_set_object (value, mps_row_list_get_fleet (self));
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, g_list_model_get_item_type (G_LIST_MODEL (self)));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, g_list_model_get_n_items (G_LIST_MODEL (self)));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, mps_row_list_get_search (self));
      break;
    case PROP_ORGANIZATION:
      g_value_set_int64 (value, mps_row_list_get_organization (self));
      break;
    }
}

static void
mps_row_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MpsRowList *self = MPS_ROW_LIST (object);
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  switch ((MpsRowListProperty) prop_id)
    {
    case PROP_FLEET:
      priv->fleet = g_value_dup_object (value);
      break;
    case PROP_SEARCH:
      mps_row_list_set_search (self, g_value_get_string (value));
      break;
    case PROP_ORGANIZATION:
      mps_row_list_set_organization (self, g_value_get_int64 (value));
      break;
    case PROP_ITEM_TYPE:
    case PROP_N_ITEMS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

/* There is nobody to hear of the first rows yet. */
static void
mps_row_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (mps_row_list_parent_class)->constructed (object);
  mps_row_list_refilter (MPS_ROW_LIST (object));
}

static void
mps_row_list_dispose (GObject *object)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (MPS_ROW_LIST (object));

  mps_row_list_drop_work (MPS_ROW_LIST (object));
  mps_row_slots_clear (&priv->slots);
  G_OBJECT_CLASS (mps_row_list_parent_class)->dispose (object);
}

static void
mps_row_list_finalize (GObject *object)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (MPS_ROW_LIST (object));

  mps_row_order_clear (&priv->order);
  mps_row_order_clear (&priv->whole);
  mps_search_free (priv->search);
  g_free (priv->search_text);
  g_clear_object (&priv->fleet);
  G_OBJECT_CLASS (mps_row_list_parent_class)->finalize (object);
}

static void
mps_row_list_class_init (MpsRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = mps_row_list_get_property;
  object_class->set_property = mps_row_list_set_property;
  object_class->constructed = mps_row_list_constructed;
  object_class->dispose = mps_row_list_dispose;
  object_class->finalize = mps_row_list_finalize;
  klass->create_row = mps_row_list_create_row;

  properties[PROP_FLEET] = g_param_spec_object ("fleet", NULL, NULL, MPS_TYPE_FLEET,
                                                writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, MPS_TYPE_ROW, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", writable);
  properties[PROP_ORGANIZATION]
      = g_param_spec_int64 ("organization", NULL, NULL, 0, G_MAXINT64, 0, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  rows_changed = g_signal_new ("rows-changed", MPS_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
mps_row_list_init (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  mps_row_order_init (&priv->order, self);
  mps_row_order_init (&priv->whole, self);
  mps_row_order_init (&priv->wanted, self);
  priv->slices_from = G_MAXUINT;
  mps_row_slots_init (&priv->slots);
  priv->search_text = g_strdup ("");
  priv->search = mps_search_new ("");
}

MpsRowListPrivate *
mps_row_list_get_private (MpsRowList *self)
{
  return mps_row_list_get_instance_private (self);
}

/**
 * mps_row_list_tell:
 * @self: a list whose rows changed
 *
 * Tells everyone, of the length first.
 */
void
mps_row_list_tell (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const guint before = priv->n_announced, after = priv->order.n_rows, same = MIN (before, after);

  if (before != after)
    {
      priv->n_announced = after;
      g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, after - same);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
  g_signal_emit (self, rows_changed, 0);
}

/**
 * mps_row_list_get_rows:
 * @self: a list
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the rows in the list's order;
 *   valid until the list or the fleet changes
 */
const guint32 *
mps_row_list_get_rows (MpsRowList *self, guint *n_rows)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  *n_rows = priv->order.n_rows;
  return priv->order.rows;
}

/**
 * mps_row_list_dup_row:
 * @self: a list
 * @position: a position
 *
 * Returns: (transfer full) (nullable): the item of @position, always the same
 *   one as long as somebody holds it; %NULL behind the end
 */
MpsRow *
mps_row_list_dup_row (MpsRowList *self, guint position)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  MpsRow *item;

  if (position >= priv->order.n_rows)
    return NULL;
  item = mps_row_slots_get (&priv->slots, position);
  if (item)
    return g_object_ref (item);
  item = MPS_ROW_LIST_GET_CLASS (self)->create_row (self);
  mps_row_set (item, priv->fleet, priv->order.rows[position]);
  mps_row_slots_add (&priv->slots, position, item);
  return item;
}

/**
 * mps_row_list_find:
 * @self: a list
 * @row: a row of the fleet
 * @position: (out) (optional): where it stands
 *
 * Returns: whether @row is in the list
 */
gboolean
mps_row_list_find (MpsRowList *self, guint32 row, guint *position)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  guint n_all = MPS_ROW_LIST_GET_CLASS (self)->get_n_rows (self);
  guint found = row < n_all ? mps_row_order_find (&priv->order, row) : MPS_NO_POSITION;

  if (position && found != MPS_NO_POSITION)
    *position = found;
  return found != MPS_NO_POSITION;
}

MpsFleet *
mps_row_list_get_fleet (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  return priv->fleet;
}

/**
 * mps_row_list_set_organization:
 * @self: a list
 * @organization: the only one to show rows of, or 0 for all
 */
void
mps_row_list_set_organization (MpsRowList *self, gint64 organization)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  g_return_if_fail (MPS_IS_ROW_LIST (self));

  if (priv->organization == organization)
    return;
  priv->organization = organization;
  mps_row_list_refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORGANIZATION]);
}

gint64
mps_row_list_get_organization (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  return priv->organization;
}

/**
 * mps_row_list_set_search:
 * @self: a list
 * @search: (nullable): words, of which every row shown has all, whatever their
 *   width, case and accents; "" or %NULL shows all
 */
void
mps_row_list_set_search (MpsRowList *self, const char *search)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  g_autoptr (MpsSearch) before = NULL;

  g_return_if_fail (MPS_IS_ROW_LIST (self));

  if (!g_set_str (&priv->search_text, search ? search : ""))
    return;
  before = g_steal_pointer (&priv->search);
  priv->search = mps_search_new (priv->search_text);
  if (mps_search_extends (priv->search, before))
    mps_row_list_narrow (self);
  else
    mps_row_list_refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

const char *
mps_row_list_get_search (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  return priv->search_text;
}

/**
 * mps_row_list_set_sort:
 * @self: a list
 * @column: the column to sort by, of the subclass's enumeration, or
 *   %MPS_ROW_LIST_UNSORTED
 * @descending: the highest first
 */
void
mps_row_list_set_sort (MpsRowList *self, int column, gboolean descending)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  g_return_if_fail (MPS_IS_ROW_LIST (self));

  if (mps_row_order_set_column (&priv->wanted, column, descending))
    mps_row_list_refilter (self);
}

/**
 * mps_row_list_get_sort_column:
 * @self: a list
 *
 * Returns: the column it is to be sorted by, or %MPS_ROW_LIST_UNSORTED
 */
int
mps_row_list_get_sort_column (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  return priv->wanted.column;
}
