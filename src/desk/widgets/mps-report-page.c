/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-report-page.h"

#include "mps-report-view.h"

struct _MpsReportPage {
  AdwNavigationPage parent_instance;

  MpsReportView *view;
};

G_DEFINE_FINAL_TYPE (MpsReportPage, mps_report_page, ADW_TYPE_NAVIGATION_PAGE)

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MPS_REPORT_PAGE (widget)->view), "report.copy", NULL);
}

static void
mps_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (mps_report_page_parent_class)->dispose (object);
}

static void
mps_report_page_class_init (MpsReportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_report_page_dispose;
  g_type_ensure (MPS_TYPE_REPORT_VIEW);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, activate_copy);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsReportPage, view);
}

static void
mps_report_page_init (MpsReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_report_page_push:
 * @widget: a widget in the navigation view in which to show it
 * @title: the page's title
 * @lines: (transfer none): a list of #MpsReportLine
 * @number: (nullable): the title of the first column, %NULL for none
 * @subject: the title of the second column
 * @detail: the title of the third column
 *
 * Shows a page with a report.
 */
void
mps_report_page_push (GtkWidget *widget, const char *title, GListModel *lines, const char *number,
                      const char *subject, const char *detail)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  MpsReportPage *self;

  g_return_if_fail (navigation != NULL);
  self = g_object_new (MPS_TYPE_REPORT_PAGE, "title", title, NULL);
  mps_report_view_set_titles (self->view, number, subject, detail);
  mps_report_view_set_lines (self->view, lines);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (self));
}
