/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-import.h"

#include "mps-contacts-row-private.h"

#include <glib/gi18n.h>

/* A row of the file as it was when the store was asked. */
typedef struct {
  MpsContactsRow *row;
  guint revision;
} Asked;

/* What the store is asked for, and what is needed to report on it. */
typedef struct {
  gboolean check;
  GPtrArray *rows;     /* MpsContactRow: the good rows of the file */
  GArray *asked;       /* Asked, for each of them */
  GPtrArray *problems; /* MpsProblem, of the others */
  guint n_invalid;
  guint n_excluded;
} Import;

static void
row_free (MpsContactRow *row)
{
  mps_contact_record_free (row->contact);
  g_free (row);
}

static void
asked_clear (gpointer data)
{
  g_object_unref (((Asked *) data)->row);
}

static void
ask_for (Import *import, MpsContactsRow *row, gint64 organization)
{
  Asked asked = { g_object_ref (row), mps_contacts_row_get_revision (row) };
  MpsContactRow *good = g_new0 (MpsContactRow, 1);

  good->line = mps_contacts_row_get_line (row);
  good->contact = mps_contact_record_copy (mps_contacts_row_get_contact (row));
  good->contact->organization = organization;
  g_ptr_array_add (import->rows, good);
  g_array_append_val (import->asked, asked);
}

static void
sort_row (Import *import, MpsContactsRow *row, gint64 organization)
{
  switch (mps_contacts_row_get_status (row))
    {
    case MPS_CONTACTS_ROW_NEW:
    case MPS_CONTACTS_ROW_EXISTS:
      if (!mps_contacts_row_is_settled (row))
        ask_for (import, row, organization);
      break;
    case MPS_CONTACTS_ROW_INVALID:
      import->n_invalid++;
      break;
    case MPS_CONTACTS_ROW_EXCLUDED:
      import->n_excluded++;
      break;
    case MPS_CONTACTS_ROW_IMPORTED:
      break;
    }
}

static Import *
import_new (MpsContactsFile *file, gint64 organization, gboolean check)
{
  Import *import = g_new0 (Import, 1);

  import->check = check;
  import->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  import->asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  g_array_set_clear_func (import->asked, asked_clear);
  import->problems = g_ptr_array_ref (mps_contacts_file_get_problems (file));
  for (guint i = 0; i < mps_contacts_file_get_n_rows (file); i++)
    sort_row (import, mps_contacts_file_get_row (file, i), organization);
  return import;
}

static void
import_free (Import *import)
{
  g_ptr_array_unref (import->rows);
  g_array_unref (import->asked);
  g_ptr_array_unref (import->problems);
  g_free (import);
}

/* What a check found out about a row that was corrected meanwhile, is of no use any more. */
static void
settle_row (const Import *import, guint i, gboolean exists)
{
  const Asked *asked = &g_array_index (import->asked, Asked, i);

  if (!import->check || asked->revision == mps_contacts_row_get_revision (asked->row))
    mps_contacts_row_set_outcome (asked->row, exists, !import->check);
}

static void
settle_rows (const Import *import, const MpsContactImport *outcome)
{
  for (guint i = 0, next = 0; i < outcome->not_imported; i++)
    {
      gboolean exists
          = next < outcome->existing->len && g_array_index (outcome->existing, guint, next) == i;

      next += exists;
      settle_row (import, i, exists);
    }
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
  report->excluded = import->n_excluded;
  g_ptr_array_unref (report->invalid);
  report->invalid = g_ptr_array_ref (import->problems);
  return report;
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MpsContactImport) outcome
      = mps_store_import_contacts_finish (MPS_STORE (source), result, &error);

  if (outcome == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  settle_rows (g_task_get_task_data (task), outcome);
  g_task_return_pointer (task, make_report (g_task_get_task_data (task), outcome),
                         (GDestroyNotify) mps_contacts_report_free);
}

/**
 * mps_contacts_import_async:
 * @store: where the contacts go
 * @organization: whose they become
 * @file: what was loaded and perhaps corrected; its rows are told what became of them
 * @check: %TRUE to find out what would happen, and write nothing
 * @progress: (nullable): told of the rows that are done
 * @cancellable: (nullable): stops between two rows; those before stay
 * @callback: called on the main context of @store
 * @user_data: for @callback
 *
 * The import of contacts that the window and mpsctl share. The rows of @file
 * whose cells are all good are added in file order. Those that an earlier
 * import of @file has added or found to exist, and those left out, are not part
 * of it: what was corrected after an import can be imported by another.
 */
void
mps_contacts_import_async (MpsStore *store, gint64 organization, MpsContactsFile *file,
                           gboolean check, MpsProgress *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Import *import = import_new (file, organization, check);

  g_task_set_source_tag (task, mps_contacts_import_async);
  /* A cancellation half-way is part of the report: the rows before it are in. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  mps_store_import_contacts_async (store, organization, import->rows, import->n_invalid,
                                   import->problems, mps_contacts_file_get_name (file), check,
                                   progress, cancellable, on_imported, task);
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
