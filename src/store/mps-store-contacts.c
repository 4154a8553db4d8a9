/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-contacts.h"

#include "mps-contact-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"

static gpointer
save_contact (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (MpsContactRecord) saved = NULL;
  gint64 id;

  if (!mps_job_begin (job, MPS_DURABLE, error))
    return NULL;
  id = mps_contact_rows_save (job, data, error);
  if (id != 0)
    saved = mps_contact_rows_read (job->connection, 0, id, error);
  if (saved == NULL)
    mps_job_rollback (job);
  else if (mps_job_commit (job, error))
    return g_steal_pointer (&saved);
  return NULL;
}

/**
 * mps_store_save_contact_async:
 * @self: a store
 * @contact: checked and normalised. With id 0 a new one is made; else the stored one is updated,
 *   unless its revision is another meanwhile
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_save_contact_async (MpsStore *self, const MpsContactRecord *contact,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  MpsStoreWork work
      = { save_contact, mps_contact_record_copy (contact), (GDestroyNotify) mps_contact_record_free,
          (GDestroyNotify) mps_contact_record_free };

  mps_store_run_async (self, mps_store_save_contact_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_save_contact_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_CONTACT_EXISTS, MPS_ERROR_CONTACT_CHANGED,
 *   MPS_ERROR_UNKNOWN_CONTACT, MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: (transfer full) (nullable): the contact as it is stored
 */
MpsContactRecord *
mps_store_save_contact_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_save_contact_async, error);
}

static gpointer
find_contact (MpsJob *job, gpointer data, GError **error)
{
  const MpsContactRecord *wanted = data;
  g_autofree char *identity = mps_contact_record_dup_identity (wanted);
  gint64 id = mps_contact_rows_find (job->connection, wanted->organization, identity, error);

  return id < 0 ? NULL : mps_contact_rows_read (job->connection, wanted->organization, id, error);
}

/**
 * mps_store_find_contact_async:
 * @self: a store
 * @contact: checked and normalised, with its organization
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Looks for the contact that is the same one as @contact: of the same name,
 * company, address and postal code.
 */
void
mps_store_find_contact_async (MpsStore *self, const MpsContactRecord *contact,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  MpsStoreWork work
      = { find_contact, mps_contact_record_copy (contact), (GDestroyNotify) mps_contact_record_free,
          (GDestroyNotify) mps_contact_record_free };

  mps_store_run_async (self, mps_store_find_contact_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_find_contact_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_CONTACT
 *
 * Returns: (transfer full) (nullable): the contact as it is stored
 */
MpsContactRecord *
mps_store_find_contact_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_find_contact_async, error);
}

typedef struct {
  gint64 organization;
  GArray *contacts; /* gint64 */
} ContactsData;

static void
contacts_data_free (gpointer data)
{
  ContactsData *contacts = data;

  g_array_unref (contacts->contacts);
  g_free (contacts);
}

static ContactsData *
contacts_data_new (gint64 organization, const gint64 *contacts, gsize n_contacts)
{
  ContactsData *data = g_new0 (ContactsData, 1);

  data->organization = organization;
  data->contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (data->contacts, contacts, (guint) n_contacts);
  return data;
}

typedef struct {
  MpsContactRecord *contact;
  guint n_printers;
} FoundContact;

static void
found_contact_free (gpointer data)
{
  FoundContact *found = data;

  g_clear_pointer (&found->contact, mps_contact_record_free);
  g_free (found);
}

static gpointer
get_contact (MpsJob *job, gpointer data, GError **error)
{
  ContactsData *wanted = data;
  FoundContact *found = g_new0 (FoundContact, 1);
  gint64 id = g_array_index (wanted->contacts, gint64, 0);

  found->contact = mps_contact_rows_read (job->connection, wanted->organization, id, error);
  if (found->contact
      && mps_contact_rows_count_printers (job->connection, id, &found->n_printers, error))
    return found;
  found_contact_free (found);
  return NULL;
}

/**
 * mps_store_get_contact_async:
 * @self: a store
 * @organization: whose it must be; 0 for any
 * @contact: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_get_contact_async (MpsStore *self, gint64 organization, gint64 contact,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  MpsStoreWork work = { get_contact, contacts_data_new (organization, &contact, 1),
                        contacts_data_free, found_contact_free };

  mps_store_run_async (self, mps_store_get_contact_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_get_contact_finish:
 * @self: a store
 * @result: what the callback was given
 * @printers: (out) (optional): to how many printers it is assigned
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_CONTACT
 *
 * Returns: (transfer full) (nullable): the contact
 */
MpsContactRecord *
mps_store_get_contact_finish (MpsStore *self, GAsyncResult *result, guint *printers, GError **error)
{
  FoundContact *found = mps_store_run_finish (self, result, mps_store_get_contact_async, error);
  MpsContactRecord *contact;

  if (found == NULL)
    return NULL;
  if (printers)
    *printers = found->n_printers;
  contact = g_steal_pointer (&found->contact);
  found_contact_free (found);
  return contact;
}
