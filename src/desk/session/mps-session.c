/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-session.h"

#include <glib/gi18n.h>

struct _MpsSession {
  GObject parent_instance;

  MpsStore *store;
  MpsFleet *fleet;
  MpsOrganizationList *organizations;
  gint64 organization;
  char *organization_name;
  char *database_name;
  gboolean entitled;
  gboolean sample_policy;
  GListStore *activities;
};

typedef enum {
  PROP_STORE = 1,
  PROP_FLEET,
  PROP_ORGANIZATION,
  PROP_ORGANIZATION_NAME,
  PROP_ENTITLED,
  PROP_READ_ONLY,
  PROP_SAMPLE_POLICY,
  PROP_DATABASE_NAME,
} MpsSessionProperty;

static GParamSpec *properties[PROP_DATABASE_NAME + 1];

G_DEFINE_FINAL_TYPE (MpsSession, mps_session, G_TYPE_OBJECT)

static void
set_flag (MpsSession *self, gboolean *flag, gboolean value, MpsSessionProperty property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Reads again what is known of the chosen organization; one that is gone shows all of them. */
static void
refresh_organization (MpsSession *self)
{
  const MpsOrganizationRecord *record = NULL;

  if (self->organization != 0)
    record = mps_fleet_find_organization (self->fleet, self->organization);
  if (record == NULL && self->organization != 0)
    {
      mps_session_set_organization (self, 0);
      return;
    }
  if (g_set_str (&self->organization_name, record ? record->name : _ ("All organizations")))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORGANIZATION_NAME]);
  set_flag (self, &self->entitled, record && record->entitled, PROP_ENTITLED);
}

static void
on_store_changed (MpsSession *self, MpsChanges *changes)
{
  MpsPolicy *policy = mps_store_get_policy (self->store);

  set_flag (self, &self->sample_policy, mps_policy_is_sample (policy), PROP_SAMPLE_POLICY);
}

static void
mps_session_constructed (GObject *object)
{
  MpsSession *self = MPS_SESSION (object);

  G_OBJECT_CLASS (mps_session_parent_class)->constructed (object);
  self->database_name = g_filename_display_basename (mps_store_get_path (self->store));
  self->sample_policy = mps_policy_is_sample (mps_store_get_policy (self->store));
  self->organizations = mps_organization_list_new (self->fleet);
  self->organization = mps_organization_list_choose_first (self->organizations);
  refresh_organization (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fleet, "organizations-changed", G_CALLBACK (refresh_organization),
                           self, G_CONNECT_SWAPPED);
}

static void
mps_session_dispose (GObject *object)
{
  MpsSession *self = MPS_SESSION (object);

  g_clear_object (&self->organizations);
  g_clear_object (&self->store);
  g_clear_object (&self->fleet);
  g_clear_object (&self->activities);
  G_OBJECT_CLASS (mps_session_parent_class)->dispose (object);
}

static void
mps_session_finalize (GObject *object)
{
  MpsSession *self = MPS_SESSION (object);

  g_free (self->organization_name);
  g_free (self->database_name);
  G_OBJECT_CLASS (mps_session_parent_class)->finalize (object);
}

static void
mps_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsSession *self = MPS_SESSION (object);

  switch ((MpsSessionProperty) property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_FLEET:
      g_value_set_object (value, self->fleet);
      break;
    case PROP_ORGANIZATION:
      g_value_set_int64 (value, self->organization);
      break;
    case PROP_ORGANIZATION_NAME:
      g_value_set_string (value, self->organization_name);
      break;
    case PROP_ENTITLED:
      g_value_set_boolean (value, self->entitled);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, mps_session_get_read_only (self));
      break;
    case PROP_SAMPLE_POLICY:
      g_value_set_boolean (value, self->sample_policy);
      break;
    case PROP_DATABASE_NAME:
      g_value_set_string (value, self->database_name);
      break;
    }
}

static void
mps_session_set_property (GObject *object, guint property_id, const GValue *value,
                          GParamSpec *pspec)
{
  MpsSession *self = MPS_SESSION (object);

  switch ((MpsSessionProperty) property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_FLEET:
      self->fleet = g_value_dup_object (value);
      break;
    case PROP_ORGANIZATION:
      mps_session_set_organization (self, g_value_get_int64 (value));
      break;
    case PROP_ORGANIZATION_NAME:
    case PROP_ENTITLED:
    case PROP_READ_ONLY:
    case PROP_SAMPLE_POLICY:
    case PROP_DATABASE_NAME:
      g_assert_not_reached ();
    }
}

