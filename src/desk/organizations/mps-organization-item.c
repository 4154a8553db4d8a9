/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-item.h"

struct _MpsOrganizationItem {
  GObject parent_instance;

  gint64 id;
  char *name;
  gboolean entitled;
  MpsOrganizationTally tally;
};

typedef enum {
  PROP_NAME = 1,
  PROP_ENTITLED,
  PROP_PRINTERS,
  PROP_ELIGIBLE,
  PROP_MANAGED,
  PROP_CONTACTS,
} MpsOrganizationItemProperty;

static GParamSpec *properties[PROP_CONTACTS + 1];

G_DEFINE_FINAL_TYPE (MpsOrganizationItem, mps_organization_item, G_TYPE_OBJECT)

/* A printer that is managed or pending has that status alone, so none counts twice. */
static guint
count_managed (const MpsOrganizationTally *tally)
{
  return tally->statuses[MPS_STATUS_ALREADY_MANAGED]
         + tally->statuses[MPS_STATUS_MANAGEMENT_PENDING];
}

static void
mps_organization_item_finalize (GObject *object)
{
  g_free (MPS_ORGANIZATION_ITEM (object)->name);
  G_OBJECT_CLASS (mps_organization_item_parent_class)->finalize (object);
}

static void
mps_organization_item_get_property (GObject *object, guint property_id, GValue *value,
                                    GParamSpec *pspec)
{
  MpsOrganizationItem *self = MPS_ORGANIZATION_ITEM (object);

  switch ((MpsOrganizationItemProperty) property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ENTITLED:
      g_value_set_boolean (value, self->entitled);
      break;
    case PROP_PRINTERS:
      g_value_set_uint (value, self->tally.printers);
      break;
    case PROP_ELIGIBLE:
      g_value_set_uint (value, self->tally.statuses[MPS_STATUS_ELIGIBLE]);
      break;
    case PROP_MANAGED:
      g_value_set_uint (value, count_managed (&self->tally));
      break;
    case PROP_CONTACTS:
      g_value_set_uint (value, self->tally.contacts);
      break;
    }
}

static void
mps_organization_item_class_init (MpsOrganizationItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_organization_item_finalize;
  object_class->get_property = mps_organization_item_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ENTITLED] = g_param_spec_boolean ("entitled", NULL, NULL, FALSE, flags);
  properties[PROP_PRINTERS] = g_param_spec_uint ("printers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ELIGIBLE] = g_param_spec_uint ("eligible", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MANAGED] = g_param_spec_uint ("managed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CONTACTS] = g_param_spec_uint ("contacts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_organization_item_init (MpsOrganizationItem *self)
{
}

/**
 * mps_organization_item_new:
 * @id: of an organization; 0 for all of them
 *
 * Returns: (transfer full): an item without a name, which has nothing
 */
MpsOrganizationItem *
mps_organization_item_new (gint64 id)
{
  MpsOrganizationItem *self = g_object_new (MPS_TYPE_ORGANIZATION_ITEM, NULL);

  self->id = id;
  return self;
}

static void
set_tally (MpsOrganizationItem *self, const MpsOrganizationTally *tally)
{
  const MpsOrganizationTally old = self->tally;

  self->tally = *tally;
  if (old.printers != tally->printers)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRINTERS]);
  if (old.statuses[MPS_STATUS_ELIGIBLE] != tally->statuses[MPS_STATUS_ELIGIBLE])
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELIGIBLE]);
  if (count_managed (&old) != count_managed (tally))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MANAGED]);
  if (old.contacts != tally->contacts)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTACTS]);
}

/**
 * mps_organization_item_set:
 * @self: an item
 * @name: its name, for people
 * @entitled: whether it is entitled to MPS Express
 * @tally: what it has
 *
 * Notifies of what is not as it was.
 */
void
mps_organization_item_set (MpsOrganizationItem *self, const char *name, gboolean entitled,
                           const MpsOrganizationTally *tally)
{
  g_return_if_fail (MPS_IS_ORGANIZATION_ITEM (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (self->entitled != entitled)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITLED]);
  self->entitled = entitled;
  set_tally (self, tally);
  g_object_thaw_notify (G_OBJECT (self));
}

gint64
mps_organization_item_get_id (MpsOrganizationItem *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_ITEM (self), 0);
  return self->id;
}

const char *
mps_organization_item_get_name (MpsOrganizationItem *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_ITEM (self), NULL);
  return self->name;
}

gboolean
mps_organization_item_get_entitled (MpsOrganizationItem *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_ITEM (self), FALSE);
  return self->entitled;
}

/**
 * mps_organization_item_get_tally:
 * @self: an item
 *
 * Returns: (transfer none): what it has, until it changes
 */
const MpsOrganizationTally *
mps_organization_item_get_tally (MpsOrganizationItem *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_ITEM (self), NULL);
  return &self->tally;
}
