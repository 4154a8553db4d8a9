/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-contacts.h"

#include "mps-contact-rows.h"
#include "mps-organization-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"

typedef struct {
  gint64 organization;
  GArray *contacts; /* gint64 */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_array_unref (wanted->contacts);
  g_free (wanted);
}

static void
deleted_contact_free (gpointer data)
{
  MpsDeletedContact *deleted = data;

  mps_contact_record_free (deleted->contact);
  g_free (deleted);
}

typedef struct {
  GPtrArray *deleted; /* MpsDeletedContact */
  GArray *refused;    /* MpsContactRefusal */
} Deletion;

static Deletion *
deletion_new (void)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->deleted = g_ptr_array_new_with_free_func (deleted_contact_free);
  deletion->refused = g_array_new (FALSE, FALSE, sizeof (MpsContactRefusal));
  return deletion;
}

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_clear_pointer (&deletion->deleted, g_ptr_array_unref);
  g_clear_pointer (&deletion->refused, g_array_unref);
  g_free (deletion);
}

static gboolean
read_task (MpsConnection *connection, gint64 contact, gint64 *task, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT task FROM contacts WHERE id = ?");

  mps_statement_bind_int (statement, 1, contact);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return FALSE;
  *task = mps_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
delete_contact (MpsJob *job, MpsContactRecord *contact, Deletion *deletion, GError **error)
{
  g_autoptr (MpsContactRecord) kept = contact;
  MpsDeletedContact *deleted;
  gint64 task;

  if (!read_task (job->connection, contact->id, &task, error)
      || !mps_contact_rows_delete (job, contact->id, error))
    return FALSE;
  deleted = g_new0 (MpsDeletedContact, 1);
  deleted->contact = g_steal_pointer (&kept);
  deleted->task = task;
  g_ptr_array_add (deletion->deleted, deleted);
  return TRUE;
}

static gboolean
try_contact (MpsJob *job, gint64 organization, gint64 id, Deletion *deletion, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MpsContactRecord) contact
      = mps_contact_rows_read (job->connection, organization, id, &local_error);
  MpsContactRefusal refusal = { id, 0 };

  if (local_error && !g_error_matches (local_error, MPS_ERROR, MPS_ERROR_UNKNOWN_CONTACT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (contact && !mps_contact_rows_count_printers (job->connection, id, &refusal.printers, error))
    return FALSE;
  if (contact && refusal.printers == 0)
    return delete_contact (job, g_steal_pointer (&contact), deletion, error);
  g_array_append_val (deletion->refused, refusal);
  return TRUE;
}

static gboolean
delete_all (MpsJob *job, const Wanted *wanted, Deletion *deletion, GError **error)
{
  for (guint i = 0; i < wanted->contacts->len; i++)
    if (!try_contact (job, wanted->organization, g_array_index (wanted->contacts, gint64, i),
                      deletion, error))
      return FALSE;
  return TRUE;
}

static gpointer
delete_contacts (MpsJob *job, gpointer data, GError **error)
{
  Deletion *deletion;

  if (!mps_job_begin (job, MPS_DURABLE, error))
    return NULL;
  deletion = deletion_new ();
  if (!delete_all (job, data, deletion, error))
    mps_job_rollback (job);
  else if (mps_job_commit (job, error))
    return deletion;
  deletion_free (deletion);
  return NULL;
}

/**
 * mps_store_delete_contacts_async:
 * @self: a store
 * @organization: whose they must be; 0 for any
 * @contacts: (array length=n_contacts): their ids
 * @n_contacts: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Deletes those that are not assigned to any printer.
 */
void
mps_store_delete_contacts_async (MpsStore *self, gint64 organization, const gint64 *contacts,
                                 gsize n_contacts, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  MpsStoreWork work = { delete_contacts, wanted, wanted_free, deletion_free };

  wanted->organization = organization;
  wanted->contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (wanted->contacts, contacts, (guint) n_contacts);
  mps_store_run_async (self, mps_store_delete_contacts_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_delete_contacts_finish:
 * @self: a store
 * @result: what the callback was given
 * @deleted: (out) (optional) (transfer full) (element-type MpsDeletedContact): what is gone
 * @refused: (out) (optional) (transfer full) (element-type MpsContactRefusal): what stayed, and why
 * @error: return location for a #GError
 *
 * Returns: whether it was done; also when all were refused
 */
gboolean
mps_store_delete_contacts_finish (MpsStore *self, GAsyncResult *result, GPtrArray **deleted,
                                  GArray **refused, GError **error)
{
  Deletion *deletion = mps_store_run_finish (self, result, mps_store_delete_contacts_async, error);

  if (deletion == NULL)
    return FALSE;
  if (deleted)
    *deleted = g_steal_pointer (&deletion->deleted);
  if (refused)
    *refused = g_steal_pointer (&deletion->refused);
  deletion_free (deletion);
  return TRUE;
}

/* With its old id, by which tasks know it. */
static gboolean
insert (MpsJob *job, const MpsDeletedContact *deleted, const char *identity, GError **error)
{
  const MpsContactRecord *contact = deleted->contact;
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "INSERT INTO contacts (id, organization, revision, task, identity, " MPS_ROWS_CONTACT_FIELDS
      ") "
      "VALUES (?, ?, ?, nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  mps_statement_bind_int (statement, 1, contact->id);
  mps_statement_bind_int (statement, 2, contact->organization);
  mps_statement_bind_int (statement, 3, contact->revision + 1);
  mps_statement_bind_int (statement, 4, deleted->task);
  mps_statement_bind_text (statement, 5, identity);
  mps_rows_bind_contact_fields (statement, 6, contact);
  mps_job_touch_contact (job, contact->id);
  return mps_statement_run (statement, error);
}

/* Somebody may have created it anew, or restored it already. */
static gboolean
restore_contact (MpsJob *job, const MpsDeletedContact *deleted, guint *n_restored, GError **error)
{
  g_autofree char *identity = mps_contact_record_dup_identity (deleted->contact);
  const gint64 organization = deleted->contact->organization;
  gint64 other;

  if (!mps_organization_rows_require (job->connection, organization, error))
    return FALSE;
  other = mps_contact_rows_find (job->connection, organization, identity, error);
  if (other != 0)
    return other > 0;
  ++*n_restored;
  return insert (job, deleted, identity, error);
}

static gpointer
restore_contacts (MpsJob *job, gpointer data, GError **error)
{
  GPtrArray *deleted = data;
  guint n_restored = 0;

  if (!mps_job_begin (job, MPS_DURABLE, error))
    return NULL;
  for (guint i = 0; i < deleted->len; i++)
    if (!restore_contact (job, g_ptr_array_index (deleted, i), &n_restored, error))
      {
        mps_job_rollback (job);
        return NULL;
      }
  return mps_job_commit (job, error) ? g_memdup2 (&n_restored, sizeof n_restored) : NULL;
}

/**
 * mps_store_restore_contacts_async:
 * @self: a store
 * @deleted: (element-type MpsDeletedContact): what mps_store_delete_contacts_finish() gave; not
 *   changed, shared with the thread
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Brings deleted contacts back as they were, all or none. One that somebody has
 * created anew meanwhile is left alone.
 */
void
mps_store_restore_contacts_async (MpsStore *self, GPtrArray *deleted, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work
      = { restore_contacts, g_ptr_array_ref (deleted), (GDestroyNotify) g_ptr_array_unref, g_free };

  mps_store_run_async (self, mps_store_restore_contacts_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_restore_contacts_finish:
 * @self: a store
 * @result: what the callback was given
 * @n_restored: (out): how many came back
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: whether all of them are there now
 */
gboolean
mps_store_restore_contacts_finish (MpsStore *self, GAsyncResult *result, guint *n_restored,
                                   GError **error)
{
  g_autofree guint *restored
      = mps_store_run_finish (self, result, mps_store_restore_contacts_async, error);

  *n_restored = restored ? *restored : 0;
  return restored != NULL;
}
