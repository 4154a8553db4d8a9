/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-report-view.h"

struct _MpsReportView
{
  AdwBin parent_instance;

  GtkColumnView *table;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *subject_column;
  GtkColumnViewColumn *detail_column;
};

G_DEFINE_FINAL_TYPE (MpsReportView, mps_report_view, ADW_TYPE_BIN)

static void
set_title (GtkColumnViewColumn *column, const char *title)
{
  gtk_column_view_column_set_title (column, title);
  gtk_column_view_column_set_visible (column, title != NULL);
}

static char *
row_label (GtkListItem *item, const char *number, const char *subject, const char *detail)
{
  return g_strjoin (" ", number ? number : "", subject, detail, NULL);
}

static void
mps_report_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_REPORT_VIEW);
  G_OBJECT_CLASS (mps_report_view_parent_class)->dispose (object);
}

static void
mps_report_view_class_init (MpsReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_report_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, table);
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, number_column);
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, subject_column);
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, detail_column);
  gtk_widget_class_bind_template_callback (widget_class, row_label);
}

static void
mps_report_view_init (MpsReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_report_view_set_lines:
 * @self: a report view
 * @lines: (nullable): a list of #MpsReportLine
 */
void
mps_report_view_set_lines (MpsReportView *self, GListModel *lines)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (MPS_IS_REPORT_VIEW (self));
  g_return_if_fail (lines == NULL || G_IS_LIST_MODEL (lines));
  model = lines ? gtk_no_selection_new (g_object_ref (lines)) : NULL;
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (model));
}

/**
 * mps_report_view_set_titles:
 * @self: a report view
 * @number: (nullable): the title of the column of numbers; %NULL hides the column
 * @subject: (nullable): the title of the second column
 * @detail: (nullable): the title of the third column
 */
void
mps_report_view_set_titles (MpsReportView *self, const char *number, const char *subject,
                            const char *detail)
{
  g_return_if_fail (MPS_IS_REPORT_VIEW (self));
  set_title (self->number_column, number);
  set_title (self->subject_column, subject);
  set_title (self->detail_column, detail);
}
