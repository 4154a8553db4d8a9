/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-value.h"

struct _MpsContactValue {
  MpsRow parent_instance;

  MpsContactValues *values;
};

typedef enum {
  PROP_TEXT = 1,
  PROP_CONTACTS,
} MpsContactValueProperty;

static GParamSpec *properties[PROP_CONTACTS + 1];

G_DEFINE_FINAL_TYPE (MpsContactValue, mps_contact_value, MPS_TYPE_ROW)

static gint64
mps_contact_value_get_id (MpsFleet *fleet, guint32 row)
{
  return row == MPS_NO_ROW ? 0 : row;
}

static void
mps_contact_value_refresh (MpsRow *row)
{
  for (guint i = PROP_TEXT; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (row), properties[i]);
}

static void
mps_contact_value_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsContactValue *self = MPS_CONTACT_VALUE (object);

  switch ((MpsContactValueProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, mps_contact_value_get_text (self));
      break;
    case PROP_CONTACTS:
      g_value_set_uint (value, mps_contact_values_get_n_contacts (
                                   self->values, mps_row_get_row (MPS_ROW (self))));
      break;
    }
}

static void
mps_contact_value_finalize (GObject *object)
{
  g_clear_object (&MPS_CONTACT_VALUE (object)->values);
  G_OBJECT_CLASS (mps_contact_value_parent_class)->finalize (object);
}

static void
mps_contact_value_class_init (MpsContactValueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowClass *row_class = MPS_ROW_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mps_contact_value_get_property;
  object_class->finalize = mps_contact_value_finalize;
  row_class->get_id = mps_contact_value_get_id;
  row_class->refresh = mps_contact_value_refresh;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_CONTACTS] = g_param_spec_uint ("contacts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_contact_value_init (MpsContactValue *self)
{
}

/**
 * mps_contact_value_new:
 * @values: the list whose item it is
 *
 * Returns: (transfer full): an item that stands nowhere yet
 */
MpsRow *
mps_contact_value_new (MpsContactValues *values)
{
  MpsContactValue *self = g_object_new (MPS_TYPE_CONTACT_VALUE, NULL);

  self->values = g_object_ref (values);
  return MPS_ROW (self);
}

/**
 * mps_contact_value_get_text:
 * @self: an item of #MpsContactValues
 *
 * Returns: (transfer none): the company or city; valid until the fleet changes
 */
const char *
mps_contact_value_get_text (MpsContactValue *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_VALUE (self), NULL);
  return mps_contact_values_get_text (self->values, mps_row_get_row (MPS_ROW (self)));
}
