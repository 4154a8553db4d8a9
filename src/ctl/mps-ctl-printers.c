/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-serials.h"
#include "mps-ctl-table.h"
#include "mps-ctl-task.h"

#include "exchange/mps-fleet-file.h"
#include "exchange/mps-text-input.h"
#include "fleet/mps-printer-list.h"

#include <glib/gi18n.h>

static gboolean all_items;

static void
print_import (MpsCtl *ctl, const MpsPrinterImport *import, MpsFleetFile *file)
{
  const char *const *ignored = mps_fleet_file_get_ignored_columns (file);

  mps_ctl_output_print (ctl->output,
                        ngettext ("%u row read (%s): %u created, %u updated, %u unchanged, "
                                  "%u rejected.\n",
                                  "%u rows read (%s): %u created, %u updated, %u unchanged, "
                                  "%u rejected.\n",
                                  import->rows),
                        import->rows, mps_fleet_file_get_encoding (file), import->created,
                        import->updated, import->unchanged, import->rejected);
  if (import->canceled)
    mps_ctl_output_print (ctl->output, "%s\n",
                          _ ("The import was canceled. What is counted above is in."));
  for (guint i = 0; ignored && ignored[i]; i++)
    mps_ctl_output_print (ctl->output, _ ("The column “%s” is not known and was ignored.\n"),
                          ignored[i]);
  mps_ctl_print_problems (ctl->output, import->problems);
}

static void
json_import (MpsCtl *ctl, const MpsPrinterImport *import, MpsFleetFile *file)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  const char *const *ignored = mps_fleet_file_get_ignored_columns (file);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "rows", import->rows);
  mps_ctl_json_integer (json, "created", import->created);
  mps_ctl_json_integer (json, "updated", import->updated);
  mps_ctl_json_integer (json, "unchanged", import->unchanged);
  mps_ctl_json_problems (json, "rejected", import->problems);
  mps_ctl_json_begin_array (json, "ignored_columns");
  for (guint i = 0; ignored && ignored[i]; i++)
    mps_ctl_json_string (json, NULL, ignored[i]);
  mps_ctl_json_end (json);
  mps_ctl_json_string (json, "encoding", mps_fleet_file_get_encoding (file));
  mps_ctl_json_end (json);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MpsImportColumns columns;
  GError *error = NULL;

  if (mps_printer_source_open (task_data, &columns, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Before the database: a file that is refused must not leave a new one behind. On a thread, as
 * Ctrl-C must be heard while a pipe is silent. */
static gboolean
open_source (MpsCtl *ctl, MpsFleetFile *source, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, ctl->cancellable, mps_ctl_ready, &result);

  g_task_set_task_data (task, g_object_ref (source), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
  mps_ctl_wait (ctl, &result);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static MpsCtlStatus
import_printers (MpsCtl *ctl, GError **error)
{
  g_autoptr (GFile) file = mps_text_input_file_for_arg (ctl->arguments[0]);
  g_autoptr (MpsFleetFile) source = mps_fleet_file_new (file, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autofree char *name = g_file_get_basename (file);

  /* With several organizations the rows may name theirs; those that do not are rejected. */
  if (!open_source (ctl, source, error) || !mps_ctl_open (ctl, MPS_STORE_OPEN_CREATE, error))
    return MPS_CTL_FAILED;
  mps_store_import_printers_async (ctl->store, ctl->organization, MPS_PRINTER_SOURCE (source), name,
                                   ctl->progress, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  import = mps_store_import_printers_finish (ctl->store, result, error);
  if (import == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_import (ctl, import, source);
  else
    print_import (ctl, import, source);
  return import->rejected > 0 || import->canceled ? MPS_CTL_PARTLY : MPS_CTL_DONE;
}

static void
print_printer (MpsCtl *ctl, guint32 row)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 2, 0);

  for (int column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    {
      g_autofree char *text = mps_printer_column_dup_whole_text (column, ctl->fleet, row);

      mps_ctl_table_row (table, mps_printer_column_get_label (column), text, NULL);
    }
}

static MpsCtlStatus
show (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_auto (GStrv) serials = mps_ctl_dup_serials (ctl, 0, NULL, error);
  guint32 row;

  if (serials == NULL || !mps_ctl_load (ctl, error))
    return MPS_CTL_FAILED;
  row = mps_ctl_find_serial (ctl, serials[0]);
  if (row == MPS_NO_ROW)
    {
      g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL,
                   _ ("There is no printer with the serial number “%s”."), ctl->arguments[0]);
      return MPS_CTL_FAILED;
    }
  if (ctl->json)
    mps_ctl_json_printer (json, ctl->fleet, row);
  else
    print_printer (ctl, row);
  return MPS_CTL_DONE;
}

static MpsCtlStatus
unenroll (MpsCtl *ctl, GError **error)
{
  g_auto (GStrv) serials = mps_ctl_dup_serials (ctl, 0, NULL, error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  if (serials == NULL || !mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_store_unenroll_async (ctl->store, ctl->organization,
                            mps_targets_new_serials ((const char *const *) serials), ctl->progress,
                            ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  task = mps_store_unenroll_finish (ctl->store, result, error);
  return task ? mps_ctl_report_task (ctl, task, all_items, -1) : MPS_CTL_FAILED;
}

static const GOptionEntry unenroll_options[] = {
  MPS_CTL_ALL_ITEMS_ENTRY (all_items),
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_printers_commands[] = {
  { "printers", "import", "FILE", N_ ("Import a fleet list"), NULL, 1, 1, TRUE, import_printers },
  { "printers", "show", "SERIAL", N_ ("Show a printer"), NULL, 1, 1, FALSE, show },
  { "printers", "unenroll", "SERIAL… [--all-items]", N_ ("Remove printers that are not managed"),
    unenroll_options, 1, G_MAXUINT, FALSE, unenroll },
  { NULL },
};
