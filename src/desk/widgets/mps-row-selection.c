/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-selection.h"

#include "mps-row-kind.h"
#include "mps-row-positions.h"

#include "fleet/mps-contact-list.h"

struct _MpsRowSelection {
  GObject parent_instance;

  MpsRowList *list;
  const MpsRowKind *kind;
  MpsRowSet rows; /* of the fleet */
  GArray *ids;    /* of the same ones, since a reload numbers the rows anew */
};

typedef enum {
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
} MpsRowSelectionProperty;

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (MPS_ROW_SELECTION (model)->list));
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (MPS_ROW_SELECTION (model)->list));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MPS_ROW_SELECTION (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  MpsRowSelection *self = MPS_ROW_SELECTION (model);
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (self->list, &n_rows);

  return position < n_rows && mps_row_set_has (&self->rows, rows[position]);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  MpsRowSelection *self = MPS_ROW_SELECTION (model);

  return mps_row_positions_of (self->list, &self->rows, position, n_items);
}

/* Signals the span of positions between the first and the last row that was in only one set. */
static void
emit_selection_changed (MpsRowSelection *self, const MpsRowSet *before)
{
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (self->list, &n_rows);
  guint first = 0, end = n_rows;

#define IS_SAME(row) (mps_row_set_has (before, row) == mps_row_set_has (&self->rows, row))
  while (first < end && IS_SAME (rows[first]))
    first++;
  while (end > first && IS_SAME (rows[end - 1]))
    end--;
#undef IS_SAME
  if (first < end)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, end - first);
}

/* Makes @rows, which are taken, the selected ones, and says so only if they are others. */
static void
take_rows (MpsRowSelection *self, MpsRowSet *rows)
{
  g_auto (MpsRowSet) before = {};

  if (mps_row_set_equal (rows, &self->rows))
    {
      mps_row_set_clear (rows);
      return;
    }
  before = self->rows;
  self->rows = *rows;
  *rows = (MpsRowSet) {};
  mps_row_kind_get_ids (self->kind, mps_row_list_get_fleet (self->list), &self->rows, self->ids);
  emit_selection_changed (self, &before);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  MpsRowSelection *self = MPS_ROW_SELECTION (model);
  const guint n_items = get_n_items (G_LIST_MODEL (model));
  g_autoptr (GtkBitset) chosen = gtk_bitset_copy (selected);
  g_auto (MpsRowSet) rows = {};

  gtk_bitset_intersect (chosen, mask);
  rows = mps_row_positions_get_rows (self->list, chosen);
  /* A choice of all positions is a new choice: it lets go of the hidden ones too, since
   * nobody sees what would be done to them. */
  if (n_items == 0 || gtk_bitset_get_size_in_range (mask, 0, n_items - 1) < n_items)
    mps_row_positions_add_others (self->list, mask, &self->rows, &rows);
  take_rows (self, &rows);
  return TRUE;
}

/* What the list was last asked for is meant, and not what stands there until it is found out. */
static gboolean
select_all (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) all = NULL;

  mps_row_list_finish (MPS_ROW_SELECTION (model)->list);
  all = gtk_bitset_new_range (0, get_n_items (G_LIST_MODEL (model)));
  return set_selection (model, all, all);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  mps_row_selection_clear (MPS_ROW_SELECTION (model));
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsRowSelection, mps_row_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
on_items_changed (MpsRowSelection *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify (G_OBJECT (self), "n-items");
}

/* Others stand at the positions now, some of them selected. */
static void
on_rows_changed (MpsRowSelection *self)
{
  const guint n_items = get_n_items (G_LIST_MODEL (self));

  if (n_items > 0 && self->rows.n_rows > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

static void
on_fleet_changed (MpsRowSelection *self, const guint32 *changed, guint n_changed)
{
  MpsFleet *fleet = mps_row_list_get_fleet (self->list);
  g_auto (MpsRowSet) rows = {};

  if (self->rows.n_rows == 0)
    return;
  if (changed == NULL)
    rows = mps_row_kind_find (self->kind, fleet, (const gint64 *) self->ids->data, self->ids->len);
  else
    rows = mps_row_set_copy (&self->rows);
  for (guint i = 0; changed && i < n_changed; i++)
    if (!self->kind->is_alive (fleet, changed[i]))
      mps_row_set_remove (&rows, changed[i]);
  take_rows (self, &rows);
}

static void
mps_row_selection_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  switch ((MpsRowSelectionProperty) property_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, get_item_type (G_LIST_MODEL (object)));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_n_items (G_LIST_MODEL (object)));
      break;
    }
}

