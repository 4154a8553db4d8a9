/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact.h"

struct _MpsContact {
  MpsRow parent_instance;
};

typedef enum {
  PROP_NAME = 1,
  PROP_COMPANY,
  PROP_CITY,
  PROP_PHONE,
  PROP_EMAIL,
  PROP_ADDRESS,
  PROP_PRINTERS,
} MpsContactProperty;

static GParamSpec *properties[PROP_PRINTERS + 1];

G_DEFINE_FINAL_TYPE (MpsContact, mps_contact, MPS_TYPE_ROW)

static char *
dup_field (MpsFleet *fleet, guint32 row, MpsContactField field)
{
  return g_strdup (mps_fleet_get_contact_field (fleet, row, field));
}

static char *
dup_phone (MpsFleet *fleet, guint32 row)
{
  g_autoptr (MpsContactRecord) record = mps_fleet_dup_contact (fleet, row);

  return mps_contact_record_dup_phone (record);
}

static char *
dup_address (MpsFleet *fleet, guint32 row)
{
  g_autoptr (MpsContactRecord) record = mps_fleet_dup_contact (fleet, row);

  return mps_contact_record_dup_address (record);
}

static char *
dup_text (MpsContactProperty property, MpsFleet *fleet, guint32 row)
{
  switch (property)
    {
    case PROP_NAME:
      return mps_fleet_dup_contact_name (fleet, row);
    case PROP_COMPANY:
      return dup_field (fleet, row, MPS_CONTACT_COMPANY);
    case PROP_CITY:
      return dup_field (fleet, row, MPS_CONTACT_CITY);
    case PROP_PHONE:
      return dup_phone (fleet, row);
    case PROP_EMAIL:
      return dup_field (fleet, row, MPS_CONTACT_EMAIL);
    case PROP_ADDRESS:
      return dup_address (fleet, row);
    case PROP_PRINTERS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* After a reload, somebody may look at an item before its list has heard of it. */
static gboolean
is_there (MpsFleet *fleet, guint32 row)
{
  return row != MPS_NO_ROW && row < mps_fleet_get_n_contact_rows (fleet);
}

static gint64
mps_contact_get_id (MpsFleet *fleet, guint32 row)
{
  return is_there (fleet, row) ? mps_fleet_get_contact_id (fleet, row) : 0;
}

static void
mps_contact_refresh (MpsRow *row)
{
  for (guint i = PROP_NAME; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (row), properties[i]);
}

static void
mps_contact_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MpsRow *self = MPS_ROW (object);
  MpsFleet *fleet = mps_row_get_fleet (self);
  guint32 row = mps_row_get_row (self);

  if (!is_there (fleet, row))
    g_param_value_set_default (pspec, value);
  else if (prop_id == PROP_PRINTERS)
    g_value_set_uint (value, mps_fleet_get_contact_printers (fleet, row));
  else
    g_value_take_string (value, dup_text (prop_id, fleet, row));
}

static void
mps_contact_class_init (MpsContactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowClass *row_class = MPS_ROW_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mps_contact_get_property;
  row_class->get_id = mps_contact_get_id;
  row_class->refresh = mps_contact_refresh;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, "", flags);
  properties[PROP_CITY] = g_param_spec_string ("city", NULL, NULL, "", flags);
  properties[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, "", flags);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, "", flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "", flags);
  properties[PROP_PRINTERS] = g_param_spec_uint ("printers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_contact_init (MpsContact *self)
{
}
