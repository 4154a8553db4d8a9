/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-contacts.h"

#include "mps-contact-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-message.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 organization;
  gint64 task;
} UndoImport;

/* The contacts that came with the task, and are still there. */
static GPtrArray *
read_contacts (const UndoImport *self, MpsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) contacts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_contact_record_free);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT " MPS_ROWS_CONTACT " FROM contacts "
                  "WHERE task = ?1 AND (?2 = 0 OR organization = ?2) ORDER BY id");
  MpsStep step;

  mps_statement_bind_int (statement, 1, self->task);
  mps_statement_bind_int (statement, 2, self->organization);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (contacts, mps_rows_read_contact (statement));
  return step == MPS_STEP_DONE ? g_steal_pointer (&contacts) : NULL;
}

static gboolean
check_any (const UndoImport *self, GPtrArray *contacts, GError **error)
{
  if (contacts->len > 0)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_NOTHING_TO_UNDO,
               _ ("None of the contacts that task %lld imported is there any more. Nothing was "
                  "changed."),
               (long long) self->task);
  return FALSE;
}

static gboolean
check_unassigned (MpsConnection *connection, GPtrArray *contacts, GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  for (guint i = 0; i < contacts->len; i++)
    {
      const MpsContactRecord *contact = contacts->pdata[i];
      g_autofree char *name = mps_contact_record_dup_name (contact);
      guint n_printers;

      if (!mps_contact_rows_count_printers (connection, contact->id, &n_printers, error))
        return FALSE;
      if (n_printers > 0)
        g_ptr_array_add (
            problems,
            mps_problem_new (0, name, "contact-assigned",
                             ngettext ("The contact is assigned to %u printer.",
                                       "The contact is assigned to %u printers.", n_printers),
                             n_printers));
    }
  if (problems->len == 0)
    return TRUE;
  g_propagate_error (
      error, mps_error_new_with_problems (
                 MPS_ERROR_CONTACT_ASSIGNED, problems,
                 ngettext ("%u contact of this import is assigned to printers. Nothing was undone. "
                           "Assign another contact to these printers first.",
                           "%u contacts of this import are assigned to printers. Nothing was "
                           "undone. Assign other contacts to these printers first.",
                           problems->len),
                 problems->len));
  return FALSE;
}

static gboolean
check_unchanged (GPtrArray *contacts, GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  for (guint i = 0; i < contacts->len; i++)
    {
      const MpsContactRecord *contact = contacts->pdata[i];
      g_autofree char *name = mps_contact_record_dup_name (contact);

      if (contact->revision > 1)
        g_ptr_array_add (problems,
                         mps_problem_new (0, name, "contact-changed",
                                          _ ("The contact was updated after the import.")));
    }
  if (problems->len == 0)
    return TRUE;
  g_propagate_error (
      error,
      mps_error_new_with_problems (
          MPS_ERROR_CONTACT_CHANGED, problems,
          ngettext ("%u contact of this import was updated since. Nothing was undone, so that no "
                    "work is lost. Delete the contacts that are not wanted one by one.",
                    "%u contacts of this import were updated since. Nothing was undone, so that "
                    "no work is lost. Delete the contacts that are not wanted one by one.",
                    problems->len),
          problems->len));
  return FALSE;
}

/* What the task did stays as it was told; that it was undone is told beside it. */
static gboolean
tell_task (const UndoImport *self, MpsJob *job, guint n_contacts, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (job->connection, "UPDATE tasks SET message = ? WHERE id = ?");
  g_autofree char *message = mps_task_message_keep_undone (n_contacts, g_get_user_name ());

  mps_statement_bind_text (statement, 1, message);
  mps_statement_bind_int (statement, 2, self->task);
  job->changes->tasks = TRUE;
  return mps_statement_run (statement, error);
}

static gboolean
delete_contacts (const UndoImport *self, MpsJob *job, guint *n_contacts, GError **error)
{
  g_autoptr (GPtrArray) contacts = read_contacts (self, job->connection, error);

  if (contacts == NULL || !check_any (self, contacts, error)
      || !check_unassigned (job->connection, contacts, error) || !check_unchanged (contacts, error))
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    if (mps_job_set_error_if_cancelled (job, error)
        || !mps_contact_rows_delete (job, ((MpsContactRecord *) contacts->pdata[i])->id, error))
      return FALSE;
  *n_contacts = contacts->len;
  return tell_task (self, job, contacts->len, error);
}

static gpointer
undo_import (MpsJob *job, gpointer data, GError **error)
{
  guint n_contacts;

  if (!mps_job_begin (job, MPS_DURABLE, error))
    return NULL;
  if (!delete_contacts (data, job, &n_contacts, error))
    mps_job_rollback (job);
  else if (mps_job_commit (job, error))
    return GUINT_TO_POINTER (n_contacts);
  return NULL;
}

/**
 * mps_store_undo_contacts_import_async:
 * @self: a store
 * @organization: whose the contacts must be; 0 for any
 * @task: the id of a task that imported contacts
 * @cancellable: (nullable): a cancellation leaves all as it was
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Deletes the contacts that came with an import, all of them or none: none when
 * one is assigned to a printer, or was updated since. Those that were deleted
 * meanwhile do not matter. The task says afterwards that it was undone; it is
 * no act for the history, because the file can be imported again.
 */
void
mps_store_undo_contacts_import_async (MpsStore *self, gint64 organization, gint64 task,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  UndoImport *data = g_new0 (UndoImport, 1);
  MpsStoreWork work = { undo_import, data, g_free, NULL };

  data->organization = organization;
  data->task = task;
  mps_store_run_async (self, mps_store_undo_contacts_import_async, &work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_undo_contacts_import_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_CONTACT_ASSIGNED or
 *   MPS_ERROR_CONTACT_CHANGED with a problem for each such contact, whose
 *   column is its name; MPS_ERROR_NOTHING_TO_UNDO
 *
 * Returns: how many contacts were deleted; 0 on error
 */
guint
mps_store_undo_contacts_import_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_UINT (
      mps_store_run_finish (self, result, mps_store_undo_contacts_import_async, error));
}