static void
mps_row_selection_finalize (GObject *object)
{
  MpsRowSelection *self = MPS_ROW_SELECTION (object);

  g_clear_object (&self->list);
  mps_row_set_clear (&self->rows);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (mps_row_selection_parent_class)->finalize (object);
}

static void
mps_row_selection_class_init (MpsRowSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[] = {
    NULL,
    [PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags),
    [PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags),
  };

  object_class->finalize = mps_row_selection_finalize;
  object_class->get_property = mps_row_selection_get_property;
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_ROW_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_row_selection_init (MpsRowSelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * mps_row_selection_new:
 * @list: (transfer none): the printers or contacts that are shown
 *
 * Returns: (transfer full): a selection of @list, empty
 */
MpsRowSelection *
mps_row_selection_new (MpsRowList *list)
{
  MpsRowSelection *self;

  g_return_val_if_fail (MPS_IS_ROW_LIST (list), NULL);
  self = g_object_new (MPS_TYPE_ROW_SELECTION, NULL);
  self->list = g_object_ref (list);
  self->kind = MPS_IS_CONTACT_LIST (list) ? &mps_row_kind_contacts : &mps_row_kind_printers;
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_row_list_get_fleet (list), self->kind->changed_signal,
                           G_CALLBACK (on_fleet_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mps_row_selection_get_list:
 * @self: a selection
 *
 * Returns: (transfer none): the list that is selected from
 */
MpsRowList *
mps_row_selection_get_list (MpsRowSelection *self)
{
  g_return_val_if_fail (MPS_IS_ROW_SELECTION (self), NULL);
  return self->list;
}

/**
 * mps_row_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many are selected, with those that the filter hides
 */
guint
mps_row_selection_get_n_selected (MpsRowSelection *self)
{
  g_return_val_if_fail (MPS_IS_ROW_SELECTION (self), 0);
  return self->ids->len;
}

/**
 * mps_row_selection_count_shown:
 * @self: a selection
 *
 * Returns: how many of the selected ones are in the list now
 */
guint
mps_row_selection_count_shown (MpsRowSelection *self)
{
  guint n_rows;
  const guint32 *rows;

  g_return_val_if_fail (MPS_IS_ROW_SELECTION (self), 0);
  rows = mps_row_list_get_rows (self->list, &n_rows);
  return mps_row_set_count (&self->rows, rows, n_rows);
}

/**
 * mps_row_selection_dup_rows:
 * @self: a selection
 * @n_rows: (out): how many
 *
 * Returns: (transfer full) (array length=n_rows): the rows of the selected
 *   ones: in the order of the list, then those that it does not show
 */
guint32 *
mps_row_selection_dup_rows (MpsRowSelection *self, guint *n_rows)
{
  const guint32 *order;
  guint n_order;

  g_return_val_if_fail (MPS_IS_ROW_SELECTION (self), NULL);
  order = mps_row_list_get_rows (self->list, &n_order);
  *n_rows = self->rows.n_rows;
  return mps_row_set_dup_ordered (&self->rows, order, n_order);
}

/**
 * mps_row_selection_get_ids:
 * @self: a selection
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (array length=n_ids): the ids of the selected
 *   ones, until the selection changes
 */
const gint64 *
mps_row_selection_get_ids (MpsRowSelection *self, gsize *n_ids)
{
  g_return_val_if_fail (MPS_IS_ROW_SELECTION (self), NULL);
  *n_ids = self->ids->len;
  return (const gint64 *) self->ids->data;
}

/**
 * mps_row_selection_select_ids:
 * @self: a selection
 * @ids: (array length=n_ids): ids of printers or contacts
 * @n_ids: how many
 *
 * Selects these and no others. Those that are not in the fleet are left out.
 */
void
mps_row_selection_select_ids (MpsRowSelection *self, const gint64 *ids, guint n_ids)
{
  g_auto (MpsRowSet) rows = {};

  g_return_if_fail (MPS_IS_ROW_SELECTION (self));
  rows = mps_row_kind_find (self->kind, mps_row_list_get_fleet (self->list), ids, n_ids);
  take_rows (self, &rows);
}

/**
 * mps_row_selection_clear:
 * @self: a selection
 *
 * Selects nothing any more, neither what is shown nor what is hidden.
 */
void
mps_row_selection_clear (MpsRowSelection *self)
{
  g_auto (MpsRowSet) none = {};

  g_return_if_fail (MPS_IS_ROW_SELECTION (self));
  take_rows (self, &none);
}
