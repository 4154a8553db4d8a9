/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lazy-list.h"

struct _MpsLazyList {
  GObject parent_instance;

  MpsStore *store;
  MpsLookup *lookup;
  GArray *keys;          /* (element-type gint64): by position */
  GHashTable *rows;      /* position → MpsLazyRow, borrowed: those that somebody holds */
  GCancellable *finding; /* NULL when the keys are those of the lookup */
  GCancellable *reading; /* of all reading */
  guint read_source;
  gboolean found;
  gboolean stale; /* whether something changed while it was looked up */
  GError *error;
};

enum {
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return MPS_TYPE_LAZY_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MPS_LAZY_LIST (model)->keys->len;
}

static gint64
get_key (MpsLazyList *self, guint position)
{
  return position < self->keys->len ? g_array_index (self->keys, gint64, position) : 0;
}

typedef struct {
  GWeakRef list;
  GArray *keys;
  MpsLookup *lookup;
} Reading;

static void
reading_free (Reading *self)
{
  g_weak_ref_clear (&self->list);
  g_array_unref (self->keys);
  mps_lookup_unref (self->lookup);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* A row may stand for something else since it was asked for, and is found by its key. */
static void
hand_out (MpsLazyList *self, const Reading *reading, GPtrArray *records)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GList) rows = g_hash_table_get_values (self->rows);

  for (guint i = 0; i < reading->keys->len; i++)
    g_hash_table_insert (places, &g_array_index (reading->keys, gint64, i),
                         GUINT_TO_POINTER (i + 1));
  for (GList *l = rows; l; l = l->next)
    {
      const gint64 key = mps_lazy_row_get_key (l->data);
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));

      if (place > 0)
        mps_lazy_row_take_record (l->data, reading->lookup,
                                  g_steal_pointer (&records->pdata[place - 1]));
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (MpsLazyList) self = g_weak_ref_get (&reading->list);
  g_autoptr (GPtrArray) records
      = mps_store_lookup_records_finish (MPS_STORE (source), result, NULL);

  if (self && records)
    hand_out (self, reading, records);
}

static gboolean
read_wanted (gpointer user_data)
{
  MpsLazyList *self = user_data;
  Reading *reading = g_new0 (Reading, 1);
  GHashTableIter iter;
  gpointer row;

  self->read_source = 0;
  g_weak_ref_init (&reading->list, self);
  reading->lookup = mps_lookup_ref (self->lookup);
  reading->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (mps_lazy_row_get_wanted (row))
      {
        const gint64 key = mps_lazy_row_get_key (row);

        g_array_append_val (reading->keys, key);
        mps_lazy_row_set_wanted (row, FALSE);
      }
  mps_store_lookup_records_async (self->store, self->lookup, (const gint64 *) reading->keys->data,
                                  reading->keys->len, self->reading, on_read, reading);
  return G_SOURCE_REMOVE;
}

/* All rows that a frame asks for are read together. */
static void
want (MpsLazyList *self)
{
  if (self->read_source == 0)
    self->read_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_wanted, self, NULL);
}

typedef struct {
  MpsLazyList *list;
  guint position;
} Place;

static void
on_row_gone (gpointer data, GObject *row)
{
  g_autofree Place *place = data;

  /* The list forgot it already when the position was gone before the row. */
  if (place->list->rows
      && g_hash_table_lookup (place->list->rows, GUINT_TO_POINTER (place->position)) == row)
    g_hash_table_remove (place->list->rows, GUINT_TO_POINTER (place->position));
  g_object_unref (place->list);
}

static MpsLazyRow *
make_row (MpsLazyList *self, guint position)
{
  MpsLazyRow *row = mps_lazy_row_new (get_key (self, position));
  Place *place = g_new0 (Place, 1);

  /* It keeps the list, so that it can always tell that it is gone. */
  place->list = g_object_ref (self);
  place->position = position;
  g_object_weak_ref (G_OBJECT (row), on_row_gone, place);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  want (self);
  return row;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MpsLazyList *self = MPS_LAZY_LIST (model);
  MpsLazyRow *row;

  if (position >= self->keys->len)
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  return row ? g_object_ref (row) : make_row (self, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsLazyList, mps_lazy_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* First all rows stand where they do now, then the length is told. */
static void
take_keys (MpsLazyList *self, GArray *keys)
{
  const guint before = self->keys->len, after = keys->len;
  g_autoptr (GList) positions = g_hash_table_get_keys (self->rows);

  g_array_unref (self->keys);
  self->keys = keys;
  for (GList *l = positions; l; l = l->next)
    {
      const guint position = GPOINTER_TO_UINT (l->data);

      mps_lazy_row_set_key (g_hash_table_lookup (self->rows, l->data), get_key (self, position));
      if (position >= after)
        g_hash_table_remove (self->rows, l->data);
    }
  if (g_hash_table_size (self->rows) > 0)
    want (self);
  if (before != after)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, after),
                                before - MIN (before, after), after - MIN (before, after));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsLazyList) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *keys = mps_store_lookup_keys_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->finding);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  self->found = TRUE;
  if (keys)
    take_keys (self, keys);
  g_signal_emit (self, signals[SIGNAL_FOUND], 0);
  if (self->stale)
    mps_lazy_list_refresh (self);
}

