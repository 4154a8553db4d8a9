/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-rows.h"
#include "mps-printers-work.h"
#include "mps-store-private.h"

#include <glib/gi18n.h>

/**
 * Assignment:
 * @contact: the contact; 0 until @created is stored
 * @created: (nullable): a new contact, made in the same transaction
 */
typedef struct {
  MpsPrintersWork work;
  gint64 contact;
  MpsContactRecord *created;
} Assignment;

static void
assignment_free (gpointer data)
{
  Assignment *self = data;

  mps_printers_work_clear (&self->work);
  g_clear_pointer (&self->created, mps_contact_record_free);
  g_free (self);
}

/* Printers are those of the contact's organization, whatever else was asked for. */
static gboolean
find_organization (Assignment *self, MpsJob *job, gint64 *organization, GError **error)
{
  g_autoptr (MpsContactRecord) contact
      = mps_contact_rows_read (job->connection, self->work.organization, self->contact, error);

  if (contact)
    *organization = contact->organization;
  return contact != NULL;
}

static gboolean
is_anything (const MpsPrinterRecord *printer, gpointer data)
{
  return TRUE;
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  Assignment *self = data;
  gint64 organization;
  gboolean found;

  return find_organization (self, job, &organization, error)
         && mps_printers_work_look (&self->work, job, organization, is_anything, NULL, &found,
                                    error);
}

/* What would refuse the new contact does so before there is a task. */
static gboolean
check_created (MpsJob *job, gpointer data, GError **error)
{
  Assignment *self = data;
  gboolean found;

  if (!mps_contact_rows_check (job->connection, self->created, error)
      || !mps_printers_work_look (&self->work, job, self->created->organization, is_anything, NULL,
                                  &found, error))
    return FALSE;
  if (!found)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL,
                 _ ("None of these printers belongs to the organization. Nothing was changed."));
  return found;
}

static gboolean
assign_one (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data, GError **error)
{
  Assignment *self = data;
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      run->job->connection, "UPDATE printers SET contact = ? WHERE id = ?");

  if (printer->contact == self->contact)
    return mps_task_run_add_assigned (run, printer, error);
  mps_statement_bind_int (statement, 1, self->contact);
  mps_statement_bind_int (statement, 2, printer->id);
  if (!mps_statement_run (statement, error))
    return FALSE;
  mps_job_touch_printer (run->job, printer->id);
  return mps_task_run_add_assigned (run, printer, error);
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Assignment *self = data;
  gint64 organization;

  return find_organization (self, run->job, &organization, error)
         && mps_task_run_set_contact (run, self->contact, error)
         && mps_targets_run (self->work.resolved, run, organization, self->work.progress,
                             assign_one, self, error);
}

/* The contact and its printers go together: what is canceled leaves neither. */
static gboolean
work_created (MpsTaskRun *run, gpointer data, GError **error)
{
  Assignment *self = data;

  self->contact = mps_contact_rows_save (run->job, self->created, error);
  if (self->contact == 0 || !work (run, self, error))
    return FALSE;
  return !run->canceled || !mps_job_set_error_if_cancelled (run->job, error);
}

static gpointer
assign (MpsJob *job, gpointer data, GError **error)
{
  Assignment *self = data;
  MpsTaskSpec spec
      = { MPS_TASK_ASSIGN, self->work.organization, 0, NULL, MPS_DURABLE, check, work };

  if (self->created)
    {
      spec.organization = self->created->organization;
      spec.check = check_created;
      spec.work = work_created;
    }
  return mps_printers_work_run (&self->work, job, &spec, self, error);
}

/**
 * mps_store_assign_contact_async:
 * @self: a store
 * @organization: printers of others are failed items; 0 for the contact's
 * @contact: the contact, which replaces the ones that the printers have
 * @targets: (transfer full): the printers; those of another organization than the contact's are
 *   failed items
 * @progress: (nullable): told of every printer
 * @cancellable: (nullable): those before a cancellation keep the contact
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_assign_contact_async (MpsStore *self, gint64 organization, gint64 contact,
                                MpsTargets *targets, MpsProgress *progress,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Assignment *data = g_new0 (Assignment, 1);
  MpsStoreWork store_work = { assign, data, assignment_free, g_object_unref };

  mps_printers_work_init (&data->work, organization, targets, progress);
  data->contact = contact;
  mps_store_run_async (self, mps_store_assign_contact_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_assign_contact_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_CONTACT, MPS_ERROR_UNKNOWN_SERIAL when
 *   none of the printers is known
 *
 * Returns: (transfer full) (nullable): the task with all its items
 */
MpsTask *
mps_store_assign_contact_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_assign_contact_async, error);
}

/**
 * mps_store_create_and_assign_async:
 * @self: a store
 * @contact: a new contact, checked and normalised, with its organization
 * @targets: (transfer full): the printers; those of another organization are failed items
 * @progress: (nullable): told of every printer
 * @cancellable: (nullable): a cancellation takes all of it back
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Creates a contact and assigns it, in one transaction: a refusal, a failure or
 * a cancellation leaves neither.
 */
void
mps_store_create_and_assign_async (MpsStore *self, const MpsContactRecord *contact,
                                   MpsTargets *targets, MpsProgress *progress,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Assignment *data = g_new0 (Assignment, 1);
  MpsStoreWork store_work = { assign, data, assignment_free, g_object_unref };

  mps_printers_work_init (&data->work, contact->organization, targets, progress);
  data->created = mps_contact_record_copy (contact);
  data->created->id = 0;
  mps_store_run_async (self, mps_store_create_and_assign_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_create_and_assign_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_CONTACT_EXISTS, MPS_ERROR_UNKNOWN_SERIAL,
 *   MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: (transfer full) (nullable): the task with all its items, and the new contact
 */
MpsTask *
mps_store_create_and_assign_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_create_and_assign_async, error);
}
