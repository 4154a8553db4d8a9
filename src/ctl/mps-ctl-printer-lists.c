/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "exchange/mps-printers-export.h"
#include "fleet/mps-printer-list.h"

#include <glib/gi18n.h>

static char *search;
static char *status_id;
static char *sort_id;
static gboolean descending;
static int limit = -1;
static int offset;
static const MpsPrinterColumn shown_columns[] = {
  MPS_PRINTER_COLUMN_SERIAL,   MPS_PRINTER_COLUMN_MODEL,   MPS_PRINTER_COLUMN_IP_ADDRESS,
  MPS_PRINTER_COLUMN_LOCATION, MPS_PRINTER_COLUMN_CONTACT, MPS_PRINTER_COLUMN_STATUS,
};

static GStrv
dup_column_ids (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (int column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    g_strv_builder_add (ids, mps_printer_column_get_id (column));
  return g_strv_builder_end (ids);
}

static GStrv
dup_status_ids (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (int status = 0; status < MPS_N_STATUSES; status++)
    g_strv_builder_add (ids, mps_status_get_id (status));
  return g_strv_builder_end (ids);
}

static gboolean
parse_list_options (int *status, int *column, GError **error)
{
  *status = status_id ? mps_status_from_id (status_id) : MPS_PRINTER_ANY_STATUS;
  *column = sort_id ? mps_printer_column_from_id (sort_id) : MPS_PRINTER_COLUMN_SERIAL;
  if (status_id && *status < 0)
    {
      g_auto (GStrv) all = dup_status_ids ();
      g_autofree char *ids = g_strjoinv (", ", all);

      mps_ctl_set_usage_error (error, _ ("There is no status “%s”. There are: %s."), status_id,
                               ids);
      return FALSE;
    }
  if (*column < 0)
    {
      g_auto (GStrv) all = dup_column_ids ();
      g_autofree char *ids = g_strjoinv (", ", all);

      mps_ctl_set_usage_error (error, _ ("There is no column “%s”. There are: %s."), sort_id, ids);
      return FALSE;
    }
  if (limit < -1 || offset < 0)
    {
      mps_ctl_set_usage_error (error, "%s", _ ("A limit or offset is a whole number from 0."));
      return FALSE;
    }
  return TRUE;
}

/* The list that the options describe; its rows are all that match, before the limit. */
static MpsPrinterList *
load_list (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();
  MpsPrinterList *list;
  int column;

  if (!parse_list_options (&criteria->status, &column, error) || !mps_ctl_load (ctl, error))
    return NULL;
  list = mps_printer_list_new (ctl->fleet);
  mps_row_list_set_organization (MPS_ROW_LIST (list), ctl->organization);
  if (search)
    g_set_str (&criteria->search, search);
  mps_printer_list_set_criteria (list, criteria);
  mps_row_list_set_sort (MPS_ROW_LIST (list), column, descending);
  return list;
}

static const guint32 *
get_page (MpsPrinterList *list, guint *n_rows, guint *total)
{
  const guint32 *rows = mps_row_list_get_rows (MPS_ROW_LIST (list), total);
  guint first = MIN ((guint) offset, *total);

  *n_rows = *total - first;
  if (limit >= 0)
    *n_rows = MIN (*n_rows, (guint) limit);
  return rows + first;
}

static void
print_list (MpsCtl *ctl, const guint32 *rows, guint n_rows, guint total)
{
  MpsCtlTable *table = mps_ctl_table_new (ctl->output, G_N_ELEMENTS (shown_columns), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (shown_columns); i++)
    mps_ctl_table_cell (table, mps_printer_column_get_label (shown_columns[i]));
  for (guint row = 0; row < n_rows; row++)
    for (gsize i = 0; i < G_N_ELEMENTS (shown_columns); i++)
      {
        g_autofree char *text
            = mps_printer_column_dup_text (shown_columns[i], ctl->fleet, rows[row]);

        mps_ctl_table_cell (table, text);
      }
  mps_ctl_table_end (table);
  mps_ctl_output_print (ctl->output, ngettext ("%u printer\n", "%u printers\n", total), total);
}

static void
json_list (MpsCtl *ctl, const guint32 *rows, guint n_rows, guint total)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "total", total);
  mps_ctl_json_begin_array (json, "printers");
  for (guint i = 0; i < n_rows; i++)
    mps_ctl_json_printer (json, ctl->fleet, rows[i]);
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
}

static MpsCtlStatus
list (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsPrinterList) printers = load_list (ctl, error);
  const guint32 *rows;
  guint n_rows, total;

  if (printers == NULL)
    return MPS_CTL_FAILED;
  rows = get_page (printers, &n_rows, &total);
  if (ctl->json)
    json_list (ctl, rows, n_rows, total);
  else
    print_list (ctl, rows, n_rows, total);
  return MPS_CTL_DONE;
}

static MpsCtlStatus
export_printers (MpsCtl *ctl, GError **error)
{
  g_autoptr (GFile) file = mps_output_file_for_arg (ctl->arguments[0]);
  g_autoptr (MpsPrinterList) printers = load_list (ctl, error);
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GBytes) contents = NULL;
  MpsPrinterColumn columns[MPS_N_PRINTER_COLUMNS];
  const guint32 *rows;
  guint n_rows, total;

  if (printers == NULL)
    return MPS_CTL_FAILED;
  rows = get_page (printers, &n_rows, &total);
  for (int column = 0; column < MPS_N_PRINTER_COLUMNS; column++)
    columns[column] = column;
  contents = mps_printers_export (ctl->fleet, rows, n_rows, columns, MPS_N_PRINTER_COLUMNS,
                                  MPS_CSV_SAFE);
  if (!mps_output_replace (file, contents, error))
    return MPS_CTL_FAILED;
  mps_ctl_set_file (ctl, ctl->arguments[0]);
  if (!ctl->json)
    {
      mps_ctl_output_print (ctl->output,
                            ngettext ("%u printer exported.\n", "%u printers exported.\n", n_rows),
                            n_rows);
      return MPS_CTL_DONE;
    }
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "rows", n_rows);
  mps_ctl_json_end (json);
  return MPS_CTL_DONE;
}

static const GOptionEntry options[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_ ("Only those that contain the text"),
    "TEXT" },
  { "status", 0, 0, G_OPTION_ARG_FILENAME, &status_id, N_ ("Only those with the status"), "ID" },
  { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort_id, N_ ("Order by the column"), "COLUMN" },
  { "descending", 0, 0, G_OPTION_ARG_NONE, &descending, N_ ("In descending order"), NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), "N" },
  { "offset", 0, 0, G_OPTION_ARG_INT, &offset, N_ ("Leave out so many at the beginning"), "N" },
  G_OPTION_ENTRY_NULL,
};

static const MpsCtlChoices choices[] = {
  { "status", dup_status_ids },
  { "sort", dup_column_ids },
  { NULL },
};

#define LIST_USAGE                                                                                 \
  "[--search TEXT] [--status ID] [--sort COLUMN] [--descending] [--limit N] [--offset N]"

const MpsCtlCommand mps_ctl_printer_lists_commands[] = {
  { "printers", "list", LIST_USAGE, N_ ("List printers"), options, 0, 0, FALSE, list, choices },
  { "printers", "export", "FILE " LIST_USAGE, N_ ("Save a list of printers as CSV"), options, 1, 1,
    TRUE, export_printers, choices },
  { NULL },
};
