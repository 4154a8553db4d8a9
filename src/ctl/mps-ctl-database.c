/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"

#include "fleet/mps-text.h"
#include "store/mps-database-draft.h"
#include "store/mps-store-organizations.h"

#include <glib/gi18n.h>

/* The one child organization that a new database has. */
#define NEW_ORGANIZATION "Default"

/**
 * mps_ctl_list_organizations:
 * @self: a run whose store is open
 * @error: why they can't be read
 *
 * Returns: (transfer full) (nullable) (element-type MpsOrganizationRecord): all organizations
 */
GPtrArray *
mps_ctl_list_organizations (MpsCtl *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_list_organizations_async (self->store, self->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (self, &result);
  return mps_store_list_organizations_finish (self->store, result, error);
}

/**
 * mps_ctl_get_organization:
 * @organizations: (element-type MpsOrganizationRecord): all organizations
 * @id: an id, or 0
 *
 * Returns: (nullable): the organization
 */
const MpsOrganizationRecord *
mps_ctl_get_organization (GPtrArray *organizations, gint64 id)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MpsOrganizationRecord *organization = organizations->pdata[i];

      if (organization->id == id)
        return organization;
    }
  return NULL;
}

/**
 * mps_ctl_find_organization:
 * @organizations: (element-type MpsOrganizationRecord): all organizations
 * @name: its name, in which width, case and runs of spaces are of no account
 *
 * Returns: (nullable): the organization
 */
const MpsOrganizationRecord *
mps_ctl_find_organization (GPtrArray *organizations, const char *name)
{
  g_autofree char *wanted = mps_text_fold_identity (name);

  for (guint i = 0; i < organizations->len; i++)
    {
      const MpsOrganizationRecord *organization = organizations->pdata[i];
      g_autofree char *identity = mps_text_fold_identity (organization->name);

      if (g_str_equal (identity, wanted))
        return organization;
    }
  return NULL;
}

static gint64
find_only_child (GPtrArray *organizations)
{
  gint64 only = 0;

  for (guint i = 0; i < organizations->len; i++)
    {
      const MpsOrganizationRecord *organization = organizations->pdata[i];

      if (organization->parent == 0)
        continue;
      if (only != 0)
        return 0;
      only = organization->id;
    }
  return only;
}

/**
 * mps_ctl_get_database:
 * @self: a run
 *
 * Returns: the file of the database: the one that was named, or the application's own
 */
const char *
mps_ctl_get_database (MpsCtl *self)
{
  if (self->database == NULL)
    self->database = mps_store_dup_default_path ();
  return self->database;
}

/**
 * mps_ctl_has_database:
 * @self: a run
 *
 * Returns: whether the database is there
 */
gboolean
mps_ctl_has_database (MpsCtl *self)
{
  return g_file_test (mps_ctl_get_database (self), G_FILE_TEST_EXISTS);
}

static void
set_unknown_child (const char *name, GError **error)
{
  g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_ORGANIZATION,
               _ ("There is no child organization “%s”. “mpsctl organizations list” shows those "
                  "that there are."),
               name);
}

/* A parent company has no printers or contacts of its own, and can't be meant. */
static gint64
find_named_child (GPtrArray *organizations, const char *name, GError **error)
{
  const MpsOrganizationRecord *organization = mps_ctl_find_organization (organizations, name);

  if (organization && organization->parent != 0)
    return organization->id;
  set_unknown_child (name, error);
  return 0;
}

/* Of a database that is going to be made, it is known what is in it: so a name that is not must
 * not leave it behind. */
static gboolean
check_new (MpsCtl *self, GError **error)
{
  g_autofree char *only = mps_text_fold_identity (NEW_ORGANIZATION);
  g_autofree char *wanted = NULL;

  if (self->organization_name == NULL || mps_ctl_has_database (self))
    return TRUE;
  wanted = mps_text_fold_identity (self->organization_name);
  if (g_str_equal (wanted, only))
    return TRUE;
  set_unknown_child (self->organization_name, error);
  return FALSE;
}

static gboolean
choose_organization (MpsCtl *self, GError **error)
{
  g_autoptr (GPtrArray) organizations = mps_ctl_list_organizations (self, error);

  if (organizations == NULL)
    return FALSE;
  if (self->organization_name == NULL)
    {
      self->organization = find_only_child (organizations);
      return TRUE;
    }
  self->organization = find_named_child (organizations, self->organization_name, error);
  return self->organization != 0;
}

