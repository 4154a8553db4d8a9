/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-organizations.h"

#include "fleet/mps-error.h"
#include "fleet/mps-text.h"

#include "mps-organization-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization; /* to entitle, or the parent of a new one */
  char *text;          /* the name of a new one, or the confirmation */
} OrganizationData;

static void
organization_data_free (gpointer data)
{
  OrganizationData *organization = data;

  g_free (organization->text);
  g_free (organization);
}

static OrganizationData *
organization_data_new (gint64 organization, const char *text)
{
  OrganizationData *data = g_new0 (OrganizationData, 1);

  data->organization = organization;
  data->text = g_strdup (text);
  return data;
}

static gpointer
list_organizations (MpsJob *job, gpointer data, GError **error)
{
  return mps_organization_rows_list (job->connection, error);
}

/* Children have no children (source: product "Organizations"). */
static gboolean
check_parent (MpsJob *job, gint64 parent, GError **error)
{
  g_autoptr (MpsOrganizationRecord) record
      = mps_organization_rows_read (job->connection, parent, error);

  if (record == NULL || record->parent == 0)
    return record != NULL;
  g_set_error (
      error, MPS_ERROR, MPS_ERROR_UNKNOWN_ORGANIZATION,
      _ ("“%s” is a child organization and can’t have children. Choose its parent company."),
      record->name);
  return FALSE;
}

/* 0 stands for the one parent company there is. */
static gboolean
resolve_parent (MpsJob *job, gint64 *parent, GError **error)
{
  if (*parent != 0)
    return check_parent (job, *parent, error);
  return mps_connection_query_int (
      job->connection, "SELECT id FROM organizations WHERE parent IS NULL ORDER BY id LIMIT 1",
      parent, error);
}

static gint64
insert_organization (MpsJob *job, const char *name, gint64 parent, GError **error)
{
  g_autofree char *identity = mps_text_fold_identity (name);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "INSERT INTO organizations (name, identity, parent) VALUES (?, ?, ?)");

  if (!resolve_parent (job, &parent, error)
      || !mps_organization_rows_check_name (job->connection, 0, name, identity, error))
    return 0;
  mps_statement_bind_text (statement, 1, name);
  mps_statement_bind_text (statement, 2, identity);
  mps_statement_bind_id (statement, 3, parent);
  if (!mps_statement_run (statement, error))
    return 0;
  job->organizations = TRUE;
  return mps_connection_get_last_id (job->connection);
}

static gpointer
add_organization (MpsJob *job, gpointer data, GError **error)
{
  OrganizationData *organization = data;
  g_autoptr (MpsOrganizationRecord) record = NULL;
  gint64 id;

  if (!mps_job_begin (job, MPS_DURABLE, error))
    return NULL;
  id = insert_organization (job, organization->text, organization->organization, error);
  if (id != 0)
    record = mps_organization_rows_read (job->connection, id, error);
  if (record == NULL)
    mps_job_rollback (job);
  else if (mps_job_commit (job, error))
    return g_steal_pointer (&record);
  return NULL;
}

static gboolean
check_confirmation (const MpsOrganizationRecord *record, const char *confirmation, GError **error)
{
  g_autofree char *wanted = mps_text_fold_identity (record->name);
  g_autofree char *given = mps_text_fold_identity (confirmation);

  if (g_str_equal (wanted, given))
    return TRUE;
  g_set_error (
      error, MPS_ERROR, MPS_ERROR_NEEDS_CONFIRMATION,
      _ ("An entitlement to MPS Express can’t be taken back. To confirm it, enter the name "
         "of the organization, “%s”."),
      record->name);
  return FALSE;
}

static gboolean
entitle_in_transaction (MpsJob *job, const OrganizationData *organization, GError **error)
{
  g_autoptr (MpsOrganizationRecord) record
      = mps_organization_rows_read (job->connection, organization->organization, error);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE organizations SET entitled = 1 WHERE id = ?");

  if (record == NULL || !check_confirmation (record, organization->text, error))
    return FALSE;
  /* Entitling twice is no mistake, and leaves no second line in the history. */
  if (record->entitled)
    return TRUE;
  mps_statement_bind_int (statement, 1, record->id);
  job->organizations = TRUE;
  job->changes->history = TRUE;
  return mps_statement_run (statement, error)
         && mps_rows_add_history (job->connection, "entitle", record->name, "MPS Express", error);
}

static gpointer
entitle (MpsJob *job, gpointer data, GError **error)
{
  if (!mps_job_begin (job, MPS_IRREVOCABLE, error))
    return NULL;
  if (entitle_in_transaction (job, data, error))
    return GINT_TO_POINTER (mps_job_commit (job, error));
  mps_job_rollback (job);
  return NULL;
}

/**
 * mps_store_list_organizations_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_list_organizations_async (MpsStore *self, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { list_organizations, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  mps_store_run_async (self, mps_store_list_organizations_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_list_organizations_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type MpsOrganizationRecord): the parent company
 *   first, then its children by collated name
 */
GPtrArray *
mps_store_list_organizations_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_list_organizations_async, error);
}

/**
 * mps_store_add_organization_async:
 * @self: a store
 * @name: its name, which no other organization may have
 * @parent: the parent company, or 0 for the one there is
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_add_organization_async (MpsStore *self, const char *name, gint64 parent,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  MpsStoreWork work = { add_organization, organization_data_new (parent, name),
                        organization_data_free, (GDestroyNotify) mps_organization_record_free };

  mps_store_run_async (self, mps_store_add_organization_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_add_organization_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_ORGANIZATION_EXISTS,
 *   MPS_ERROR_INVALID_FIELDS without a name, MPS_ERROR_UNKNOWN_ORGANIZATION for the parent
 *
 * Returns: (transfer full) (nullable): the organization
 */
MpsOrganizationRecord *
mps_store_add_organization_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_add_organization_async, error);
}

/**
 * mps_store_entitle_async:
 * @self: a store
 * @organization: an organization
 * @confirmation: its name, as the user typed it
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Entitles the organization to MPS Express. This can't be taken back.
 */
void
mps_store_entitle_async (MpsStore *self, gint64 organization, const char *confirmation,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  MpsStoreWork work = { entitle, organization_data_new (organization, confirmation),
                        organization_data_free, NULL };

  mps_store_run_async (self, mps_store_entitle_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_entitle_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_NEEDS_CONFIRMATION,
 *   MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: whether it is entitled
 */
gboolean
mps_store_entitle_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_entitle_async, error) != NULL;
}
