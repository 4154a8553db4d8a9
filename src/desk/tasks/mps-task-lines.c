/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-lines.h"

#include "desk/widgets/mps-report-line.h"

#include "fleet/mps-task.h"

#include <gtk/gtk.h>

static void
show_item (MpsReportLine *line, GParamSpec *pspec, MpsLazyRow *row)
{
  const MpsTaskItem *item = mps_lazy_row_get_record (row);

  if (item == NULL)
    mps_report_line_set (line, "", NULL, NULL);
  else
    mps_report_line_set (line, "", item->item,
                         item->reason ? item->reason : mps_task_outcome_get_label (item->outcome));
}

/* A line lives as long as somebody shows it, and so does what it shows. */
static gpointer
make_line (gpointer item, gpointer user_data)
{
  g_autoptr (MpsLazyRow) row = item;
  MpsReportLine *line = mps_report_line_new ("", NULL, NULL);

  g_signal_connect_object (row, "notify::record", G_CALLBACK (show_item), line, G_CONNECT_SWAPPED);
  show_item (line, NULL, row);
  g_object_set_data_full (G_OBJECT (line), "row", g_steal_pointer (&row), g_object_unref);
  return line;
}

/**
 * mps_task_lines_new:
 * @items: a lazy list of the items of a task
 *
 * Returns: (transfer full): a #MpsReportLine for each: what it was, and why it
 *   was not done, or else what became of it
 */
GListModel *
mps_task_lines_new (MpsLazyList *items)
{
  g_return_val_if_fail (MPS_IS_LAZY_LIST (items), NULL);
  return G_LIST_MODEL (
      gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (items)), make_line, NULL, NULL));
}