static gboolean
open_store (MpsCtl *self, const char *path, MpsStoreOpenMode mode, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_open_async (path, mode, self->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (self, &result);
  g_clear_object (&self->store);
  self->store = mps_store_open_finish (result, error);
  return self->store != NULL && choose_organization (self, error);
}

/**
 * mps_ctl_open:
 * @self: a run
 * @mode: whether a missing database is made
 * @error: why it can't be opened, or %MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Opens the database, and finds the organization that is meant. One that was
 * named must be there, whether the command needs it or not.
 *
 * Returns: whether the store is open
 */
gboolean
mps_ctl_open (MpsCtl *self, MpsStoreOpenMode mode, GError **error)
{
  if (mode == MPS_STORE_OPEN_CREATE && !check_new (self, error))
    return FALSE;
  return open_store (self, mps_ctl_get_database (self), mode, error);
}

/**
 * mps_ctl_open_trial:
 * @self: a run
 * @error: why it can't be opened, or %MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Opens the database. Where there is none, a new one stands in for it that
 * goes when the run ends, so that what is only tried makes no database.
 *
 * Returns: whether the store is open
 */
gboolean
mps_ctl_open_trial (MpsCtl *self, GError **error)
{
  g_autofree char *target = g_build_filename (g_get_tmp_dir (), "mpsctl-trial.db", NULL);

  if (mps_ctl_has_database (self))
    return mps_ctl_open (self, MPS_STORE_OPEN_EXISTING, error);
  return mps_database_draft_init (&self->trial, target, error)
         && open_store (self, self->trial.path, MPS_STORE_OPEN_EXISTING, error);
}

/**
 * mps_ctl_require_organization:
 * @self: a run whose store is open
 * @error: %MPS_ERROR_ORGANIZATION_REQUIRED
 *
 * Returns: whether it is clear which organization is meant
 */
gboolean
mps_ctl_require_organization (MpsCtl *self, GError **error)
{
  if (self->organization == 0)
    g_set_error_literal (error, MPS_ERROR, MPS_ERROR_ORGANIZATION_REQUIRED,
                         _ ("It is not clear which organization is meant. Name it with "
                            "“--organization NAME”: “mpsctl organizations list” shows those that "
                            "there are, and “mpsctl organizations add” makes one."));
  return self->organization != 0;
}

/**
 * mps_ctl_open_organization:
 * @self: a run
 * @mode: whether a missing database is made
 * @error: as for mps_ctl_open(), or %MPS_ERROR_ORGANIZATION_REQUIRED
 *
 * Opens the database for a command that works in one organization.
 *
 * Returns: whether the store is open and it is clear which organization is meant
 */
gboolean
mps_ctl_open_organization (MpsCtl *self, MpsStoreOpenMode mode, GError **error)
{
  return mps_ctl_open (self, mode, error) && mps_ctl_require_organization (self, error);
}

/**
 * mps_ctl_load:
 * @self: a run
 * @error: as for mps_ctl_open_organization(), or why the fleet can't be read
 *
 * Opens the database for a command that looks at the printers or contacts of
 * one organization, and loads the fleet.
 *
 * Returns: whether the fleet is loaded
 */
gboolean
mps_ctl_load (MpsCtl *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!mps_ctl_open_organization (self, MPS_STORE_OPEN_EXISTING, error))
    return FALSE;
  mps_store_load_fleet_async (self->store, self->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (self, &result);
  self->fleet = mps_store_load_fleet_finish (self->store, result, error);
  return self->fleet != NULL;
}

/**
 * mps_ctl_find_serial:
 * @self: a run whose fleet is loaded
 * @serial: a serial number, as it is stored
 *
 * Returns: the printer's row, or %MPS_NO_ROW when the organization that is
 *   meant has no such printer
 */
guint32
mps_ctl_find_serial (MpsCtl *self, const char *serial)
{
  guint32 row = mps_fleet_find_serial (self->fleet, serial);

  if (row == MPS_NO_ROW || mps_fleet_get_organization (self->fleet, row) != self->organization)
    return MPS_NO_ROW;
  return row;
}
