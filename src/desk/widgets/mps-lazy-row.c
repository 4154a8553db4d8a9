/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lazy-row.h"

struct _MpsLazyRow {
  GObject parent_instance;

  gint64 key;
  MpsLookup *lookup; /* owned: knows how to free the record */
  gpointer record;   /* owned */
  gboolean wanted;   /* whether it is still to be read */
};

typedef enum {
  PROP_KEY = 1,
  PROP_RECORD,
} MpsLazyRowProperty;

static GParamSpec *properties[PROP_RECORD + 1];

G_DEFINE_FINAL_TYPE (MpsLazyRow, mps_lazy_row, G_TYPE_OBJECT)

static void
clear_record (MpsLazyRow *self)
{
  if (self->lookup)
    mps_lookup_free_record (self->lookup, g_steal_pointer (&self->record));
  g_clear_pointer (&self->lookup, mps_lookup_unref);
}

static void
mps_lazy_row_finalize (GObject *object)
{
  clear_record (MPS_LAZY_ROW (object));
  G_OBJECT_CLASS (mps_lazy_row_parent_class)->finalize (object);
}

static void
mps_lazy_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsLazyRow *self = MPS_LAZY_ROW (object);

  switch ((MpsLazyRowProperty) property_id)
    {
    case PROP_KEY:
      g_value_set_int64 (value, self->key);
      break;
    case PROP_RECORD:
      g_value_set_pointer (value, self->record);
      break;
    }
}

static void
mps_lazy_row_class_init (MpsLazyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_lazy_row_finalize;
  object_class->get_property = mps_lazy_row_get_property;

  properties[PROP_KEY] = g_param_spec_int64 ("key", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_RECORD] = g_param_spec_pointer ("record", NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_lazy_row_init (MpsLazyRow *self)
{
}

/**
 * mps_lazy_row_new:
 * @key: the key of a row that is to be read
 *
 * Returns: (transfer full): a row without a record
 */
MpsLazyRow *
mps_lazy_row_new (gint64 key)
{
  MpsLazyRow *self = g_object_new (MPS_TYPE_LAZY_ROW, NULL);

  self->key = key;
  self->wanted = TRUE;
  return self;
}

gint64
mps_lazy_row_get_key (MpsLazyRow *self)
{
  g_return_val_if_fail (MPS_IS_LAZY_ROW (self), 0);
  return self->key;
}

/**
 * mps_lazy_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what the lookup makes of it, valid until the next notify
 */
gconstpointer
mps_lazy_row_get_record (MpsLazyRow *self)
{
  g_return_val_if_fail (MPS_IS_LAZY_ROW (self), NULL);
  return self->record;
}

/**
 * mps_lazy_row_set_key:
 * @self: a row
 * @key: the key of what stands at its position now; 0 for nothing
 *
 * What it shows is kept until it is read again when it is still the same row.
 */
void
mps_lazy_row_set_key (MpsLazyRow *self, gint64 key)
{
  g_return_if_fail (MPS_IS_LAZY_ROW (self));
  self->wanted = TRUE;
  if (self->key == key)
    return;
  self->key = key;
  clear_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * mps_lazy_row_take_record:
 * @self: a row
 * @lookup: what made the record
 * @record: (transfer full) (nullable): the record of its key
 */
void
mps_lazy_row_take_record (MpsLazyRow *self, MpsLookup *lookup, gpointer record)
{
  g_return_if_fail (MPS_IS_LAZY_ROW (self));
  clear_record (self);
  self->lookup = mps_lookup_ref (lookup);
  self->record = record;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

gboolean
mps_lazy_row_get_wanted (MpsLazyRow *self)
{
  g_return_val_if_fail (MPS_IS_LAZY_ROW (self), FALSE);
  return self->wanted;
}

void
mps_lazy_row_set_wanted (MpsLazyRow *self, gboolean wanted)
{
  g_return_if_fail (MPS_IS_LAZY_ROW (self));
  self->wanted = wanted;
}
