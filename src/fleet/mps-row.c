/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row.h"

typedef struct {
  MpsFleet *fleet;
  guint32 row;
} MpsRowPrivate;

typedef enum {
  PROP_ID = 1,
  PROP_ROW,
} MpsRowProperty;

static GParamSpec *properties[PROP_ROW + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MpsRow, mps_row, G_TYPE_OBJECT)

static gint64
get_id (MpsRow *self)
{
  MpsRowPrivate *priv = mps_row_get_instance_private (self);

  return MPS_ROW_GET_CLASS (self)->get_id (priv->fleet, priv->row);
}

static void
mps_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsRow *self = MPS_ROW (object);

  switch ((MpsRowProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, get_id (self));
      break;
    case PROP_ROW:
      g_value_set_uint (value, mps_row_get_row (self));
      break;
    }
}

static void
mps_row_finalize (GObject *object)
{
  MpsRowPrivate *priv = mps_row_get_instance_private (MPS_ROW (object));

  g_clear_object (&priv->fleet);
  G_OBJECT_CLASS (mps_row_parent_class)->finalize (object);
}

static void
mps_row_class_init (MpsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mps_row_get_property;
  object_class->finalize = mps_row_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ROW] = g_param_spec_uint ("row", NULL, NULL, 0, G_MAXUINT, MPS_NO_ROW, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_row_init (MpsRow *self)
{
  MpsRowPrivate *priv = mps_row_get_instance_private (self);

  priv->row = MPS_NO_ROW;
}

/**
 * mps_row_get_fleet:
 * @self: an item of a list
 *
 * Returns: (transfer none): the fleet whose row it shows
 */
MpsFleet *
mps_row_get_fleet (MpsRow *self)
{
  MpsRowPrivate *priv = mps_row_get_instance_private (self);

  return priv->fleet;
}

/**
 * mps_row_get_row:
 * @self: an item of a list
 *
 * Returns: the row it shows now, or %MPS_NO_ROW
 */
guint32
mps_row_get_row (MpsRow *self)
{
  MpsRowPrivate *priv = mps_row_get_instance_private (self);

  return priv->row;
}

void
mps_row_set (MpsRow *self, MpsFleet *fleet, guint32 row)
{
  MpsRowPrivate *priv = mps_row_get_instance_private (self);

  g_set_object (&priv->fleet, fleet);
  priv->row = row;
}

void
mps_row_refresh (MpsRow *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ID; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  MPS_ROW_GET_CLASS (self)->refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
}
