/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-report.h"

#include "mps-task-items-view.h"

#include "desk/widgets/mps-report-line.h"

/**
 * mps_task_report_new_lines:
 * @task: a task with its items
 *
 * Returns: (transfer full): a #MpsReportLine for each item that was not done,
 *   with the reason
 */
GListModel *
mps_task_report_new_lines (MpsTask *task)
{
  GListModel *lines = mps_report_lines_new ();
  GPtrArray *items = mps_task_get_items (task);

  for (guint i = 0; i < items->len; i++)
    {
      const MpsTaskItem *item = items->pdata[i];

      if (!g_str_equal (item->outcome, "done"))
        mps_report_lines_append (lines, "", item->item, item->reason);
    }
  return lines;
}

/**
 * mps_task_report_new_done_lines:
 * @task: a task about printers, with its items
 * @fleet: the fleet that they are of
 *
 * Returns: (transfer full): a #MpsReportLine for each printer to which it was
 *   done: its serial number and model
 */
GListModel *
mps_task_report_new_done_lines (MpsTask *task, MpsFleet *fleet)
{
  GListModel *lines = mps_report_lines_new ();
  GPtrArray *items = mps_task_get_items (task);

  for (guint i = 0; i < items->len; i++)
    {
      const MpsTaskItem *item = items->pdata[i];
      const guint32 row = mps_fleet_find_serial (fleet, item->item);

      if (g_str_equal (item->outcome, "done"))
        mps_report_lines_append (lines, "", item->item,
                                 row == MPS_NO_ROW ? NULL : mps_fleet_get_model (fleet, row));
    }
  return lines;
}

/**
 * mps_task_report_new_page:
 * @store: where the task is
 * @task: a task that did not do all of its items
 *
 * Returns: (transfer floating): a page that names its state and says what
 *   became of its items, as the task's own page does
 */
AdwNavigationPage *
mps_task_report_new_page (MpsStore *store, MpsTask *task)
{
  const char *title = mps_task_state_get_label (mps_task_get_state (task));
  GtkWidget *view = adw_toolbar_view_new ();
  AdwNavigationPage *page = adw_navigation_page_new (view, title);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), mps_task_items_view_new (store, task));
  adw_navigation_page_set_can_pop (page, FALSE);
  return page;
}
