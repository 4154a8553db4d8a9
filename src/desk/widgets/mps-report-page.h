/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsReportPage:
 *
 * A page of a dialog with the details of one row of a report.
 */
#define MPS_TYPE_REPORT_PAGE (mps_report_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsReportPage, mps_report_page, MPS, REPORT_PAGE, AdwNavigationPage)

void mps_report_page_push (GtkWidget *widget, const char *title, GListModel *lines,
                           const char *number, const char *subject, const char *detail);

G_END_DECLS
