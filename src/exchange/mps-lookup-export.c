/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lookup-export.h"

#include "fleet/mps-history.h"
#include "fleet/mps-time.h"

#include "mps-csv-cell.h"
#include "mps-csv-writer.h"

#include <glib/gi18n.h>

typedef struct {
  MpsLookupKind kind;
  MpsCsvWriter *csv; /* owned; NULL for text */
  GString *text;     /* owned; NULL for CSV */
  gboolean in_line;  /* whether the line of text has a cell already */
  guint n_rows;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->csv, mps_csv_writer_free);
  if (self->text)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
add_cell (Export *self, const char *text)
{
  if (self->csv)
    {
      mps_csv_writer_cell (self->csv, text);
      return;
    }
  if (self->in_line)
    g_string_append_c (self->text, '\t');
  mps_csv_cell_append_pasted (self->text, text);
  self->in_line = TRUE;
}

static void
end_row (Export *self)
{
  if (self->csv)
    mps_csv_writer_end_row (self->csv);
  else
    g_string_append_c (self->text, '\n');
  self->in_line = FALSE;
}

static void
add_cells (Export *self, const char *const *cells)
{
  for (; *cells; cells++)
    add_cell (self, *cells);
  end_row (self);
}

static const char *const *
get_titles (MpsLookupKind kind)
{
  static const char *const tasks[]
      = { N_ ("Task ID"),         N_ ("Kind"),    N_ ("State"), N_ ("Who"),
          N_ ("Started"),         N_ ("Ended"),   N_ ("Done"),  N_ ("Failed"),
          N_ ("File or contact"), N_ ("Message"), NULL };
  static const char *const items[]
      = { N_ ("Item"), N_ ("Outcome"), N_ ("Reason"), N_ ("Code"), NULL };
  static const char *const history[]
      = { N_ ("When"), N_ ("Who"), N_ ("Act"), N_ ("Subject"), N_ ("Detail"), NULL };
  static const char *const printers[]
      = { N_ ("Serial number"), N_ ("Model"), N_ ("Contact"), N_ ("Outcome"), N_ ("Reason"), NULL };

  switch (kind)
    {
    case MPS_LOOKUP_TASKS:
      return tasks;
    case MPS_LOOKUP_TASK_ITEMS:
      return items;
    case MPS_LOOKUP_HISTORY:
      return history;
    case MPS_LOOKUP_REQUEST_PRINTERS:
      return printers;
    }
  g_return_val_if_reached (NULL);
}

static void
add_titles (Export *self)
{
  for (const char *const *titles = get_titles (self->kind); *titles; titles++)
    add_cell (self, _ (*titles));
  end_row (self);
}

static void
add_task (Export *self, MpsTask *task)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, mps_task_get_id (task));
  g_autofree char *started = mps_time_dup_text (mps_task_get_started (task));
  g_autofree char *ended = mps_time_dup_text (mps_task_get_ended (task));
  g_autofree char *done = g_strdup_printf ("%u", mps_task_get_done (task));
  g_autofree char *failed = g_strdup_printf ("%u", mps_task_get_failed (task));
  const char *message = mps_task_get_message (task);

  add_cells (self,
             (const char *const[]) { id, mps_task_kind_get_label (mps_task_get_kind (task)),
                                     mps_task_state_get_label (mps_task_get_state (task)),
                                     mps_task_get_who (task), started, ended, done, failed,
                                     mps_task_get_subject (task), message ? message : "", NULL });
}

static void
add_item (Export *self, const MpsTaskItem *item)
{
  add_cells (self, (const char *const[]) { item->item, mps_task_outcome_get_label (item->outcome),
                                           item->reason ? item->reason : "",
                                           item->code ? item->code : "", NULL });
}

/* Evidence has its time as it was stored, to the second and in no time zone of the reader. */
static void
add_entry (Export *self, const MpsHistoryEntry *entry)
{
  g_autofree char *detail = mps_history_dup_detail (entry->act, entry->detail);

  add_cells (self,
             (const char *const[]) { entry->at, entry->who, mps_history_get_act_label (entry->act),
                                     entry->subject, detail, NULL });
}

static void
add_printer (Export *self, const MpsRequestLine *line)
{
  add_cells (self,
             (const char *const[]) { line->serial, line->model, line->contact,
                                     mps_managed_get_label (line->outcome), line->reason, NULL });
}

static void
add_record (gconstpointer record, gpointer user_data)
{
  Export *self = user_data;

  self->n_rows++;
  switch (self->kind)
    {
    case MPS_LOOKUP_TASKS:
      add_task (self, MPS_TASK ((gpointer) record));
      break;
    case MPS_LOOKUP_TASK_ITEMS:
      add_item (self, record);
      break;
    case MPS_LOOKUP_HISTORY:
      add_entry (self, record);
      break;
    case MPS_LOOKUP_REQUEST_PRINTERS:
      add_printer (self, record);
      break;
    }
}

static void
on_walked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (mps_store_lookup_each_finish (MPS_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Export *
export_new (MpsLookupKind kind, MpsLookupForm form)
{
  Export *self = g_new0 (Export, 1);

  self->kind = kind;
  if (form == MPS_LOOKUP_TEXT)
    {
      self->text = g_string_new (NULL);
      return self;
    }
  self->csv = mps_csv_writer_new (MPS_CSV_BOM | MPS_CSV_SAFE);
  add_titles (self);
  return self;
}

/**
 * mps_lookup_export_async:
 * @store: a store
 * @lookup: what is wanted of it
 * @form: how it is written
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Writes all rows of a lookup into memory, off the main thread, with the words
 * of the user's language.
 */
void
mps_lookup_export_async (MpsStore *store, MpsLookup *lookup, MpsLookupForm form,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Export *export = export_new (mps_lookup_get_kind (lookup), form);

  g_task_set_source_tag (task, mps_lookup_export_async);
  g_task_set_task_data (task, export, export_free);
  mps_store_lookup_each_async (store, lookup, add_record, export, NULL, cancellable, on_walked,
                               task);
}

/**
 * mps_lookup_export_finish:
 * @store: the store
 * @result: what the callback was given
 * @n_rows: (out) (optional): how many rows were written
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what was written; text ends with NUL
 *   outside of its length
 */
GBytes *
mps_lookup_export_finish (MpsStore *store, GAsyncResult *result, guint *n_rows, GError **error)
{
  Export *export;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  export = g_task_get_task_data (G_TASK (result));
  if (n_rows)
    *n_rows = export->n_rows;
  if (export->csv)
    return mps_csv_writer_steal (export->csv);
  return g_string_free_to_bytes (g_steal_pointer (&export->text));
}
