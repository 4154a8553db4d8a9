/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-serials.h"
#include "mps-ctl-table.h"

#include "fleet/mps-breakdown.h"

#include <glib/gi18n.h>

static char *serials_file;

/* The printers that were named, and the serial numbers that are no printer's. */
typedef struct {
  GArray *rows;
  GPtrArray *unknown;
} Selection;

static void
selection_clear (Selection *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->unknown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

static void
select_all (MpsCtl *ctl, Selection *selection)
{
  for (guint32 row = 0; row < mps_fleet_get_n_rows (ctl->fleet); row++)
    if (mps_fleet_is_alive (ctl->fleet, row)
        && mps_fleet_get_organization (ctl->fleet, row) == ctl->organization)
      g_array_append_val (selection->rows, row);
}

static gboolean
select_serials (MpsCtl *ctl, Selection *selection, const char *const *serials, GError **error)
{
  for (guint i = 0; serials[i]; i++)
    {
      guint32 row = mps_ctl_find_serial (ctl, serials[i]);

      if (row == MPS_NO_ROW)
        g_ptr_array_add (selection->unknown, g_strdup (serials[i]));
      else
        g_array_append_val (selection->rows, row);
    }
  if (selection->rows->len > 0)
    return TRUE;
  g_set_error (
      error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL,
      _ ("None of these printers is known. Check the serial numbers, or import the printers "
         "first."));
  return FALSE;
}

static gboolean
select_named (MpsCtl *ctl, Selection *selection, GError **error)
{
  g_auto (GStrv) serials = mps_ctl_dup_serials (ctl, 0, serials_file, error);

  return serials && mps_ctl_load (ctl, error)
         && select_serials (ctl, selection, (const char *const *) serials, error);
}

static gboolean
select_printers (MpsCtl *ctl, Selection *selection, GError **error)
{
  if (mps_ctl_get_n_arguments (ctl) > 0 || serials_file)
    return select_named (ctl, selection, error);
  if (!mps_ctl_load (ctl, error))
    return FALSE;
  select_all (ctl, selection);
  return TRUE;
}

static void
json_status (MpsCtlJson *json, MpsFleet *fleet, MpsBreakdown *breakdown, MpsStatus status)
{
  const guint32 *rows = mps_breakdown_get_rows (breakdown, status);
  guint count = mps_breakdown_get_count (breakdown, status);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "status", mps_status_get_id (status));
  mps_ctl_json_integer (json, "count", count);
  mps_ctl_json_begin_array (json, "printers");
  for (guint i = 0; i < count; i++)
    {
      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_string (json, "serial", mps_fleet_get_serial (fleet, rows[i]));
      mps_ctl_json_string (json, "model", mps_fleet_get_model (fleet, rows[i]));
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
}

static void
json_breakdown (MpsCtl *ctl, MpsBreakdown *breakdown, const Selection *selection)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "selected", mps_breakdown_get_n_selected (breakdown));
  mps_ctl_json_integer (json, "eligible", mps_breakdown_get_count (breakdown, MPS_STATUS_ELIGIBLE));
  mps_ctl_json_begin_array (json, "statuses");
  for (int status = 0; status < MPS_N_STATUSES; status++)
    json_status (json, ctl->fleet, breakdown, status);
  mps_ctl_json_end (json);
  if (selection->unknown->len > 0)
    {
      mps_ctl_json_begin_array (json, "unknown");
      for (guint i = 0; i < selection->unknown->len; i++)
        mps_ctl_json_string (json, NULL, selection->unknown->pdata[i]);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

static void
print_status (MpsCtl *ctl, MpsBreakdown *breakdown, MpsStatus status)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 3, 0);
  const guint32 *rows = mps_breakdown_get_rows (breakdown, status);
  guint count = mps_breakdown_get_count (breakdown, status);

  if (count == 0)
    return;
  mps_ctl_output_print (ctl->output, "\n%s\n%s\n", mps_status_get_label (status),
                        mps_status_get_explanation (status, count));
  for (guint i = 0; i < count; i++)
    mps_ctl_table_row (table, "", mps_fleet_get_serial (ctl->fleet, rows[i]),
                       mps_fleet_get_model (ctl->fleet, rows[i]), NULL);
}

static void
print_counts (MpsCtl *ctl, MpsBreakdown *breakdown)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 2, MPS_CTL_NUMBER (1));

  mps_ctl_table_cell (table, _ ("Printers"));
  mps_ctl_table_number (table, mps_breakdown_get_n_selected (breakdown));
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      mps_ctl_table_cell (table, mps_status_get_label (status));
      mps_ctl_table_number (table, mps_breakdown_get_count (breakdown, status));
    }
}

static void
print_breakdown (MpsCtl *ctl, MpsBreakdown *breakdown, const Selection *selection)
{
  print_counts (ctl, breakdown);
  for (int status = 0; status < MPS_N_STATUSES; status++)
    print_status (ctl, breakdown, status);
  for (guint i = 0; i < selection->unknown->len; i++)
    g_printerr (_ ("There is no printer with the serial number “%s”.\n"),
                (const char *) selection->unknown->pdata[i]);
}

static MpsCtlStatus
eligibility (MpsCtl *ctl, GError **error)
{
  g_auto (Selection) selection
      = { g_array_new (FALSE, FALSE, sizeof (guint32)), g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (MpsBreakdown) breakdown = NULL;

  if (!select_printers (ctl, &selection, error))
    return MPS_CTL_FAILED;
  breakdown
      = mps_breakdown_new (ctl->fleet, (const guint32 *) selection.rows->data, selection.rows->len);
  mps_breakdown_sort_by_serial (breakdown, ctl->fleet);
  if (ctl->json)
    json_breakdown (ctl, breakdown, &selection);
  else
    print_breakdown (ctl, breakdown, &selection);
  return selection.unknown->len > 0 ? MPS_CTL_PARTLY : MPS_CTL_DONE;
}

static const GOptionEntry options[] = {
  MPS_CTL_SERIALS_FROM_ENTRY (serials_file),
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_eligibility_commands[] = {
  { "eligibility", NULL, "[SERIAL…] [--serials-from FILE]",
    N_ ("Show which printers are eligible, and why others are not"), options, 0, G_MAXUINT, FALSE,
    eligibility },
  { NULL },
};
