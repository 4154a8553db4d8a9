/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-rows.h"

#include "fleet/mps-error.h"

#include "mps-organization-rows.h"
#include "mps-rows.h"

#include <glib/gi18n.h>

/**
 * mps_contact_rows_find:
 * @connection: the database
 * @organization: where it is looked for
 * @identity: what mps_contact_record_dup_identity() gave
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: the id of the contact; 0 when there is none; -1 on error
 */
gint64
mps_contact_rows_find (MpsConnection *connection, gint64 organization, const char *identity,
                       GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT id FROM contacts WHERE organization = ? AND identity = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, organization);
  mps_statement_bind_text (statement, 2, identity);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ERROR)
    return -1;
  return step == MPS_STEP_ROW ? mps_statement_get_int (statement, 0) : 0;
}

/**
 * mps_contact_rows_read:
 * @connection: the database
 * @organization: whose it must be; 0 for any
 * @id: of a contact
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_CONTACT
 *
 * Returns: (transfer full) (nullable): the contact
 */
MpsContactRecord *
mps_contact_rows_read (MpsConnection *connection, gint64 organization, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT " MPS_ROWS_CONTACT " FROM contacts "
                                            "WHERE id = ?1 AND (?2 = 0 OR organization = ?2)");
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  mps_statement_bind_int (statement, 2, organization);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    return mps_rows_read_contact (statement);
  if (step == MPS_STEP_DONE)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_CONTACT,
                 _ ("There is no contact %lld in the organization. Choose another contact."),
                 (long long) id);
  return NULL;
}

gboolean
mps_contact_rows_count_printers (MpsConnection *connection, gint64 id, guint *n_printers,
                                 GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT count (*) FROM printers WHERE contact = ?");

  mps_statement_bind_int (statement, 1, id);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return FALSE;
  *n_printers = (guint) mps_statement_get_int (statement, 0);
  return TRUE;
}

/**
 * mps_contact_rows_insert:
 * @job: a job with a transaction
 * @organization: whose it is
 * @contact: a new one
 * @identity: its identity, which no other contact of @organization has
 * @task: the import that brings it; 0 for none
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: its id; 0 on error
 */
gint64
mps_contact_rows_insert (MpsJob *job, gint64 organization, const MpsContactRecord *contact,
                         const char *identity, gint64 task, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "INSERT INTO contacts (organization, identity, task, " MPS_ROWS_CONTACT_FIELDS ") "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  gint64 id;

  mps_statement_bind_int (statement, 1, organization);
  mps_statement_bind_text (statement, 2, identity);
  mps_statement_bind_id (statement, 3, task);
  mps_rows_bind_contact_fields (statement, 4, contact);
  if (!mps_statement_run (statement, error))
    return 0;
  id = mps_connection_get_last_id (job->connection);
  mps_job_touch_contact (job, id);
  return id;
}

static gboolean
update (MpsJob *job, const MpsContactRecord *contact, const char *identity, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "UPDATE contacts SET (revision, identity, " MPS_ROWS_CONTACT_FIELDS ") "
      "= (revision + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "
      "WHERE id = ?1");

  mps_statement_bind_int (statement, 1, contact->id);
  mps_statement_bind_text (statement, 2, identity);
  mps_rows_bind_contact_fields (statement, 3, contact);
  mps_job_touch_contact (job, contact->id);
  return mps_statement_run (statement, error);
}

gboolean
mps_contact_rows_delete (MpsJob *job, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (job->connection, "DELETE FROM contacts WHERE id = ?");

  mps_statement_bind_int (statement, 1, id);
  mps_job_remove_contact (job, id);
  return mps_statement_run (statement, error);
}

static gboolean
check_identity (MpsConnection *connection, const MpsContactRecord *contact, const char *identity,
                GError **error)
{
  gint64 other = mps_contact_rows_find (connection, contact->organization, identity, error);

  if (other > 0 && other != contact->id)
    g_set_error (error, MPS_ERROR, MPS_ERROR_CONTACT_EXISTS,
                 _ ("There is a contact with this name, company, address and postal code already. "
                    "Change one of them, or use the contact there is."));
  return other == 0 || (other > 0 && other == contact->id);
}

/**
 * mps_contact_rows_check:
 * @connection: the database
 * @contact: a contact that may be saved later in the same transaction
 * @error: return location for a #GError: MPS_ERROR_CONTACT_EXISTS, MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: whether nothing stands in its way
 */
gboolean
mps_contact_rows_check (MpsConnection *connection, const MpsContactRecord *contact, GError **error)
{
  g_autofree char *identity = mps_contact_record_dup_identity (contact);

  return mps_organization_rows_require (connection, contact->organization, error)
         && check_identity (connection, contact, identity, error);
}

static gboolean
check_revision (MpsJob *job, const MpsContactRecord *contact, GError **error)
{
  g_autoptr (MpsContactRecord) stored
      = mps_contact_rows_read (job->connection, contact->organization, contact->id, error);

  if (stored == NULL)
    return FALSE;
  if (stored->revision == contact->revision)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_CONTACT_CHANGED,
               _ ("The contact was changed meanwhile. Look at it again, and repeat your change if "
                  "it is still needed."));
  return FALSE;
}

/**
 * mps_contact_rows_save:
 * @job: a job with a transaction
 * @contact: checked and normalised; a new one has the id 0
 * @error: return location for a #GError: MPS_ERROR_CONTACT_EXISTS, MPS_ERROR_CONTACT_CHANGED,
 *   MPS_ERROR_UNKNOWN_CONTACT, MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: its id; 0 on error
 */
gint64
mps_contact_rows_save (MpsJob *job, const MpsContactRecord *contact, GError **error)
{
  g_autofree char *identity = mps_contact_record_dup_identity (contact);

  if (!mps_organization_rows_require (job->connection, contact->organization, error)
      || !check_identity (job->connection, contact, identity, error))
    return 0;
  if (contact->id == 0)
    return mps_contact_rows_insert (job, contact->organization, contact, identity, 0, error);
  if (!check_revision (job, contact, error) || !update (job, contact, identity, error))
    return 0;
  return contact->id;
}
