/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-organizations.h"

#include "fleet/mps-error.h"
#include "fleet/mps-text.h"

#include "mps-organization-rows.h"
#include "mps-store-private.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  char *name; /* owned */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->name);
  g_free (self);
}

static Change *
change_new (gint64 organization, const char *name)
{
  Change *self = g_new0 (Change, 1);

  self->organization = organization;
  self->name = g_strdup (name);
  return self;
}

static gpointer
commit (MpsJob *job, gboolean done, GError **error)
{
  if (done)
    return GINT_TO_POINTER (mps_job_commit (job, error));
  mps_job_rollback (job);
  return NULL;
}

static gboolean
rename_in_transaction (MpsJob *job, const Change *self, GError **error)
{
  g_autofree char *identity = mps_text_fold_identity (self->name);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE organizations SET name = ?, identity = ? WHERE id = ?");

  if (!mps_organization_rows_require (job->connection, self->organization, error)
      || !mps_organization_rows_check_name (job->connection, self->organization, self->name,
                                            identity, error))
    return FALSE;
  mps_statement_bind_text (statement, 1, self->name);
  mps_statement_bind_text (statement, 2, identity);
  mps_statement_bind_int (statement, 3, self->organization);
  job->organizations = TRUE;
  return mps_statement_run (statement, error);
}

static gpointer
rename_organization (MpsJob *job, gpointer data, GError **error)
{
  return mps_job_begin (job, MPS_DURABLE, error)
             ? commit (job, rename_in_transaction (job, data, error), error)
             : NULL;
}

/* What may be in the way, as the schema's trigger has it. */
typedef enum {
  NOTHING,
  ENTITLEMENT,
  PARENT,
  PRINTERS,
  CONTACTS,
  AGENTS,
} Hindrance;

static gboolean
find_hindrance (MpsJob *job, gint64 organization, Hindrance *hindrance, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "SELECT CASE WHEN entitled = 1 THEN 1 WHEN parent IS NULL THEN 2"
      "  WHEN EXISTS (SELECT 1 FROM printers WHERE organization = organizations.id) THEN 3"
      "  WHEN EXISTS (SELECT 1 FROM contacts WHERE organization = organizations.id) THEN 4"
      "  WHEN EXISTS (SELECT 1 FROM agents WHERE organization = organizations.id) THEN 5"
      "  ELSE 0 END FROM organizations WHERE id = ?");

  mps_statement_bind_int (statement, 1, organization);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return FALSE;
  *hindrance = (Hindrance) mps_statement_get_int (statement, 0);
  return TRUE;
}

static char *
dup_reason (Hindrance hindrance, const char *name)
{
  switch (hindrance)
    {
    case NOTHING:
      return NULL;
    case ENTITLEMENT:
      return g_strdup_printf (_ ("“%s” is entitled to MPS Express, which can’t be taken back, so "
                                 "it can’t be deleted."),
                              name);
    case PARENT:
      return g_strdup_printf (_ ("“%s” is the parent company and can’t be deleted."), name);
    case PRINTERS:
      return g_strdup_printf (
          _ ("“%s” has printers and can’t be deleted. Unenroll its printers first."), name);
    case CONTACTS:
      return g_strdup_printf (
          _ ("“%s” has contacts and can’t be deleted. Delete its contacts first."), name);
    case AGENTS:
      return g_strdup_printf (_ ("“%s” has agents and can’t be deleted. Delete its agents first."),
                              name);
    }
  g_return_val_if_reached (NULL);
}

static gboolean
refuse_hindrance (MpsJob *job, const MpsOrganizationRecord *record, GError **error)
{
  g_autofree char *reason = NULL;
  Hindrance hindrance;

  if (!find_hindrance (job, record->id, &hindrance, error))
    return FALSE;
  reason = dup_reason (hindrance, record->name);
  if (reason)
    g_set_error_literal (error, MPS_ERROR, MPS_ERROR_ORGANIZATION_NOT_EMPTY, reason);
  return reason == NULL;
}

/* What was once done in it is still to be seen, as tasks of no organization. */
static gboolean
release_tasks (MpsJob *job, gint64 organization, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE tasks SET organization = NULL WHERE organization = ?");

  mps_statement_bind_int (statement, 1, organization);
  job->changes->tasks = TRUE;
  return mps_statement_run (statement, error);
}

static gboolean
delete_in_transaction (MpsJob *job, const Change *self, GError **error)
{
  g_autoptr (MpsOrganizationRecord) record
      = mps_organization_rows_read (job->connection, self->organization, error);
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (job->connection, "DELETE FROM organizations WHERE id = ?");

  if (record == NULL || !refuse_hindrance (job, record, error)
      || !release_tasks (job, record->id, error))
    return FALSE;
  mps_statement_bind_int (statement, 1, record->id);
  job->organizations = TRUE;
  return mps_statement_run (statement, error);
}

static gpointer
delete_organization (MpsJob *job, gpointer data, GError **error)
{
  return mps_job_begin (job, MPS_IRREVOCABLE, error)
             ? commit (job, delete_in_transaction (job, data, error), error)
             : NULL;
}

/**
 * mps_store_rename_organization_async:
 * @self: a store
 * @organization: the organization
 * @name: its new name, at most 128 characters; no other has it in any width or case
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_rename_organization_async (MpsStore *self, gint64 organization, const char *name,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  MpsStoreWork work = { rename_organization, change_new (organization, name), change_free, NULL };

  mps_store_run_async (self, mps_store_rename_organization_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_rename_organization_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_INVALID_FIELDS, MPS_ERROR_ORGANIZATION_EXISTS,
 *   MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: whether it has the name
 */
gboolean
mps_store_rename_organization_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_rename_organization_async, error) != NULL;
}

/**
 * mps_store_delete_organization_async:
 * @self: a store
 * @organization: an empty child organization that is not entitled
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_delete_organization_async (MpsStore *self, gint64 organization, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { delete_organization, change_new (organization, NULL), change_free, NULL };

  mps_store_run_async (self, mps_store_delete_organization_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_delete_organization_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_ORGANIZATION_NOT_EMPTY, which says what it has,
 *   MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: whether it is gone
 */
gboolean
mps_store_delete_organization_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_delete_organization_async, error) != NULL;
}
