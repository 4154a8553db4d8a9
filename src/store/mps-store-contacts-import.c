/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-contacts.h"

#include "mps-contact-rows.h"
#include "mps-organization-rows.h"
#include "mps-rows.h"
#include "mps-store-private.h"
#include "mps-task-run.h"

#include <glib/gi18n.h>

typedef struct {
  /* What is asked for; of the main thread, not changed any more. */
  gint64 organization;
  GPtrArray *rows;
  guint n_invalid;
  GPtrArray *problems; /* (nullable) */
  char *file_name;
  gboolean check;
  MpsProgress *progress;

  /* While it runs. */
  GHashTable *seen; /* identities of the rows before */
  MpsContactImport *result;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_object (&self->progress);
  g_free (self->file_name);
  g_free (self);
}

/**
 * mps_contact_import_free:
 * @self: (transfer full): the outcome of an import
 */
void
mps_contact_import_free (MpsContactImport *self)
{
  g_array_unref (self->existing);
  g_clear_error (&self->error);
  g_free (self);
}

/* Whether the row's contact is new; if not, or on error, it goes no further. */
static gboolean
is_new (Import *self, MpsJob *job, const char *identity, GError **error)
{
  gint64 stored;

  if (!g_hash_table_add (self->seen, g_strdup (identity)))
    return FALSE;
  stored = mps_contact_rows_find (job->connection, self->organization, identity, error);
  return stored == 0;
}

static gboolean
insert (Import *self, MpsJob *job, const MpsContactRow *row, const char *identity, GError **error)
{
  return self->check
         || mps_contact_rows_insert (job, self->organization, row->contact, identity,
                                     self->result->task, error)
                > 0;
}