static void
mps_session_class_init (MpsSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->constructed = mps_session_constructed;
  object_class->dispose = mps_session_dispose;
  object_class->finalize = mps_session_finalize;
  object_class->get_property = mps_session_get_property;
  object_class->set_property = mps_session_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MPS_TYPE_STORE, construct);
  properties[PROP_FLEET] = g_param_spec_object ("fleet", NULL, NULL, MPS_TYPE_FLEET, construct);
  properties[PROP_ORGANIZATION]
      = g_param_spec_int64 ("organization", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_ORGANIZATION_NAME]
      = g_param_spec_string ("organization-name", NULL, NULL, NULL, readable);
  properties[PROP_ENTITLED] = g_param_spec_boolean ("entitled", NULL, NULL, FALSE, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_SAMPLE_POLICY]
      = g_param_spec_boolean ("sample-policy", NULL, NULL, FALSE, readable);
  properties[PROP_DATABASE_NAME]
      = g_param_spec_string ("database-name", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_session_init (MpsSession *self)
{
  self->activities = g_list_store_new (G_TYPE_OBJECT);
}

/**
 * mps_session_new:
 * @store: an open store
 * @fleet: the picture of it that follows it
 *
 * Begins in the first child organization that has printers, or else in the first.
 *
 * Returns: (transfer full): a new session
 */
MpsSession *
mps_session_new (MpsStore *store, MpsFleet *fleet)
{
  g_return_val_if_fail (MPS_IS_STORE (store), NULL);
  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);
  return g_object_new (MPS_TYPE_SESSION, "store", store, "fleet", fleet, NULL);
}

/**
 * mps_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none): the open store
 */
MpsStore *
mps_session_get_store (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), NULL);
  return self->store;
}

/**
 * mps_session_get_fleet:
 * @self: a session
 *
 * Returns: (transfer none): the fleet in memory
 */
MpsFleet *
mps_session_get_fleet (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), NULL);
  return self->fleet;
}

/**
 * mps_session_get_organizations:
 * @self: a session
 *
 * Returns: (transfer none): the child organizations and what each has
 */
MpsOrganizationList *
mps_session_get_organizations (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), NULL);
  return self->organizations;
}

/**
 * mps_session_get_organization:
 * @self: a session
 *
 * Returns: the id of the organization that is looked at; 0 for all of them
 */
gint64
mps_session_get_organization (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), 0);
  return self->organization;
}

/**
 * mps_session_set_organization:
 * @self: a session
 * @organization: an organization's id; 0 for all of them, to view only
 *
 * An id that is not known shows all of them.
 */
void
mps_session_set_organization (MpsSession *self, gint64 organization)
{
  gboolean read_only;

  g_return_if_fail (MPS_IS_SESSION (self));
  if (organization != 0 && mps_fleet_find_organization (self->fleet, organization) == NULL)
    organization = 0;
  if (self->organization == organization)
    return;
  read_only = mps_session_get_read_only (self);
  g_object_freeze_notify (G_OBJECT (self));
  self->organization = organization;
  refresh_organization (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORGANIZATION]);
  if (read_only != mps_session_get_read_only (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mps_session_get_organization_name:
 * @self: a session
 *
 * Returns: (transfer none): the organization's name, or the words for all of them
 */
const char *
mps_session_get_organization_name (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), NULL);
  return self->organization_name;
}

/**
 * mps_session_get_entitled:
 * @self: a session
 *
 * Returns: whether the one organization that is looked at takes part in MPS Express
 */
gboolean
mps_session_get_entitled (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), FALSE);
  return self->entitled;
}

/**
 * mps_session_get_read_only:
 * @self: a session
 *
 * Returns: whether all organizations are looked at, where nothing can be changed
 */
gboolean
mps_session_get_read_only (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), TRUE);
  return self->organization == 0;
}

/**
 * mps_session_get_database_name:
 * @self: a session
 *
 * Returns: (transfer none): the database file's name without its folder, for people
 */
const char *
mps_session_get_database_name (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), NULL);
  return self->database_name;
}

/**
 * mps_session_get_activities:
 * @self: a session
 *
 * Returns: (transfer none): the #MpsActivity that run now; they come and go by
 *   mps_activity_begin() and mps_activity_end() alone
 */
GListStore *
mps_session_get_activities (MpsSession *self)
{
  g_return_val_if_fail (MPS_IS_SESSION (self), NULL);
  return self->activities;
}