static void
find (MpsLazyList *self)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  self->stale = FALSE;
  mps_store_lookup_keys_async (self->store, self->lookup, self->finding, on_found,
                               g_object_ref (self));
}

static void
mps_lazy_list_dispose (GObject *object)
{
  MpsLazyList *self = MPS_LAZY_LIST (object);

  g_cancellable_cancel (self->finding);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->finding);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mps_lazy_list_parent_class)->dispose (object);
}

static void
mps_lazy_list_finalize (GObject *object)
{
  MpsLazyList *self = MPS_LAZY_LIST (object);

  g_hash_table_unref (self->rows);
  g_array_unref (self->keys);
  g_clear_pointer (&self->lookup, mps_lookup_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (mps_lazy_list_parent_class)->finalize (object);
}

static void
mps_lazy_list_class_init (MpsLazyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mps_lazy_list_dispose;
  object_class->finalize = mps_lazy_list_finalize;

  /**
   * MpsLazyList::found:
   * @self: the list
   *
   * The lookup has answered or failed; after "items-changed".
   */
  signals[SIGNAL_FOUND] = g_signal_new ("found", MPS_TYPE_LAZY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_lazy_list_init (MpsLazyList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new (NULL, NULL);
  self->reading = g_cancellable_new ();
}

/**
 * mps_lazy_list_new:
 * @store: where its rows are
 *
 * Returns: (transfer full): an empty list
 */
MpsLazyList *
mps_lazy_list_new (MpsStore *store)
{
  MpsLazyList *self;

  g_return_val_if_fail (MPS_IS_STORE (store), NULL);
  self = g_object_new (MPS_TYPE_LAZY_LIST, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * mps_lazy_list_set_lookup:
 * @self: a list
 * @lookup: (transfer full): what it shows from now on, as soon as it is found
 *
 * What was shown before stays until then.
 */
void
mps_lazy_list_set_lookup (MpsLazyList *self, MpsLookup *lookup)
{
  g_return_if_fail (MPS_IS_LAZY_LIST (self));
  g_clear_pointer (&self->lookup, mps_lookup_unref);
  self->lookup = lookup;
  find (self);
}

/**
 * mps_lazy_list_get_lookup:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MpsLookup *
mps_lazy_list_get_lookup (MpsLazyList *self)
{
  g_return_val_if_fail (MPS_IS_LAZY_LIST (self), NULL);
  return self->lookup;
}

/**
 * mps_lazy_list_refresh:
 * @self: a list
 *
 * Looks up again what may have changed. However often it is called, there is
 * one lookup at a time.
 */
void
mps_lazy_list_refresh (MpsLazyList *self)
{
  g_return_if_fail (MPS_IS_LAZY_LIST (self));
  if (self->lookup == NULL)
    return;
  if (self->finding)
    self->stale = TRUE;
  else
    find (self);
}

/**
 * mps_lazy_list_get_loading:
 * @self: a list
 *
 * Returns: whether nothing was found yet at all
 */
gboolean
mps_lazy_list_get_loading (MpsLazyList *self)
{
  g_return_val_if_fail (MPS_IS_LAZY_LIST (self), TRUE);
  return !self->found;
}

/**
 * mps_lazy_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last lookup failed
 */
const GError *
mps_lazy_list_get_error (MpsLazyList *self)
{
  g_return_val_if_fail (MPS_IS_LAZY_LIST (self), NULL);
  return self->error;
}

/**
 * mps_lazy_list_get_key:
 * @self: a list
 * @position: a position
 *
 * Returns: the key of the row that stands there; 0 behind the end
 */
gint64
mps_lazy_list_get_key (MpsLazyList *self, guint position)
{
  g_return_val_if_fail (MPS_IS_LAZY_LIST (self), 0);
  return get_key (self, position);
}
