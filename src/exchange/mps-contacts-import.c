/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-import.h"

#include <glib/gi18n.h>

/* What the store is asked for, and what is needed to report on it. */
typedef struct {
  MpsContactsFile *file;
  GPtrArray *rows; /* MpsContactRow: the good rows of the file */
} Import;

static void
row_free (MpsContactRow *row)
{
  mps_contact_record_free (row->contact);
  g_free (row);
}

static Import *
import_new (MpsContactsFile *file, gint64 organization)
{
  Import *import = g_new0 (Import, 1);
  GPtrArray *rows = mps_contacts_file_get_rows (file);

  import->file = g_object_ref (file);
  import->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const MpsContactsFileRow *row = g_ptr_array_index (rows, i);
      MpsContactRow *good;

      if (!row->contact)
        continue;
      good = g_new0 (MpsContactRow, 1);
      good->line = row->line;
      good->contact = mps_contact_record_copy (row->contact);
      good->contact->organization = organization;
      g_ptr_array_add (import->rows, good);
    }
  return import;
}

static void
import_free (Import *import)
{
  g_object_unref (import->file);
  g_ptr_array_unref (import->rows);
  g_free (import);
}

static void
report_existing (MpsContactsReport *report, GPtrArray *rows, GArray *existing)
{
  for (guint i = 0; i < existing->len; i++)
    {
      const MpsContactRow *row = g_ptr_array_index (rows, g_array_index (existing, guint, i));

      g_ptr_array_add (report->existing,
                       mps_existing_contact_new (row->line,
                                                 row->contact->fields[MPS_CONTACT_FIRST_NAME],
                                                 row->contact->fields[MPS_CONTACT_LAST_NAME]));
    }
}

static void
report_not_imported (MpsContactsReport *report, GPtrArray *rows, const MpsContactImport *outcome)
{
  const MpsContactRow *first;
  const MpsContactRow *last;

  if (outcome->not_imported >= rows->len)
    return;
  first = g_ptr_array_index (rows, outcome->not_imported);
  last = g_ptr_array_index (rows, rows->len - 1);
  report->first_line = first->line;
  report->last_line = last->line;
  if (!outcome->error || g_error_matches (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      report->cause = "import-canceled";
      report->message = g_strdup (_ ("The import was canceled."));
      return;
    }
  report->cause = "system-error";
  report->message = g_strdup (outcome->error->message);
}

static MpsContactsReport *
make_report (const Import *import, const MpsContactImport *outcome)
{
  MpsContactsReport *report = mps_contacts_report_new ();

  report->task = outcome->task;
  report->imported = outcome->imported;
  report_existing (report, import->rows, outcome->existing);
  report_not_imported (report, import->rows, outcome);
  g_ptr_array_unref (report->invalid);
  report->invalid = g_ptr_array_ref (mps_contacts_file_get_problems (import->file));
  return report;
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MpsContactImport) outcome
      = mps_store_import_contacts_finish (MPS_STORE (source), result, &error);

  if (outcome)
    g_task_return_pointer (task, make_report (g_task_get_task_data (task), outcome),
                           (GDestroyNotify) mps_contacts_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * mps_contacts_import_async:
 * @store: where the contacts go
 * @organization: whose they become
 * @file: what was loaded; it is not changed
 * @check: %TRUE to find out what would happen, and write nothing
 * @progress: (nullable): told of the rows that are done
 * @cancellable: (nullable): stops between two rows; those before stay
 * @callback: called on the main context of @store
 * @user_data: for @callback
 *
 * The import of contacts that the window and mpsctl share. The rows of @file
 * whose cells are all good are added in file order.
 */
void
mps_contacts_import_async (MpsStore *store, gint64 organization, MpsContactsFile *file,
                           gboolean check, MpsProgress *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Import *import = import_new (file, organization);
  guint n_invalid = mps_contacts_file_get_rows (file)->len - import->rows->len;

  g_task_set_source_tag (task, mps_contacts_import_async);
  /* A cancellation half-way is part of the report: the rows before it are in. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  mps_store_import_contacts_async (
      store, organization, import->rows, n_invalid, mps_contacts_file_get_problems (file),
      mps_contacts_file_get_name (file), check, progress, cancellable, on_imported, task);
}

/**
 * mps_contacts_import_finish:
 * @store: the store
 * @result: what the callback got
 * @error: why the import did not begin; nothing was changed then
 *
 * Returns: (transfer full) (nullable): the outcome, in the classes of
 *   contacts-file.md
 */
MpsContactsReport *
mps_contacts_import_finish (MpsStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