static gboolean
import_row (Import *self, MpsJob *job, guint i, GError **error)
{
  const MpsContactRow *row = g_ptr_array_index (self->rows, i);
  g_autofree char *identity = mps_contact_record_dup_identity (row->contact);
  GError *local_error = NULL;

  if (is_new (self, job, identity, &local_error))
    {
      if (insert (self, job, row, identity, &local_error))
        self->result->imported++;
      else
        g_hash_table_remove (self->seen, identity);
    }
  else if (local_error == NULL)
    g_array_append_val (self->result->existing, i);
  if (local_error)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/* Stops at the first row that can't be reached, and says why in the result. */
static void
import_rows (Import *self, MpsJob *job)
{
  MpsContactImport *result = self->result;
  guint i;

  for (i = 0; i < self->rows->len; i++)
    {
      if (mps_job_set_error_if_cancelled (job, &result->error)
          || !import_row (self, job, i, &result->error))
        break;
      if (self->progress)
        mps_progress_report (self->progress, i + 1, self->rows->len);
    }
  result->not_imported = i;
}

static gboolean
add_existing (Import *self, MpsTaskRun *run, GError **error)
{
  GArray *existing = self->result->existing;

  for (guint i = 0; i < existing->len; i++)
    {
      const MpsContactRow *row = g_ptr_array_index (self->rows, g_array_index (existing, guint, i));
      g_autofree char *line = g_strdup_printf ("%u", row->line);

      if (!mps_task_run_add_failed (run, line, "contact-exists",
                                    N_ ("This contact exists already."), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_not_imported (Import *self, MpsTaskRun *run, GError **error)
{
  const MpsContactRow *first, *last;
  g_autofree char *range = NULL;

  if (self->result->not_imported == self->rows->len)
    return TRUE;
  first = g_ptr_array_index (self->rows, self->result->not_imported);
  last = g_ptr_array_index (self->rows, self->rows->len - 1);
  range = g_strdup_printf ("%u–%u", first->line, last->line);
  return mps_task_run_add_not_done (run, range, error);
}

static gboolean
record_outcome (Import *self, MpsTaskRun *run, GError **error)
{
  run->done = self->result->imported;
  run->failed = self->n_invalid;
  for (guint i = 0; self->problems && i < self->problems->len; i++)
    if (!mps_task_run_add_problem (run, g_ptr_array_index (self->problems, i), error))
      return FALSE;
  return add_existing (self, run, error) && add_not_imported (self, run, error);
}

static gboolean
work (MpsTaskRun *run, gpointer data, GError **error)
{
  Import *self = data;
  MpsContactImport *result = self->result;

  import_rows (self, run->job);
  if (result->error && !g_error_matches (result->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      run->failure = result->error;
      /* Some failures take the rows before with them. */
      if (!mps_connection_is_in_transaction (run->job->connection))
        {
          g_propagate_error (error, g_steal_pointer (&result->error));
          return FALSE;
        }
    }
  return record_outcome (self, run, error);
}

static gboolean
check (MpsJob *job, gpointer data, GError **error)
{
  const Import *self = data;

  return mps_organization_rows_require (job->connection, self->organization, error);
}

/* When not even the rows before could be kept, none is in, and the report says so. */
static void
forget_rows (MpsContactImport *result, GError *cause)
{
  result->imported = 0;
  result->not_imported = 0;
  g_array_set_size (result->existing, 0);
  g_clear_error (&result->error);
  result->error = cause;
}

static gboolean
import_as_task (Import *self, MpsJob *job, GError **error)
{
  MpsTaskSpec spec = { MPS_TASK_IMPORT_CONTACTS,
                       self->organization,
                       self->rows->len,
                       self->file_name,
                       MPS_DURABLE,
                       check,
                       work,
                       self->progress };
  GError *local_error = NULL;

  if (mps_task_run (job, &spec, self, &self->result->task, &local_error))
    return TRUE;
  if (self->result->task == 0 || mps_error_is_refusal (local_error))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  forget_rows (self->result, local_error);
  return TRUE;
}

static gboolean
check_only (Import *self, MpsJob *job, GError **error)
{
  if (!check (job, self, error))
    return FALSE;
  import_rows (self, job);
  if (self->result->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->result->error));
  return FALSE;
}

static gpointer
import_contacts (MpsJob *job, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (MpsContactImport) result = g_new0 (MpsContactImport, 1);

  result->existing = g_array_new (FALSE, FALSE, sizeof (guint));
  self->result = result;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->check ? check_only (self, job, error) : import_as_task (self, job, error))
    return g_steal_pointer (&result);
  return NULL;
}

/**
 * mps_store_import_contacts_async:
 * @self: a store
 * @organization: whose the contacts become
 * @rows: (element-type MpsContactRow): in file order; not changed any more
 * @n_invalid: how many rows were rejected before
 * @problems: (nullable) (element-type MpsProblem): why; not changed any more
 * @file_name: (nullable): what the task says it is about
 * @check: compare only, and write nothing
 * @progress: (nullable): told of every row
 * @cancellable: (nullable): looked at between the rows; those before stay
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Adds the contacts that are new, one after the other. A cancellation or a
 * failure half-way is told in the result, and the rows before it are in.
 */
void
mps_store_import_contacts_async (MpsStore *self, gint64 organization, GPtrArray *rows,
                                 guint n_invalid, GPtrArray *problems, const char *file_name,
                                 gboolean check_rows, MpsProgress *progress,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Import *data = g_new0 (Import, 1);
  MpsStoreWork store_work
      = { import_contacts, data, import_free, (GDestroyNotify) mps_contact_import_free };

  data->organization = organization;
  data->rows = g_ptr_array_ref (rows);
  data->n_invalid = n_invalid;
  data->problems = problems ? g_ptr_array_ref (problems) : NULL;
  data->file_name = g_strdup (file_name);
  data->check = check_rows;
  g_set_object (&data->progress, progress);
  mps_store_run_async (self, mps_store_import_contacts_async, &store_work, cancellable, callback,
                       user_data);
}

/**
 * mps_store_import_contacts_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError: why the import did not begin
 *
 * Returns: (transfer full) (nullable): what became of the rows
 */
MpsContactImport *
mps_store_import_contacts_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_import_contacts_async, error);
}
