/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsReportView:
 *
 * A list of #MpsReportLine under the titles of their parts. It is no
 * GtkColumnView, whose cells can't wrap: reasons are sentences. Lines can be
 * selected and copied: action “report.copy”.
 */
#define MPS_TYPE_REPORT_VIEW (mps_report_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsReportView, mps_report_view, MPS, REPORT_VIEW, AdwBin)

void mps_report_view_set_lines (MpsReportView *self, GListModel *lines);
void mps_report_view_set_titles (MpsReportView *self, const char *number, const char *subject,
                                 const char *detail);

G_END_DECLS
